"""An event as its sentence tells it, before it has its place in the article."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.types import EventType, Flag, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """One event with its spans, in code points of the article's text.

    Whoever marks an article gives a list of these for each of its sentences, in order of the text, the sentence's main
    event first; a sentence without one gives an empty list. An event that is asked for ("urged Varland to withdraw")
    may be marked once, with `Flag.DEMANDED` and the inner type: the asking is added beside it. A headline is one too.
    """

    type: EventType
    mode: str  # "" where there is none
    flags: frozenset[Flag]
    trigger: Span
    actor: Span | None = None
    recipient: Span | None = None
    place: Span | None = None
    time: Span | None = None
    quantity: Span | None = None
    score: float = 1.0  # 0 to 1
