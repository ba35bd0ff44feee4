"""Numbered migrations, forward only: `0001_log.sqlite.sql` and `0001_log.postgresql.sql` make the first schema.

A migration may add tables, indexes and guards; it never rewrites an entry, because an entry's hash stands for ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from reportedly.ledger.port import DamagedError, LedgerError


def latest(dialect: str) -> int:
    """Return the number of the newest migration there is for "sqlite" or "postgresql"."""
    return max(_scripts(dialect))


def applied(connection: Connection) -> int:
    """Return the number of the last migration a database has had, 0 for an empty one.

    Raises DamagedError where the tables are another program's, LedgerError where a newer Reportedly made them.
    """
    tables = set(inspect(connection).get_table_names())
    if "migration" not in tables:
        if tables & {"entry", "capture"}:
            raise DamagedError("this database has tables of the ledger's names that are not a ledger's: choose another")
        return 0
    number = int(connection.execute(text("SELECT coalesce(max(number), 0) FROM migration")).scalar_one())
    if number > latest(connection.dialect.name):
        raise LedgerError(f"the ledger has schema {number}, made by a newer Reportedly: update to open it")
    return number


def migrate(connection: Connection, upto: int | None = None) -> None:
    """Bring a database to the newest schema (or to `upto`), inside the caller's transaction and writers' lock."""
    dialect = connection.dialect.name
    number = applied(connection)
    if number == 0:
        connection.exec_driver_sql("CREATE TABLE migration (number INTEGER PRIMARY KEY)")
    scripts = _scripts(dialect)
    for step in range(number + 1, (upto or max(scripts)) + 1):
        for statement in _statements(scripts[step], dialect):
            connection.exec_driver_sql(statement, execution_options={"no_parameters": True})  # "%" is SQL's here
        connection.execute(text("INSERT INTO migration (number) VALUES (:number)"), {"number": step})


def _scripts(dialect: str) -> dict[int, str]:
    suffix = f".{dialect}.sql"
    found = (path for path in files(__name__).iterdir() if path.name.endswith(suffix))
    return {int(path.name[:4]): path.read_text("utf-8") for path in found}


def _statements(script: str, dialect: str) -> Iterator[str]:
    """Split a script where its database cannot take it whole."""
    if dialect != "sqlite":
        yield script
        return
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
