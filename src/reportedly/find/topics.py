"""Topics of headlines: "Ukraine: some troops reportedly retreat" names its subject before the colon, nobody who speaks.

"Mayor: we had it in February" is the same to the eye. What tells them apart is the article: it lets the mayor speak.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportedly.find.raw import Raw
from reportedly.text import OPENING_QUOTES
from reportedly.types import Article, Role, Span, Stance

_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_LETTERS = 5  # that "Ukraine" and "Ukrainian" share
_MARKS = OPENING_QUOTES + "'‘"
_SPEAKS = frozenset(Stance) - {Stance.AWAITED, Stance.NO_COMMENT, Stance.NONE}


def without_topics(article: Article, raws: Sequence[Raw]) -> list[Raw]:
    """Return the statements without those of a headline's topic: a bare name that says nothing in the article."""
    text = article.text
    headlines = {block.start: block.span for block in article.blocks if block.role is Role.HEADLINE}
    labels = [_label(text, raw, headlines) for raw in raws]
    if not any(labels):
        return list(raws)
    speakers = "\n".join(
        raw.source.of(text).casefold()
        for raw, inside in zip(raws, _inside(headlines, raws), strict=True)
        if raw.source is not None and raw.labels.stance in _SPEAKS and not inside
    )
    return [raw for raw, label in zip(raws, labels, strict=True) if not label or label in speakers]


def _inside(headlines: Mapping[int, Span], raws: Sequence[Raw]) -> Iterator[bool]:
    """Tell of each statement whether its source stands in a headline."""
    starts = sorted(headlines)
    for raw in raws:
        before = bisect_right(starts, raw.source.start) if raw.source is not None else 0
        yield bool(before) and raw.source is not None and headlines[starts[before - 1]].end > raw.source.start


def _label(text: str, raw: Raw, headlines: Mapping[int, Span]) -> str:
    """Return the stem of the name that stands before a headline's colon, "" where there is none or words are quoted."""
    source, cue = raw.source, raw.cue
    if source is None or cue is None or not raw.content or cue.of(text) != ":" or not _NAME.fullmatch(source.of(text)):
        return ""
    headline = headlines.get(source.start)
    if headline is None or not headline.holds(cue) or text[raw.content[0].start] in _MARKS:
        return ""
    return source.of(text).split()[-1][:_LETTERS].casefold()
