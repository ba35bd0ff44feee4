"""A finder for tests of the desk: a few patterns, no weights; a run starts at once and is the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.types import Act, Article, Certainty, Channel, Mode, Span, Stance, Statement

_SAID = re.compile(r"(?P<source>[A-Z][^.\n]*?) (?P<cue>said|denied|confirmed)(?: that)? (?P<content>[^.\n]+)")
_STANCE = {"said": Stance.ASSERTS, "denied": Stance.DENIES, "confirmed": Stance.CONFIRMS}


class StandIn:
    """Finds "X said Y.", "X denied Y." and "X confirmed Y.", a sentence each."""

    def __init__(self, version: str = "stand-in 1", cues: Sequence[str] = ("said", "denied", "confirmed")) -> None:
        self.version = version
        self._cues = cues

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        return [self._of(article) for article in articles]

    def _of(self, article: Article) -> list[Statement]:
        matches = (match for match in _SAID.finditer(article.text) if match["cue"] in self._cues)
        return [_statement(article, number, match) for number, match in enumerate(matches, 1)]


def _statement(article: Article, number: int, match: re.Match[str]) -> Statement:
    return Statement(
        id=f"{article.id}:s{number}",
        article=article.id,
        source=Span(*match.span("source")),
        cue=Span(*match.span("cue")),
        content=(Span(*match.span("content")),),
        via_spans=(),
        act=Act.FACT,
        stance=_STANCE[match["cue"]],
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.UNKNOWN,
        said="",
    )
