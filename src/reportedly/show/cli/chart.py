"""`reportedly chart`: claims as pictures."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import View


class Kind(StrEnum):
    """What can be drawn."""

    GAUGE = "gauge"
    POSITIONS = "positions"
    NUMBERS = "numbers"
    TIMELINE = "timeline"
    ORIGINS = "origins"


class Format(StrEnum):
    """What it can be drawn as."""

    SVG = "svg"
    PNG = "png"
    JSON = "json"


def chart(
    kind: Annotated[Kind, typer.Argument(help="What to draw.")],
    story: Annotated[str, typer.Option("--story", metavar="ID", help="The story; the newest by default.")] = "",
    claim: Annotated[str, typer.Option("--claim", metavar="ID", help="numbers: the claim; the most told one.")] = "",
    between: Annotated[
        str, typer.Option("--between", metavar="ACTOR,RECIPIENT", help="gauge: one pair of sides; all by default.")
    ] = "",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending tells the format.")
    ] = "",
    format: Annotated[Format | None, typer.Option("--format", help="svg by default; json is Vega-Lite.")] = None,
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Draw a story: the gauge, who holds what, the figures, who spoke when, or who had it from whom.

    Needs the extra "charts" (pip install "reportedly[charts]").
    """
    render, picture = _extra(), _format(output, format, as_json)
    from reportedly.show.cli.naming import story_id

    with session.view(ledger, as_of, known_at) as view:
        name = story_id(view, story) or next((found.id for found in view.stories()), "")
        drawn = _drawn(view, kind, name, claim, between) if name else None
    if drawn is None:
        raise Trouble(Code.NOT_FOUND, f"there is nothing to draw for {kind.value}", story or claim, _TODO[kind])
    _write(render.rendered(drawn, render.Picture(picture.value)), output, picture)


_TODO = {
    Kind.GAUGE: "a story whose claims tell of events: reportedly events",
    Kind.POSITIONS: "a story with sides on record: reportedly claims",
    Kind.NUMBERS: "a claim with figures: reportedly claims",
    Kind.TIMELINE: "a story with dated statements",
    Kind.ORIGINS: "a story with statements",
}


def _extra() -> Any:
    try:
        from reportedly.show.chart import render
    except ModuleNotFoundError as error:
        raise Trouble(
            Code.USAGE, f"charts need a package that is not here: {error.name}", todo='pip install "reportedly[charts]"'
        ) from error
    return render


def _format(output: str, format: Format | None, as_json: bool) -> Format:
    if as_json and format not in (None, Format.JSON):
        raise Trouble(Code.USAGE, f"--json and --format {format} do not go together")
    if as_json:
        return Format.JSON
    ending = Path(output).suffix.lstrip(".").lower()
    if format is None and output and ending not in set(Format):
        raise Trouble(Code.USAGE, f"no format is named {ending!r}", output, "--output FILE.svg, .png or .json")
    return format or (Format(ending) if output else Format.SVG)


def _drawn(view: View, kind: Kind, story: str, claim: str, between: str) -> Any | None:
    from reportedly.show.gather import gather

    match kind:
        case Kind.GAUGE:
            return _gauge(view, story, between)
        case Kind.NUMBERS:
            return _numbers(view, story, claim)
        case Kind.POSITIONS:
            from reportedly.show.chart.positions import positions_chart

            return positions_chart(gather(view, story=story))
        case Kind.TIMELINE:
            from reportedly.show.chart.timeline import timeline_chart

            return timeline_chart(gather(view, story=story))
        case Kind.ORIGINS:
            from reportedly.show.chart.origins import origins_chart

            return origins_chart(gather(view, story=story))


def _gauge(view: View, story: str, between: str) -> Any | None:
    from reportedly.show.chart.gauge import gauge_chart
    from reportedly.stand.gauge import ALL

    actor, _, recipient = between.partition(",")
    pair = (actor.strip(), recipient.strip()) if between else ALL
    points = [point for point in view.gauge(story=story) if (point.actor, point.recipient) == pair]
    return gauge_chart(points) if points else None


def _numbers(view: View, story: str, claim: str) -> Any | None:
    from reportedly.show.chart.numbers import numbers_chart
    from reportedly.show.cli.naming import resolve
    from reportedly.types import ClaimView

    if claim:
        found = resolve(view, claim)
        return numbers_chart(found) if isinstance(found, ClaimView) else None
    told = sorted(view.claims(story=story), key=lambda v: (-len(v.figures), v.claim.id))
    return next((drawn for v in told if (drawn := numbers_chart(v)) is not None), None)


def _write(picture: bytes, output: str, format: Format) -> None:
    if output and output != "-":
        try:
            Path(output).write_bytes(picture)
        except OSError as error:
            raise Trouble(Code.USAGE, f"the picture cannot be written: {error.strerror}", output) from error
        return
    if format is Format.PNG:
        if sys.stdout.isatty():
            raise Trouble(Code.USAGE, "a PNG is no text for a terminal", todo="--output FILE.png")
        with out.open_ended():
            sys.stdout.buffer.write(picture)
            sys.stdout.buffer.flush()
        return
    out.write(picture.decode("utf-8"))
