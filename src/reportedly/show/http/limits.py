"""How often somebody may ask: a bucket for each, filled at a steady rate."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

REMEMBERED = 10_000  # askers; those not heard of longest are forgotten, and their buckets are full again


class Limit:
    """Lets each asker do something `burst` times at once, and from then on `rate` times a second."""

    def __init__(self, burst: float, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with every bucket full."""
        self._burst = burst
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # asker -> (left, as of)
        self._lock = Lock()

    def allows(self, asker: str, cost: float = 1.0) -> bool:
        """Take from an asker's bucket; tell whether there was enough in it. At no cost, tell whether any is left."""
        with self._lock:
            now = self._clock()
            left, then = self._left.get(asker, (self._burst, now))
            left = min(self._burst, left + (now - then) * self._rate)
            enough = left >= max(cost, 1.0)
            self._left[asker] = (left - cost if enough else left, now)
            self._left.move_to_end(asker)
            if len(self._left) > REMEMBERED:
                self._left.popitem(last=False)
            return enough

    def wait(self) -> int:
        """Return the seconds after which an empty bucket has something in it, at least 1."""
        return max(1, round(1 / self._rate))
