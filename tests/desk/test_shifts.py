from __future__ import annotations

from reportedly.desk.results import Shift
from reportedly.desk.shifts import shifts
from reportedly.types import Claim, ClaimKind, ClaimView, Move, PartyKind, Position, Stance, Standing


def view(name: str, held: dict[str, Stance], *statements: str) -> ClaimView:
    """Return a claim on which parties hold stances, each by a statement of its own name."""
    positions = tuple(
        Position(party, PartyKind.STATE, stance, "", (f"{party} {stance}",), (Move(stance, "", f"{party} {stance}"),))
        for party, stance in held.items()
    )
    claim = Claim(name, "the bridge is open", ClaimKind.EVENT, "t1", statements)
    return ClaimView(claim, Standing.CLAIMED, "", positions, 1, 1, 1, (), ())


BEFORE = view("c2", {"Norland": Stance.ASSERTS, "Sudland": Stance.DENIES}, "a2:s1", "a3:s1")


def test_who_turned_and_who_spoke_up() -> None:
    held = {"Norland": Stance.ASSERTS, "Sudland": Stance.CONCEDES, "Estmark": Stance.DOUBTS}
    after = view("c1", held, "a1:s1", "a2:s1", "a3:s1")  # an earlier statement has turned up: another id
    assert shifts([BEFORE], [after]) == [
        Shift("c1", "the bridge is open", "Sudland", Stance.DENIES, Stance.CONCEDES, "Sudland concedes"),
        Shift("c1", "the bridge is open", "Estmark", None, Stance.DOUBTS, "Estmark doubts"),
    ]


def test_nothing_moved() -> None:
    assert shifts([BEFORE], [BEFORE]) == []


def test_a_new_claim_is_all_new() -> None:
    new = view("c9", {"Norland": Stance.DENIES}, "a9:s1")
    assert [(s.party, s.before) for s in shifts([BEFORE], [new])] == [("Norland", None)]


def test_a_claim_is_the_one_it_shares_most_with() -> None:
    other = view("c4", {"Norland": Stance.DOUBTS}, "a4:s1")
    after = view("c2", {"Norland": Stance.ASSERTS}, "a2:s1", "a3:s1", "a4:s1")
    assert shifts([other, BEFORE], [after]) == []
