"""What is read: an article and its blocks, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.spans import Span


class Role(StrEnum):
    """What a block is on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    BYLINE = "byline"  # the name line under a block quote, or the author's line
    CAPTION = "caption"
    FURNITURE = "furniture"


class Evidence(StrEnum):
    """What a caption says its picture is worth."""

    EVENT = "event"
    FILE = "file"  # archive or file photo: not of this event
    ILLUSTRATIVE = "illustrative"  # "representational purposes only"
    UNKNOWN = "unknown"


class PublishedFrom(StrEnum):
    """How the publication time is known."""

    METADATA = "metadata"
    PAGE_TEXT = "page text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text with one role; blocks are disjoint and in reading order."""

    role: Role
    start: int
    end: int
    evidence: Evidence | None = None  # captions only
    credit: str = ""  # captions only: who took or supplied the picture

    @property
    def span(self) -> Span:
        """Return where the block lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One reading of one document. `text` never changes; another reading is another Article."""

    id: str  # "a" and the first 12 hex digits of sha256
    source: str  # as the caller named it: path, URL, "-"
    url: str
    outlet: str
    title: str
    published: str  # ISO 8601 date or date-time, "" where unknown
    published_from: PublishedFrom
    text: str
    sha256: str  # of text, title, outlet, url and published: the same reading has the same digest
    capture: str  # SHA-256 of the raw bytes it was read from
    blocks: tuple[Block, ...]
    furniture: tuple[str, ...] = ()  # lines of the page kept out of the text
    author: str = ""
    credit: str = ""  # agency credit: "Reuters", "with inputs from PTI"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, and why, in words for people."""

    source: str
    reason: str
