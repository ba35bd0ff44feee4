"""What the engine joins: the index of what was read, sorted, and grouped by the passages that articles share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import daft
from daft import DataType, col

from reportedly.batch import bands
from reportedly.batch.places import is_remote

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

    def sharing(self) -> Iterator[dict[str, Any]]:
        """Yield the pairs that share a band as {"later", "earlier", "box", "offset", "length"}, in order; the place is
        the earlier one's."""
        shared = self._index.select("key", "bands").explode("bands").where(col("bands").not_null())
        groups = shared.groupby("bands").agg(col("key").list_agg().alias("keys"))
        groups = groups.where(col("keys").list_count() > daft.lit(1))
        pairs = groups.select(_pairs(groups["keys"]).alias("pair")).explode("pair").where(col("pair").not_null())
        pairs = pairs.select(col("pair")["later"].alias("later"), col("pair")["earlier"].alias("earlier")).distinct()
        first = self._index.groupby("key").agg(col("source").min())
        places = self._index.join(first, on=["key", "source"]).select(*_WHERE).with_column_renamed("key", "earlier")
        yield from pairs.join(places, on="earlier").sort(["later", "earlier"]).iter_rows()


@daft.func.batch(return_dtype=DataType.list(_PAIR))
def _pairs(keys: daft.Series) -> list[list[dict[str, str]]]:
    return [[{"later": later, "earlier": earlier} for later, earlier in bands.pairs(of)] for of in keys.to_pylist()]


def _store() -> Any:
    from daft.io import IOConfig, S3Config

    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or None
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or None
    anonymous = os.environ.get("AWS_NO_SIGN_REQUEST", "").lower() in {"1", "true", "yes"}
    return IOConfig(s3=S3Config(endpoint_url=endpoint, region_name=region, anonymous=anonymous))
