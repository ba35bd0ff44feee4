"""The ledger over SQL: every query there is, the same for each database; what differs stands behind `Backend`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import product
from typing import Any, Protocol, Self

from sqlalchemy import Column, ColumnElement, Connection, Engine, Row, Select, delete, insert, select, true
from sqlalchemy.exc import DBAPIError

from reportedly.ledger.chain import GENESIS, continues, follow
from reportedly.ledger.migrations import applied, latest, migrate
from reportedly.ledger.outbox import SqlOutbox
from reportedly.ledger.packing import NOTES, pack, unpack
from reportedly.ledger.passages import SqlPassages
from reportedly.ledger.port import DamagedError, Draft, Entry, EntryKind, Head, LedgerError, MovedError
from reportedly.ledger.tables import CAPTURE, ENTRY, NOTE
from reportedly.ledger.users import SqlUsers
from reportedly.ledger.watched import SqlWatched

PAGE = 2_000  # rows fetched at a time; an append-only log can be read in pages without a transaction over them
CHOICE = 500  # subjects asked for in one query
_KINDS = frozenset(EntryKind)
_COLUMNS = [column.name for column in ENTRY.columns]
Clock = Callable[[], datetime]


class Backend(Protocol):
    """What differs between databases."""

    where: str  # for messages: a path, or a URL without its password
    engine: Engine

    def lock(self, connection: Connection) -> None:
        """Begin a write: wait until no other writer is left."""
        ...

    def explain(self, error: DBAPIError) -> LedgerError:
        """Return the ledger's own error for a database's."""
        ...

    def faults(self, connection: Connection) -> Iterator[str]:
        """Yield what the database's own check finds, and guards that are missing."""
        ...


