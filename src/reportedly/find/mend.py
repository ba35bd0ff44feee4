"""Mend a content against what the text itself shows: quotations are said whole, and what is inside one stays inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.quotes import first_after
from reportedly.text import RANKS, SEAT
from reportedly.types import Span

# "denied it on Wednesday", "said Wednesday the dam held": the day is of the word, and no part of what is said.
_DATED = re.compile(r"(it|this|that|so|them),? (?:on|last|this|earlier|yesterday)\b(?: \w+){0,2}", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|yesterday|today"
    r"|tonight|last (?:week|month|year)) "
    # What begins a clause; a noun behind the day is its own: "Saturday shifts".
    r"(?=(?:that|whether|if|how|why|what|there|the|an?|it|he|she|they|we|I|you|his|her|its|their|our|this|these|those|no"
    r"|some|all|any|many|most)\b|(?:Mr|Mrs|Ms|Dr)\.|(?:President|Prime Minister)\b)"
)

# The beginning of a name before its end: "The New York" of Times; a sentence's first word is one by its capital alone.
_NAMED = re.compile(r"(?:(?<![.!?\n] )(?<!\n)\b[A-Z][\w.&’'-]*[ \t]+)+$")
_NAME = 80  # characters looked at before

# What goes on with a name that was cut: "Theresa | May", "Maj. Gen | . Qassem Soleimani", "German | Chancellor".
_NO_NAME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October"
    r"|November|December|After|And|Are|As|At|But|By|Can|Could|Did|Does|For|From|Had|Has|Have|If|In|Is|No|Not|Of|On|Or"
    r"|Over|Said|Says|That|The|To|Was|Were|When|While|Will|With|Would|[A-Z]{4,})\b"
)
# A longer run of capitals is a headline's.
_GOES_ON = re.compile(rf"(?: (?!{_NO_NAME})[A-Z][\w’'-]*){{1,2}}(?! [A-Z])")
_RANKED = re.compile(rf"\b(?:{RANKS})$")
# A place or a body behind a preposition is none of it: "in Teheran | Mr. Lunt".
_BEHIND = r"(?<=[a-z0-9,;:”’–—] )(?<! at )(?<![Ii]n )(?<! of )(?<! to )(?<!from )(?<!near )(?<!with )"
_OF_NAME = rf"\b(?!{_NO_NAME})(?:(?:{RANKS})\.|[A-Z][\w&’'-]*)"
_BEGINS = re.compile(rf"{_BEHIND}(?:{_OF_NAME} )+$")
_SEAT = re.compile(rf"\(?{SEAT}")
_SEATED = re.compile(rf"{_BEHIND}(?:{_OF_NAME},? )+$")


def name(text: str, span: Span) -> Span:
    """Widen a go-between to the whole of the name whose end it is."""
    before = text[max(0, span.start - _NAME) : span.start]
    found = _NAMED.search(before) if text[span.start : span.start + 1].isupper() else None
    return Span(span.start - len(found[0]), span.end) if found is not None else span


def source(text: str, span: Span, cue: Span | None) -> Span:
    """Widen a source to the whole of the name in whose middle it begins or ends, but not over its cue."""
    last = span.of(text).rpartition(" ")[2]
    dotted = text.startswith(". ", span.end) and _RANKED.search(last) is not None
    behind = _GOES_ON.match(text, span.end + dotted, span.end + _NAME) if last[:1].isupper() else None
    end = behind.end() if behind is not None else span.end
    wide = Span(_begin(text, span), end)
    return span if cue is not None and wide.overlaps(cue) else wide


def _begin(text: str, span: Span) -> int:
    """Return where the name begins that a source is the end of: a word of it, or but "(R-Ky.)" behind it."""
    seat = _SEAT.match(text, span.start) is not None
    if not (seat or text[span.start].isupper()):
        return span.start
    found = (_SEATED if seat else _BEGINS).search(text, max(0, span.start - _NAME), span.start)
    return found.start() if found is not None else span.start


def content(
    text: str, marks: Sequence[Span], pieces: Sequence[Span], others: Sequence[Span | None]
) -> tuple[Span, ...]:
    """Return the pieces of a content, mended; `marks` are the quoted stretches, `others` the source and the cue."""
    apart = [span for span in others if span is not None]
    mended = [_whole(text, marks, piece, apart) for piece in pieces]
    whole = (_undated(text, piece, apart) for piece in mended if piece.start < piece.end)
    return tuple(_joined(sorted(whole)))


def _undated(text: str, piece: Span, apart: Sequence[Span]) -> Span:
    """Leave the day on which it was said out: behind a content that is but a pronoun, or right behind the cue."""
    found = _DATED.fullmatch(text, piece.start, piece.end)
    if found is not None:
        return Span(piece.start, found.end(1))
    said = any(span.end + 1 == piece.start for span in apart)
    day = _DAY.match(text, piece.start, piece.end) if said else None
    return Span(day.end(), piece.end) if day is not None else piece


def _whole(text: str, marks: Sequence[Span], piece: Span, apart: Sequence[Span]) -> Span:
    """Widen a piece to the quotation that it opens or mostly fills, unless the source or the cue stands in it too."""
    number = first_after(marks, piece.start)
    while number < len(marks) and marks[number].start < piece.end:  # a piece that grows meets further quotations
        mark = marks[number]
        shared = min(mark.end, piece.end) - max(mark.start, piece.start)
        if any(mark.overlaps(span) for span in apart):
            # A statement inside a quotation: it cannot reach beyond the quotation's end.
            if piece.end > mark.end and any(mark.holds(span) for span in apart):
                piece = Span(piece.start, mark.end)
        elif shared >= 3 and (
            piece.start <= mark.start + 2 or piece.end >= mark.end - 2 or shared * 3 >= mark.end - mark.start
        ):
            piece = Span(min(piece.start, mark.start), max(piece.end, _end(text, marks, number)))
        number += 1
    return piece


def _end(text: str, marks: Sequence[Span], number: int) -> int:
    """Return where a quotation ends: it may run over paragraphs that each open with a mark, only the last closing."""
    end = marks[number].end
    for place in range(number + 1, len(marks)):
        following = marks[place]
        closed = text[end - 1] in "\"”»’'" and end - marks[number].start > 1
        if closed or text[end : following.start].strip() or "\n" not in text[end : following.start]:
            break
        end = following.end
    return end


def _joined(pieces: Sequence[Span]) -> list[Span]:
    """Join pieces that have come to overlap."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return joined
