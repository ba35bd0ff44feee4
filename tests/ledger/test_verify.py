from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from measure.flips import flips
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger
from reportedly.ledger.store import SqlLedger
from reportedly.ledger.verify import verify
from tests.ledger.samples import fill

FLIPS = 40  # `measure.flips` makes 10,000


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        fill(ledger, 6)
        yield ledger


def test_a_whole_ledger(ledger: Ledger) -> None:
    report = verify(ledger)
    assert report.fault == ""
    assert (report.captures, report.pins) == (6, 6)
    assert report.head == ledger.head()


def forge(ledger: SqlLedger, change: Callable[[Connection], object]) -> None:
    """Change what the guards protect, as the owner of the database can."""
    engine = ledger._backend.engine
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            guards = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
            for name, _ in guards:
                connection.execute(text(f"DROP TRIGGER {name}"))
            change(connection)
            for _, sql in guards:
                connection.exec_driver_sql(sql)
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            change(connection)


def run(sql: str, **values: object) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(text(sql), values)


FORGERIES = {
    "a body": ("UPDATE entry SET body = replace(body, 'Norland', 'Sudland') WHERE seq = 3", "entry 3 "),
    "a blank in a body": ("UPDATE entry SET body = replace(body, ':', ': ') WHERE seq = 8", "entry 8 "),
    "who made it": ("UPDATE entry SET \"by\" = 'person:ada' WHERE seq = 2", "entry 2 "),
    "when it was said": ("UPDATE entry SET said = '1999-01-01' WHERE seq = 4", "entry 4 "),
    "when it was kept": ("UPDATE entry SET at = '1999-01-01' WHERE seq = 5", "entry 5 "),
    "a kind": ("UPDATE entry SET kind = 'rumour' WHERE seq = 6", "entry 6 "),
    "an entry removed": ("DELETE FROM entry WHERE seq = 7", "entry 7 is missing"),
    "a capture removed": ("DELETE FROM capture WHERE sha256 = (SELECT sha256 FROM capture LIMIT 1)", "is missing"),
    "a capture cut": ("UPDATE capture SET data = substr(data, 1, 20)", "is spoilt"),
}


@pytest.mark.parametrize(("sql", "named"), FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_is_named(ledger: SqlLedger, sql: str, named: str) -> None:
    forge(ledger, run(sql))
    assert named in verify(ledger).fault


def test_a_capture_put_in_place_of_another(ledger: SqlLedger) -> None:
    forge(ledger, run("UPDATE capture SET data = :data", data=zlib.compress(b"something else")))
    assert "is not what was kept" in verify(ledger).fault


def test_a_capture_nobody_recorded(ledger: SqlLedger) -> None:
    forge(ledger, run("INSERT INTO capture VALUES (:name, :data)", name=bytes(32), data=zlib.compress(b"")))
    assert "is in no entry" in verify(ledger).fault


def test_a_chain_forged_to_its_end_is_found_by_a_noted_head(ledger: SqlLedger) -> None:
    noted = ledger.head().hash
    forge(ledger, run("DELETE FROM entry WHERE seq = :seq", seq=ledger.head().seq))
    assert verify(ledger).fault == ""  # nothing in the ledger itself can tell
    assert "was cut off" in verify(ledger, noted=noted).fault


def test_a_missing_guard_is_named(ledger: SqlLedger) -> None:
    on = "" if ledger._backend.engine.dialect.name == "sqlite" else " ON entry"
    with ledger._backend.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER entry_kept{on}"))
    assert "entry_kept is missing" in verify(ledger).fault


def test_every_changed_byte_that_matters_is_found(tmp_path: Path) -> None:
    result = flips(lambda ledger: fill(ledger, 20), tmp_path, FLIPS)
    assert result.missed == ()
    assert result.mattered > FLIPS / 5  # of so small a ledger, empty tables take half the pages
