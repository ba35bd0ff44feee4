"""Regions and large towns, and the states they lie in: what news names as places, and what is no state of its own."""

from __future__ import annotations

from functools import cache

from reportedly.name.forms import fold
from reportedly.name.lexicon import DATA

_TODAY = "1992"  # year since which the states are those of today, by and large


@cache
def regions() -> dict[str, str]:
    """Return folded name of a region -> its state; a name that states share is left to the article's cities."""
    return _read("regions.txt")


@cache
def towns() -> dict[str, str]:
    """Return folded name of a large town -> its state, capitals left out (the gazetteer has them)."""
    return _read("towns.txt")


def is_inside(key: str) -> bool:
    """Tell whether a folded name is a listed region's or town's, and so no state's."""
    return key in regions() or key in towns()


def state_around(key: str, day: str) -> str:
    """Return the state in which a region or a large town of a folded name lies, "" where none is known.

    The lists tell of today's states, so nothing is told of the days before 1992.
    """
    return (regions().get(key) or towns().get(key, "")) if not day or day >= _TODAY else ""


def _read(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            state, _, names = line.partition(":")
            for place in names.split(";"):
                found.setdefault(fold(place.strip()), state)
    return found
