"""The position matrix: claims by sides, a mark for each newest stance, an arrow where it flipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt

from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.words import clean, shorten
from reportedly.show.chart.look import FAINT, LABEL, MARKS, ROW, SOFT, Row, data, dressed, stances
from reportedly.stand import flips
from reportedly.types import UNATTRIBUTED, ClaimView, Position, Stance

CLAIMS, SIDES = 14, 8  # that one picture can hold
COLUMN = 104  # pixels of a side's column
NAME = 15  # characters of a side's name


def positions_chart(coverage: Coverage) -> Any | None:
    """Return the matrix of a story's claims with most sides, None where no side takes a stance on any."""
    sides = _sides(coverage.claims.values())
    views = sorted(coverage.claims.values(), key=lambda v: (-len(_held(v, sides)), v.since, v.claim.id))
    views = [view for view in views if _held(view, sides)][:CLAIMS]
    if not views:
        return None
    labels = {view.claim.id: f"{n}. {shorten(view.claim.gist, LABEL)}" for n, view in enumerate(views, 1)}
    rows = [_cell(labels[v.claim.id], position) for v in views for position in _held(v, sides)]
    seen = [position.stance for v in views for position in _held(v, sides)]
    before = [flip[-1][0].stance for v in views for p in _held(v, sides) if (flip := flips(p))]
    shape, colour = stances([*seen, *before])
    grid = [{"claim": label, "side": _short(side)} for label in labels.values() for side in sides]
    x = alt.X(
        "side:N",
        sort=[_short(side) for side in sides],
        title=None,
        axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False),
    )
    y = alt.Y("claim:N", sort=list(labels.values()), title=None, axis=alt.Axis(domain=False, ticks=False))
    cells = alt.Chart(data(grid)).mark_rect(fill="white", stroke=FAINT).encode(x=x, y=y)
    base = alt.Chart(data(rows)).encode(x=x, y=y)
    now = base.mark_point(filled=True, size=170, opacity=1, xOffset=0).encode(shape=shape, color=colour)
    layers = [cells, now]
    flipped = [row for row in rows if row["was"]]
    if flipped:
        old = [row | {"stance": row["was"]} for row in flipped]
        were = alt.Chart(data(old)).encode(x=x, y=y)
        layers.append(were.mark_point(filled=True, size=64, opacity=1, xOffset=-34).encode(shape=shape, color=colour))
        layers.append(were.mark_text(text="→", dx=-19, fontSize=13, color=SOFT))
    chart = alt.layer(*layers).properties(width=alt.Step(COLUMN), height=alt.Step(ROW))
    return dressed(chart, finding(views), _reading(coverage, len(views), bool(flipped)))


def finding(views: Sequence[ClaimView]) -> str:
    """Return what the matrix shows, as a sentence."""
    contested = sum(any(p.stance in {Stance.DENIES, Stance.DOUBTS} for p in view.positions) for view in views)
    backed = sum(view.independent_origins > 1 for view in views)
    claims = "claim" if len(views) == 1 else "claims"
    return (
        f"{backed or 'None'} of {len(views)} {claims} {'are' if backed > 1 else 'is'} backed by independent sides; "
        f"{contested or 'none'} {'are' if contested > 1 else 'is'} denied or doubted"
    )


def _reading(coverage: Coverage, shown: int, flipped: bool) -> str:
    more = len(coverage.claims) - shown
    parts = ["each side's newest stance on each claim"]
    parts += ["the small mark before an arrow is the stance it gave up"] if flipped else []
    parts += [f"{more} claims with fewer sides are left out"] if more else []
    return "; ".join(parts)[:1].upper() + "; ".join(parts)[1:]


def _sides(views: Any) -> list[str]:
    counts = Counter(p.party for view in views for p in view.positions if p.party != UNATTRIBUTED)
    return sorted(counts, key=lambda side: (-counts[side], side))[:SIDES]


def _held(view: ClaimView, sides: Sequence[str]) -> list[Position]:
    return [p for p in view.positions if p.party in sides and p.stance in MARKS]


def _cell(claim: str, position: Position) -> Row:
    flipped = flips(position)
    return {
        "claim": claim,
        "side": _short(position.party),
        "stance": MARKS[position.stance][0],
        "was": MARKS[flipped[-1][0].stance][0] if flipped else "",
        "since": position.since,
    }


def _short(side: str) -> str:
    return shorten(clean(side), NAME)
