"""The engine's join of bands against a plain one."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.batch.bands import pairs
from reportedly.batch.frames import Frames

ARTICLES = 60
BANDS = [random.Random(5).getrandbits(64) | 1 << 63 for _ in range(25)]  # beyond what a signed number or a float holds


def written(folder: Path) -> tuple[list[str], dict[str, list[int]]]:
    """Write an index of two files; one article stands in both, from two sources."""
    rnd = random.Random(3)
    of = {
        f"2032-01-{1 + n % 28:02}T00:00 a{n:02}": sorted(rnd.sample(BANDS, rnd.randrange(4))) for n in range(ARTICLES)
    }
    keys = sorted(of)
    files = []
    for number, own in enumerate((keys[:35], [keys[0], *keys[35:]])):
        table = pa.table(
            {
                "key": own,
                "source": [f"{number}-{key}" for key in own],
                "box": [f"box{number}"] * len(own),
                "offset": list(range(len(own))),
                "length": pa.array([7] * len(own), pa.int32()),
                "bands": pa.array([of[key] for key in own], pa.list_(pa.uint64())),
            }
        )
        files.append(str(folder / f"{number}.parquet"))
        pq.write_table(table, files[-1])
    return files, of


@pytest.mark.parametrize("parts", [1, 2, 7])
def test_pairs_are_those_of_every_band_in_however_many_parts(tmp_path: Path, parts: int) -> None:
    files, of = written(tmp_path)
    wanted = {pair for band in BANDS for pair in pairs([key for key, own in of.items() if band in own])}
    rows = list(Frames(files).sharing(parts))
    assert [(row["later"], row["earlier"]) for row in rows] == sorted(wanted)
    first = sorted(of)[0]
    assert {(row["box"], row["offset"]) for row in rows if row["earlier"] == first} == {("box0", 0)}
