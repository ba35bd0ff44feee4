"""Which statement stands inside which: a statement is nested where its cue lies in another one's content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.find.raw import Raw


class Nesting:
    """The contents of an article's statements in order, so that those around a cue are found without a scan of all."""

    def __init__(self, raws: Sequence[Raw]) -> None:
        """Sort the contents; statements are named by their place in `raws`."""
        self._raws = raws
        self._contents = sorted((c.start, c.end, number) for number, raw in enumerate(raws) for c in raw.content)
        self._longest = max((end - start for start, end, _ in self._contents), default=0)

    def around(self, number: int) -> int | None:
        """Return the place of the statement in whose content this one's cue stands, the closest of several, or None."""
        inner = self._raws[number]
        place = inner.cue or inner.source
        if place is None:
            return None
        # What starts earlier than this is too short to reach the cue, what starts later begins behind it.
        low = bisect_left(self._contents, place.end - self._longest, key=lambda content: content[0])
        high = bisect_right(self._contents, place.start, key=lambda content: content[0])
        found = [
            (end - start, other)
            for start, end, other in self._contents[low:high]
            if end >= place.end and other != number and not _holds_cue(inner, self._raws[other])
        ]
        return min(found)[1] if found else None


def _holds_cue(inner: Raw, outer: Raw) -> bool:
    """Tell whether each stands in the other ("he said she said"): then neither is the outer one."""
    return outer.cue is not None and any(content.holds(outer.cue) for content in inner.content)
