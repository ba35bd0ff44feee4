"""The tables of an export as datasets of a batch: the same columns, from the same declaration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reportedly.batch.datasets import Datasets, Row
from reportedly.show.export import as_parquet
from reportedly.show.export.table import Table
from reportedly.show.export.tables_of_claims import CLAIMS
from reportedly.show.export.tables_of_events import EVENTS
from reportedly.show.export.tables_of_words import ARTICLES, COPIES, QUANTITIES, STATEMENTS

if TYPE_CHECKING:
    from reportedly.desk import View

TABLES: tuple[Table[Any], ...] = (ARTICLES, STATEMENTS, QUANTITIES, EVENTS, COPIES, CLAIMS)


def schemas() -> dict[str, Any]:
    """Return the Arrow schema of each dataset."""
    return {table.name: as_parquet.schema(table) for table in TABLES}


def rows(view: View) -> Iterator[Row]:
    """Yield the rows of every dataset, each with the id of the article by whose month it is filed."""
    for table in TABLES:
        names = [column.name for column in table.columns]
        for made in table.rows(view, ""):
            cells = dict(zip(names, table.cells(made), strict=True))
            yield Row(table.name, _filed(table.name, cells), cells)


def _filed(table: str, cells: Mapping[str, Any]) -> str:
    """Return the article of a row: of claims and events, the first that told of it."""
    match table:
        case "articles":
            return str(cells["id"])
        case "claims":
            return str(cells["statements"][0]).partition(":")[0]
        case "events":
            return str(cells["articles"][0])
        case _:
            return str(cells["article"])


DATASETS = Datasets(schemas, rows)
