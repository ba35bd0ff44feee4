"""What the engine joins: the index of what was read, sorted, and grouped by the passages that articles share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import daft
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from daft import DataType, col
from numpy.typing import NDArray

from reportedly.batch import bands
from reportedly.batch.places import is_remote

AT_ONCE = 10_000  # pairs that are rows at a time
_PAIR = DataType.struct({"later": DataType.string(), "earlier": DataType.string()})
_WHERE = ("key", "box", "offset", "length")
_TILE = ("article", "key", "sha256", "source", "day", "box", "offset", "length", "statements", "lead", "names")


class Frames:
    """Index files as one table."""

    def __init__(self, files: Sequence[str]) -> None:
        """Take the index files of a run's shards, by path or URL."""
        store = _store() if is_remote(files[0]) else None
        self._index = daft.read_parquet(list(files), io_config=store)

    def ordered(self) -> Iterator[dict[str, Any]]:
        """Yield what tiles are made of, in order of key and source."""
        yield from self._index.select(*_TILE).sort(["key", "source"]).iter_rows()

    def sharing(self, parts: int = 1) -> Iterator[dict[str, Any]]:
        """Yield the pairs that share a band as {"later", "earlier", "box", "offset", "length"}, in order; the place is
        the earlier one's.

        Bands are grouped in as many parts, one after another: all at once they take 20 kB an article.
        """
        first = self._index.groupby("key").agg(col("source").min())
        places = self._index.join(first, on=["key", "source"]).select(*_WHERE).sort("key").to_arrow().combine_chunks()
        keys = places["key"].combine_chunks()
        met = np.empty(0, np.int64)
        for part in range(parts):
            chosen = col("bands") % _whole(parts) == _whole(part)
            met = np.union1d(met, self._met(keys, chosen))
        for start in range(0, len(met), AT_ONCE):
            later, earlier = np.divmod(met[start : start + AT_ONCE], len(keys))
            rows = places.take(earlier).rename_columns(["earlier", *_WHERE[1:]])
            yield from rows.add_column(0, "later", keys.take(later)).to_pylist()

    def _met(self, keys: pa.Array, chosen: daft.Expression) -> NDArray[np.int64]:
        """Return the pairs that share a chosen band, each once, as later * articles + earlier by rank of key."""
        shared = self._index.select("key", "bands").explode("bands").where(col("bands").not_null() & chosen)
        groups = shared.groupby("bands").agg(col("key").list_agg().alias("keys"))
        groups = groups.where(col("keys").list_count() > daft.lit(1))
        pairs = groups.select(_pairs(groups["keys"]).alias("pair")).explode("pair").where(col("pair").not_null())
        pairs = pairs.select(col("pair")["later"].alias("later"), col("pair")["earlier"].alias("earlier")).distinct()
        found = pairs.to_arrow()
        ranks = [pc.index_in(found[side], value_set=keys).to_numpy().astype(np.int64) for side in ("later", "earlier")]
        return np.unique(ranks[0] * len(keys) + ranks[1])


def _whole(number: int) -> daft.Expression:
    """Return a number as bands are: beside a signed one they would become floating point and lose their last digits."""
    return daft.lit(number).cast(DataType.uint64())


@daft.func.batch(return_dtype=DataType.list(_PAIR))
def _pairs(keys: daft.Series) -> list[list[dict[str, str]]]:
    return [[{"later": later, "earlier": earlier} for later, earlier in bands.pairs(of)] for of in keys.to_pylist()]


def _store() -> Any:
    from daft.io import IOConfig, S3Config

    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or None
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or None
    anonymous = os.environ.get("AWS_NO_SIGN_REQUEST", "").lower() in {"1", "true", "yes"}
    return IOConfig(s3=S3Config(endpoint_url=endpoint, region_name=region, anonymous=anonymous))
