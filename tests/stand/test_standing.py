from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.stand import view
from reportedly.types import (
    Act,
    Block,
    Certainty,
    Channel,
    ClaimKind,
    Mode,
    Origin,
    PartyKind,
    Role,
    Span,
    Stance,
    Standing,
    Statement,
)
from tests.stand.world import article, claim, count, origin, statement

A, C, D, R = Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES, Stance.RETRACTS
S = statement

# Statements on one claim, a1 before a2 before a3, and where they leave it.
STANDINGS: list[tuple[str, list[Statement], Standing, int]] = [
    ("one side", [S("a1:s1")], Standing.CLAIMED, 1),
    ("one side twice", [S("a1:s1"), S("a2:s1")], Standing.CLAIMED, 1),
    ("awaited only", [S("a1:s1", stance=Stance.AWAITED)], Standing.UNADDRESSED, 0),
    ("nobody named", [S("a1:s1", "unattributed", mode=Mode.REPORT)], Standing.UNADDRESSED, 0),
    ("another side", [S("a1:s1"), S("a2:s1", "Selmia", C)], Standing.CORROBORATED, 2),
    ("another side by hearsay", [S("a1:s1"), S("a2:s1", "Selmia", certainty=Certainty.REPORTED)], Standing.CLAIMED, 1),
    ("an expert's view", [S("a1:s1"), S("a2:s1", "Rao", kind=PartyKind.EXPERT)], Standing.CLAIMED, 1),
    (
        "an expert's pictures",
        [S("a1:s1"), S("a2:s1", "Terralens", kind=PartyKind.EXPERT, channel=Channel.IMAGERY)],
        Standing.CORROBORATED,
        2,
    ),
    (
        "one person, two names for his side",
        [S("a1:s1", speaker="R. Vesk"), S("a2:s1", "MoD", speaker="Vesk")],
        Standing.CLAIMED,
        1,
    ),
    ("a side by half its name", [S("a1:s1"), S("a2:s1", "Dovrania Border Guard")], Standing.CLAIMED, 1),
    ("told by the other side", [S("a1:s1"), S("a1:s2", "Selmia", within="a1:s1")], Standing.CLAIMED, 1),
    ("another side's plans", [S("a1:s1"), S("a2:s1", "Selmia", act=Act.INTENTION)], Standing.CLAIMED, 1),
    ("one sentence read as two", [S("a1:s1"), S("a1:s2", "Selmia", content=Span(8, 18))], Standing.CLAIMED, 1),
    (
        "two sentences of one article",
        [S("a1:s1", content=Span(0, 8)), S("a1:s2", "Selmia", content=Span(8, 18))],
        Standing.CORROBORATED,
        2,
    ),
    (
        "figures that agree",
        [S("a1:s1", quantities=(count(12, None),)), S("a2:s1", "Selmia", quantities=(count(31, 31),))],
        Standing.CORROBORATED,
        2,
    ),
    (
        "figures that do not",
        [S("a1:s1", quantities=(count(12, 12),)), S("a2:s1", "Selmia", quantities=(count(31, 31),))],
        Standing.CLAIMED,
        1,
    ),
    (
        "figures of another order",
        [S("a1:s1", quantities=(count(7, None),)), S("a2:s1", "Selmia", quantities=(count(80, None),))],
        Standing.CLAIMED,
        1,
    ),
    (
        "one figure that agrees and one that does not",
        [
            S("a1:s1", quantities=(count(12, 12, "dead"), count(5, 5, "ships"))),
            S("a2:s1", "Selmia", quantities=(count(12, 12, "dead"), count(9, 9, "ships"))),
        ],
        Standing.CLAIMED,
        1,
    ),
    (
        "a paper that hands on another's words",
        [
            S("a1:s1"),
            S("a2:s1", "Gazette", content=Span(0, 18)),
            S("a2:s2", within="a2:s1", content=Span(4, 18)),
        ],
        Standing.CLAIMED,
        1,
    ),
    (
        "a side whose newest figure is a rival's",
        [
            S("a1:s1", quantities=(count(12, 12),)),
            S("a1:s2", "Selmia", quantities=(count(12, 12),)),
            S("a2:s1", "Selmia", quantities=(count(90, 90),)),
        ],
        Standing.CLAIMED,
        1,
    ),
    ("another side's opinion", [S("a1:s1"), S("a2:s1", "Selmia", act=Act.OPINION)], Standing.CLAIMED, 1),
    (
        "a side of two minds",
        [S("a1:s1"), S("a1:s2", "Selmia", D), S("a2:s1", "Selmia")],
        Standing.CLAIMED,
        1,
    ),
    ("denied by another", [S("a1:s1"), S("a2:s1", "Selmia", D)], Standing.DISPUTED, 1),
    ("denied, asserted by nobody named", [S("a1:s1", "unattributed"), S("a2:s1", "Selmia", D)], Standing.DENIED, 0),
    ("doubted", [S("a1:s1"), S("a2:s1", "Selmia", Stance.DOUBTS)], Standing.CLAIMED, 1),
    ("denied, then admitted", [S("a1:s1", stance=D), S("a2:s1", stance=Stance.CONCEDES)], Standing.CONCEDED, 1),
    ("taken back", [S("a1:s1"), S("a2:s1", stance=R)], Standing.WITHDRAWN, 0),
    ("taken back by one of two", [S("a1:s1"), S("a1:s2", "Selmia"), S("a2:s1", stance=R)], Standing.CLAIMED, 1),
    ("asserted, then no comment", [S("a1:s1"), S("a2:s1", stance=Stance.NO_COMMENT)], Standing.CLAIMED, 1),
]
ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(1, 5)}


