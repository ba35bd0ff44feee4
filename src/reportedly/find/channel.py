"""Where it was said, when the sentence itself says so beside the cue; otherwise the model's word stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportedly.types import Channel, Span

BESIDE = 500  # characters from the cue, for text in which no sentence ever ends

_SIGNS = (
    (
        Channel.SOCIAL,
        re.compile(
            r"\b(?:tweet(?:s|ed|ing)?|twitter|facebook|telegram|instagram|weibo|wechat|tiktok|youtube|truth social"
            r"|vkontakte|social media|in (?:the|a|an?other) post|posted on|on X)\b",
            re.I,
        ),
    ),
    (
        Channel.BROADCAST,
        re.compile(
            r"\b(?:state|national|public|private) (?:television|tv|radio|broadcaster)\b"
            r"|\bbroadcast(?:s|ing)?\b|\bon (?:air|television)\b",
            re.I,
        ),
    ),
    (Channel.COURT, re.compile(r"\b(?:told|before|in) (?:the |a )?(?:\w+ )?court\b|\btestif(?:y|ied)\b", re.I)),
)


def channel(text: str, lines: Sequence[Span], cue: Span | None, content: Sequence[Span], guessed: Channel) -> Channel:
    """Return the channel that the words around the cue name, content left out, or `guessed` where they name none.

    `lines` are the text's sentences, in order.
    """
    if cue is None:
        return guessed
    place = bisect_right(lines, cue.start, key=lambda line: line.end)
    if place == len(lines) or not lines[place].overlaps(cue):
        return guessed
    line = Span(max(lines[place].start, cue.start - BESIDE), min(lines[place].end, cue.end + BESIDE))
    words = _without(text, line, content)
    return next((found for found, sign in _SIGNS if sign.search(words)), guessed)


def _without(text: str, sentence: Span, content: Sequence[Span]) -> str:
    """Return the words of a sentence that are not content."""
    kept, start = [], sentence.start
    for span in content:
        if span.overlaps(sentence):
            kept.append(text[start : max(start, span.start)])
            start = max(start, span.end)
    return " ".join([*kept, text[start : sentence.end]])
