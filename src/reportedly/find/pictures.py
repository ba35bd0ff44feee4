"""Pictures that a body shows: "state television broadcast footage of tanks" says what the footage shows.

The corpus has few of these, and the trained reader takes some for plain narration; the wording is fixed enough for a
rule. Words are bounded, so that text without blanks costs no more than other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.types import Act, Article, Certainty, Channel, Role, Span, Stance

_TOLD = frozenset({Role.PARAGRAPH, Role.STANDFIRST, Role.HEADLINE})
PICTURES = r"(?:footage|videos?|photo(?:graph)?s?|pictures|images|recordings?|clips?)\b"
_AIRS = r"television|TV|broadcaster|channel|network|station"
_BODY = rf"{_AIRS}|ministry|army|navy|air force|military|command|police|government|guard|agency"
_SHOWS = re.compile(
    rf"(?<!\w)(?P<source>(?:(?:[A-Z][\w’'.-]{{0,30}}|the|an?|state|public|national|private|local|defen[cs]e|interior|foreign)\s{{1,3}}){{0,5}}"
    rf"(?:(?P<airs>{_AIRS})|{_BODY}))\s+"
    r"(?P<cue>(?:(?:has|have|had|also|later)\s+){0,2}"
    r"(?:broadcast|aired|show(?:ed|n|s)|screened|released|published|posted|circulated))\s+"
    r"(?P<content>(?:[\w’'-]{1,30}\s+){0,3}" + PICTURES + r"[^.;!?\n]*)"
)
_TAKEN = re.compile(r"\s+(" + PICTURES + r")$")
_SHOWING = ("of ", "showing ")  # how a content begins that has lost its pictures to the cue
SCORE = 0.9


def with_pictures(text: str, raw: Raw) -> Raw:
    """Return a statement whose content has the pictures that its cue took: "aired footage | of the convoy"."""
    taken = _TAKEN.search(raw.cue.of(text)) if raw.cue is not None and raw.content else None
    if taken is None or raw.cue is None:
        return raw
    first, cue = raw.content[0], raw.cue
    if text[cue.end : first.start].strip() or not first.of(text).startswith(_SHOWING):
        return raw
    said = Span(cue.start + taken.start(1), first.end)
    return replace(raw, cue=Span(cue.start, cue.start + taken.start()), content=(said, *raw.content[1:]))


def shown(article: Article, found: Sequence[Raw]) -> Iterator[Raw]:
    """Yield one statement for each showing of pictures that is in no statement found already."""
    for block in article.blocks:
        if block.role not in _TOLD:
            continue
        for match in _SHOWS.finditer(article.text, block.start, block.end):
            cue = Span(*match.span("cue"))
            if not any(raw.start < cue.end and cue.start < raw.end for raw in found):
                channel = Channel.BROADCAST if match["airs"] else Channel.UNKNOWN
                labels = Labels(Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, channel)
                content = Span(match.start("content"), match.start("content") + len(match["content"].rstrip()))
                yield Raw(Span(*match.span("source")), cue, (content,), (), labels, SCORE)
