"""How fast: what servers ask for, how long to wait after failures, and one request at a time for each host."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from reportedly.ledger.beside import written

FIRST = 60.0  # seconds after the first failure
LONGEST = 6 * 3600.0  # seconds after any number of them


def after(now: datetime, seconds: float) -> str:
    """Return the moment so many seconds from now, as it is kept."""
    return written(now + timedelta(seconds=seconds))


def backoff(failures: int, dice: Random, *, asked: float = 0.0) -> float:
    """Return the seconds to wait after so many failures in a row: twice as long each time, up to half more by chance.

    Chance keeps many feeds that failed together from coming back together. What the server asked for is kept to.
    """
    wait = min(LONGEST, FIRST * 2.0 ** min(failures - 1, 30))
    return max(asked, wait * (1 + dice.random() / 2))


class Hosts:
    """When each host may be asked again. One request at a time: a host is closed until its answer is there."""

    def __init__(self) -> None:
        """Know of no host: each may be asked."""
        self._free: dict[str, datetime | None] = {}  # None: being asked

    def ready(self, host: str, now: datetime) -> bool:
        """Tell whether a host may be asked now."""
        free = self._free.get(host, now)
        return free is not None and free <= now

    def asking(self, host: str) -> None:
        """Note that a host is being asked."""
        self._free[host] = None

    def answered(self, host: str, now: datetime, pause: float) -> None:
        """Note that a host has answered and is to be left alone for so many seconds."""
        self._free[host] = now + timedelta(seconds=pause)

    def next_ready(self, hosts: Iterable[str], now: datetime) -> datetime | None:
        """Return when the first of some hosts may be asked; None where all of them are being asked."""
        times = [free for host in hosts if (free := self._free.get(host, now)) is not None]
        return min(times, default=None)
