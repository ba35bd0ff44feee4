"""The gauge: what is claimed against what is corroborated, day by day, and how much of it is contested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from reportedly.show.brief.moments import reads
from reportedly.show.brief.words import clean
from reportedly.show.chart.look import AGAINST, FAINT, FOR, INK, SOFT, WIDTH, Row, data, dressed
from reportedly.stand.gauge import HALF_LIFE, Point

_LEVEL = 1.0  # of the scale: less than this is nothing to speak of
_HEADROOM = 1.25


def gauge_chart(points: Sequence[Point]) -> Any:
    """Return the chart of one pair's points, in order of their days, at least one."""
    last = points[-1]
    top = max(_LEVEL, *(abs(v) for p in points for v in (p.claimed, p.corroborated))) * _HEADROOM
    low, high = (-top if any(min(p.claimed, p.corroborated) < 0 for p in points) else -0.15 * top), top
    levels = alt.layer(_zero(), _lines(points, (low, high)), _ends(last), _firsts(points)).properties(
        width=WIDTH, height=230
    )
    share = _contested(points).properties(width=WIDTH, height=56)
    pair = f"{_name(last.actor)} towards {_name(last.recipient)}" if last.actor or last.recipient else "All sides"
    subtitle = f"{pair}; each event weighs once, after Goldstein (−10 to 10), and halves every {HALF_LIFE} days"
    return dressed(alt.vconcat(levels, share, spacing=18), finding(points), subtitle)


def finding(points: Sequence[Point]) -> str:
    """Return what the gauge shows, as a sentence."""
    last = points[-1]
    day = reads(last.day)
    claimed, backed = _course(last.claimed), _course(last.corroborated)
    if not claimed:
        return f"Nothing claimed weighs any more on {day}" if len(points) > 1 else f"Nothing weighs yet on {day}"
    level = signed(last.claimed)
    if not backed:
        contest = f"; {last.contested:.0%} of it is contested" if last.contested else ""
        return f"{claimed} is claimed ({level}) and not corroborated on {day}{contest}"
    if backed != claimed:
        return (
            f"{claimed} is claimed ({level}), {backed.lower()} is corroborated ({signed(last.corroborated)}) on {day}"
        )
    return f"{claimed} is claimed ({level}), and corroborated as far as {signed(last.corroborated)} on {day}"


def _course(level: float) -> str:
    return "" if abs(level) < _LEVEL else "Easing" if level > 0 else "Tension"


def signed(level: float) -> str:
    """Return a level as people read it: "+4.2", "−10.0"."""
    return f"{level:+.1f}".replace("-", "−")


def _name(side: str) -> str:
    return clean(side) or "nobody named"


def _day() -> alt.X:
    axis = alt.Axis(format="%-d %b", tickCount="day", grid=False, labelOverlap=True)
    return alt.X("day:T", title=None, scale=alt.Scale(padding=14), axis=axis)


def _lines(points: Sequence[Point], domain: tuple[float, float]) -> Any:
    rows: list[Row] = []
    for p in points:
        rows.append({"day": p.day, "level": p.claimed, "line": "claimed", "statements": list(p.statements)})
        rows.append({"day": p.day, "level": p.corroborated, "line": "corroborated", "statements": list(p.statements)})
    level = alt.Y(
        "level:Q",
        title="← tension    easing →",
        scale=alt.Scale(domain=list(domain), nice=False),
        axis=alt.Axis(tickCount=6, labelExpr="datum.value == 0 ? '0' : format(datum.value, '+.0f')"),
    )
    names = ["claimed", "corroborated"]
    return (
        alt.Chart(data(rows))
        .mark_line(strokeWidth=2.6, point=alt.OverlayMarkDef(filled=True, size=34, opacity=1))
        .encode(
            x=_day(),
            y=level,
            color=alt.Color("line:N", scale=alt.Scale(domain=names, range=[INK, FOR]), legend=None),
            strokeDash=alt.StrokeDash("line:N", scale=alt.Scale(domain=names, range=[[5, 3], [1, 0]]), legend=None),
            tooltip=[alt.Tooltip("day:T"), alt.Tooltip("level:Q"), alt.Tooltip("statements:N")],
        )
    )


def _zero() -> Any:
    return alt.Chart(data([{"level": 0}])).mark_rule(color=SOFT, strokeWidth=1).encode(y="level:Q")


def _ends(last: Point) -> Any:
    """Name the lines at their ends; where both end together, one above the other."""
    apart = abs(last.claimed - last.corroborated) > 0.12 * max(1.0, abs(last.claimed), abs(last.corroborated)) * 2
    layers = []
    for name, level, colour, over in (
        ("claimed", last.claimed, INK, last.claimed >= last.corroborated),
        ("corroborated", last.corroborated, FOR, last.corroborated > last.claimed),
    ):
        shift = -10 if apart or over else 11
        layers.append(
            alt.Chart(data([{"day": last.day, "level": level, "text": f"{name} {signed(level)}"}]))
            .mark_text(align="left", dx=9, dy=shift, fontSize=12, fontWeight="bold", color=colour)
            .encode(x="day:T", y="level:Q", text="text:N")
        )
    return alt.layer(*layers)


def _firsts(points: Sequence[Point]) -> Any:
    """Mark the day on which something was claimed for the first time in long; one label a day, the longest wait."""
    rows: list[Row] = []
    for p in points:
        waited = [f for f in p.firsts if f.after is not None]
        if waited:
            first = max(waited, key=lambda f: f.after or 0)
            rows.append({"day": p.day, "level": p.claimed, "text": f"first {first.type.value} in {first.after} days"})
    chart = alt.Chart(data(rows or [{"day": points[-1].day, "level": None, "text": ""}]))
    mark = chart.mark_point(shape="triangle-down", filled=True, size=90, color=INK, yOffset=-14, opacity=1)
    text = chart.mark_text(dy=-26, fontSize=11, color=INK, align="center")
    return alt.layer(mark.encode(x="day:T", y="level:Q"), text.encode(x="day:T", y="level:Q", text="text:N"))


def _contested(points: Sequence[Point]) -> Any:
    rows: list[Row] = [{"day": p.day, "share": p.contested} for p in points]
    share = alt.Y(
        "share:Q",
        title="contested",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(values=[0, 0.5, 1], format="%", grid=True),
    )
    base = alt.Chart(data(rows)).encode(x=_day(), y=share)
    return alt.layer(
        base.mark_area(color=FAINT, interpolate="step-after"),
        base.mark_line(color=AGAINST, strokeWidth=1.6, interpolate="step-after", point=len(rows) == 1),
    )
