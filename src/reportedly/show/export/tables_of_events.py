"""Tables of events: who reports which, and the gauge they come to. docs/events.md sets the columns beside others'."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.name.places import codes
from reportedly.show.export.table import Column, Kind, Table
from reportedly.stand.gauge import Point
from reportedly.stand.reported import Reported
from reportedly.stand.scale import intensity, weight

if TYPE_CHECKING:
    from reportedly.desk import View


def _reported(view: View, story: str) -> Iterable[Reported]:
    return view.reported(story=story)


def _points(view: View, story: str) -> Iterable[Point]:
    return view.gauge(story=story)


def _iso3(side: str) -> str:
    return codes().get(side, "")


EVENTS: Table[Reported] = Table(
    "events",
    "Reported events: a row an event and who reports it. The same event has a row for each side with a stance on it, "
    "and outlets' own narration has rows of its own. `event` is what joins them.",
    (
        Column("event", Kind.TEXT, "id of the claim, or of the event that narration tells of", lambda r: r.event),
        Column("story", Kind.TEXT, "id of its story", lambda r: r.story),
        Column("type", Kind.TEXT, "PLOVER type", lambda r: r.what.type.value),
        Column("mode", Kind.TEXT, "PLOVER mode", lambda r: r.what.mode),
        Column("cameo_root", Kind.TEXT, "CAMEO root code", lambda r: weight(r.what.type, r.what.mode).cameo),
        Column(
            "intensity",
            Kind.NUMBER,
            "-10 to 10, after Goldstein, as the event is spoken of",
            lambda r: intensity(r.what.type, r.what.mode, r.what.flags),
        ),
        Column("actor", Kind.TEXT, "side that acts", lambda r: r.what.actor),
        Column("actor_iso3", Kind.TEXT, "ISO 3166 code of a state", lambda r: _iso3(r.what.actor)),
        Column("recipient", Kind.TEXT, "side it is done to", lambda r: r.what.recipient),
        Column("recipient_iso3", Kind.TEXT, "ISO 3166 code of a state", lambda r: _iso3(r.what.recipient)),
        Column("place", Kind.TEXT, "where", lambda r: r.what.place.name if r.what.place else None),
        Column("country", Kind.TEXT, "state of the place", lambda r: r.what.place.state if r.what.place else None),
        Column("latitude", Kind.NUMBER, "degrees", lambda r: r.what.place.latitude if r.what.place else None),
        Column("longitude", Kind.NUMBER, "degrees", lambda r: r.what.place.longitude if r.what.place else None),
        Column("event_time", Kind.TEXT, "when it happens", lambda r: r.what.time.value if r.what.time else None),
        Column(
            "flags",
            Kind.LIST,
            "`negated`, `hypothetical`, `future`, `ongoing`, `ended`, `demanded`",
            lambda r: sorted(flag.value for flag in r.what.flags),
        ),
        Column("low", Kind.NUMBER, "lowest count", lambda r: r.bounds.low if r.bounds else None),
        Column("best", Kind.NUMBER, "count best supported", lambda r: r.bounds.best if r.bounds else None),
        Column("high", Kind.NUMBER, "highest count", lambda r: r.bounds.high if r.bounds else None),
        Column("reporter", Kind.TEXT, "side, or outlet, that reports it", lambda r: r.reporter),
        Column("reporter_kind", Kind.TEXT, "what kind of side, as in statements", lambda r: r.kind.value),
        Column("narrated", Kind.FLAG, "in the outlet's own words, attributed to nobody", lambda r: r.narrated),
        Column("stance", Kind.TEXT, "the reporter's newest", lambda r: r.stance.value),
        Column("certainty", Kind.TEXT, "of its newest statement", lambda r: r.certainty.value),
        Column("since", Kind.TEXT, "when it took the stance", lambda r: r.since),
        Column("origins", Kind.LIST, "ids of what its statements go back to", lambda r: list(r.origins)),
        Column("denied_by", Kind.LIST, "other sides that deny it", lambda r: list(r.denied_by)),
        Column("doubted_by", Kind.LIST, "other sides that doubt it", lambda r: list(r.doubted_by)),
        Column("confirmed_by", Kind.LIST, "other sides that affirm it", lambda r: list(r.confirmed_by)),
        Column(
            "standing",
            Kind.TEXT,
            "of the claim at the moment of the export, null for narration",
            lambda r: r.standing.value if r.standing else None,
        ),
        Column(
            "independent_origins",
            Kind.WHOLE,
            "origins of different sides that affirm it",
            lambda r: r.independent_origins,
        ),
        Column("outlets", Kind.WHOLE, "outlets that carry it", lambda r: r.outlets),
        Column("gist", Kind.TEXT, "what is claimed, or the words of the narration", lambda r: r.gist),
        Column("statements", Kind.LIST, "ids of the reporter's statements", lambda r: list(r.statements)),
        Column("articles", Kind.LIST, "ids of the articles they stand in", lambda r: list(r.articles)),
    ),
    _reported,
)

GAUGE: Table[Point] = Table(
    "gauge",
    "Tension and easing by day and pair of sides: sums of intensities, halved every 14 days.",
    (
        Column("day", Kind.TEXT, "ISO date", lambda p: p.day),
        Column("actor", Kind.TEXT, "null with `recipient`: all pairs together", lambda p: p.actor),
        Column("recipient", Kind.TEXT, "side it is done to, null where none is named", lambda p: p.recipient),
        Column("claimed", Kind.NUMBER, "level by what any named side affirms", lambda p: p.claimed),
        Column("corroborated", Kind.NUMBER, "level by what independent origins affirm", lambda p: p.corroborated),
        Column("contested", Kind.NUMBER, "share of the weight that is denied or doubted", lambda p: p.contested),
        Column("firsts", Kind.LIST, "types claimed for the first time in a week", lambda p: [f.type for f in p.firsts]),
        Column("claims", Kind.LIST, "ids of the claims that weigh on this day", lambda p: list(p.claims)),
        Column("statements", Kind.LIST, "ids of the statements new on this day", lambda p: list(p.statements)),
    ),
    _points,
)
