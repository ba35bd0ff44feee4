"""Ledgers made by any earlier release open, with every entry as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from reportedly.ledger import open_ledger
from reportedly.ledger.migrations import applied, latest, migrate
from reportedly.ledger.port import Entry, LedgerError
from reportedly.ledger.postgres import PostgresBackend
from reportedly.ledger.sqlite import SqliteBackend
from reportedly.ledger.store import Backend
from reportedly.ledger.verify import verify
from tests.ledger.samples import fill

INSERT = text("INSERT INTO entry VALUES (:seq, :kind, :subject, :object, :by, :said, :at, :body, :hash)")


def backend(where: str) -> Backend:
    return PostgresBackend(where) if where.startswith("postgresql") else SqliteBackend(Path(where), create=True)


@pytest.fixture
def entries(tmp_path: Path) -> Sequence[Entry]:
    with open_ledger(tmp_path / "model.db") as model:
        fill(model, 5)
        return list(model.entries())


def as_it_was(connection: Connection, schema: int, entries: Sequence[Entry], captures: dict[str, bytes]) -> None:
    migrate(connection, upto=schema)
    for entry in entries:
        values = {name: getattr(entry, name) for name in Entry.__slots__} | {"hash": bytes.fromhex(entry.hash)}
        connection.execute(INSERT, values)
    for name, data in captures.items():
        row = {"name": bytes.fromhex(name), "data": data}
        connection.execute(text("INSERT INTO capture VALUES (:name, :data)"), row)


@pytest.mark.parametrize("schema", range(1, latest("sqlite") + 1))
def test_a_ledger_of_any_schema_opens(where: str, schema: int, entries: Sequence[Entry]) -> None:
    old = backend(where)
    with old.engine.connect() as connection, connection.begin():
        old.lock(connection)
        as_it_was(connection, schema, entries, {})
    with open_ledger(where) as ledger:
        assert list(ledger.entries()) == entries
        assert "capture" in verify(ledger).fault  # the chain holds up to the first capture, which is not there
    with old.engine.connect() as connection:
        assert applied(connection) == latest(connection.dialect.name)
        assert {"entry_subject", "entry_object", "entry_kind"} <= {
            index["name"] for index in inspect(connection).get_indexes("entry")
        }


def test_both_databases_have_the_same_migrations() -> None:
    assert latest("sqlite") == latest("postgresql")


def test_a_newer_ledger_is_left_alone(where: str) -> None:
    open_ledger(where).close()
    newer = backend(where)
    with newer.engine.begin() as connection:
        connection.execute(text("INSERT INTO migration (number) VALUES (999)"))
    with pytest.raises(LedgerError, match="made by a newer Reportedly"):
        open_ledger(where)
