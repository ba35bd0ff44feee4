"""What every format is read into, before it becomes an Article: text with blocks, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportedly.read.formats import Format
from reportedly.types import Article, Block, Evidence, PublishedFrom, Role

MAX_TEXT = 2_000_000  # characters of an article; the longest transcripts have some 300,000
MAX_LINES = 20_000  # of an article and the page around it; the longest live blogs have some 5,000
SEPARATOR = "\n\n"  # between the blocks of a text that we compose


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document, or the record that carries it, says about itself. Empty strings where it says nothing."""

    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""  # ISO 8601 date or date-time
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    author: str = ""
    credit: str = ""

    def over(self, other: Facts) -> Facts:
        """Return these facts, with the gaps filled from `other`."""
        filled = {name: getattr(self, name) or getattr(other, name) for name in _TEXTS}
        dated = self if self.published else other
        return Facts(published=dated.published, published_from=dated.published_from, **filled)


_TEXTS = ("title", "url", "outlet", "author", "credit")


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one document as they were found, and the place they were found in."""

    source: str  # as the caller named it; "#<n>" after it counts the records of a container from 1
    data: bytes  # the document itself
    raw: bytes = b""  # the record around it, where it is not `data`
    media_type: str = ""
    charset: str = ""
    kind: Format | None = None  # where the container tells
    fragment: bool = False  # HTML that is all article, without a page around it
    facts: Facts = field(default_factory=Facts)
    hints: Facts = field(default_factory=Facts)  # what whoever led to it says: only where it does not say itself
    not_after: str = ""  # ISO 8601: when it was fetched or crawled, so it is not younger

    @property
    def captured(self) -> bytes:
        """Return the bytes to keep: the record's own."""
        return self.raw or self.data


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a text that we compose."""

    role: Role
    text: str
    evidence: Evidence | None = None
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its blocks and what is known about it."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    furniture: tuple[str, ...] = ()

    def knowing(self, facts: Facts) -> Draft:
        """Return the draft with facts that go before its own."""
        return replace(self, facts=facts.over(self.facts))


@dataclass(frozen=True, slots=True)
class Document:
    """An article that was read, with the bytes it was read from."""

    article: Article
    raw: bytes


class Unreadable(Exception):  # noqa: N818 - a reason, not a fault
    """Raised inside the stage with words for people; the stage turns it into Skipped."""


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join pieces to one text, a blank line between them, and note where each lies. Empty pieces are left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        words = piece.text.strip()
        if not words:
            continue
        at += len(SEPARATOR) if texts else 0
        blocks.append(Block(piece.role, at, at + len(words), piece.evidence, piece.credit))
        texts.append(words)
        at += len(words)
    return SEPARATOR.join(texts), tuple(blocks)
