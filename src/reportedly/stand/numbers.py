"""The figures of one claim over time: what each source said, what was revised, and what they come to together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.counts import comparable
from reportedly.stand.figures import bounds, newest
from reportedly.types import Bounds, ClaimView, Figure, Relation

RULE = (
    "best is the midpoint of a figure for what most sides count, one without an open end if there is any: the one that "
    "most sides' newest figures allow, the newest of those on a tie; low and high are the outermost bounds of the "
    "newest figures for the same; a superseded figure no longer counts, nor one of nobody named where a side gives one"
)


@dataclass(frozen=True, slots=True)
class Given:
    """One figure of a series. A missing bound is open: "dozens" is low 24, "up to 40" high 40."""

    at: str  # ISO moment, "" where unknown
    low: float | None
    best: float | None  # between the bounds, or the bound there is
    high: float | None
    statement: str
    revises: bool  # the same source gave another figure before, and both cannot be so


@dataclass(frozen=True, slots=True)
class Series:
    """What one source said of one thing counted, oldest first."""

    party: str
    item: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The bounds that all sources together allow from a moment on."""

    at: str
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Summary:
    """A quantity after the manner of UCDP's low, best and high estimates, with the rule that gave it."""

    low: float | None
    best: float | None
    high: float | None
    sources: tuple[str, ...]  # whose newest figures count
    revisions: int
    conflicts: tuple[tuple[str, str], ...]  # pairs of sources that cannot both be right
    rule: str = RULE


def series(view: ClaimView) -> tuple[Series, ...]:
    """Return the series of a claim's figures, by source and thing counted, the source that spoke first first."""
    lines: list[tuple[str, list[Figure]]] = []
    for figure in view.figures:
        line = next((of for party, of in lines if party == figure.party and _alike(of, figure)), None)
        if line is None:
            lines.append((figure.party, [figure]))
        else:
            line.append(figure)
    return tuple(Series(party, _item(line), tuple(_given(line, view))) for party, line in lines)


def band(view: ClaimView) -> tuple[Band, ...]:
    """Return the bounds after each moment at which a figure was given, oldest first; undated figures come first."""
    upto: dict[str, list[Figure]] = defaultdict(list)
    for figure in view.figures:
        upto[figure.at].append(figure)
    known, found = list[Figure](), list[Band]()
    for at in sorted(upto):
        known += upto[at]
        together = bounds(known)
        if together is not None:
            found.append(Band(at, together))
    return tuple(found)


def summary(view: ClaimView) -> Summary | None:
    """Return what a claim's figures come to, or None where nobody gives one."""
    together = bounds(view.figures)
    if together is None:
        return None
    conflicts = {
        (min(r.left.party, r.right.party), max(r.left.party, r.right.party))
        for r in view.rivals
        if r.relation in {Relation.CONTRADICTS, Relation.DIFFERS}
    }
    revisions = sum(rival.relation is Relation.REVISED for rival in view.rivals)
    sources = tuple(sorted({figure.party for figure in newest(view.figures)}))
    return Summary(together.low, together.best, together.high, sources, revisions, tuple(sorted(conflicts)))


def _alike(line: Sequence[Figure], figure: Figure) -> bool:
    return comparable(line[-1].quantity, figure.quantity)


def _item(line: Sequence[Figure]) -> str:
    return next((figure.quantity.item for figure in line if figure.quantity.item), "")


def _given(line: Sequence[Figure], view: ClaimView) -> list[Given]:
    revising = {(r.left.statement, r.right.statement) for r in view.rivals if r.relation is Relation.REVISED}
    found = []
    for place, figure in enumerate(line):
        q = figure.quantity
        best = (q.low + q.high) / 2 if q.low is not None and q.high is not None else q.low if q.high is None else q.high
        revises = any((earlier.statement, figure.statement) in revising for earlier in line[:place])
        found.append(Given(figure.at, q.low, best, q.high, figure.statement, revises))
    return found
