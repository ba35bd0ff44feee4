"""Bombs: little that unpacks to much. The same packed megabytes, told again and again, are as many as one likes."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

MB = 1 << 20
GB = 1 << 30
_PART = 16 * MB


def zlib_bomb(size: int = 3 * GB) -> bytes:
    """Return whole zlib data of `size` zeros, a multiple of 16 MB."""
    packer = zlib.compressobj(9)
    head = packer.compress(bytes(_PART)) + packer.flush(zlib.Z_FULL_FLUSH)  # after which no part needs another
    part = packer.compress(bytes(_PART)) + packer.flush(zlib.Z_FULL_FLUSH)
    adler = (size % 65521) << 16 | 1  # of zeros
    return head + part * (size // _PART - 1) + b"\x03\x00" + adler.to_bytes(4, "big")


def gzip_bomb(size: int = 3 * GB, *, before: bytes = b"", after: bytes = b"") -> bytes:
    """Return whole gzip data: `before`, then `size` blanks, a multiple of 16 MB, then `after`."""
    part = gzip.compress(b" " * _PART, mtime=0)
    return gzip.compress(before, mtime=0) + part * (size // _PART) + gzip.compress(after, mtime=0)


@contextmanager
def within(megabytes: int) -> Iterator[None]:
    """Hold that what is done within takes no more memory at any moment than so much."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak <= megabytes * MB, f"{peak / MB:,.0f} MB were taken"
