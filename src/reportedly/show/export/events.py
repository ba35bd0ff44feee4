"""The records of events: in the export, and as `reportedly events --jsonl` gives them (docs/events.md)."""

from __future__ import annotations

from reportedly.show.export.objects import Record
from reportedly.stand.scale import weight
from reportedly.types import Event, Flag, Participant

LINE_FLAGS = (Flag.NEGATED, Flag.HYPOTHETICAL, Flag.FUTURE)


def event(found: Event) -> Record:
    """Return an event's record. Offsets count code points of the article's text."""
    place, time, quantity = found.place, found.time, found.quantity
    return {
        "type": "event",
        "id": found.id,
        "article": found.article,
        "event": found.type.value,
        "mode": found.mode,
        "cameo": weight(found.type, found.mode).cameo,
        "flags": sorted(flag.value for flag in found.flags),
        "trigger": [*found.trigger],
        "actor": _participant(found.actor),
        "recipient": _participant(found.recipient),
        "place": None
        if place is None
        else {
            "span": [*place.span],
            "name": place.name,
            "country": place.state,
            "latitude": place.latitude,
            "longitude": place.longitude,
        },
        "time": None if time is None else {"span": [*time.span], "value": time.value},
        "quantity": None
        if quantity is None
        else {
            "low": quantity.low,
            "high": quantity.high,
            "item": quantity.item,
            "span": [quantity.start, quantity.end],
        },
        "statement": found.statement,
        "reporter": found.reporter,
        "score": found.score,
    }


def line(found: Event, text: str) -> Record:
    """Return an event of a text as one flat object: words as they stand, a time resolved where it could be."""
    return {
        "type": found.type.value,
        "mode": found.mode,
        "actor": found.actor.words if found.actor is not None else None,
        "recipient": found.recipient.words if found.recipient is not None else None,
        "place": found.place.span.of(text) if found.place is not None else None,
        "time": (found.time.value or found.time.span.of(text)) if found.time is not None else None,
        **{flag.value: flag in found.flags for flag in LINE_FLAGS},
        "reporter": found.reporter,
        "statement": found.statement,
        "start": found.extent.start,
        "end": found.extent.end,
        "score": found.score,
    }


def _participant(found: Participant | None) -> Record | None:
    if found is None:
        return None
    return {"span": [*found.span], "words": found.words, "party": found.party, "kind": found.kind.value}
