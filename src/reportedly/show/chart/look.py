"""How all charts look: one font, few colours that stay apart in grey and for the colour-blind, room for every label."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, TypeAlias

import altair as alt

from reportedly.show.brief.moments import instant
from reportedly.types import Stance

Row: TypeAlias = "dict[str, Any]"

FONT = "Liberation Sans"  # metric-compatible with Arial; vl-convert carries it, so that every machine draws the same
INK, SOFT, FAINT = "#1a1a1a", "#5f5f5f", "#d9d9d9"
FOR, AGAINST, SILENT = "#0072b2", "#d55e00", "#7f7f7f"  # blue, vermilion (Okabe and Ito), grey
WIDTH = 640  # pixels of the plot
ROW = 34  # pixels of one row of a grid
LINE = 104  # characters a title's line takes
_DAYS = 7  # from which on an axis counts days, not hours
LABEL = 58  # characters of a row's label

_BAR = "M-1,-0.3H1V0.3H-1Z"  # a short thick dash, as a path of Vega
# What each stance is drawn as; filled marks are words, hollow ones silence or taking back.
MARKS: dict[Stance, tuple[str, str, str]] = {
    Stance.ASSERTS: ("asserts", "circle", FOR),
    Stance.CONFIRMS: ("confirms", "diamond", FOR),
    Stance.CONCEDES: ("concedes", "square", FOR),
    Stance.DENIES: ("denies", "cross", AGAINST),
    Stance.DOUBTS: ("doubts", "triangle-down", AGAINST),
    Stance.RETRACTS: ("retracts", "triangle-left", AGAINST),
    Stance.CANNOT_CONFIRM: ("cannot confirm", _BAR, SILENT),
    Stance.NO_COMMENT: ("no comment", "triangle-right", SILENT),
    Stance.AWAITED: ("awaited", "triangle-up", SILENT),
}


def data(rows: Sequence[Row]) -> alt.InlineData:
    """Return rows as the chart's own data: nothing is fetched when it is drawn."""
    return alt.InlineData(values=list(rows))


def stances(shown: Sequence[Stance]) -> tuple[alt.Shape, alt.Color]:
    """Return the shape and colour encodings of stances, with a legend of those that are shown."""
    order = [stance for stance in MARKS if stance in shown]
    names, shapes, colours = ([MARKS[stance][part] for stance in order] for part in range(3))
    legend = alt.Legend(title=None, orient="bottom", symbolSize=110, columns=5)
    return (
        alt.Shape("stance:N", scale=alt.Scale(domain=names, range=shapes), legend=legend),
        alt.Color("stance:N", scale=alt.Scale(domain=names, range=colours), legend=legend),
    )


def times(moments: Sequence[str], field: str) -> alt.X:
    """Return the encoding of time over ISO moments: days where they are many, hours too where they are few."""
    known = [moment for moment in map(instant, moments) if moment is not None]
    days = (max(known) - min(known)).days if known else 0
    axis = alt.Axis(format="%-d %b" if days >= _DAYS else "%-d %b, %H:%M", tickCount=7, grid=False, labelOverlap=True)
    return alt.X(f"{field}:T", title=None, scale=alt.Scale(padding=22), axis=axis)


def dressed(chart: Any, title: str, subtitle: str = "") -> Any:
    """Return a finished chart: its title says the finding, its subtitle how to read it."""
    heading = alt.Title(
        wrap(title, LINE - 28) or [""],
        subtitle=wrap(subtitle, LINE) if subtitle else [],
        anchor="start",
        frame="bounds",
        fontSize=16,
        fontWeight="bold",
        color=INK,
        subtitleFontSize=12,
        subtitleColor=SOFT,
        subtitlePadding=4,
        offset=14,
    )
    return (
        chart.properties(title=heading, background="white", padding=16)
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=SOFT,
            titleFontWeight="normal",
            labelFontSize=11,
            titleFontSize=11,
            gridColor=FAINT,
            domainColor=SOFT,
            tickColor=SOFT,
            labelLimit=420,
        )
        .configure_legend(labelFontSize=11, labelColor=INK, labelLimit=260)
    )
