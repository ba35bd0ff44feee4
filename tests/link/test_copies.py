from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link import Index, fold, link
from reportedly.link.shingles import Passages, containment, passages, shingles
from reportedly.types import Link, LinkKind
from tests.link.world import BRIDGE, VINES, article
from tests.stand.test_laws import LAW

HARVEST = (
    "Smudge pots burnt on the slopes until morning, and by noon the young leaves had gone the colour of tobacco.",
    "Pickers who come up from the coast each September have been told by letter not to book their lodgings this year.",
    "The last frost so late in spring was forty years ago, when the cellars of the valley stood empty for two seasons.",
)
WORDS = st.lists(st.sampled_from("the bridge fell at dawn and nobody saw it fall or heard".split()), max_size=30)
BODY = (
    "The bridge had carried the only road to the coast since the war, and engineers had warned of its state for years.",
    "Fishermen who were out at that hour spoke of a flash over the southern pier and of a long, low sound after it.",
)


@LAW
@given(WORDS, WORDS)
def test_a_part_is_contained_in_the_whole(part: list[str], rest: list[str]) -> None:
    whole = shingles(" ".join([*part, *rest]))
    assert len(part) < 4 or containment(shingles(" ".join(part)), whole) == 1
    assert 0 <= containment(whole, shingles(" ".join(part))) <= 1


def test_a_passage_is_found_again_in_an_article_of_another_subject() -> None:
    known, (original, _), (own, _) = Passages(), article("a1", *BRIDGE, *BODY), article("a2", *VINES, BODY[1])
    known.add(7, list(passages(original)))
    assert known.like(list(passages(own))) == {7}
    assert known.like(list(passages(article("a3", *VINES)[0]))) == set()


def test_a_copy_is_found_and_what_it_turned_into_fact_is_shown() -> None:
    original, said = article("a1", *BRIDGE, *BODY, published="2032-02-16T08:00", outlet="Coast Wire")
    flat = (
        "Drones destroyed the bridge over the Tessoum, according to nobody. Ardaland's drones had destroyed the bridge."
    )
    copy, kept = article("a2", "Tessoum bridge down", flat, *BRIDGE[2:], *BODY, published="2032-02-16T09:00")
    links = linked((original, said), (copy, kept))
    (found,) = fold(links, [*said, *kept], [original, copy]).copies
    assert (found.article, found.of, found.whole) == ("a2", "a1", True)
    assert found.containment > 0.6
    assert [(a.exact, b.exact) for a, b in found.drift] == [
        ("that its drones had destroyed the bridge", "Ardaland's drones had destroyed the bridge.")
    ]


def test_a_copied_passage_is_no_copy_of_the_whole() -> None:
    original, said = article("a1", *BRIDGE, *BODY, published="2032-02-16T08:00")
    own, kept = article("a2", *VINES, BODY[1], *HARVEST, published="2032-02-20T09:00")
    (found,) = fold(linked((original, said), (own, kept)), [*said, *kept], [original, own]).copies
    assert (found.article, found.of, found.whole) == ("a2", "a1", False)


def test_how_somebody_is_introduced_is_no_passage() -> None:
    who = "said Tarn Oller of the Upper Valley, the ranking member of the oversight panel on that evening"
    one, _ = article("a1", *VINES, f'"The frost took nine vines in ten," {who}.')
    assert not any(containment(passage, shingles(who)) > 0.6 for passage in passages(one))


def test_a_headline_that_drops_its_attribution_is_shown() -> None:
    text = (
        "Four workers injured in collapse of the Tessoum bridge",
        "[Lowmark|said|four workers were injured in the collapse].",
    )
    one, said = article("a1", *text)
    ((body, headline),) = fold([], said, [one]).headlines
    assert (body.exact, headline.exact) == ("four workers were injured in the collapse", text[0])


FIRST = (
    "Bridge over the Tessoum falls",
    "[Ardaland|said|its drones had destroyed the Tessoum bridge near Kessa]. "
    "[Lowmark's governor Ilan Dorr|denied|that any drone had crossed the river Tessoum].",
    "Ferries from Kessa carried nobody on Sunday. Captain Orla Pell waited at the quay in Marn with forty lorries.",
)
REWRITTEN = (
    "Tessoum bridge near Kessa down",
    "[Ardaland|stated|that the bridge at Kessa over Tessoum had been destroyed by its drones]. "
    "[Governor Ilan Dorr of Lowmark|rejected|it: no drone crossed the Tessoum].",
    "No ferry carried anyone out of Kessa on Sunday; forty lorries and captain Orla Pell stood waiting in Marn.",
)


@pytest.mark.parametrize(("outlet", "repeats"), [("Marn Post", True), ("Coast Wire", False)])
def test_an_outlet_does_not_rewrite_itself(outlet: str, repeats: bool) -> None:
    first, said = article("a1", *FIRST, published="2032-02-16T08:00", outlet="Coast Wire")
    later, told = article("a2", *REWRITTEN, published="2032-02-16T10:00", outlet=outlet)
    index = Index()
    index.add(first, said)
    assert any(x.kind is LinkKind.COPY for x in link(later, told, index)) is repeats


def linked(*read: tuple) -> list[Link]:  # type: ignore[type-arg]
    index, links = Index(), list[Link]()
    for one, statements in read:
        links += link(one, statements, index)
        index.add(one, statements)
    assert any(x.kind is LinkKind.COPY for x in links)
    return links
