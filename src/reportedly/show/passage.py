"""A paragraph with the words of its statements marked: in colour on a terminal, in brackets in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

from rich.text import Text

from reportedly.show.brief.words import clean
from reportedly.types import Span, Statement


class Part(StrEnum):
    """What a marked piece is to its statement."""

    SOURCE = "who"
    CUE = "says"
    CONTENT = "what"
    VIA = "via"


Mark = tuple[Span, Part]
STYLES = {
    Part.SOURCE: "bold cyan",
    Part.CUE: "italic magenta",
    Part.CONTENT: "black on yellow",
    Part.VIA: "underline",
}
BRACKETS = {
    Part.SOURCE: ("[", "]"),
    Part.CUE: ("{", "}"),
    Part.CONTENT: ("«", "»"),
    Part.VIA: ("‹", "›"),
}


def marks(statements: Iterable[Statement]) -> list[Mark]:
    """Return the marked pieces of statements, each once."""
    found: dict[Mark, None] = {}
    for s in statements:
        found |= dict.fromkeys((span, Part.CONTENT) for span in s.content)
        found |= dict.fromkeys((span, Part.VIA) for span in s.via_spans)
        found |= {(s.source, Part.SOURCE): None} if s.source else {}
        found |= {(s.cue, Part.CUE): None} if s.cue else {}
    return list(found)


def passage(text: str, within: Span, found: Iterable[Mark], *, colour: bool) -> Text:
    """Return a stretch of an article's text with its marks."""
    inside = [
        (Span(max(s.start, within.start), min(s.end, within.end)), part) for s, part in found if s.overlaps(within)
    ]
    return _coloured(text, within, inside) if colour else Text(_bracketed(text, within, inside))


def legend(*, colour: bool) -> Text:
    """Return what the marks mean."""
    if not colour:
        return Text("marks: " + "  ".join(f"{left}{part.value}{right}" for part, (left, right) in BRACKETS.items()))
    text = Text("marks: ")
    for part, style in STYLES.items():
        text.append(part.value, style).append("  ")
    return text


def _coloured(text: str, within: Span, found: list[Mark]) -> Text:
    """Style piece by piece: cleaning the whole would move the offsets."""
    edges = sorted({within.start, within.end, *(edge for span, _ in found for edge in span)})
    order = list(STYLES)
    result = Text()
    for start, end in pairwise(edges):
        parts = sorted((part for span, part in found if span.start <= start and end <= span.end), key=order.index)
        result.append(_clean(text[start:end]), STYLES[parts[0]] if parts else "")
    return result


def _bracketed(text: str, within: Span, found: list[Mark]) -> str:
    points = [(span.start, 1, -span.end, BRACKETS[part][0]) for span, part in found]
    points += [(span.end, 0, -span.start, BRACKETS[part][1]) for span, part in found]
    pieces, at = [], within.start
    for place, _, _, bracket in sorted(points):
        pieces += [_clean(text[at:place]), bracket]
        at = place
    return "".join([*pieces, _clean(text[at : within.end])])


def _clean(piece: str) -> str:
    """Make a piece harmless and keep the spaces at its ends."""
    inner = clean(piece)
    if not inner:
        return " " if piece else ""
    return (" " if piece[0].isspace() else "") + inner + (" " if piece[-1].isspace() else "")
