"""Whose verb it is that has no subject of its own: "the bureau accused them, saying that ...", "and defended it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.raw import Raw
from reportedly.text import sentence_at
from reportedly.types import Span

_PARTICIPLE = re.compile(r"(?:\w+ )?(?!according\b)\w+ing\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|but) $", re.IGNORECASE)
_BEFORE = 5  # characters that hold an "and"


def shared(text: str, lines: Sequence[Span], raws: Sequence[Raw]) -> list[Raw]:
    """Give each statement without a source, told by a participle or after "and", that of the verb it goes on from.

    `raws` are in order of the text, `lines` its sentences.
    """
    found: list[Raw] = []
    for raw in raws:
        cue = raw.cue
        if raw.source is None and cue is not None and _goes_on(text, cue):
            line = sentence_at(lines, cue.start)
            start = line.start if line is not None else cue.start
            source = next((r.source for r in reversed(found) if _leads(r, cue, start)), None)
            raw = replace(raw, source=source)
        found.append(raw)
    return found


def _goes_on(text: str, cue: Span) -> bool:
    before = text[max(0, cue.start - _BEFORE) : cue.start]
    return _PARTICIPLE.match(text, cue.start, cue.end) is not None or _JOINED.search(before) is not None


def _leads(raw: Raw, cue: Span, start: int) -> bool:
    """Tell whether a statement's verb stands before another one in its sentence, and outside what is said."""
    if raw.source is None or raw.cue is None or not start <= raw.cue.start < cue.start:
        return False
    return raw.source.start < cue.start and not any(piece.holds(cue) for piece in raw.content)
