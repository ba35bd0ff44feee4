"""Ranges of an article's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
