"""Those who fetch: a few threads, ahead of the desk.

Threads and not coroutines: the fetcher is blocking and guarded as it is, reading is the processor's work and holds
the main thread, and a few dozen requests at a time are all that politeness to hosts ever allows.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeAlias

from reportedly.read import Fetched, Fetcher, Refused


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be fetched: a feed, or a page that one led to."""

    url: str  # as it is known by
    address: str  # where it is
    host: str
    feed: bool
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came of a job."""

    job: Job
    found: Fetched | Refused
    delay: float = 0.0  # seconds that the host's robots.txt asks to leave between two requests


Inbox: TypeAlias = "SimpleQueue[Arrived | None]"  # None wakes whoever waits


class Crew:
    """Threads that fetch. They are not waited for at the end: what they hold then is fetched again the next time."""

    def __init__(self, fetcher: Fetcher, inbox: Inbox, size: int) -> None:
        """Start the threads; whatever arrives is put into the inbox."""
        self._fetcher = fetcher
        self._inbox = inbox
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"fetch {n}", daemon=True) for n in range(size)]
        for thread in self._threads:
            thread.start()

    def fetch(self, job: Job) -> None:
        """Have a job done."""
        self._jobs.put(job)

    def dismiss(self) -> None:
        """Let every thread end once it has done what it is doing."""
        for _ in self._threads:
            self._jobs.put(None)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._inbox.put(self._do(job))

    def _do(self, job: Job) -> Arrived:
        try:
            found = self._fetcher.get(job.address, etag=job.etag, last_modified=job.last_modified)
            return Arrived(job, found, self._fetcher.crawl_delay(job.address))
        except Refused as refused:
            return Arrived(job, refused, self._delay(job))
        except Exception as error:  # nothing a server sends may stop the watch
            return Arrived(job, Refused(f"fetching failed: {type(error).__name__}: {error}", again=True))

    def _delay(self, job: Job) -> float:
        try:
            return self._fetcher.crawl_delay(job.address)
        except Refused:
            return 0.0
