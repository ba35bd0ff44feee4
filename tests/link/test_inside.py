"""What links tell of the inside of a claim."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from reportedly.link import fold
from reportedly.types import Claim, Judgement, Link, LinkKind, Stance
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


TOLD = [
    article("b1", "Dam", "[Ardaland|said|Lowmark burst the dam at dawn], [Lowmark|denied|any part in it]."),
    article("b2", "Dam", "[Ostland|said|the king of Lowmark had denied any part in the burst dam]."),
    article("b3", "Dam", "[Urzhen|said|Lowmark burst the dam], [Lowmark|called|the charge a fairy tale]."),
]


def test_who_tells_of_a_denial_affirms_nothing_and_who_answers_in_other_words_does_answer() -> None:
    every = [s for _, of in TOLD for s in of]
    charge, denied, told, again, tale = every
    close = [(told, charge), (told, again), (again, charge), (denied, charge), (tale, told)]
    links = [
        Link(LinkKind.CLAIM, a.id, b.id, 0.95 if (a, b) in close or (b, a) in close else 0.6)
        for a, b in combinations(sorted(every, key=lambda s: s.id, reverse=True), 2)
    ]
    links += [Link(LinkKind.STORY, of, "b1", 0.9) for of in ("b2", "b3")]
    every = [replace(s, stance=Stance.DENIES) if s in (denied, tale) else s for s in every]
    (found,) = fold(links, every, [a for a, _ in TOLD]).claims
    assert set(found.statements) == {s.id for s in every}
    assert found.near == (charge.id, denied.id, again.id, tale.id)


def test_a_claim_of_one_statement_is_about_what_that_says() -> None:
    one, *_ = fold([], STATEMENTS[:1], ARTICLES[:1]).claims
    assert one.near == (BURST,)


def test_copies_do_not_move_the_heart() -> None:
    read = [
        article("a1", "Dam", "[Ardaland|said|the dam burst at dawn]."),
        article("a2", "Dam", "[Lowmark|said|the dam burst before the siren]."),
        article("a3", "Dam", "[Ostland|said|a siren was heard before the dam burst]."),
        *(article(f"b{n}", "Dam", "[Ardaland|said|the dam burst at dawn].") for n in range(3)),
    ]
    copies = ["b0", "b1", "b2"]

    def near(names: list[str]) -> set[str]:
        chosen = [(a, of) for a, of in read if a.id in names]
        first, same = f"{names[0]}:s1", [name for name in names if name in {"a1", *copies}]
        links = [Link(LinkKind.STORY, name, names[0], 0.9) for name in names[1:]]
        links += [Link(LinkKind.CLAIM, "a2:s1", f"{name}:s1", 0.9) for name in same]
        links += [Link(LinkKind.CLAIM, "a3:s1", f"{name}:s1", 0.6) for name in same]
        links += [Link(LinkKind.CLAIM, "a3:s1", "a2:s1", 0.85)]
        for kind in (LinkKind.CLAIM, LinkKind.ORIGIN):
            links += [Link(kind, f"{b}:s1", f"{a}:s1", 0.999) for a, b in combinations(same, 2)]
        statements = [s for _, of in chosen for s in of]
        (found,) = (c for c in fold(links, statements, [a for a, _ in chosen]).claims if first in c.statements)
        return set(found.near or ()) - {f"{name}:s1" for name in copies}

    alone = near(["a1", "a2", "a3"])
    assert alone == {"a1:s1", "a2:s1", "a3:s1"}
    assert near(["a1", "a2", "a3", *copies]) == alone
