"""What counts as a move, and which rules it fires."""

from __future__ import annotations

import pytest

from reportedly.alert import Moved, Rule, When, moves
from reportedly.types import (
    Bounds,
    Claim,
    ClaimKind,
    ClaimView,
    Figure,
    Move,
    PartyKind,
    Position,
    Quantity,
    Stance,
    Standing,
)

S = Stance


def view(
    held: dict[str, Stance],
    *statements: str,
    standing: Standing = Standing.CLAIMED,
    origins: int = 1,
    unheard: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    bounds: Bounds | None = None,
) -> ClaimView:
    positions = tuple(
        Position(party, PartyKind.STATE, stance, "", (statements[-1],), (Move(stance, "", statements[-1]),))
        for party, stance in held.items()
    )
    claim = Claim("c1", "The dam at Kerch holds", ClaimKind.QUANTITY, "t1", statements)
    return ClaimView(
        claim, standing, "", positions, origins, origins, 1, figures, (), unheard=unheard, bounds=bounds
    )  # fmt: skip


def dead(low: float | None, high: float | None, statement: str = "a2:s1") -> Figure:
    return Figure("Ukraine", Quantity(low, high, "dead", 0, 2), statement, "")


def kinds(before: list[ClaimView], after: ClaimView) -> list[tuple[When, str, str, str]]:
    return [(m.when, m.party, m.before, m.after) for m in moves(before, [after])]


SPOKE = view({"Norland": S.ASSERTS, "Sudland": S.DENIES}, "a1:s1", "a2:s1")
TURNED = view({"Norland": S.DENIES, "Sudland": S.AWAITED}, "a1:s1", "a2:s1")
BEFORE = view({"Norland": S.ASSERTS, "Sudland": S.AWAITED}, "a1:s1")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (SPOKE, [(When.SPEAKS, "Sudland", "awaited", "denies")]),
        (TURNED, [(When.FLIP, "Norland", "asserts", "denies")]),
        (view({"Norland": S.CONFIRMS, "Sudland": S.AWAITED}, "a1:s1", "a2:s1"), []),  # no turn
        (view({"Norland": S.RETRACTS}, "a1:s1", "a2:s1"), [(When.FLIP, "Norland", "asserts", "retracts")]),
        (view({"Norland": S.ASSERTS, "Estmark": S.DENIES}, "a1:s1", "a2:s1"), []),  # nobody waited for Estmark
        (
            view({"Norland": S.ASSERTS}, "a1:s1", "a2:s1", standing=Standing.DISPUTED),
            [(When.STANDING, "", "claimed", "disputed")],
        ),
        (view({"Norland": S.ASSERTS}, "a1:s1", "a2:s1", origins=2), [(When.SECOND_ORIGIN, "", "1", "2")]),
        (view({"Norland": S.DENIES}, "a1:s1", standing=Standing.DISPUTED), []),  # nothing new was said
    ],
)  # fmt: skip
def test_what_moved(after: ClaimView, expected: list[tuple[When, str, str, str]]) -> None:
    assert kinds([BEFORE], after) == expected


def test_a_side_nobody_had_heard_of_speaks() -> None:
    before = view({"Norland": S.ASSERTS}, "a1:s1", unheard=("Sudland",))
    after = view({"Norland": S.ASSERTS, "Sudland": S.DOUBTS}, "a1:s1", "a2:s1")
    assert kinds([before], after) == [(When.SPEAKS, "Sudland", "unheard", "doubts")]


def test_a_new_claim_is_a_change_only_where_it_is_more_than_claimed() -> None:
    assert kinds([], view({"Norland": S.ASSERTS}, "a2:s1")) == []
    disputed = view({"Norland": S.ASSERTS}, "a2:s1", standing=Standing.DISPUTED)
    assert kinds([], disputed) == [(When.STANDING, "", "", "disputed")]


@pytest.mark.parametrize(
    ("own", "figure", "fires"),
    [
        ((None, 50), dead(60, 70), True),
        ((None, 50), dead(40, None), False),  # at least 40 may be 45
        ((10, 50), dead(2, 5), True),
        ((10, 50), dead(20, 20), False),
        ((None, None), dead(31, 31), True),  # beyond what all figures before allowed: 10 to 20
        ((None, None), dead(15, 18), False),
        ((None, 50), Figure("Ukraine", Quantity(90, 90, "injured", 0, 2), "a2:s1", ""), False),
    ],
)
def test_a_figure_leaves_its_band(own: tuple[float | None, float | None], figure: Figure, fires: bool) -> None:
    before = view({"Norland": S.ASSERTS}, "a1:s1", figures=(dead(10, 20, "a1:s1"),), bounds=Bounds(10, 15, 20))
    after = view({"Norland": S.ASSERTS}, "a1:s1", "a2:s1", figures=(dead(10, 20, "a1:s1"), figure))
    (moved,) = [one for one in moves([before], [after]) if one.when is When.NUMBER]
    assert Rule("r", When.NUMBER, ("x",), item="dead", low=own[0], high=own[1]).fires(moved) is fires


@pytest.mark.parametrize(
    ("rule", "fires"),
    [
        (Rule("r", When.FLIP, ("x",)), True),
        (Rule("r", When.SPEAKS, ("x",)), False),
        (Rule("r", When.FLIP, ("x",), party=("norland", "Estmark")), True),
        (Rule("r", When.FLIP, ("x",), party=("Estmark",)), False),
        (Rule("r", When.FLIP, ("x",), words=("DAM", "kerch")), True),
        (Rule("r", When.FLIP, ("x",), words=("bridge",)), False),
        (Rule("r", When.FLIP, ("x",), story="t2"), False),
    ],
)
def test_a_rule_may_ask_for_more(rule: Rule, fires: bool) -> None:
    moved = Moved(When.FLIP, BEFORE, "a1:s1", "Norland", "asserts", "denies")
    assert rule.fires(moved) is fires
