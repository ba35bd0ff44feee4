"""MinHash signatures of passages cut into bands: two passages that share a band are worth comparing word by word.

The same signatures as the desk's index has (`link.shingles`), as numbers that an engine can join on.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence

from reportedly.link.shingles import BANDS, PERMUTATIONS, Shingles, signature

ROWS = PERMUTATIONS // BANDS
NEAREST = 50  # articles of a band each is compared with, those just before it: what stands in thousands is no news


def bands(passages: Iterable[Shingles]) -> list[int]:
    """Return the bands of an article's passages, sorted, each once."""
    return sorted({band for passage in passages for band in _bands(signature(passage).digest())})


def pairs(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (later, earlier) of the articles that share a band, given by their keys in any order."""
    order = sorted(set(keys))
    for place, later in enumerate(order):
        yield from ((later, earlier) for earlier in order[max(0, place - NEAREST) : place])


def _bands(digest: Sequence[int]) -> Iterator[int]:
    for number in range(BANDS):
        rows = struct.pack(f"<H{ROWS}Q", number, *digest[number * ROWS : (number + 1) * ROWS])
        yield int.from_bytes(hashlib.blake2b(rows, digest_size=8).digest(), "little")
