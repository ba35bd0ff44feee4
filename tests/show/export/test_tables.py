"""Tables as others open them: DuckDB, pandas and pyarrow see the cells that the declaration gives."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.desk import Desk
from reportedly.show.export import as_csv, as_parquet
from reportedly.show.export.table import Cell, Column, Kind, Table, documented
from reportedly.show.export.tables import BY_NAME, TABLES
from tests.show.export.columns import listed

EACH = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
SIGNS = "=+-@\t\r\n＝＋－＠"


def cells(table: Table[Any], desk: Desk) -> list[list[Cell]]:
    return [table.cells(row) for row in table.rows(desk, "")]


def as_file(module: Any, table: Table[Any], desk: Desk, folder: Path) -> str:
    path = folder / f"{table.name}.{module.__name__.rpartition('_')[2]}"
    with path.open("wb") as file:
        module.write(table, table.rows(desk, ""), file)
    return str(path)


@EACH
def test_every_reader_of_parquet_sees_the_cells(table: Table[Any], desk: Desk, tmp_path: Path) -> None:
    expected, path = cells(table, desk), as_file(as_parquet, table, desk, tmp_path)
    names = [column.name for column in table.columns]
    arrow = pq.read_table(path)
    assert arrow.column_names == names
    assert [list(row.values()) for row in arrow.to_pylist()] == expected
    assert [list(row) for row in duckdb.read_parquet(path).fetchall()] == expected
    frame = pd.read_parquet(path)
    assert list(frame.columns) == names
    assert len(frame) == len(expected)
    assert frame.empty or frame.iloc[0].isna().tolist().count(True) == expected[0].count(None)


@EACH
def test_every_reader_of_csv_sees_the_cells(table: Table[Any], desk: Desk, tmp_path: Path) -> None:
    expected = [[as_csv.cell(cell) for cell in row] for row in cells(table, desk)]
    path = as_file(as_csv, table, desk, tmp_path)
    with Path(path).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == [column.name for column in table.columns]
    assert rows == expected
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, lineterminator=None)
    assert frame.shape == (len(expected), len(head))
    told = duckdb.read_csv(path, header=True, all_varchar=True, quotechar='"', escapechar='"', delimiter=",")
    assert [[cell or "" for cell in row] for row in told.fetchall()] == expected


def test_the_hostile_ledger_fills_every_table_that_a_bare_article_can_fill(odd: Desk) -> None:
    empty = {table.name for table in TABLES if not cells(table, odd)}
    assert empty <= {"copies", "questions", "decisions", "events", "gauge"}


@EACH
def test_no_text_is_taken_for_a_formula(table: Table[Any], desk: Desk, tmp_path: Path) -> None:
    with Path(as_file(as_csv, table, desk, tmp_path)).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    text = [column.name for column in table.columns if column.kind in {Kind.TEXT, Kind.LIST}]
    for row in rows:
        assert [row[name] for name in text if row[name][:1] in set(SIGNS)] == []
        assert not [row[name] for name in text if row[name].lstrip("\u200f\u202e \x07")[:1] in set("=+-@")]


@settings(deadline=None)  # a slow machine is no fault
@given(st.text(alphabet=st.sampled_from(f"{SIGNS}' a\u200b\u202e\ufeff\x1f\xa0"), max_size=6) | st.text(max_size=6))
def test_guarding_can_be_undone_and_disarms(text: str) -> None:
    guarded = as_csv.guarded(text)
    assert as_csv.unguarded(guarded) == text.replace("\0", "\ufffd")
    assert guarded[:1] not in set(SIGNS) or not guarded


@settings(deadline=None)  # a slow machine is no fault
@given(st.text(alphabet=st.characters(categories=["Cs", "Lu", "Cc"]), max_size=8), st.floats())
def test_every_value_has_a_cell_that_utf_8_and_json_can_hold(text: str, number: float) -> None:
    table: Table[tuple[str, float]] = Table(
        "t",
        "",
        (Column("a", Kind.TEXT, "", lambda row: row[0]), Column("b", Kind.NUMBER, "", lambda row: row[1])),
        lambda _view, _story: [],
    )
    for module in (as_csv, as_parquet):
        module.write(table, [(text, number)], file := io.BytesIO())
        assert file.tell()
    a, b = table.cells((text, number))
    assert len(str(a or "")) == len(text)
    assert b == number if math.isfinite(number) else b is None


def test_rows_are_written_as_they_come() -> None:
    drawn = [0]

    def rows() -> Iterator[int]:
        for number in range(2 * as_parquet.GROUP + 1):
            drawn[0] = number
            yield number

    table: Table[int] = Table("t", "", (Column("n", Kind.WHOLE, "", lambda row: row),), lambda _view, _story: [])
    as_parquet.write(table, rows(), file := io.BytesIO())
    assert pq.ParquetFile(io.BytesIO(file.getvalue())).metadata.num_row_groups == 3

    class Watched(io.BytesIO):
        def write(self, data: Any) -> int:
            lengths.append(drawn[0])
            return super().write(data)

    lengths: list[int] = []
    as_csv.write(table, rows(), Watched())
    assert len(set(lengths)) > 2 * as_parquet.GROUP


def test_columns_are_documented_as_they_are_declared() -> None:
    assert listed() == documented(TABLES), "write them anew with `python -m tests.show.export.columns`"


@EACH
def test_a_declaration_is_complete(table: Table[Any]) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.holds and "|" not in column.holds for column in table.columns)
    assert table.holds.endswith(".")
    assert [field.metadata[b"holds"].decode() for field in as_parquet.schema(table)] == [c.holds for c in table.columns]


def test_an_orphaned_pin_is_told_and_not_moved(odd: Desk) -> None:
    rows = [
        dict(zip((c.name for c in t.columns), row, strict=True))
        for t in [BY_NAME["statements"]]
        for row in cells(t, odd)
    ]
    orphans = [row for row in rows if row["orphaned"]]
    assert [row["outlet"] for row in orphans] == ["Moved"]
    assert [row[name] for row in orphans for name in ("pin_start", "pin_end", "pin_sha256")] == [None] * 3
    assert sum(row["pin_sha256"] is not None for row in rows) == len(rows) - 1


def test_low_best_and_high_are_in_order(sound: Desk, odd: Desk) -> None:
    table = BY_NAME["ucdp"]
    names = [column.name for column in table.columns]
    found = [dict(zip(names, row, strict=True)) for desk in (sound, odd) for row in cells(table, desk)]
    assert found
    for row in found:
        given = [cell for name in ("low", "best", "high") if isinstance(cell := row[name], float)]
        assert given == sorted(given)
