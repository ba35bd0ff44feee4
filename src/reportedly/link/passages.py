"""An article cut for the sentence encoder, and where each statement's words lie in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.models import CLS, SEP, tokenizer
from reportedly.types import Article, Role, Span, Statement

AIM = 96  # tokens a row should have; a paragraph is never cut before MOST
MOST = 254

Place = tuple[int, int, int]  # row, first token, token after the last


@dataclass(frozen=True, slots=True)
class Passages:
    """Rows of token ids, and for every statement the places of its content in them (of its sentence if it has none)."""

    rows: tuple[list[int], ...]
    places: tuple[tuple[Place, ...], ...]


def passages(article: Article, statements: Sequence[Statement]) -> Passages:
    """Cut an article into rows of whole paragraphs and find the statements in them."""
    rows: list[list[int]] = []
    tokens = list[tuple[int, int, int, int]]()
    for start, ids, spans in _pieces(article):
        if not rows or len(rows[-1]) + len(ids) + 1 > AIM:
            rows.append([CLS])
        first = len(rows[-1])
        tokens += [(start + a, start + b, len(rows) - 1, first + n) for n, (a, b) in enumerate(spans)]
        rows[-1] += [*ids, SEP]
    where = np.array(tokens, np.int64).reshape(-1, 4)
    return Passages(
        tuple(rows) or ([CLS, SEP],),  # nothing but furniture
        tuple(_places(where, s.content or (s.extent,)) for s in statements),
    )


def _pieces(article: Article) -> list[tuple[int, list[int], list[tuple[int, int]]]]:
    blocks = [b for b in article.blocks if b.role is not Role.FURNITURE and b.end > b.start]
    encodings = tokenizer().encode_batch([b.span.of(article.text) for b in blocks], add_special_tokens=False)
    return [
        (block.start, encoding.ids[i : i + MOST], encoding.offsets[i : i + MOST])
        for block, encoding in zip(blocks, encodings, strict=True)
        for i in range(0, len(encoding.ids), MOST)
    ]


def _places(tokens: NDArray[np.int64], spans: Sequence[Span]) -> tuple[Place, ...]:
    """Look spans up among the tokens: start, end, row and place in the row of each, in order of the text."""
    starts, ends, rows, places = tokens.T
    found = list[Place]()
    for span in spans:
        first, last = int(np.searchsorted(ends, span.start, "right")), int(np.searchsorted(starts, span.end))
        while first < last:
            end = min(last, int(np.searchsorted(rows, rows[first], "right")))
            found.append((int(rows[first]), int(places[first]), int(places[end - 1]) + 1))
            first = end
    # Words that no row holds stand in furniture or are white space alone.
    return tuple(sorted(found, key=lambda place: place[0])) or ((0, 0, 1),)
