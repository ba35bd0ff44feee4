"""Where a claim stands: the first rule that fits, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.stand.backing import independent
from reportedly.stand.positions import AFFIRMS
from reportedly.types import (
    UNATTRIBUTED,
    Origin,
    Position,
    Relation,
    Rival,
    Stance,
    Standing,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing, the rule that gave it, and the sides whose word counts as independent."""

    standing: Standing
    rule: str
    independent: tuple[str, ...]


def ruling(
    positions: Sequence[Position],
    statements: Mapping[str, Statement],
    origins: Mapping[str, Origin],
    firm: Sequence[tuple[str, str]] | None = None,
    rivals: Sequence[Rival] = (),
) -> Ruling:
    """Judge a claim by its parties' newest stances.

    `origins` is keyed by statement id; a statement without an entry is an origin of its own. `firm` holds the pairs of
    statements that surely say the same (Claim.firm); None lets every two affirmations back each other up. `rivals` are
    the figures that no single number satisfies.
    """
    named = [p for p in positions if p.party != UNATTRIBUTED]
    affirm = [p for p in named if p.stance in AFFIRMS]
    sides = independent(affirm, statements, origins, firm)

    def held(*stances: Stance) -> list[str]:
        return sorted(p.party for p in named if p.stance in stances)

    conceded, denied, retracted = held(Stance.CONCEDES), held(Stance.DENIES), held(Stance.RETRACTS)
    asserted = held(Stance.ASSERTS, Stance.CONFIRMS)
    if conceded and not denied:
        return Ruling(Standing.CONCEDED, f"{_names(conceded)} admitted what it had denied or withheld", sides)
    if affirm and denied:
        return Ruling(
            Standing.DISPUTED, f"{_names(sorted(asserted + conceded))} affirmed, {_names(denied)} denied", sides
        )
    if retracted and not affirm:
        return Ruling(Standing.WITHDRAWN, f"taken back by {_names(retracted)}; nobody else affirms it", sides)
    if not affirm and denied:
        return Ruling(Standing.DENIED, f"denied by {_names(denied)}; nobody named affirms it", sides)
    against = next((r for r in rivals if r.relation is Relation.CONTRADICTS), None)
    if against is not None:
        rule = f"{against.left.party} and {against.right.party} give figures that cannot both be so"
        return Ruling(Standing.DISPUTED, rule, sides)
    if len(sides) > 1:
        return Ruling(Standing.CORROBORATED, f"{_names(list(sides))} affirm it, each from an origin of its own", sides)
    if affirm:
        return Ruling(Standing.CLAIMED, f"said by {_names(asserted)}: {_why_alone(affirm, sides)}", sides)
    return Ruling(Standing.UNADDRESSED, "nobody named affirms or denies it", sides)


def _why_alone(affirm: Sequence[Position], sides: Sequence[str]) -> str:
    if len(affirm) == 1:
        return "no other side affirms it"
    return "the others repeat it, offer a view or speak of more" if sides else "none speaks of what it saw or did"


def _names(parties: Sequence[str]) -> str:
    return parties[0] if len(parties) == 1 else f"{', '.join(parties[:-1])} and {parties[-1]}"