@pytest.mark.parametrize(
    ("statements", "standing", "origins"), [row[1:] for row in STANDINGS], ids=[row[0] for row in STANDINGS]
)
def test_standing(statements: list[Statement], standing: Standing, origins: int) -> None:
    kind = ClaimKind.QUANTITY if any(s.quantities for s in statements) else ClaimKind.EVENT
    found = view(claim(*statements, kind=kind), {s.id: s for s in statements}, ARTICLES, {})
    assert (found.standing, found.independent_origins) == (standing, origins), found.rule
    assert found.rule


def test_two_outlets_with_one_origin_do_not_corroborate() -> None:
    told = [statement("a1:s1"), statement("a2:s1", "Reuters", kind=PartyKind.OUTLET)]
    origins: dict[str, Origin] = origin("o1", "Dovrania", *told)
    found = view(claim(*told), {s.id: s for s in told}, ARTICLES, origins)
    assert (found.standing, found.independent_origins, found.origins_at_most, found.outlets) == (
        Standing.CLAIMED,
        1,
        1,
        2,
    )


def test_what_may_be_about_something_else_is_no_origin_even_at_most() -> None:
    told = [statement("a1:s1"), statement("a2:s1", "Selmia"), statement("a3:s1", "Compact")]
    found = view(replace(claim(*told), firm=(), near=("a1:s1", "a2:s1")), {s.id: s for s in told}, ARTICLES, {})
    assert (found.independent_origins, found.origins_at_most) == (1, 2)


def test_only_what_surely_says_the_same_backs_a_claim_up() -> None:
    told = [statement("a1:s1"), statement("a2:s1", "Selmia"), statement("a3:s1", "Compact")]
    by_id = {s.id: s for s in told}
    for firm, sides in [((), 1), ((("a1:s1", "a3:s1"),), 2), ((("a1:s1", "a2:s1"), ("a2:s1", "a3:s1")), 3)]:
        found = view(replace(claim(*told), firm=firm), by_id, ARTICLES, {})
        assert (found.independent_origins, found.origins_at_most) == (sides, 3)
        assert (found.standing is Standing.CORROBORATED) == (sides > 1)


def test_contradicting_figures_are_a_dispute() -> None:
    told = [
        S("a1:s1", said="2032-02-11", quantities=(count(12, 12),)),
        S("a2:s1", "Selmia", said="2032-02-11", quantities=(count(31, 31),)),
    ]
    found = view(claim(*told, kind=ClaimKind.QUANTITY), {s.id: s for s in told}, ARTICLES, {})
    assert found.standing is Standing.DISPUTED
    assert "cannot both be so" in found.rule


