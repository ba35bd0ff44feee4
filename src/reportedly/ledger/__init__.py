"""The ledger: what was read, found, linked and decided, by whom and when; appended, chained, never rewritten.

`open_ledger` gives a `port.Ledger` over a SQLite file or a PostgreSQL database; `verify` checks one, `copy` moves one.
"""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.port import Ledger

__all__ = ["open_ledger"]


def open_ledger(where: str | Path, *, create: bool = True) -> Ledger:
    """Open the ledger at a path or at a `postgresql://` URL, making it first where there is none and `create` is set.

    Raises `port.LedgerError` with the reason where that cannot be done.
    """
    from reportedly.ledger.sqlite import SqliteBackend  # heavy to import, and the codec's users need no database
    from reportedly.ledger.store import SqlLedger

    if str(where).startswith(("postgresql://", "postgres://")):
        from reportedly.ledger.postgres import PostgresBackend  # a server is not for everyone

        return SqlLedger(PostgresBackend(str(where).replace("postgres://", "postgresql://", 1)), create=create)
    return SqlLedger(SqliteBackend(Path(where), create=create), create=create)
