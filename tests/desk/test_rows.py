"""Answers as tables: real ones, as pandas and Arrow hold them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pandas
import pyarrow as pa
import pytest
from pyarrow import parquet

from reportedly.desk import Decision, Desk, PartyCount, Shift
from reportedly.desk.rows import Rows
from reportedly.ledger import open_ledger
from reportedly.types import ClaimView, Copy, Origin, Statement
from tests.desk.conftest import Write
from tests.desk.news import NEWS
from tests.desk.standin import StandIn
from tests.ledger.samples import article, statement


def test_a_statement_is_a_row() -> None:
    made = statement(article(1))
    table = Rows(Statement, [made]).to_arrow()
    (row,) = table.to_pylist()
    assert row["id"] == made.id
    assert row["stance"] == "asserts"
    assert row["source"] == {"start": 0, "end": 12}
    assert row["content"] == [{"start": 18, "end": 46}]
    assert row["within"] is None
    assert row["voice"]["party"] == "Norland"
    assert table.schema.field("score").type == pa.float64()


@pytest.mark.parametrize("kind", [Statement, ClaimView, Origin, Copy, PartyCount, Decision, Shift])
def test_an_empty_answer_has_the_columns_of_a_full_one(kind: type) -> None:
    table = Rows(kind, []).to_arrow()
    assert table.num_rows == 0
    assert table.column_names == list(kind.__annotations__)


@pytest.fixture
def news(tmp_path: Path, write: Write) -> Iterator[Desk]:
    """Two stories as the desk links them, with a decision."""
    with Desk(open_ledger(tmp_path / "l.db"), StandIn()) as desk:
        desk.read(write(NEWS))
        desk.correct("note", desk.statements()[0].id, value="called back", by="ada", reason="for the record")
        yield desk


ANSWERS: dict[str, Callable[[Desk], Rows[Any]]] = {
    "statements": lambda desk: desk.statements(),
    "claims": lambda desk: desk.claims(),
    "origins": lambda desk: desk.origins(),
    "parties": lambda desk: desk.parties(),
    "decisions": lambda desk: desk.decisions(),
    "shifts": lambda desk: desk.shifts(desk.at(as_of="2031-05-02")),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_is_a_frame_whose_rows_are_its_values(news: Desk, answer: str, tmp_path: Path) -> None:
    found = ANSWERS[answer](news)
    assert found
    frame = found.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == [field.name for field in dataclasses.fields(found.kind)]
    plain = [name for name, hint in get_type_hints(found.kind).items() if hint in (str, int, bool, float)]
    for name in plain:
        assert list(frame[name]) == [getattr(value, name) for value in found]
    parquet.write_table(found.to_arrow(), tmp_path / "table.parquet")
    assert parquet.read_table(tmp_path / "table.parquet").equals(found.to_arrow())


def test_a_frame_is_worked_with(news: Desk) -> None:
    frame = news.statements().to_pandas()
    assert frame.groupby("stance").size().to_dict() == {"asserts": 2, "confirms": 1, "denies": 2}
    assert set(frame["voice"].str["party"]) == {"Russia", "Ukraine", "NATO", "France", "Germany"}
    texts = {article.id: article.text for article in news.articles()}
    words = [texts[row.article][span["start"] : span["end"]] for row in frame.itertuples() for span in row.content]
    assert words == [span.of(texts[s.article]) for s in news.statements() for span in s.content]
    claims = news.claims().to_pandas()
    assert claims["standing"].tolist() == [view.standing.value for view in news.claims()]
    assert claims["claim"].str["gist"].tolist() == [view.claim.gist for view in news.claims()]
