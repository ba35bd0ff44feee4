"""A story's gauge: a picture with an address of its own, what it shows as a sentence, and its days as a table.

Pictures need the extra `charts`, which takes a second to import: it is looked for when there is something to draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.desk import NotFoundError
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.show.web import paths
from reportedly.stand.gauge import Point
from reportedly.types import Statement


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the gauge: its levels, as people read them, and what they rest on."""

    day: str  # ISO date
    claimed: str
    corroborated: str
    contested: str
    statements: tuple[Statement, ...]  # that became known on the day
    claims: tuple[str, ...]  # that weigh on it


@dataclass(frozen=True, slots=True)
class Gauge:
    """What a page shows of a gauge."""

    finding: str
    picture: str  # where it is
    days: tuple[Day, ...]  # on which something became known, and the last; between them levels only fade


def gauge(room: Newsroom, name: str, as_of: str) -> Gauge | None:
    """Return the gauge of a story at a moment, None where nothing weighs or the extra `charts` is not installed."""
    told = room.told(name, as_of=as_of)
    points = _points(room, told, as_of)
    if not points:
        return None
    try:
        from reportedly.show.chart.gauge import finding
    except ModuleNotFoundError:
        return None
    # A browser keeps a picture as long as a page lives, so a page with news names another one.
    picture = paths.gauge(told.story.id, as_of=as_of, seq=str(room.head.seq))
    days = [_day(point, told) for point in points]
    return Gauge(finding(points), picture, tuple(day for day in days if day.statements or day is days[-1]))


def picture(room: Newsroom, name: str, as_of: str) -> bytes:
    """Return the gauge of a story as SVG. Raises NotFoundError where there is none to draw."""
    told = room.told(name, as_of=as_of)
    return room.answers.of(("gauge picture", told.story.id, as_of), lambda: _drawn(room, told, as_of))


def _drawn(room: Newsroom, told: Told, as_of: str) -> Answer[bytes]:
    points = _points(room, told, as_of)
    if not points:
        raise NotFoundError(f"nothing that weighs on a gauge is told in {told.story.id}")
    try:
        from reportedly.show.chart.gauge import gauge_chart
        from reportedly.show.chart.render import Picture, rendered
    except ModuleNotFoundError as error:
        raise NotFoundError('pictures are not installed on this server: pip install "reportedly[charts]"') from error
    svg = rendered(gauge_chart(points), Picture.SVG)
    return Answer(svg, told.rests_on, len(svg))


def _points(room: Newsroom, told: Told, as_of: str) -> tuple[Point, ...]:
    """Return the points of a gauge, none where nothing ever weighed on it."""
    points = room.gauge(told.story.id, as_of=as_of)
    return points if any(point.claims for point in points) else ()


def _day(point: Point, told: Told) -> Day:
    from reportedly.show.chart.gauge import signed

    known = told.coverage.statements
    return Day(
        point.day,
        signed(point.claimed),
        signed(point.corroborated),
        f"{point.contested:.0%}",
        tuple(known[name] for name in point.statements if name in known),
        point.claims,
    )
