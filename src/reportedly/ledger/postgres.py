"""A ledger in a PostgreSQL database: for teams. Needs psycopg (`pip install "reportedly[postgres]"`)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from reportedly.ledger.port import BusyError, DamagedError, FullError, LedgerError, ReadOnlyError

WAIT = 120  # seconds a writer waits for its turn
TURN = 0x7265706F72746564  # "reported": the advisory lock that writers of one database take in turn
GUARDS = frozenset({"entry_follows", "entry_kept", "entry_stays", "capture_kept", "capture_stays"})
_GUARDS_ON = (
    "SELECT tgname FROM pg_trigger WHERE tgrelid IN ('entry'::regclass, 'capture'::regclass) AND tgenabled = 'O'"
)
_ERRORS: dict[str, tuple[type[LedgerError], str]] = {  # by SQLSTATE, longest prefix first
    "53100": (FullError, "no room left for {where}: nothing of this append was kept; free some space and go on"),
    "25006": (ReadOnlyError, "{where} cannot be written: it is a read-only session or a standby server"),
    "42501": (ReadOnlyError, "{where} cannot be written: this user lacks the right to"),
    "55P03": (BusyError, "another writer held {where} for more than {wait} seconds: try again"),
    "XX": (DamagedError, "{where} is damaged: {error}"),
}


class PostgresBackend:
    """`store.Backend` over a server."""

    def __init__(self, url: str) -> None:
        """Prepare a pool of connections to a `postgresql://` URL."""
        try:
            target = make_url(url).set(drivername="postgresql+psycopg")
            self.engine: Engine = create_engine(target, pool_pre_ping=True)
        except (ArgumentError, ValueError) as error:
            raise LedgerError("this is no address of a database: postgresql://USER@HOST/DATABASE is one") from error
        except ImportError as error:
            raise LedgerError("PostgreSQL needs psycopg: pip install 'reportedly[postgres]'") from error
        self.where = target.set(drivername="postgresql").render_as_string(hide_password=True)

    def lock(self, connection: Connection) -> None:
        """Take the writers' turn; it ends with the transaction, and with the connection of a writer that died."""
        connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})

    def explain(self, error: DBAPIError) -> LedgerError:
        """Return the ledger's own error for PostgreSQL's."""
        state = getattr(error.orig, "sqlstate", None) or ""
        for prefix, (kind, words) in _ERRORS.items():
            if state.startswith(prefix):
                return kind(words.format(where=self.where, wait=WAIT, error=error.orig))
        return LedgerError(f"{self.where}: {error.orig}")

    def faults(self, connection: Connection) -> Iterator[str]:
        """Yield guards that are missing or switched off."""
        for name in sorted(GUARDS - set(connection.execute(text(_GUARDS_ON)).scalars())):
            yield f"the guard {name} is missing or switched off: entries could have been changed"
