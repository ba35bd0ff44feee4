"""The event examples as typed values, with their fixed split by part of each file (see GUIDE.md for the tags).

Every file stands in parts, one a kind of flag: plain, negated, hypothetical, future, ongoing, ended, demanded. The last
fifth of each part is for testing. (The last lines of whole files would hold no negated or future sentence at all.)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.events.check import Example
from corpus.events.check import examples as lines

__all__ = ["Example", "examples"]

HERE = Path(__file__).parent
_TESTED = 5  # one in so many


def examples(part: str = "") -> Iterator[Example]:
    """Yield the examples of "train" or "test", or all of them, file by file in order of their lines."""
    if part not in {"", "train", "test"}:
        raise ValueError(f"no part {part!r}: train or test")
    for path in sorted(HERE.glob("*.txt")):
        for example, tested in _file(path):
            if not part or tested == (part == "test"):
                yield example


@cache
def _file(path: Path) -> tuple[tuple[Example, bool], ...]:
    """Return the examples of a file and whether each is for testing."""
    found = [example for _, example in lines(path) if isinstance(example, Example)]
    parts: dict[str, list[int]] = {}
    for place, example in enumerate(found):
        parts.setdefault(_kind(example), []).append(place)
    tested = {place for places in parts.values() for place in places[len(places) - round(len(places) / _TESTED) :]}
    return tuple((example, place in tested) for place, example in enumerate(found))


def _kind(example: Example) -> str:
    """Return the part of its file an example belongs to: a demand of what is not to be is among the demands."""
    return "demanded" if "demanded" in example.flags else next(iter(example.flags), "")
