"""What links tell of the inside of a claim."""

from __future__ import annotations

from reportedly.link import fold
from reportedly.types import Claim, Judgement, Link, LinkKind
from tests.link.world import article

READ = [
    article("a1", "Dam", "[Ardaland|said|the dam had burst at dawn], [Lowmark|denied|it]."),
    article("a2", "Dam", "[Lowmark|said|the dam burst at dawn], [Ostland|condemned|the flood]."),
]
ARTICLES = [a for a, _ in READ]
STATEMENTS = [s for _, of in READ for s in of]
BURST, BARE, ALIKE, LOOSE = (s.id for s in STATEMENTS)
LINKS = [
    Link(LinkKind.STORY, "a2", "a1", 0.9),
    Link(LinkKind.CLAIM, ALIKE, BURST, 0.95),
    Link(LinkKind.CLAIM, BARE, BURST, 0.6),
    Link(LinkKind.CLAIM, LOOSE, ALIKE, 0.85),
    Link(LinkKind.CLAIM, LOOSE, BURST, 0.6),
]


def claim(*judgements: Judgement) -> Claim:
    (found,) = fold(LINKS, STATEMENTS, ARTICLES, judgements).claims
    return found


def test_at_its_heart_is_what_most_are_linked_to_and_what_is_close_to_that() -> None:
    found = claim()
    assert set(found.statements) == {BURST, BARE, ALIKE, LOOSE}
    assert found.near == (BURST, BARE, ALIKE)  # a bare denial has nothing but its link to tell what it is about
    assert found.firm == ((BURST, ALIKE),)


def test_a_person_who_joins_two_knows_that_both_are_about_it() -> None:
    word = Judgement(LinkKind.CLAIM, BURST, LOOSE, same=True)
    found = claim(word)
    assert found.near is not None and LOOSE in found.near
    assert (BURST, LOOSE) in (found.firm or ())


def test_a_claim_of_one_statement_is_about_what_that_says() -> None:
    one, *_ = fold([], STATEMENTS[:1], ARTICLES[:1]).claims
    assert one.near == (BURST,)
