from __future__ import annotations

import pyarrow as pa
import pytest

from reportedly.desk import Decision, PartyCount, Shift
from reportedly.desk.rows import Rows
from reportedly.types import ClaimView, Copy, Origin, Statement
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
