"""How a claim has stood, day by day: claimed, corroborated, contested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.stand.moment import DAY, known_at
from reportedly.stand.view import view
from reportedly.types import AFFIRMS, UNATTRIBUTED, Article, Claim, ClaimView, Origin, Stance, Standing, Statement

_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Turn:
    """How a claim stands from the end of a day on."""

    day: str  # ISO date
    standing: Standing
    claimed: bool  # a named side affirms it
    corroborated: bool  # independent origins of different sides do, or who denied it has admitted it
    contested: bool  # a named side denies or doubts it
    statements: tuple[str, ...]  # that became known on this day


def course(
    claim: Claim, statements: Mapping[str, Statement], articles: Mapping[str, Article], origins: Mapping[str, Origin]
) -> tuple[Turn, ...]:
    """Return a turn for each day on which something new was known of a claim, oldest first.

    Arguments are those of `view`. Statements of articles without a date are known from the first day on.
    """
    days: dict[str, list[str]] = {}
    for name in sorted(set(claim.statements) & statements.keys()):
        days.setdefault(day_of(known_at(statements[name], articles)), []).append(name)
    undated = days.pop("", [])
    first = min(days, default="")
    if undated and first:
        days[first] = sorted([*days[first], *undated])
    return tuple(_turn(day, view(claim, statements, articles, origins, as_of=day), days[day]) for day in sorted(days))


def day_of(moment: str) -> str:
    """Return the ISO day of a moment, "" where it names none."""
    try:
        return date.fromisoformat(moment[:DAY]).isoformat()
    except ValueError:
        return ""


def _turn(day: str, seen: ClaimView, new: list[str]) -> Turn:
    named = [position for position in seen.positions if position.party != UNATTRIBUTED]
    claimed = any(position.stance in AFFIRMS for position in named)
    backed = seen.independent_origins > 1 or seen.standing is Standing.CONCEDED
    contested = any(position.stance in _AGAINST for position in named)
    return Turn(day, seen.standing, claimed, claimed and backed, contested, tuple(new))
