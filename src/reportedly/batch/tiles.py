"""Tiles: articles in the order of their publication, some at a time, with what is needed to find their neighbours."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from reportedly.batch.boxes import Ref
from reportedly.batch.places import Place
from reportedly.batch.settings import TILES
from reportedly.batch.tables import parquet
from reportedly.link.index import WINDOW
from reportedly.text import sha256

TILE = pa.schema(
    [
        ("article", pa.string()),
        ("key", pa.string()),
        ("day", pa.int32()),
        ("box", pa.string()),
        ("offset", pa.int64()),
        ("length", pa.int32()),
        ("lead", pa.binary()),
        ("names", pa.list_(pa.string())),
    ]
)
SHARED = pa.schema(
    [
        ("later", pa.string()),
        ("earlier", pa.string()),
        ("box", pa.string()),
        ("offset", pa.int64()),
        ("length", pa.int32()),
    ]
)


@dataclass(frozen=True, slots=True)
class Tiling:
    """A tile's name, and the days and keys it reaches from and to."""

    name: str
    first: str
    last: str
    days: tuple[int, int]  # 0 where a day is unknown

    def meets(self, earlier: Tiling) -> bool:
        """Tell whether an article of an earlier tile may be near one of this, by what the days tell."""
        return not self.days[0] or not earlier.days[0] or self.days[0] - earlier.days[1] <= WINDOW


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """A tile as it is read back; all have one row an article."""

    articles: tuple[str, ...]
    keys: tuple[str, ...]
    refs: tuple[Ref, ...]
    days: NDArray[np.int64]
    leads: NDArray[np.float32]
    names: tuple[frozenset[str], ...]


def write_tiles(rows: Iterable[Mapping[str, Any]], size: int, place: Place) -> Iterator[Tiling]:
    """Write rows, which are in order of their keys, as tiles of `size` articles; one in memory at a time."""
    held: list[Mapping[str, Any]] = []
    for row in rows:
        held.append(row)
        if len(held) == size:
            yield _write(held, place)
            held = []
    if held:
        yield _write(held, place)


def read_tile(place: Place, name: str) -> Tile:
    """Return a tile by its name."""
    table = pq.read_table(pa.BufferReader(place.read(f"{TILES}/{name}.parquet")))
    columns = {column: table.column(column).to_pylist() for column in table.column_names}
    refs = zip(columns["box"], columns["offset"], columns["length"], strict=True)
    return Tile(
        tuple(columns["article"]),
        tuple(columns["key"]),
        tuple(Ref(*ref) for ref in refs),
        np.array(columns["day"], np.int64),
        np.frombuffer(b"".join(columns["lead"]), np.float32).reshape(len(table), -1),
        tuple(map(frozenset, columns["names"])),
    )


def count_names(place: Place, tiles: Sequence[str]) -> Counter[str]:
    """Return in how many articles of some tiles each name stands."""
    found: Counter[str] = Counter()
    for tile in tiles:
        table = pq.read_table(pa.BufferReader(place.read(f"{TILES}/{tile}.parquet")), columns=["names"])
        for names in table.column("names").to_pylist():
            found.update(names)
    return found


def write_shared(rows: Iterable[Mapping[str, Any]], place: Place) -> str:
    """Write the pairs of one tile's articles that share a passage; return the file's name, "" where there are none."""
    ordered = sorted(rows, key=lambda row: (row["later"], row["earlier"]))
    if not ordered:
        return ""
    name = f"{TILES}/shared-{_digest(ordered)}.parquet"
    place.write(name, parquet(ordered, SHARED))
    return name


def _write(rows: list[Mapping[str, Any]], place: Place) -> Tiling:
    told = [{field: row[field] for field in TILE.names} for row in rows]
    name = _digest([{**row, "lead": ""} for row in told])
    place.write(f"{TILES}/{name}.parquet", parquet(told, TILE))
    days = sorted(row["day"] for row in told)
    return Tiling(name, told[0]["key"], told[-1]["key"], (days[0], days[-1]))


def _digest(rows: Sequence[Mapping[str, Any]]) -> str:
    return sha256(json.dumps([[*row.values()] for row in rows]))[:16]
