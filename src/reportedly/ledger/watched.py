"""`beside.Watched` over SQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, fields
from typing import Any, TypeAlias

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, insert, select

from reportedly.ledger.beside import NEVER, FeedState, PageState
from reportedly.ledger.tables import WATCHED_FEED, WATCHED_PAGE

CHOICE = 500  # names asked for in one query
Session: TypeAlias = Callable[[], AbstractContextManager[Connection]]


class SqlWatched:
    """The feeds that are watched and the pages they led to."""

    def __init__(self, reading: Session, writing: Session) -> None:
        """Take how a ledger reads and writes its database."""
        self._reading = reading
        self._writing = writing

    def feeds(self, urls: Collection[str]) -> dict[str, FeedState]:
        """Return what is known of these feeds."""
        return {row.url: FeedState(*row) for row in self._named(WATCHED_FEED, urls)}

    def pages(self, urls: Collection[str]) -> dict[str, PageState]:
        """Return what is known of these pages."""
        return {row.url: PageState(*row) for row in self._named(WATCHED_PAGE, urls)}

    def due(self, before: str, limit: int, *, without: Collection[str] = ()) -> list[PageState]:
        """Return pages that are due by a time."""
        when = WATCHED_PAGE.c.due
        query = select(WATCHED_PAGE).where(when != NEVER, when <= before, WATCHED_PAGE.c.url.not_in(sorted(without)))
        with self._reading() as connection:
            rows = connection.execute(query.order_by(when, WATCHED_PAGE.c.url).limit(limit)).all()
        return [PageState(*row) for row in rows]

    def next_due(self) -> str:
        """Return when the next page is due."""
        return soonest(self._reading, WATCHED_PAGE.c.due)

    def keep(self, *, feeds: Sequence[FeedState] = (), pages: Sequence[PageState] = ()) -> None:
        """Keep all of these in one transaction."""
        with self._writing() as connection:
            _replace(connection, WATCHED_FEED, feeds)
            _replace(connection, WATCHED_PAGE, pages)

    def _named(self, table: Table, urls: Collection[str]) -> list[Any]:
        ordered = sorted(urls)
        found: list[Any] = []
        for start in range(0, len(ordered), CHOICE):
            with self._reading() as connection:
                choice = table.c.url.in_(ordered[start : start + CHOICE])
                found += connection.execute(select(table).where(choice)).all()
        return found


def soonest(reading: Session, when: Column[str], *which: ColumnElement[bool]) -> str:
    """Return the earliest time in a column that is not NEVER, NEVER where there is none."""
    with reading() as connection:
        return connection.execute(select(func.min(when)).where(when != NEVER, *which)).scalar_one() or NEVER


def _replace(connection: Connection, table: Table, states: Sequence[FeedState] | Sequence[PageState]) -> None:
    urls = [state.url for state in states]
    for start in range(0, len(urls), CHOICE):
        connection.execute(delete(table).where(table.c.url.in_(urls[start : start + CHOICE])))
    if states:
        connection.execute(insert(table), [asdict(state) for state in states])


assert [c.name for c in WATCHED_FEED.columns] == [f.name for f in fields(FeedState)]  # rows are read by position
assert [c.name for c in WATCHED_PAGE.columns] == [f.name for f in fields(PageState)]
