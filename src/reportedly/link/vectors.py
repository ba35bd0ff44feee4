"""Vectors of statements: what each says, read in its article.

The sentence encoder, taught on the corpus's training stories (training/claims.py) to put statements of one claim close
together, reads whole paragraphs; a statement's vector is the mean of its content's token states ("late chunking",
Günther et al. 2024), so that "they" and "the figure" mean what they mean there. `directions.npy` keeps the principal
directions: a third of the numbers say as much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from reportedly.link.passages import passages
from reportedly.models import EMBEDDING, states
from reportedly.types import Article, Statement

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[Sequence[int]]], list[Vectors]]


def vectors(article: Article, statements: Sequence[Statement]) -> Vectors:
    """Return unit vectors of shape (len(statements), directions kept)."""
    # Not `@`: the last bits of a BLAS product hang on its threads, and a batch is to be the same byte for byte.
    return unit(np.einsum("ij,jk->ik", pooled(article, statements), directions()))


def pooled(article: Article, statements: Sequence[Statement], encode: Encode = states) -> Vectors:
    """Return unit vectors of shape (len(statements), EMBEDDING): means of the token states of each one's content."""
    if not statements:
        return np.zeros((0, EMBEDDING), np.float32)
    cut = passages(article, statements)
    needed = sorted({row for places in cut.places for row, _, _ in places})
    encoded = dict(zip(needed, encode([cut.rows[row] for row in needed]), strict=True))
    means = [np.concatenate([encoded[row][start:end] for row, start, end in places]).mean(0) for places in cut.places]
    return unit(np.array(means))


def unit(of: NDArray[np.floating]) -> Vectors:
    """Return rows of length 1; a zero row stays zero."""
    length = np.linalg.norm(of, axis=1, keepdims=True)
    return np.asarray(of / np.maximum(length, 1e-9), np.float32)


@cache
def directions() -> Vectors:
    """Return the directions kept, of shape (EMBEDDING, directions)."""
    with as_file(files("reportedly.link").joinpath("directions.npy")) as path:
        return np.asarray(np.load(path), np.float32)
