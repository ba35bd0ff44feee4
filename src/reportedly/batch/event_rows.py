"""The rows of reported events: one an event and reporter, with where the claim stands that it is part of."""

from __future__ import annotations

from typing import Any

from reportedly.desk.room import Room
from reportedly.types import Event, Flag, Position, Stance

_CONFIRMS = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.CONCEDES})
_DENIES = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.RETRACTS})


def event_row(found: Event, room: Room) -> dict[str, Any]:
    """Return an event's row. An event of the outlet's own narration has no statement, stance, origin nor claim."""
    article = room.articles[found.article]
    sides = {"actor": found.actor, "recipient": found.recipient}
    place, time, quantity = found.place, found.time, found.quantity
    row: dict[str, Any] = {
        "id": found.id,
        "article": found.article,
        "published": article.published,
        "outlet": article.outlet,
        "type": found.type.value,
        "mode": found.mode,
        **{name: side and side.party for name, side in sides.items()},
        **{f"{name}_words": side and side.words for name, side in sides.items()},
        "place": place and place.name,
        "country": place and place.state,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "time": time and time.value,
        "low": quantity and quantity.low,
        "high": quantity and quantity.high,
        "item": quantity and quantity.item,
        **{flag.value: flag in found.flags for flag in Flag},
        "reporter": found.reporter,
        "narrated": found.narrated,
        "start": found.extent.start,
        "end": found.extent.end,
        "words": found.trigger.of(article.text),
        "score": found.score,
    }
    return row | _reported(found, room)


def _reported(found: Event, room: Room) -> dict[str, Any]:
    statement = room.statements.get(found.statement or "")
    if statement is None:
        return {"confirmed_by": [], "denied_by": []}
    claim = room.claim_of.get(statement.id)
    others = [p for p in claim.positions if p.party != statement.voice.party] if claim is not None else []
    return {
        "statement": statement.id,
        "stance": statement.stance.value,
        "certainty": statement.certainty.value,
        "origin": room.folded.origin_of[statement.id].id,
        "claim": claim and claim.claim.id,
        "standing": claim and claim.standing.value,
        "confirmed_by": _parties(others, _CONFIRMS),
        "denied_by": _parties(others, _DENIES),
    }


def _parties(positions: list[Position], stances: frozenset[Stance]) -> list[str]:
    return [position.party for position in positions if position.stance in stances]
