"""The number band: what each source says a figure is, over time, and the bounds that all of them leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from reportedly.counts import comparable
from reportedly.show.brief.moments import instant
from reportedly.show.brief.words import clean, shorten
from reportedly.show.chart.look import AGAINST, FAINT, FOR, INK, SOFT, WIDTH, Row, data, dressed, times
from reportedly.stand.numbers import Series, Summary, band, series, summary
from reportedly.types import ClaimView, Quantity

SOURCES = 6
_SHAPES = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down"]
_COLOURS = [INK, FOR, AGAINST, "#009e73", "#7f7f7f", "#cc79a7"]
_SPREAD = 5  # pixels between the marks of two sources at one moment


def numbers_chart(view: ClaimView) -> Any | None:
    """Return the chart of a claim's figures, None where it has none with a date."""
    lines = [line for line in series(view) if any(instant(g.at) for g in line.given)]
    together = summary(view)
    if not lines or together is None:
        return None
    item = _counted(lines)
    lines = [line for line in lines if comparable(_counting(item), _counting(line.item))][:SOURCES]
    rows = [_row(line, given, number) for number, line in enumerate(lines) for given in line.given]
    ceiling = 1.15 * max(v for row in rows for v in (row["low"], row["high"], row["best"]) if v is not None)
    for row in rows:
        row["top"] = row["high"] if row["high"] is not None else ceiling
        row["bottom"] = row["low"] if row["low"] is not None else 0
    names = list(dict.fromkeys(row["source"] for row in rows))
    scale = alt.Scale(domain=[0, ceiling], nice=False, clamp=True)
    chart = alt.layer(_band(view, ceiling, rows), *_marks(rows, names, scale, item)).properties(width=WIDTH, height=260)
    subtitle = f"{shorten(view.claim.gist, 110)}. Bars: low to high, open ones to the edge; shaded: all sources"
    return dressed(chart, finding(together, item), subtitle)


def finding(together: Summary, item: str) -> str:
    """Return what the figures come to, as a sentence."""
    low, best, high = together.low, together.best, together.high
    if high is None:
        span = f"at least {_figure(low)}"
    elif low == high:
        span = _figure(low)
    else:
        span = f"{_figure(low)} to {_figure(high)}"
    said = f"{_capital(item or 'The count')}: {span}" + (f", best {_figure(best)}" if best not in {low, None} else "")
    parts = [f"{together.revisions} revision{'s' * (together.revisions != 1)}"] if together.revisions else []
    if together.conflicts:
        parts.append("; ".join(f"{clean(a)} and {clean(b)} differ" for a, b in together.conflicts[:2]))
    return f"{said} ({'; '.join(parts)})" if parts else f"{said}, and nobody differs"


def _counted(lines: Sequence[Series]) -> str:
    """Return what most figures count."""
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.item] = counts.get(line.item, 0) + len(line.given)
    return max(counts, key=lambda item: (bool(item), counts[item]))


def _counting(item: str) -> Quantity:
    return Quantity(None, None, item, 0, 0)


def _row(line: Series, given: Any, number: int) -> Row:
    return {
        "at": given.at,
        "source": shorten(clean(line.party), 24),
        "low": given.low,
        "best": given.best,
        "high": given.high,
        "revises": given.revises,
        "statement": given.statement,
        "offset": number,
        "label": _figure(given.best) + ("+" if given.high is None else ""),
    }


def _band(view: ClaimView, ceiling: float, rows: Sequence[Row]) -> Any:
    x = times([row["at"] for row in rows], "at")
    steps: list[Row] = [
        {"at": b.at, "low": b.bounds.low or 0, "high": ceiling if b.bounds.high is None else b.bounds.high}
        for b in band(view)
        if instant(b.at)
    ]
    last = max(rows, key=lambda row: str(row["at"]))["at"]
    if steps and steps[-1]["at"] != last:
        steps.append(steps[-1] | {"at": last})
    return (
        alt.Chart(data(steps))
        .mark_area(interpolate="step-after", color=FAINT, opacity=0.6, clip=True)
        .encode(x=x, y=alt.Y("low:Q"), y2="high:Q")
    )


def _marks(rows: Sequence[Row], names: Sequence[str], scale: alt.Scale, item: str) -> list[Any]:
    y = alt.Y("bottom:Q", title=item or "count", scale=scale)
    x = times([row["at"] for row in rows], "at")
    legend = alt.Legend(title=None, orient="bottom", symbolSize=90, columns=3)
    domain = list(names)
    colour = alt.Color("source:N", scale=alt.Scale(domain=domain, range=_COLOURS[: len(domain)]), legend=legend)
    shape = alt.Shape("source:N", scale=alt.Scale(domain=domain, range=_SHAPES[: len(domain)]), legend=legend)
    layers = []
    for number, name in enumerate(names):
        own = [row for row in rows if row["source"] == name]
        base = alt.Chart(data(own)).encode(x=x)
        shift = (number - (len(names) - 1) / 2) * _SPREAD
        best = alt.Y("best:Q", scale=scale)
        layers += [
            base.mark_line(strokeWidth=1, xOffset=shift).encode(y=best, color=colour),
            base.mark_rule(strokeWidth=2, xOffset=shift, clip=True).encode(y=y, y2="top:Q", color=colour),
            base.mark_point(filled=True, size=90, opacity=1, xOffset=shift).encode(y=best, color=colour, shape=shape),
        ]
    return [*layers, _labels(rows, x, scale)]


def _labels(rows: Sequence[Row], x: alt.X, scale: alt.Scale) -> Any:
    """Label figures where no other label stands: the first of each value at a moment."""
    shown = list({(row["at"][:10], row["label"]): row for row in rows}.values())
    base = alt.Chart(data(shown)).encode(x=x, y=alt.Y("best:Q", scale=scale), text="label:N")
    halo = base.mark_text(align="left", dx=16, dy=-10, fontSize=11, stroke="white", strokeWidth=3)
    return alt.layer(halo, base.mark_text(align="left", dx=16, dy=-10, fontSize=11, color=SOFT))


def _figure(value: float | None) -> str:
    return "unknown" if value is None else f"{value:,.0f}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
