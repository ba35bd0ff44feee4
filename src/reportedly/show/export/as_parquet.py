"""A table as Parquet, some rows at a time. Needs pyarrow: `pip install "reportedly[tables]"`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.show.export.table import Kind, R, Table

GROUP = 5_000  # rows in one row group: the most that is held at a time
_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.WHOLE: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.FLAG: pa.bool_(),
    Kind.LIST: pa.list_(pa.string()),
}


def write(table: Table[R], rows: Iterable[R], file: BinaryIO) -> None:
    """Write rows as they come. What each column holds is in its metadata under `holds`."""
    columns = schema(table)
    cells = iter(table.cells(row) for row in rows)
    with pq.ParquetWriter(file, columns, compression="zstd") as writer:
        while group := list(islice(cells, GROUP)):
            arrays = [pa.array(each, kind) for each, kind in zip(zip(*group, strict=True), columns.types, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=columns))


def schema(table: Table[R]) -> Any:
    """Return the Arrow schema of a table."""
    fields = [pa.field(c.name, _TYPES[c.kind], metadata={"holds": c.holds}) for c in table.columns]
    return pa.schema(fields, metadata={"holds": table.holds})
