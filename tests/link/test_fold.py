"""Folding links into claims and origins, and what people decided over them."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link import Folded, fold
from reportedly.types import Judgement, Link, LinkKind
from tests.link.world import article
from tests.stand.test_laws import LAW

READ = [
    article(
        f"a{n}",
        "Bridge falls",
        "[Ardaland|said|the bridge fell], [Lowmark|denied|it fell], [Lowmark|said|nobody died].",
    )
    for n in range(3)
]
ARTICLES = [a for a, _ in READ]
STATEMENTS = [s for _, of in READ for s in of]
IDS = [s.id for s in STATEMENTS]
PAIRS = list(combinations(IDS, 2))
STORY = [Link(LinkKind.STORY, b.id, a.id, 0.9) for a, b in combinations(ARTICLES, 2)]

pairs = st.lists(st.sampled_from(PAIRS), max_size=8, unique=True)
machine = st.lists(
    st.builds(
        lambda pair, score, kind: Link(kind, pair[1], pair[0], score),
        st.sampled_from(PAIRS),
        st.sampled_from([0.05, 0.4, 0.6, 0.95]),
        st.sampled_from([LinkKind.CLAIM, LinkKind.ORIGIN]),
    ),
    max_size=20,
    unique_by=lambda link: (link.kind, link.subject, link.target),
)


def groups(found: Folded, kind: LinkKind) -> dict[str, str]:
    of = {s: o.id for s, o in found.origin_of.items()} if kind is LinkKind.ORIGIN else dict(found.claim_of)
    return {s: of.get(s, s) for s in IDS}


@LAW
@given(machine, pairs, pairs, st.sampled_from([LinkKind.CLAIM, LinkKind.ORIGIN]))
def test_what_a_person_keeps_apart_no_chain_brings_together(
    links: list[Link], apart: list[tuple[str, str]], together: list[tuple[str, str]], kind: LinkKind
) -> None:
    judged = [*(Judgement(kind, a, b, True) for a, b in together), *(Judgement(kind, a, b, False) for a, b in apart)]
    found = groups(fold([*STORY, *links], STATEMENTS, ARTICLES, judged), kind)
    for left, right in apart:
        assert found[left] != found[right]


@LAW
@given(machine, pairs)
def test_what_a_person_joins_is_joined(links: list[Link], together: list[tuple[str, str]]) -> None:
    judged = [Judgement(LinkKind.ORIGIN, a, b, True) for a, b in together]
    found = groups(fold([*STORY, *links], STATEMENTS, ARTICLES, judged), LinkKind.ORIGIN)
    for left, right in together:
        assert found[left] == found[right]


@LAW
@given(machine, st.randoms(use_true_random=False))
def test_the_order_of_entries_plays_no_part(links: list[Link], shuffle: Random) -> None:
    mixed, said, read = [*STORY, *links], list(STATEMENTS), list(ARTICLES)
    one = fold(mixed, said, read)
    for of in (mixed, said, read):
        shuffle.shuffle(of)
    assert fold(mixed, said, read) == one


def test_the_last_word_on_a_pair_stands() -> None:
    left, right = IDS[0], IDS[3]
    links = [*STORY, Link(LinkKind.CLAIM, right, left, 0.9)]
    no, yes = Judgement(LinkKind.CLAIM, left, right, False), Judgement(LinkKind.CLAIM, right, left, True)
    assert len(fold(links, STATEMENTS, ARTICLES, [no]).claims) == 9
    assert len(fold(links, STATEMENTS, ARTICLES, [no, yes]).claims) == 8


def test_claims_keep_to_their_story() -> None:
    links = [Link(LinkKind.CLAIM, IDS[3], IDS[0], 0.99)]
    assert len(fold(links, STATEMENTS, ARTICLES).claims) == 9
    assert len(fold([*STORY, *links], STATEMENTS, ARTICLES).claims) == 8


def test_a_statement_without_content_goes_where_its_link_leads() -> None:
    one, said = article(
        "a1",
        "Bridge falls",
        "[Ardaland|said|the bridge fell at dawn]. [Lowmark|denied|]. [The Union|has yet to comment|].",
    )
    links = [Link(LinkKind.CLAIM, "a1:s2", "a1:s1", 0.7), Link(LinkKind.CLAIM, "a1:s3", "a1:s2", 0.6)]
    (claim,) = fold(links, said, [one]).claims
    assert claim.statements == ("a1:s1", "a1:s2", "a1:s3")


def test_ids_stay_as_a_claim_grows() -> None:
    before = fold(STORY, STATEMENTS, ARTICLES)
    after = fold([*STORY, Link(LinkKind.CLAIM, IDS[3], IDS[0], 0.9)], STATEMENTS, ARTICLES)
    assert before.claim_of[IDS[0]] == after.claim_of[IDS[0]] == after.claim_of[IDS[3]]


def test_nothing_gives_nothing() -> None:
    assert fold([], [], []) == Folded((), (), (), ())


def test_a_likeness_without_a_word_in_common_is_not_firm() -> None:
    read, said = article(
        "b1", "Bridge", "[Ardaland|said|the bridge fell], [Lowmark|said|the span fell], [Selm|said|deep regret]."
    )
    likely = [Link(LinkKind.CLAIM, b.id, a.id, 0.99) for a, b in combinations(said, 2)]
    (claim,) = fold(likely, said, [read]).claims
    assert claim.firm == ((said[0].id, said[1].id),)
    judged = [Judgement(LinkKind.CLAIM, said[0].id, said[2].id, True)]
    (claim,) = fold(likely, said, [read], judged).claims
    assert claim.firm == ((said[0].id, said[1].id), (said[0].id, said[2].id))


@pytest.mark.parametrize(
    ("one", "other", "firm"),
    [
        ("gas was fired at crowds on Saturday", "gas was fired at crowds on Saturday night", True),
        ("gas was fired at crowds on Saturday", "gas was fired at crowds on Wednesday", False),
        ("the talks at 8 p.m. were called off", "the talks at 5 pm were called off", False),
        (
            "the officer and the driver fought by the car at the corner",
            "he was bound to the car and looked unwell at noon",
            False,
        ),
    ],
)
def test_what_happened_at_another_time_or_is_told_in_other_words_is_not_firm(
    one: str, other: str, *, firm: bool
) -> None:
    read, said = article("b1", "Crowd", f"[Ardaland|said|{one}], [Lowmark|said|{other}].")
    (claim,) = fold([Link(LinkKind.CLAIM, said[1].id, said[0].id, 0.99)], said, [read]).claims
    assert bool(claim.firm) is firm


def test_one_long_wording_told_twice_is_not_firm() -> None:
    long = "three hospitals in the east had taken in some 3,600 people with signs of poisoning in three hours"
    read, said = article("b1", "Poison", f"[Ardaland|said|{long}]. [Lowmark|said|{long} on Friday]. [Selm|said|3,600].")
    likely = [Link(LinkKind.CLAIM, b.id, a.id, 0.99) for a, b in combinations(said, 2)]
    (claim,) = fold(likely, said, [read]).claims
    assert claim.firm == ((said[0].id, said[2].id), (said[1].id, said[2].id))
