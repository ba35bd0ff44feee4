"""A ledger in one SQLite file: the default, for one desk. Write-ahead log, so that readers never wait for a writer."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, text
from sqlalchemy.exc import DBAPIError

from reportedly.ledger.port import BusyError, DamagedError, FullError, LedgerError, ReadOnlyError

WAIT = 120.0  # seconds a writer waits for its turn
GUARDS = frozenset({"entry_follows", "entry_kept", "entry_stays", "capture_kept", "capture_stays"})


class SqliteBackend:
    """`store.Backend` over a file."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open `path`; on a disk that cannot be written it opens for reading only."""
        if not create and not path.exists():
            raise LedgerError(f"there is no ledger at {path}: read something into it first")
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        self.where = str(path)
        self._path = path
        self.engine: Engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)

    def _connect(self) -> sqlite3.Connection:
        target = self._path if self._path.exists() else self._path.parent
        writable = os.access(target, os.W_OK) and os.access(self._path.parent, os.W_OK)
        connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?{'mode=rwc' if writable else self._frozen()}",
            uri=True,
            timeout=WAIT,
            isolation_level=None,  # we say BEGIN ourselves: the driver's own would come too late to take the lock
            check_same_thread=False,  # the pool hands a connection to one thread at a time
        )
        if writable:
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous = FULL")  # what was reported as kept survives a power cut
        return connection

    def _frozen(self) -> str:
        """Return how to open a file that nobody can write: without locks, unless a log beside it must be read too."""
        log = Path(f"{self._path}-wal")
        return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"

    def lock(self, connection: Connection) -> None:
        """Take the write lock at once, so that what is read before writing stays true."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def explain(self, error: DBAPIError) -> LedgerError:
        """Return the ledger's own error for SQLite's."""
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return FullError(
                f"no room left for {self.where}: nothing of this append was kept; free some space and go on"
            )
        if code == sqlite3.SQLITE_READONLY:
            return ReadOnlyError(f"{self.where} cannot be written: check the permissions of the file and its folder")
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return BusyError(f"another writer held {self.where} for more than {WAIT:.0f} seconds: try again")
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return DamagedError(f"{self.where} is damaged or not a ledger: {error.orig}")
        return LedgerError(f"{self.where}: {error.orig}")

    def faults(self, connection: Connection) -> Iterator[str]:
        """Yield what SQLite's integrity check finds, and guards that are missing."""
        for row in connection.execute(text("PRAGMA integrity_check(1)")):
            if row[0] != "ok":
                yield f"the database file is damaged: {row[0]}"
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars()
        for name in sorted(GUARDS - set(names)):
            yield f"the guard {name} is missing: entries could have been changed"


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log. Where several open a new file at once, SQLite says "busy" and does not wait."""
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
