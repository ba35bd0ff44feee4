"""An article cut for the sentence encoder, and where each statement's words lie in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.models import tokenizer
from reportedly.types import Article, Role, Span, Statement

AIM = 96  # tokens a row should have; a paragraph is never cut before MOST
MOST = 254
CLS, SEP = 101, 102

Place = tuple[int, int, int]  # row, first token, token after the last


@dataclass(frozen=True, slots=True)
class Passages:
    """Rows of token ids, and for every statement the places of its content in them (of its sentence if it has none)."""

    rows: tuple[list[int], ...]
    places: tuple[tuple[Place, ...], ...]


def passages(article: Article, statements: Sequence[Statement]) -> Passages:
    """Cut an article into rows of whole paragraphs and find the statements in them."""
    rows: list[list[int]] = []
    offsets: list[list[tuple[int, int]]] = []
    for start, ids, spans in _pieces(article):
        if not rows or len(rows[-1]) + len(ids) + 1 > AIM:
            rows.append([CLS])
            offsets.append([(-1, -1)])
        rows[-1] += [*ids, SEP]
        offsets[-1] += [*((start + a, start + b) for a, b in spans), (-1, -1)]
    if not rows:  # nothing but furniture
        rows, offsets = [[CLS, SEP]], [[(-1, -1)] * 2]
    return Passages(tuple(rows), tuple(_places(offsets, s.content or (s.extent,)) for s in statements))


def _pieces(article: Article) -> list[tuple[int, list[int], list[tuple[int, int]]]]:
    blocks = [b for b in article.blocks if b.role is not Role.FURNITURE and b.end > b.start]
    encodings = tokenizer().encode_batch([b.span.of(article.text) for b in blocks], add_special_tokens=False)
    return [
        (block.start, encoding.ids[i : i + MOST], encoding.offsets[i : i + MOST])
        for block, encoding in zip(blocks, encodings, strict=True)
        for i in range(0, len(encoding.ids), MOST)
    ]


def _places(offsets: Sequence[Sequence[tuple[int, int]]], spans: Sequence[Span]) -> tuple[Place, ...]:
    found = []
    for number, row in enumerate(offsets):
        for span in spans:
            inside = [i for i, (start, end) in enumerate(row) if start < span.end and end > span.start]
            if inside:
                found.append((number, inside[0], inside[-1] + 1))
    return tuple(found) or ((0, 0, 1),)  # words that no row holds: in furniture, or white space alone
