"""Events for tests of standing, told by statements of a small world."""

from __future__ import annotations

from reportedly.types import Event, EventType, Flag, Participant, PartyKind, Place, Span, Statement

AT = Span(0, 6)


def event(
    statement: Statement,
    kind: EventType = EventType.RETREAT,
    mode: str = "withdraw",
    *,
    actor: str = "Dovrania",
    recipient: str = "",
    country: str = "",
    flags: frozenset[Flag] = frozenset(),
    score: float = 0.9,
) -> Event:
    return Event(
        id=f"{statement.id}e",
        article=statement.article,
        type=kind,
        mode=mode,
        flags=flags,
        trigger=AT,
        actor=Participant(AT, actor, actor, PartyKind.STATE) if actor else None,
        recipient=Participant(AT, recipient, recipient, PartyKind.STATE) if recipient else None,
        place=Place(AT, country, country) if country else None,
        statement=statement.id,
        reporter=statement.voice.party,
        score=score,
    )
