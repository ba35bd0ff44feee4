"""The clock that watching lives by; tests bring their own, so that nothing has to be waited for."""

from __future__ import annotations

from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time, and lets it pass."""

    def now(self) -> datetime:
        """Return the time, with its zone."""
        ...

    def wait(self, seconds: float, inbox: SimpleQueue[T]) -> T | None:
        """Let time pass until something is in the inbox; None where nothing came."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the time in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float, inbox: SimpleQueue[T]) -> T | None:
        """Wait for something in the inbox. A signal's handler may put something there: SimpleQueue allows that."""
        try:
            return inbox.get(timeout=max(0.0, seconds))
        except Empty:
            return None
