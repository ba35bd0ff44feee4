"""The timeline: a row a side, a mark a stance, a line where the moment of the view stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import altair as alt

from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.moments import instant, reads
from reportedly.show.brief.words import clean, shorten
from reportedly.show.chart.look import INK, MARKS, WIDTH, Row, data, dressed, stances, times
from reportedly.stand import flips
from reportedly.types import UNATTRIBUTED, ClaimView, Move, Position, Stance

SIDES = 10
NAME = 26  # characters of a side's name
_MARK = 15  # pixels from one mark to the next above it
_SLOTS = 40  # moments that are told apart across the plot


def timeline_chart(coverage: Coverage) -> Any | None:
    """Return the timeline of a story's stances, None where none has a date."""
    moves = [(view, position, move) for view, position, move in _moves(coverage) if instant(move.at)]
    counts = Counter(position.party for _, position, _ in moves)
    sides = sorted(counts, key=lambda side: (-counts[side], side))[:SIDES]
    moves = [each for each in moves if each[1].party in sides]
    if not moves:
        return None
    rows = _placed(moves)
    depth = {side: max(row["level"] for row in rows if row["side"] == _short(side)) + 1 for side in sides}
    tops, height = {}, 0
    for side in sides:
        tops[_short(side)] = height
        height += max(2, depth[side]) * _MARK + 12
    for row in rows:
        row["y"] = tops[row["side"]] + 14 + row["level"] * _MARK
    shape, colour = stances([move.stance for _, _, move in moves])
    first, last = min(row["at"] for row in rows), max(row["at"] for row in rows)
    x = times([first, last, coverage.moment], "at")
    scale = alt.Scale(domain=[height, 0], nice=False)
    y = alt.Y("y:Q", scale=scale, axis=None)
    names: list[Row] = [{"side": side, "y": top + 14, "line": top} for side, top in tops.items()]
    labels = alt.Chart(data(names))
    layers = [
        labels.mark_rule(color="#d9d9d9").encode(y=alt.Y("line:Q", scale=scale, axis=None)),
        labels.mark_text(align="right", x=-10, fontSize=12, color=INK).encode(y=y, text="side:N"),
        *_as_of(coverage.moment, x, height),
        alt.Chart(data(rows)).mark_point(filled=True, size=110, opacity=1).encode(x=x, y=y, shape=shape, color=colour),
    ]
    chart = alt.layer(*layers).properties(width=WIDTH, height=max(height, 60))
    subtitle = f"{reads(first)} to {reads(last)}; marks of one moment stand above each other"
    return dressed(chart, finding(coverage, sides), subtitle)


def finding(coverage: Coverage, sides: list[str]) -> str:
    """Return who moved, as a sentence."""
    spoke = f"{len(sides)} side{'s' * (len(sides) != 1)}"
    turned = Counter(position.party for _, position in _positions(coverage) for _ in flips(position))
    if not turned:
        return f"{spoke} on record; nobody changed a stance"
    side, times = min(turned.items(), key=lambda pair: (-pair[1], pair[0]))
    more = len(turned) - 1
    others = f", {more} other{'s' * (more != 1)} too" if more else ""
    return f"{clean(side)} changed its stance {_times(times)}{others}; {spoke} on record"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _positions(coverage: Coverage) -> Iterator[tuple[ClaimView, Position]]:
    for view in coverage.claims.values():
        yield from ((view, p) for p in view.positions if p.party != UNATTRIBUTED)


def _moves(coverage: Coverage) -> Iterator[tuple[ClaimView, Position, Move]]:
    for view, position in _positions(coverage):
        yield from ((view, position, move) for move in position.history if move.stance in MARKS)


def _placed(moves: list[tuple[ClaimView, Position, Move]]) -> list[Row]:
    """Return a row a move; moves of one side too near in time to stand side by side are put on levels of their own."""
    moments = [instant(move.at) for _, _, move in moves]
    known = [moment for moment in moments if moment is not None]
    step = max((max(known) - min(known)) / _SLOTS, timedelta(minutes=1))
    taken: dict[str, list[datetime]] = {}  # side -> the last moment on each level
    rows: list[Row] = []
    order = sorted(zip(moments, moves, strict=True), key=lambda each: (str(each[0]), each[1][2].statement))
    for moment, (view, position, move) in order:
        assert moment is not None
        levels = taken.setdefault(position.party, [])
        level = next((n for n, last in enumerate(levels) if moment - last >= step), len(levels))
        levels[level:] = [moment, *levels[level + 1 :]]
        rows.append(
            {
                "side": _short(position.party),
                "at": moment.strftime("%Y-%m-%dT%H:%M:%S"),
                "stance": MARKS[Stance(move.stance)][0],
                "level": level,
                "claim": shorten(view.claim.gist, 90),
                "statement": move.statement,
            }
        )
    return rows


def _as_of(moment: str, x: alt.X, height: int) -> list[Any]:
    when = instant(moment)
    if when is None:
        return []
    at = when + timedelta(hours=23, minutes=59) if len(moment) <= 10 else when
    line = alt.Chart(data([{"at": at.strftime("%Y-%m-%dT%H:%M:%S"), "text": f"as of {reads(moment, clock=True)}"}]))
    return [
        line.mark_rule(color=INK, strokeDash=[2, 2]).encode(x=x),
        line.mark_text(align="right", dx=-4, y=height - 2, baseline="bottom", fontSize=11, color=INK).encode(
            x=x, text="text:N"
        ),
    ]


def _short(side: str) -> str:
    return shorten(clean(side), NAME)
