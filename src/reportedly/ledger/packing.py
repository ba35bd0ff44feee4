"""Bytes packed, and unpacked within a bound: three megabytes of zlib can hold three gigabytes of one letter.

Whoever hands over a ledger or a file of lines chooses what is packed in it, so nothing is unpacked further than its
bound. A stream of documents has a bound of its own in `read/streams.py`.
"""

from __future__ import annotations

import zlib

LARGEST = 32 << 20  # bytes of a capture: twice the largest document that is read
NOTES = 128 << 20  # bytes of all notes that are asked for at once


def pack(raw: bytes, limit: int = LARGEST, *, level: int = zlib.Z_DEFAULT_COMPRESSION) -> bytes:
    """Pack bytes with zlib. Raises ValueError where there are more than `limit`, which nobody could unpack."""
    if len(raw) > limit:
        raise ValueError(f"it has {len(raw):,} bytes, and {_size(limit)} is the most that is kept")
    return zlib.compress(raw, level)


def unpack(data: bytes, limit: int = LARGEST) -> bytes:
    """Undo `pack`. Raises ValueError where the data is damaged, cut short, or unpacks to more than `limit` bytes."""
    member = zlib.decompressobj()
    try:
        raw = member.decompress(data, limit + 1)
    except (TypeError, zlib.error) as error:  # a spoilt page of a database can give anything
        raise ValueError(str(error)) from error
    if len(raw) > limit:
        raise ValueError(f"it unpacks to more than {_size(limit)}, the most that is kept")
    if not member.eof:
        raise ValueError("its packed data is cut short")
    if member.unused_data:
        raise ValueError("something stands behind its packed data")
    return raw


def _size(limit: int) -> str:
    return f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit:,} bytes"
