"""What every ledger keeps to, on every database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from reportedly.ledger import open_ledger
from reportedly.ledger.chain import GENESIS, continues
from reportedly.ledger.port import Draft, Entry, EntryKind, Ledger, LedgerError, MovedError
from reportedly.ledger.sqlite import SqliteBackend
from reportedly.ledger.store import CHOICE, PAGE, SqlLedger
from reportedly.text import sha256

RAW = b"<html>" * 1_000
NAME = sha256(RAW)


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        yield ledger


def draft(subject: str, kind: EntryKind = EntryKind.STATEMENT, of: str = "", by: str = "find 1") -> Draft:
    return Draft(kind, subject, {"text": "Сказано – \x00 “so”"}, by=by, said="2022-02-15", object=of)


def subjects(entries: Iterator[Entry]) -> list[str]:
    return [entry.subject for entry in entries]


def test_an_empty_ledger(ledger: Ledger) -> None:
    assert ledger.head() == GENESIS
    assert list(ledger.entries()) == []
    assert ledger.moment("2999") == 0


def test_what_is_appended_is_read_again(ledger: Ledger, where: str) -> None:
    written = ledger.append([draft("s1", of="a1"), draft("s2", of="a1")], {NAME: RAW})
    with open_ledger(where) as again:
        assert tuple(again.entries()) == written
        assert again.capture(NAME) == RAW
        assert list(again.captures()) == [NAME]
        assert again.head().hash == written[-1].hash
    assert written[0].body == '{"text":"Сказано – \\u0000 “so”"}'


def test_entries_chain_over_appends(ledger: Ledger) -> None:
    for number in range(3):
        ledger.append([draft(f"s{number}"), draft(f"t{number}")])
    entries = list(ledger.entries())
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert continues(GENESIS, entries) == ledger.head()


def test_filters(ledger: Ledger) -> None:
    ledger.append([draft("a1", EntryKind.ARTICLE, of=NAME), draft("s1", of="a1"), draft("s2", of="a1")])
    ledger.append([draft("s1", EntryKind.LINK, of="s2"), draft("s3", of="a2")])
    assert subjects(ledger.entries(kinds={EntryKind.ARTICLE})) == ["a1"]
    assert subjects(ledger.entries(kinds={EntryKind.ARTICLE, EntryKind.LINK})) == ["a1", "s1"]
    assert subjects(ledger.entries(subjects={"s1", "s3"})) == ["s1", "s1", "s3"]
    assert subjects(ledger.entries(objects={"a1"})) == ["s1", "s2"]
    assert subjects(ledger.entries(objects={"a1", "s2"}, kinds={EntryKind.LINK})) == ["s1"]
    assert subjects(ledger.entries(after=2, until=4)) == ["s2", "s1"]
    assert subjects(ledger.entries(subjects=())) == []


def test_long_logs_and_long_choices_come_whole_and_in_order(ledger: Ledger) -> None:
    count = 2 * PAGE + 1
    ledger.append([draft(f"s{number:05}") for number in range(count)])
    assert subjects(ledger.entries()) == [f"s{number:05}" for number in range(count)]
    wanted = {f"s{number:05}" for number in range(0, count, 2)}
    assert len(wanted) > 2 * CHOICE
    assert subjects(ledger.entries(subjects=wanted)) == sorted(wanted)


@pytest.mark.parametrize("index", ["entry_object", "entry_subject"])
def test_a_look_up_does_not_walk_the_log(tmp_path: Path, index: str) -> None:
    names = {"a1", "a2"}
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert isinstance(ledger, SqlLedger)
        asked: list[tuple[str, Any]] = []
        event.listen(
            ledger._backend.engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, _context, _many: asked.append((statement, values)),
        )
        if index == "entry_object":
            list(ledger.entries(kinds={EntryKind.STATEMENT}, objects=names, until=10**6))
        else:
            list(ledger.entries(kinds={EntryKind.ARTICLE}, subjects=names, until=10**6))
        (statement, values) = asked[-1]
        with ledger._backend.engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        assert index in plan[0][3]


def test_an_iteration_ends_at_the_head_it_began_with(ledger: Ledger) -> None:
    ledger.append([draft("s1")])
    reading = ledger.entries()
    ledger.append([draft("s2")])
    assert subjects(reading) == ["s1"]


def test_a_plan_made_before_somebody_appended_is_refused(ledger: Ledger) -> None:
    ledger.append([draft("s1")], after=0)
    with pytest.raises(MovedError, match="from entry 0 to 1"):
        ledger.append([draft("s2")], {NAME: RAW}, after=0)
    assert ledger.head().seq == 1
    assert list(ledger.captures()) == []


def test_an_append_that_fails_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(ValueError):
        ledger.append([draft("s1"), draft("two\nlines")], {NAME: RAW})
    assert ledger.head() == GENESIS
    assert list(ledger.captures()) == []


def test_a_capture_is_stored_once(ledger: Ledger) -> None:
    ledger.append([draft("s1")], {NAME: RAW})
    ledger.append([draft("s2")], {NAME: RAW})
    assert list(ledger.captures()) == [NAME]
    with pytest.raises(KeyError):
        ledger.capture("00" * 32)


def test_moments(where: str) -> None:
    now = datetime(2022, 2, 15, 14, 0, tzinfo=UTC)
    times = iter([now, now + timedelta(minutes=5), now - timedelta(days=1), now + timedelta(days=1)])
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        ledger._clock = lambda: next(times)
        for name in "abcd":
            ledger.append([draft(name), draft(name * 2)])
        made = [entry.at for entry in ledger.entries()][::2]
        assert made == [
            "2022-02-15T14:00:00.000000Z",
            "2022-02-15T14:05:00.000000Z",
            "2022-02-15T14:05:00.000001Z",  # this writer's clock was a day behind
            "2022-02-16T14:00:00.000000Z",
        ]
        moments = {"2022-02-14": 0, "2022-02-15T14:00": 2, "2022-02-15T14:04:59": 2, "2022-02-15": 6, "2023": 8}
        assert {at: ledger.moment(at) for at in moments} == moments


def test_adopting_continues_the_chain(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db") as other:
        entries = other.append([draft("s1"), draft("s2"), draft("s3")], {NAME: RAW})
    ledger.adopt(entries[:1], {})
    ledger.adopt(entries[1:], {NAME: RAW})
    assert tuple(ledger.entries()) == entries
    with pytest.raises(ValueError, match="entry 4 is missing: after 3 comes 1"):
        ledger.adopt(entries[:1], {})


def test_notes_are_kept_beside_the_log(ledger: Ledger) -> None:
    head = ledger.head()
    ledger.remember({"one": b"1", "two": b"2" * 10_000})
    ledger.remember({"one": b"first"})
    assert ledger.recall({"one", "two", "three"}) == {"one": b"first", "two": b"2" * 10_000}
    assert ledger.recall([]) == {}
    assert ledger.head() == head


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = '{}'",
        "UPDATE entry SET said = '' WHERE seq = 1",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE seq = 2",
        "UPDATE capture SET data = ''",
        "DELETE FROM capture",
        'INSERT INTO entry SELECT 9, kind, subject, object, "by", said, at, body, hash FROM entry WHERE seq = 1',
    ],
)
def test_the_database_refuses_what_is_no_append(ledger: SqlLedger, statement: str) -> None:
    ledger.append([draft("s1"), draft("s2")], {NAME: RAW})
    with pytest.raises(DBAPIError, match="append-only"), ledger._backend.engine.begin() as connection:
        connection.execute(text(statement))
    assert continues(GENESIS, ledger.entries()) == ledger.head()


def test_opening_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        open_ledger(tmp_path / "none.db", create=False)
    (tmp_path / "page.db").write_bytes(b"<html>" * 200)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(tmp_path / "page.db")
    SqliteBackend(tmp_path / "other.db", create=True).engine.connect().exec_driver_sql(
        "CREATE TABLE entry (id INTEGER)"
    )
    with pytest.raises(LedgerError, match="not a ledger's"):
        open_ledger(tmp_path / "other.db")


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerError, match=r"postgresql://ada:\*+@localhost:1/none"):
        open_ledger("postgresql://ada:secret@localhost:1/none")
