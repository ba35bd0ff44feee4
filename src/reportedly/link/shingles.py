"""Near-copies: runs of words as 64-bit hashes, MinHash to find candidates, exact containment to be sure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from reportedly.link.quotes import unquoted
from reportedly.types import Article, Role
from reportedly.wording import words

Shingles = NDArray[np.uint64]

LENGTH = 4  # words of a shingle: long enough to be rare, short enough to survive an edit in most sentences
PASSAGE = 20  # words of the shortest passage worth finding
REPEATED = 6  # runs of LENGTH words of the shortest wording that nobody comes upon by chance
MOST_OF_IT = 0.6  # share of its runs that makes one wording of two
PERMUTATIONS, BANDS = 64, 16  # candidates from a Jaccard of about (1/16)^(1/4) = .5
_SEED = 20

_PROSE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.QUOTE})


def shingles(text: str) -> Shingles:
    """Return the sorted, distinct hashes of all runs of LENGTH words; of the whole text where it is shorter."""
    return _hashed(words(text))


def _runs(tokens: Sequence[str]) -> set[str]:
    return {" ".join(tokens[i : i + LENGTH]) for i in range(max(1, len(tokens) - LENGTH + 1))} if tokens else set()


def _hashed(tokens: Sequence[str]) -> Shingles:
    digests = [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "little") for run in _runs(tokens)]
    return np.array(sorted(digests), np.uint64)


def repeats(left: str, right: str) -> bool:
    """Tell whether one content is, by and large, the other word for word: two do not happen upon one long wording."""
    ours, theirs = _runs(words(left)), _runs(words(right))
    shorter = min(len(ours), len(theirs))
    return shorter >= REPEATED and len(ours & theirs) >= MOST_OF_IT * shorter


def containment(part: Shingles, whole: Shingles) -> float:
    """Return the share of `part` found in `whole`, exactly; 0 for an empty part."""
    return np.intersect1d(part, whole, assume_unique=True).size / part.size if part.size else 0.0


def passages(article: Article) -> Iterator[Shingles]:
    """Yield the shingles of each of an article's blocks of prose that has words of its own enough to tell a copy by.

    What it quotes is left out: two outlets that print one statement have not copied each other.
    """
    for tokens in _own(article):
        if len(tokens) >= PASSAGE:
            yield _hashed(tokens)


def own(article: Article) -> Shingles:
    """Return the shingles of all that an article says in its own words."""
    runs = [_hashed(tokens) for tokens in _own(article)]
    return np.unique(np.concatenate(runs)) if runs else np.array([], np.uint64)


def _own(article: Article) -> Iterator[list[str]]:
    for block in article.blocks:
        if block.role in _PROSE:
            yield words(unquoted(article.text[block.start : block.end]))


class Passages:
    """Passages of the articles known so far, found again by MinHash; grows by `add`, never recomputes."""

    def __init__(self) -> None:
        self._lsh = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._owner: list[int] = []

    def add(self, owner: int, passages: Sequence[Shingles]) -> None:
        """Remember passages under the caller's number for their article."""
        for hashes in passages:
            self._lsh.insert(len(self._owner), signature(hashes))
            self._owner.append(owner)

    def like(self, passages: Sequence[Shingles]) -> set[int]:
        """Return the owners of known passages that look like one of these."""
        return {self._owner[key] for hashes in passages for key in self._lsh.query(signature(hashes))}


def signature(hashes: Shingles) -> RMinHash:
    """Return the MinHash of a passage; passages that are like share whole bands of it."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update([str(h) for h in hashes.tolist()])
    return sketch
