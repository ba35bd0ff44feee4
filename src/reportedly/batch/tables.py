"""Parquet bytes that depend on nothing but the rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq


def parquet(rows: Sequence[Mapping[str, Any]], schema: pa.Schema, about: Mapping[str, Any] | None = None) -> bytes:
    """Return rows as a Parquet file; `about` is kept as JSON in its metadata, a key each."""
    told = {name: json.dumps(value, sort_keys=True) for name, value in (about or {}).items()}
    chosen = schema.with_metadata({**(schema.metadata or {}), **told} or None)
    table = pa.Table.from_pylist(list(rows), schema=chosen)
    out = pa.BufferOutputStream()
    pq.write_table(table, out, compression="zstd", write_statistics=True)
    return bytes(out.getvalue())


def about(data: bytes, name: str) -> Any:
    """Return what a file's metadata tells under a name."""
    held = pq.read_schema(pa.BufferReader(data)).metadata or {}
    return json.loads(held[name.encode()])


def rows_of(data: bytes) -> list[dict[str, Any]]:
    """Return a file's rows."""
    found: list[dict[str, Any]] = pq.read_table(pa.BufferReader(data)).to_pylist()
    return found
