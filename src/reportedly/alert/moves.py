"""What moved between two moments: a pure comparison of the claims of both. `desk.shifts` tells of stances only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.types import AFFIRMS, ClaimView, Figure, Stance, Standing

QUIET = frozenset({Standing.CLAIMED, Standing.UNADDRESSED})  # as what a claim may begin without being a change


class When(StrEnum):
    """What a rule waits for."""

    STANDING = "standing"  # a claim changes its standing
    FLIP = "flip"  # a side takes another stance
    SPEAKS = "speaks"  # an awaited side speaks
    NUMBER = "number"  # a figure leaves its band
    SECOND_ORIGIN = "second origin"  # a claim gains a second independent origin


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that moved on a claim."""

    when: When
    claim: ClaimView  # as it stands now
    statement: str  # that moved it
    party: str = ""  # who moved
    before: str = ""
    after: str = ""
    figure: Figure | None = None
    band: tuple[float | None, float | None] = (None, None)  # what all figures before it allowed


def moves(before: Sequence[ClaimView], after: Iterable[ClaimView]) -> list[Moved]:
    """Return whatever moved on the claims of `after`, claim by claim.

    A claim is the one of `before` that it shares most statements with: ids change when an earlier statement turns up.
    """
    holder = {statement: view for view in before for statement in view.claim.statements}
    found = list[Moved]()
    for view in after:
        old = _same(view, holder)
        new = [name for name in view.claim.statements if old is None or name not in old.claim.statements]
        if new:  # without new words only a newer linking can have changed it, and nobody has said anything
            found += [*_whole(old, view, new[-1]), *_sides(old, view), *_figures(old, view)]
    return found


def _same(view: ClaimView, holder: dict[str, ClaimView]) -> ClaimView | None:
    found = [holder[name] for name in view.claim.statements if name in holder]
    return max(found, key=lambda known: (found.count(known), known.claim.id)) if found else None


def _whole(old: ClaimView | None, new: ClaimView, statement: str) -> Iterator[Moved]:
    standing = old.standing if old is not None else ""
    if new.standing != standing and (old is not None or new.standing not in QUIET):
        yield Moved(When.STANDING, new, statement, before=standing, after=new.standing)
    origins = old.independent_origins if old is not None else 0
    if origins < 2 <= new.independent_origins:
        yield Moved(When.SECOND_ORIGIN, new, statement, before=str(origins), after=str(new.independent_origins))


def _sides(old: ClaimView | None, new: ClaimView) -> Iterator[Moved]:
    known = {position.party: position.stance for position in old.positions} if old is not None else {}
    unheard = set(old.unheard) if old is not None else set[str]()
    for position in new.positions:
        was, stance, party = known.get(position.party), position.stance, position.party
        awaited = was is Stance.AWAITED or party in unheard
        if stance is Stance.AWAITED or stance is was or (was is None and not awaited):
            continue
        if awaited or not (was in AFFIRMS and stance in AFFIRMS):
            when = When.SPEAKS if awaited else When.FLIP
            yield Moved(when, new, position.statements[-1], party, was or "unheard", stance)


def _figures(old: ClaimView | None, new: ClaimView) -> Iterator[Moved]:
    """Yield the figures that nobody had given before, with the band of those that were."""
    band = (old.bounds.low, old.bounds.high) if old is not None and old.bounds is not None else (None, None)
    had = old.claim.statements if old is not None else ()
    for figure in new.figures:
        if figure.statement not in had:
            yield Moved(When.NUMBER, new, figure.statement, figure.party, figure=figure, band=band)
