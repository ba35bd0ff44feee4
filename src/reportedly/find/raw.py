"""A statement's words and labels as found, before it has its place in the article."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.find.decode import Labels
from reportedly.types import Span


@dataclass(frozen=True, slots=True)
class Raw:
    """A statement's words and labels before it has a number."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...]
    labels: Labels
    score: float
    verbatim: bool = False  # the source's own words, though no marks stand around them

    @property
    def start(self) -> int:
        """Return where the first of its words stands."""
        return min(s.start for s in (*self.content, *self.via, self.source, self.cue) if s is not None)

    @property
    def end(self) -> int:
        """Return where the last of its words ends."""
        return max(s.end for s in (*self.content, *self.via, self.source, self.cue) if s is not None)