class SqlLedger:
    """A `port.Ledger` kept in a SQL database."""

    def __init__(self, backend: Backend, clock: Clock = lambda: datetime.now(UTC), *, create: bool = True) -> None:
        """Open a ledger, first migrating tables that are not the newest, and making them if `create` is set."""
        self._backend = backend
        self._clock = clock
        with self._reading() as connection:
            current = applied(connection)
        if not current and not create:
            raise LedgerError(f"there is no ledger at {backend.where}: read something into it first")
        if current < latest(backend.engine.dialect.name):
            with self._writing() as connection:
                migrate(connection)

    # --- reading ------------------------------------------------------------------------------------------------------

    def head(self) -> Head:
        """Return where the log ends; seq 0 while it is empty."""
        with self._reading() as connection:
            return _head(connection)

    def entries(
        self,
        *,
        kinds: Collection[EntryKind] = (),
        subjects: Collection[str] | None = None,
        objects: Collection[str] | None = None,
        after: int = 0,
        until: int | None = None,
    ) -> Iterator[Entry]:
        """Yield the entries that pass every filter, in order, up to seq `until` (else up to the head as it is now)."""
        query = select(ENTRY).where(ENTRY.c.seq <= (self.head().seq if until is None else until))
        if kinds:
            query = query.where(ENTRY.c.kind.in_(sorted(kinds)))
        if subjects is None and objects is None:
            return self._pages(query, after)
        choices = product(_choices(ENTRY.c.subject, subjects), _choices(ENTRY.c.object, objects))
        return merge(*(self._chosen(query.where(*pair), after) for pair in choices), key=lambda entry: entry.seq)

    def _pages(self, query: Select[Any], after: int) -> Iterator[Entry]:
        while True:
            page = query.where(ENTRY.c.seq > after).order_by(ENTRY.c.seq).limit(PAGE)
            with self._reading() as connection:
                rows = connection.execute(page).all()
            yield from map(_entry, rows)
            if len(rows) < PAGE:
                return
            after = rows[-1].seq

    def _chosen(self, query: Select[Any], after: int) -> Iterator[Entry]:
        """Yield the entries of a few names, sorted here: asked for order and limit, SQLite would walk a whole kind."""
        with self._reading() as connection:
            rows = connection.execute(query.where(ENTRY.c.seq > after)).all()
        yield from map(_entry, sorted(rows, key=lambda row: row.seq))

    def moment(self, at: str) -> int:
        """Return the seq of the last entry made at or before a ledger time."""
        low, high = 0, self.head().seq
        while low < high:  # ledger time never runs backwards, so the log is its own index
            middle = (low + high + 1) // 2
            with self._reading() as connection:
                made = connection.execute(select(ENTRY.c.at).where(ENTRY.c.seq == middle)).scalar_one()
            low, high = (middle, high) if made[: len(at)] <= at else (low, middle - 1)
        return low

    def capture(self, sha256: str) -> bytes:
        """Return the raw bytes of a capture."""
        query = select(CAPTURE.c.data).where(CAPTURE.c.sha256 == bytes.fromhex(sha256))
        with self._reading() as connection:
            data = connection.execute(query).scalar_one_or_none()
        if data is None:
            raise KeyError(sha256)
        try:
            return unpack(data)
        except ValueError as error:
            raise DamagedError(f"capture {sha256} is spoilt: {error}") from error

    def captures(self) -> Iterator[str]:
        """Yield the SHA-256 of every capture, in order."""
        last = b""
        while True:
            page = select(CAPTURE.c.sha256).where(CAPTURE.c.sha256 > last).order_by(CAPTURE.c.sha256).limit(PAGE)
            with self._reading() as connection:
                names = connection.execute(page).scalars().all()
            yield from map(_hex, names)
            if len(names) < PAGE:
                return
            last = names[-1]

    def recall(self, names: Collection[str]) -> dict[str, bytes]:
        """Return the notes of these names, as far as there are any that are whole and fit into memory together."""
        found: dict[str, bytes] = {}
        left = NOTES
        for choice in _choices(NOTE.c.name, names):
            with self._reading() as connection:
                rows = connection.execute(select(NOTE).where(choice)).all()
            for row in rows:
                with suppress(ValueError):  # what a note says can be computed again
                    found[row.name] = unpack(row.data, left)
                    left -= len(found[row.name])
        return found

    @property
    def watched(self) -> SqlWatched:
        """Return what watching remembers, beside the log."""
        return SqlWatched(self._reading, self._writing)

    @property
    def outbox(self) -> SqlOutbox:
        """Return the alerts that are on their way, beside the log."""
        return SqlOutbox(self._reading, self._writing)

    @property
    def users(self) -> SqlUsers:
        """Return who may use a server over this ledger."""
        return SqlUsers(self._reading, self._writing)

    @property
    def passages(self) -> SqlPassages:
        """Return what was said, for searching."""
        return SqlPassages(self._reading, self._writing)

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong."""
        with self._reading() as connection:
            yield from self._backend.faults(connection)

    # --- writing ------------------------------------------------------------------------------------------------------

    def append(
        self, drafts: Sequence[Draft], captures: Mapping[str, bytes] | None = None, *, after: int | None = None
    ) -> tuple[Entry, ...]:
        """Append all drafts and captures in one transaction, or none of them."""
        packed = _packed(captures or {})  # outside the lock
        with self._writing() as connection:
            head = _head(connection)
            if after is not None and head.seq != after:
                raise MovedError(f"{self._backend.where} has grown from entry {after} to {head.seq}: plan again")
            entries = tuple(follow(head, drafts, _next(head, self._clock())))
            _insert(connection, entries, packed)
        return entries

    def adopt(self, entries: Sequence[Entry], captures: Mapping[str, bytes]) -> None:
        """Append entries of another ledger as they are."""
        packed = _packed(captures)
        with self._writing() as connection:
            continues(_head(connection), entries)
            _insert(connection, entries, packed)

    def remember(self, notes: Mapping[str, bytes]) -> None:
        """Keep what would take long to compute again, by name."""
        rows = [
            {"name": name, "data": pack(data, NOTES, level=1)} for name, data in notes.items() if len(data) <= NOTES
        ]
        with self._writing() as connection:
            connection.execute(delete(NOTE).where(NOTE.c.name.in_(sorted(notes))))
            if rows:
                connection.execute(insert(NOTE), rows)

    # --- connections --------------------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._backend.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self._backend.explain(error) from error
        except UnicodeDecodeError as error:  # the driver shows a broken page's bytes in its message
            raise DamagedError(f"{self._backend.where} is damaged: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._reading() as connection, connection.begin():
            self._backend.lock(connection)
            yield connection

    def close(self) -> None:
        """Release the database."""
        self._backend.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _head(connection: Connection) -> Head:
    query = select(ENTRY.c.seq, ENTRY.c.at, ENTRY.c.hash).order_by(ENTRY.c.seq.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return GENESIS if row is None else Head(row.seq, row.at, _hex(row.hash))


def _choices(column: Column[str], names: Collection[str] | None) -> list[ColumnElement[bool]]:
    """Return conditions that together let the names pass, each short enough for one query."""
    if names is None:
        return [true()]
    ordered = sorted(names)
    return [column.in_(ordered[start : start + CHOICE]) for start in range(0, len(ordered), CHOICE)]


def _entry(row: Row[Any]) -> Entry:
    values: Sequence[Any] = tuple(row)
    seq, kind, subject, of, by, said, at, body, digest = values
    if kind not in _KINDS or not all(isinstance(text, str) for text in (subject, of, by, said, at, body)):
        raise DamagedError(f"entry {seq} is spoilt: its kind is {kind!r}")
    return Entry(seq, EntryKind(kind), subject, of, by, said, at, body, _hex(digest))


def _hex(value: object) -> str:
    """Return bytes as the hex digits they are known by; a spoilt page can give anything in their place."""
    if not isinstance(value, bytes | memoryview):
        raise DamagedError(f"{value!r} stands where a hash should")
    return value.hex()


def _packed(captures: Mapping[str, bytes]) -> dict[str, bytes]:
    packed = {}
    for name, raw in captures.items():
        try:
            packed[name] = pack(raw)
        except ValueError as error:
            raise LedgerError(f"capture {name} cannot be kept: {error}") from error
    return packed


def _insert(connection: Connection, entries: Sequence[Entry], packed: Mapping[str, bytes]) -> None:
    if entries:
        rows = [
            {name: getattr(entry, name) for name in _COLUMNS} | {"hash": bytes.fromhex(entry.hash)} for entry in entries
        ]
        connection.execute(insert(ENTRY), rows)
    for name, data in packed.items():
        key = bytes.fromhex(name)
        if connection.execute(select(CAPTURE.c.sha256).where(CAPTURE.c.sha256 == key)).first() is None:
            connection.execute(insert(CAPTURE), {"sha256": key, "data": data})


def _next(head: Head, now: datetime) -> str:
    """Return the time of the next append: the clock's, or just after the head's where clocks disagree."""
    if head.at:
        now = max(now, datetime.fromisoformat(head.at) + timedelta(microseconds=1))
    return now.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