@pytest.mark.parametrize(
    ("near", "item", "standing"),
    [
        (("a1:s1", "a2:s1"), "troops", Standing.DISPUTED),
        (("a1:s1", "a2:s1"), "troops of the guard", Standing.CLAIMED),
        (("a1:s1",), "troops", Standing.CLAIMED),
    ],
)
def test_figures_of_what_may_be_two_things_are_no_dispute(near: tuple[str, ...], item: str, standing: Standing) -> None:
    told = [
        S("a1:s1", said="2032-02-11", quantities=(count(12, 12),)),
        S("a2:s1", "Selmia", said="2032-02-11", quantities=(count(31, 31, item),)),
    ]
    found = view(replace(claim(*told, kind=ClaimKind.QUANTITY), near=near), {s.id: s for s in told}, ARTICLES, {})
    assert found.standing is standing


@pytest.mark.parametrize(("item", "standing"), [("dead", Standing.CORROBORATED), ("Selmians dead", Standing.CLAIMED)])
def test_what_counts_something_else_backs_up_no_number(item: str, standing: Standing) -> None:
    told = [
        S("a1:s1", said="2032-02-11", quantities=(count(31, 31, "dead"),)),
        S("a2:s1", "Selmia", said="2032-02-12", quantities=(count(31, 31, "dead"),)),
        S("a2:s2", "Norvik", said="2032-02-12", quantities=(count(31, 31, "dead"),)),
        S("a3:s1", "Compact", said="2032-02-13", quantities=(count(31, 31, item),)),
        S("a4:s1", "Urzhen", said="2032-02-13", quantities=(count(31, 31, item),)),
    ]
    of = replace(claim(*told, kind=ClaimKind.QUANTITY), firm=(("a3:s1", "a4:s1"),))
    assert view(of, {s.id: s for s in told}, ARTICLES, {}).standing is standing


def test_as_of_sees_only_what_was_published_by_then() -> None:
    told = [statement("a1:s1"), statement("a2:s1", "Selmia", D)]
    by_id = {s.id: s for s in told}
    assert view(claim(*told), by_id, ARTICLES, {}, as_of="2032-02-11").standing is Standing.CLAIMED
    assert view(claim(*told), by_id, ARTICLES, {}, as_of="2032-02-12T09:59").standing is Standing.CLAIMED
    assert view(claim(*told), by_id, ARTICLES, {}, as_of="2032-02-12T10:00").standing is Standing.DISPUTED


def test_unheard_is_neither_awaited_nor_silent() -> None:
    told = [
        statement("a1:s1"),
        statement("a1:s2", "Compact", Stance.AWAITED),
        statement("a1:s3", "Urzhen", Stance.NO_COMMENT),
    ]
    found = view(
        claim(*told), {s.id: s for s in told}, ARTICLES, {}, concerned=["Dovrania", "Selmia", "Compact", "Urzhen"]
    )
    assert found.unheard == ("Selmia",)
    assert {p.party: p.stance for p in found.positions} == {
        "Dovrania": A,
        "Compact": Stance.AWAITED,
        "Urzhen": Stance.NO_COMMENT,
    }


@pytest.mark.parametrize(
    ("role", "standing"), [(Role.HEADLINE, Standing.CLAIMED), (Role.PARAGRAPH, Standing.CORROBORATED)]
)
def test_a_headline_is_no_second_witness(role: Role, standing: Standing) -> None:
    said = [S("a1:s1"), S("a2:s1", "Selmia")]
    told = ARTICLES | {"a2": replace(ARTICLES["a2"], blocks=(Block(role, 0, 1000),))}
    firm = replace(claim(*said), firm=(("a1:s1", "a2:s1"),))
    assert view(firm, {s.id: s for s in said}, told, {}).standing is standing


def test_who_may_speak_of_something_else_is_not_said_to_affirm_it() -> None:
    told = [statement("a1:s1"), statement("a2:s1", "Selmia")]
    loose = replace(claim(*told), firm=(), near=("a1:s1",))
    assert view(loose, {s.id: s for s in told}, ARTICLES, {}).rule == "said by Dovrania: no other side affirms it"
    wide = replace(loose, near=("a1:s1", "a2:s1"))
    assert view(wide, {s.id: s for s in told}, ARTICLES, {}).rule.startswith("said by Dovrania and Selmia: ")
