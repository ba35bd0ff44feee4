"""Where it was said, when the sentence itself says so beside the cue; otherwise the model's word stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.text import sentences
from reportedly.types import Channel, Span

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


def channel(text: str, cue: Span | None, content: Sequence[Span], guessed: Channel) -> Channel:
    """Return the channel that the words around the cue name, content left out, or `guessed` where they name none."""
    if cue is None:
        return guessed
    near = Span(max(0, text.rfind("\n", 0, cue.start)), _line_end(text, cue.end))
    for sentence in sentences(text, near):
        if sentence.overlaps(cue):
            words = _without(text, sentence, content)
            return next((found for found, sign in _SIGNS if sign.search(words)), guessed)
    return guessed


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _without(text: str, sentence: Span, content: Sequence[Span]) -> str:
    """Return the words of a sentence that are not content."""
    kept, start = [], sentence.start
    for span in content:
        if span.overlaps(sentence):
            kept.append(text[start : max(start, span.start)])
            start = max(start, span.end)
    return " ".join([*kept, text[start : sentence.end]])
