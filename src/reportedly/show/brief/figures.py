"""Figures with their pins: each party's, the band they span, and those that cannot both be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportedly.show.brief.coverage import Shelf
from reportedly.show.brief.model import Amount, Band, Clash
from reportedly.show.brief.moments import sort_key
from reportedly.types import ClaimView, Figure, Relation, Span


def amounts(figures: Iterable[Figure], shelf: Shelf) -> tuple[Amount, ...]:
    """Return the figures with their pins, each figure of a party once, newest first."""
    found: dict[tuple[str, float | None, float | None, str], Amount] = {}
    for figure in figures:
        if shelf.has(figure.statement):
            q = figure.quantity
            found.setdefault((figure.party, q.low, q.high, q.item), _amount(figure, shelf))
    return tuple(sorted(found.values(), key=lambda a: sort_key(a.at), reverse=True))


def band(view: ClaimView, shown: tuple[Amount, ...]) -> Band | None:
    """Return what the figures span, None where fewer than two parties give one."""
    if view.bounds is None or len({a.party for a in shown}) < 2:
        return None
    low, high = view.bounds.low, view.bounds.high
    best = view.bounds.best
    alike = [a for a in shown if best is not None and (a.low or 0.0) <= best <= (best if a.high is None else a.high)]
    item = Counter(a.item for a in alike or shown).most_common(1)[0][0]
    ends = [
        next((a.place for a in shown if a.low == low), None),
        next((a.place for a in shown if a.high == high), None),
    ]
    places = tuple(dict.fromkeys(place for place in ends if place is not None))
    return Band(places or (shown[0].place,), low, best, high, item)


def clashes(view: ClaimView, shelf: Shelf) -> tuple[Clash, ...]:
    """Return the parties' newest figures that exclude each other; a party's own revisions are no clash."""
    return tuple(
        Clash(_amount(rival.left, shelf), _amount(rival.right, shelf), rival.relation)
        for rival in view.rivals
        if rival.relation is not Relation.REVISED
        and shelf.has(rival.left.statement)
        and shelf.has(rival.right.statement)
    )


def _amount(figure: Figure, shelf: Shelf) -> Amount:
    article = shelf.coverage.articles[shelf.coverage.statements[figure.statement].article]
    q = figure.quantity
    return Amount(shelf.place(article, Span(q.start, q.end)), figure.party, q.low, q.high, q.item, figure.at)
