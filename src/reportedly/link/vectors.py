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
from reportedly.models import states
from reportedly.types import Article, Statement

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[Sequence[int]]], list[Vectors]]


def vectors(article: Article, statements: Sequence[Statement]) -> tuple[Vectors, Vectors]:
    """Return unit vectors: the article's, (EMBEDDING,), and its statements', (len(statements), directions kept).

    An article is its opening and what is said in it, half and half: a briefing opens with greetings, and on the
    training stories the two together tell stories apart better than either.
    """
    opening, said = pooled(article, statements)
    told = unit(opening + said.mean(0)) if len(said) else opening
    return told, unit(said @ directions())


def pooled(article: Article, statements: Sequence[Statement], encode: Encode = states) -> tuple[Vectors, Vectors]:
    """Return unit vectors of an article's opening, (EMBEDDING,), and of its statements, (len(statements), EMBEDDING).

    Each is the mean of its words' token states; rows that hold none of them are not read.
    """
    cut = passages(article, statements)
    wanted = (cut.lead, *cut.places)
    needed = sorted({row for places in wanted for row, _, _ in places})
    encoded = dict(zip(needed, encode([cut.rows[row] for row in needed]), strict=True))
    means = [np.concatenate([encoded[row][start:end] for row, start, end in places]).mean(0) for places in wanted]
    found = unit(np.array(means))
    return found[0], found[1:]


def unit(of: NDArray[np.floating]) -> Vectors:
    """Return vectors, or rows of them, with length 1; a zero stays zero."""
    length = np.linalg.norm(of, axis=-1, keepdims=True)
    return np.asarray(of / np.maximum(length, 1e-9), np.float32)


@cache
def directions() -> Vectors:
    """Return the directions kept, of shape (EMBEDDING, directions)."""
    with as_file(files("reportedly.link").joinpath("directions.npy")) as path:
        return np.asarray(np.load(path), np.float32)
