"""Where a claim stands: the first rule that fits, in words."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.stand.backing import at_most, independent
from reportedly.types import (
    AFFIRMS,
    UNATTRIBUTED,
    Origin,
    Position,
    Relation,
    Rival,
    Stance,
    Standing,
    Statement,
)

_Judged: TypeAlias = tuple[Standing, str]  # and the rule


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing, the rule that gave it, and the sides whose word counts as independent."""

    standing: Standing
    rule: str
    independent: tuple[str, ...]
    at_most: int  # sides that affirm from origins of their own, if all of them say the same


def ruling(
    positions: Sequence[Position],
    statements: Mapping[str, Statement],
    origins: Mapping[str, Origin],
    firm: Sequence[tuple[str, str]] | None = None,
    rivals: Sequence[Rival] = (),
    near: Container[str] | None = None,
) -> Ruling:
    """Judge a claim by its parties' newest stances.

    `origins` is keyed by statement id; a statement without an entry is an origin of its own. `firm` holds the pairs of
    statements that surely say the same (Claim.firm); None lets every two affirmations back each other up. `rivals` are
    the figures that no single number satisfies, `near` the statements that are surely about the claim (None: all are).
    """
    named = [p for p in positions if p.party != UNATTRIBUTED]
    affirm = [p for p in named if p.stance in AFFIRMS]
    backing = [p for p in affirm if not _of_two_minds(p)] or affirm[:1]
    sides = independent(backing, statements, origins, firm, rivals)
    surely = [p for p in named if near is None or any(name in near for name in p.statements)]
    telling = [p for p in surely if p.stance in AFFIRMS] or affirm  # who may speak of something else is not named
    standing, rule = (
        _given_up(named, surely) or _denied(named, surely) or _contradicted(rivals) or _affirmed(telling, sides)
    )
    most = at_most(affirm, statements, origins, statements if near is None else near)
    return Ruling(standing, rule, sides, max(most, len(sides)))


def _of_two_minds(position: Position) -> bool:
    """Tell whether a side has denied too, and not given in: it backs nothing up, as one is of something else."""
    return position.stance is not Stance.CONCEDES and any(move.stance is Stance.DENIES for move in position.history)


def _given_up(named: Sequence[Position], surely: Sequence[Position]) -> _Judged | None:
    """Judge a claim that nobody holds the other side of any more, or nobody holds at all.

    Who gives it up must `surely` speak of it.
    """
    denied = _held(named, Stance.DENIES)
    conceded, retracted = (_held(surely, s) for s in (Stance.CONCEDES, Stance.RETRACTS))
    if conceded and not denied:
        return Standing.CONCEDED, f"admitted by {_names(conceded)}; nobody denies it"
    if retracted and not _held(named, *AFFIRMS):
        return Standing.WITHDRAWN, f"taken back by {_names(retracted)}; nobody else affirms it"
    return None


def _denied(named: Sequence[Position], surely: Sequence[Position]) -> _Judged | None:
    """Judge a claim that is surely denied: of six denials beside real disputes five were of something else."""
    denied, affirmed = _held(surely, Stance.DENIES), _held(surely, *AFFIRMS) or _held(named, *AFFIRMS)
    if not denied:
        return None
    if affirmed:
        return Standing.DISPUTED, f"{_names(affirmed)} affirmed, {_names(denied)} denied"
    return Standing.DENIED, f"denied by {_names(denied)}; nobody named affirms it"


def _contradicted(rivals: Sequence[Rival]) -> _Judged | None:
    against = next((r for r in rivals if r.relation is Relation.CONTRADICTS), None)
    if against is None:
        return None
    return Standing.DISPUTED, f"{against.left.party} and {against.right.party} give figures that cannot both be so"


def _affirmed(affirm: Sequence[Position], sides: Sequence[str]) -> _Judged:
    if len(sides) > 1:
        return Standing.CORROBORATED, f"{_names(sides)} affirm it, each from an origin of its own"
    if affirm:
        return Standing.CLAIMED, f"said by {_names(_held(affirm, *AFFIRMS))}: {_why_alone(affirm, sides)}"
    return Standing.UNADDRESSED, "nobody named affirms or denies it"


def _held(named: Sequence[Position], *stances: Stance) -> list[str]:
    return sorted(p.party for p in named if p.stance in stances)


def _why_alone(affirm: Sequence[Position], sides: Sequence[str]) -> str:
    if len(affirm) == 1:
        return "no other side affirms it"
    return "the others repeat it, offer a view or speak of more" if sides else "none speaks of what it saw or did"


def _names(parties: Sequence[str]) -> str:
    return parties[0] if len(parties) == 1 else f"{', '.join(parties[:-1])} and {parties[-1]}"
