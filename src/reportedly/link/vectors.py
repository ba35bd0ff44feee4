"""Vectors of statements: what each says, read in its sentence and beside its neighbours.

The sentence encoder puts whatever is said of one event close together. `meaning.npy` is a linear map, learnt on the
corpus's training stories (training/meaning.py), that draws statements of one claim together and pushes the other claims
of the same story away.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from reportedly.models import EMBEDDING, embed
from reportedly.text import block_at, sentences
from reportedly.types import Article, Span, Statement

Vectors = NDArray[np.float32]

BATCH = 4  # an article has some thirty short texts of all lengths: small batches halve the time, being padded less
INPUT = 3 * EMBEDDING  # content, sentence, neighbours


def vectors(article: Article, statements: Sequence[Statement]) -> Vectors:
    """Return unit vectors of shape (len(statements), width of the map)."""
    return unit(raw(article, statements) @ meaning())


def raw(article: Article, statements: Sequence[Statement]) -> Vectors:
    """Return what the map takes, of shape (len(statements), INPUT): content, sentence, and the statements beside it.

    A statement without content ("has not commented") is read by its sentence alone.
    """
    around = [passage(article, s) for s in statements]
    content = [" ".join(span.of(article.text) for span in s.content) or around[i] for i, s in enumerate(statements)]
    texts = list(dict.fromkeys([*content, *around]))  # statements of one sentence share its vector
    row = {text: i for i, text in enumerate(texts)}
    known = embed(texts, batch=BATCH)
    inner, outer = known[[row[t] for t in content]], known[[row[t] for t in around]]
    whole = unit(inner + outer)
    beside = np.zeros_like(whole)
    beside[1:] += whole[:-1]
    beside[:-1] += whole[1:]
    return np.concatenate([inner, outer, beside], axis=1)


def passage(article: Article, statement: Statement) -> str:
    """Return the sentences that a statement's words stand in."""
    found = block_at(article, statement.anchor.start)
    within = found[1].span if found is not None else Span(0, len(article.text))
    extent = statement.extent
    whole = " ".join(s.of(article.text) for s in sentences(article.text, within) if s.overlaps(extent))
    return whole or extent.of(article.text)


def unit(of: NDArray[np.floating]) -> Vectors:
    """Return rows of length 1; a zero row stays zero."""
    length = np.linalg.norm(of, axis=1, keepdims=True)
    return np.asarray(of / np.maximum(length, 1e-9), np.float32)


@cache
def meaning() -> Vectors:
    """Return the learnt map, of shape (INPUT, width)."""
    with as_file(files("reportedly.link").joinpath("meaning.npy")) as path:
        return np.asarray(np.load(path), np.float32)
