"""The stream of changes: pages hear that something moved, and ask for it when their reader wants to see it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from reportedly.ledger.port import LedgerError
from reportedly.show.http.changes import Change
from reportedly.show.http.newsroom import Newsroom

_log = logging.getLogger("reportedly.serve")
EVERY = 1.0  # seconds between two looks at the log
ALIVE = 20.0  # seconds after which a silent stream says that it is still there
MOST = 500  # pages that listen at once


@dataclass(eq=False)
class Listener:
    """A page that listens: for changes of some articles, or (None) of all."""

    articles: frozenset[str] | None
    heard: asyncio.Queue[Change] = field(default_factory=lambda: asyncio.Queue(100))

    def tell(self, change: Change) -> None:
        """Pass on a change that is of interest; what a slow listener misses it sees with the next."""
        touched = bool(change.articles) if self.articles is None else not self.articles.isdisjoint(change.articles)
        if touched and not self.heard.full():
            self.heard.put_nowait(change)


class Live:
    """Follows the log and tells listeners."""

    def __init__(self, room: Newsroom) -> None:
        """Follow for a newsroom."""
        self._room = room
        self._listeners: set[Listener] = set()

    async def follow(self) -> None:
        """Look at the log again and again, until cancelled."""
        while True:
            try:
                change = await run_in_threadpool(self._room.follow)
            except LedgerError as error:
                _log.warning("the ledger cannot be followed: %s", error)
                change = None
            if change is not None:
                for listener in self._listeners:
                    listener.tell(change)
            await asyncio.sleep(EVERY)

    @property
    def full(self) -> bool:
        """Tell whether no further page can listen."""
        return len(self._listeners) >= MOST

    async def stream(self, story: str) -> AsyncIterator[str]:
        """Yield server-sent events as changes come, of one story or ("") of all."""
        listener = Listener(await self._rests_on(story))
        self._listeners.add(listener)
        try:
            yield "retry: 3000\n\n"
            while True:
                try:
                    change = await asyncio.wait_for(listener.heard.get(), ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                here = change.articles if listener.articles is None else change.articles & listener.articles
                listener.articles = await self._rests_on(story)  # it may rest on more from now on
                told = {"seq": change.head.seq, "articles": len(here), "decided": change.decided}
                yield f"id: {change.head.seq}\nevent: moved\ndata: {json.dumps(told)}\n\n"
        finally:
            self._listeners.discard(listener)

    async def _rests_on(self, story: str) -> frozenset[str] | None:
        return (await run_in_threadpool(self._room.told, story)).rests_on if story else None
