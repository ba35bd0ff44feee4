"""The gauge: tension and easing by pair of sides and by day, drawn twice, as claimed and as corroborated.

Each claim of an event weighs its intensity (`scale`), once, however many statements and copies repeat it. It enters on
the day a named side first affirms it, halves every HALF_LIFE days, and leaves when nobody named affirms it any more.
The corroborated line is the part of the claimed one that independent origins of different sides affirm, or that a side
has admitted. The contested share is the part of all claimed weight, signs aside, that a named side denies or doubts.
Narration counts in neither line: an outlet is no side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.stand.course import Turn
from reportedly.stand.happening import Happening
from reportedly.stand.scale import intensity
from reportedly.types import EventType

HALF_LIFE = 14  # days
RARE = 7  # days without a claim of a type, after which the next one is marked
LONGEST = 366 * 5  # days one gauge covers: an article dated a century ago must not draw a century
ALL = ("", "")  # all pairs together, those of whom nobody is named among them


@dataclass(frozen=True, slots=True)
class First:
    """A claim of a type that the pair has not seen for a while."""

    type: EventType
    easing: bool  # the type is one of cooperation
    after: int | None  # days since the last claim of the type; None: it is the first of all
    claim: str


@dataclass(frozen=True, slots=True)
class Point:
    """One day of one pair. Levels are sums of intensities, halved with age."""

    day: str  # ISO date
    actor: str
    recipient: str  # "" where none is named; both "" for all pairs together
    claimed: float
    corroborated: float
    contested: float  # share, 0 to 1
    firsts: tuple[First, ...]
    claims: tuple[str, ...]  # that have a weight on this day
    statements: tuple[str, ...]  # that became known on this day


@dataclass(frozen=True, slots=True)
class Told:
    """A claim's happening and how it has stood."""

    happening: Happening
    turns: tuple[Turn, ...]


def pair_of(happening: Happening) -> tuple[str, str]:
    """Return the pair of sides a happening is between: without a recipient, the state it happens in."""
    place = happening.place.state if happening.place is not None else ""
    return happening.actor, happening.recipient or (place if place != happening.actor else "")


def gauge(told: Iterable[Told], until: str = "") -> tuple[Point, ...]:
    """Return a point a day for each pair of sides and for all together (`ALL`, first), up to `until` (ISO date).

    Days run from the first claim of the pair to the last news of any. The order of what is told does not matter.
    """
    ordered = sorted((t for t in told if t.turns), key=lambda t: (t.turns[0].day, t.happening.claim))
    end = until[:10] or max((t.turns[-1].day for t in ordered), default="")
    pairs: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for each in ordered:
        if each.turns[0].day <= end:
            pairs[ALL].append(each)
            if pair_of(each.happening) != ALL:
                pairs[pair_of(each.happening)].append(each)
    return tuple(point for pair in sorted(pairs) for point in _points(pair, pairs[pair], end))


def _points(pair: tuple[str, str], told: Sequence[Told], end: str) -> Iterable[Point]:
    firsts = _firsts(told)
    for day in _days(told[0].turns[0].day, end):
        weights = [(t, _turn_at(t.turns, day), _weight(t, day)) for t in told]
        counted = [(t, turn, weight) for t, turn, weight in weights if turn is not None and turn.claimed and weight]
        total = sum(abs(weight) for _, _, weight in counted)
        contested = sum(abs(weight) for _, turn, weight in counted if turn.contested)
        yield Point(
            day=day,
            actor=pair[0],
            recipient=pair[1],
            claimed=round(sum(weight for _, _, weight in counted), 4),
            corroborated=round(sum(weight for _, turn, weight in counted if turn.corroborated), 4),
            contested=round(contested / total, 4) if total else 0.0,
            firsts=tuple(firsts.get(day, ())),
            claims=tuple(t.happening.claim for t, _, _ in counted),
            statements=tuple(name for t in told for turn in t.turns if turn.day == day for name in turn.statements),
        )


def _days(first: str, end: str) -> Iterable[str]:
    last = date.fromisoformat(end)
    day = max(date.fromisoformat(first), last - timedelta(days=LONGEST))
    while day <= last:
        yield day.isoformat()
        day += timedelta(days=1)


def _turn_at(turns: Sequence[Turn], day: str) -> Turn | None:
    return next((turn for turn in reversed(turns) if turn.day <= day), None)


def _entered(told: Told) -> str:
    """Return the day a claim was first affirmed by a named side, "" where it never was."""
    return next((turn.day for turn in told.turns if turn.claimed), "")


def _weight(told: Told, day: str) -> float:
    entered, it = _entered(told), told.happening
    if not entered or entered > day:
        return 0.0
    age = (date.fromisoformat(day) - date.fromisoformat(entered)).days
    return intensity(it.type, it.mode, it.flags) * math.exp2(-age / HALF_LIFE)


def _firsts(told: Sequence[Told]) -> Mapping[str, list[First]]:
    """Return, by day, the claims of a type that a pair has not seen for RARE days."""
    found: dict[str, list[First]] = defaultdict(list)
    last: dict[EventType, str] = {}
    for entered, each in sorted(((_entered(t), t) for t in told), key=lambda e: (e[0], e[1].happening.claim)):
        it = each.happening
        moved = intensity(it.type, it.mode, it.flags)
        if not entered or not moved:
            continue
        before = last.get(it.type)
        gap = (date.fromisoformat(entered) - date.fromisoformat(before)).days if before else None
        if gap is None or gap >= RARE:
            found[entered].append(First(it.type, moved > 0, gap, it.claim))
        last[it.type] = entered
    return found
