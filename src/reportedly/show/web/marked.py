"""An article's blocks cut into pieces, each with the statements whose words it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.show.passage import Part
from reportedly.types import Article, Block, Span, Statement


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is the same thing to the same statements throughout."""

    text: str
    part: Part | None  # what it is to the innermost statement
    statements: tuple[Statement, ...]  # the innermost first
    begins: tuple[str, ...]  # numbers ("s3") of the statements whose first words these are


@dataclass(frozen=True, slots=True)
class Marked:
    """A block in pieces, and the statements that begin in it."""

    number: int  # from 1
    block: Block
    pieces: tuple[Piece, ...]
    statements: tuple[Statement, ...]


def number(statement: Statement) -> str:
    """Return a statement's number in its article: "s3"."""
    return statement.id.rpartition(":")[2]


def marked(article: Article, statements: Sequence[Statement]) -> Iterator[Marked]:
    """Yield every block of an article, furniture too, with its attributions marked."""
    for place, block in enumerate(article.blocks, 1):
        inside = [s for s in statements if s.extent.overlaps(block.span)]
        beginning = tuple(s for s in inside if block.start <= s.anchor.start < block.end)
        yield Marked(place, block, tuple(cut(article.text, block.span, inside)), beginning)


def cut(text: str, within: Span, statements: Iterable[Statement]) -> Iterator[Piece]:
    """Yield a stretch of text in pieces."""
    parts = [(span, part, s) for s in statements for span, part in _parts(s) if span.overlaps(within)]
    edges = {max(within.start, min(within.end, edge)) for span, _, _ in parts for edge in span}
    shown = set[str]()
    for start, end in pairwise(sorted({within.start, within.end, *edges})):
        here = [(span, part, s) for span, part, s in parts if span.start <= start and end <= span.end]
        here.sort(key=lambda found: (found[0].end - found[0].start, found[2].id))
        involved = tuple({s.id: s for _, _, s in here}.values())
        begins = tuple(number(s) for s in involved if number(s) not in shown and start >= s.anchor.start)
        shown.update(begins)
        yield Piece(text[start:end], here[0][1] if here else None, involved, begins)


def _parts(statement: Statement) -> Iterator[tuple[Span, Part]]:
    yield from ((span, Part.CONTENT) for span in statement.content)
    yield from ((span, Part.VIA) for span in statement.via_spans)
    if statement.source is not None:
        yield statement.source, Part.SOURCE
    if statement.cue is not None:
        yield statement.cue, Part.CUE
