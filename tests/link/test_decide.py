"""Linking articles as they come, with the encoder that ships."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from reportedly.link import Folded, Index, chain, fold, link
from reportedly.types import Link, LinkKind, Stance, Statement, Voice
from tests.link.world import BRIDGE, BRIDGE_AGAIN, VINES, article

READ = [
    article("a1", *BRIDGE, published="2032-02-16T10:00"),
    article("a2", *BRIDGE_AGAIN, published="2032-02-16T15:00"),
    article("a3", *VINES, published="2032-02-17T09:00"),
]


def arrive(order: tuple[int, ...]) -> tuple[list[Link], Folded]:
    index, links = Index(), list[Link]()
    for number in order:
        links += link(*READ[number], index)
        index.add(*READ[number])
    statements: list[Statement] = [s for _, said in READ for s in said]
    return links, fold(links, statements, [a for a, _ in READ])


def test_two_articles_of_one_event_are_one_story_and_a_third_is_not() -> None:
    _, found = arrive((0, 1, 2))
    assert sorted(story.articles for story in found.stories) == [("a1", "a2"), ("a3",)]
    assert [claim.story for claim in found.claims if "a3:s1" in claim.statements] == ["t3"]


def test_what_denies_and_what_is_awaited_belong_to_the_claim_they_speak_of() -> None:
    _, found = arrive((0, 1, 2))
    destroyed = found.claim_of["a1:s1"]
    assert found.claim_of["a1:s2"] == found.claim_of["a2:s2"] == destroyed
    assert found.claim_of.get("a1:s4") in {destroyed, found.claim_of["a1:s3"]}
    assert found.claim_of["a1:s3"] == found.claim_of["a2:s1"]
    assert found.claim_of["a3:s1"] != destroyed


def test_one_briefing_in_two_papers_is_one_origin() -> None:
    _, found = arrive((0, 1, 2))
    assert found.origin_of["a1:s3"] == found.origin_of["a2:s1"]
    assert found.origin_of["a1:s3"].party == "Lowmark"
    assert found.origin_of["a1:s1"] != found.origin_of["a1:s2"]


def test_any_order_of_arrival_gives_the_same() -> None:
    links, found = arrive((0, 1, 2))
    for order in permutations(range(3)):
        again, folded = arrive(order)
        assert {(x.kind, *sorted((x.subject, x.target))) for x in again if x.kind is not LinkKind.COPY} == {
            (x.kind, *sorted((x.subject, x.target))) for x in links if x.kind is not LinkKind.COPY
        }
        assert (folded.claims, folded.origins, folded.stories) == (found.claims, found.origins, found.stories)


def test_linking_reads_the_index_and_leaves_it() -> None:
    index = Index()
    index.add(*READ[0])
    assert link(*READ[1], index) == link(*READ[1], index)
    assert len(index) == 1
    assert "a2" not in index
    index.add(*READ[0])
    assert len(index) == 1


def test_every_link_worth_a_question_says_why() -> None:
    links, _ = arrive((0, 1, 2))
    best = max((x for x in links if x.kind is LinkKind.CLAIM), key=lambda x: x.score)
    assert best.reasons
    assert all(r.feature and r.note and r.value for r in best.reasons)
    assert [abs(r.value) for r in best.reasons] == sorted((abs(r.value) for r in best.reasons), reverse=True)


def test_an_article_without_statements_links_as_an_article() -> None:
    index = Index()
    index.add(*READ[0])
    bare, _ = article("a9", *BRIDGE)
    assert {x.kind for x in link(bare, [], index)} <= {LinkKind.STORY, LinkKind.COPY}


def test_the_chain_runs_from_the_speaker_to_the_reader() -> None:
    paper, said = article("a1", *BRIDGE, outlet="The Daily Post")
    voice = Voice(party="Lowmark", organisation="Ministry of Transport", via=("Reuters", "Lowmark News"))
    relayed = replace(said[0], voice=voice, stance=Stance.ASSERTS)
    assert chain(relayed, paper) == ("Ministry of Transport", "Lowmark News", "Reuters", "The Daily Post")
    assert chain(replace(relayed, voice=replace(voice, via=("The Daily Post",))), paper) == (
        "Ministry of Transport",
        "The Daily Post",
    )
