"""What quantities count, and whether one number could be meant by two of them."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from reportedly.types import Quantity

# Words for one thing counted. A word outside every set stands for itself.
_SAME = (
    {"dead", "killed", "death", "deaths", "died", "fatalities", "bodies", "corpses", "toll"},
    {"injured", "wounded", "hurt", "injuries", "casualties"},
    {"missing", "unaccounted"},
    {"troops", "troop", "soldiers", "soldier", "servicemen", "personnel", "servicepeople", "men"},
    {"people", "persons", "person", "residents", "civilians", "inhabitants", "villagers"},
    {"detained", "arrested", "arrests", "detainees", "prisoners"},
    {"tanks", "vehicles", "armoured", "armored"},
)
_ORDER = 10  # of magnitude
# Units of length, height, speed, warmth, time, money and shares tell how much, but not of what: 38,000 feet up, 6,000
# feet high.
_UNITS = frozenset(
    "foot feet metre metres meter meters kilometre kilometres kilometer kilometers km mile miles yard yards inch inches"
    " knots mph kph degree degrees second seconds minute minutes hour hours day days week weeks month months year"
    " years cent percent percentage point points dollar dollars euro euros pound pounds".split()
)
_CLASS = {word: f"#{number}" for number, words in enumerate(_SAME) for word in words}
_PEOPLE = _CLASS["people"]
_WORD = re.compile(r"[a-z]+")
_SMALL_WORDS = "of the a an in on at near from to and or for since by with were was be been have had has"
_IDLE = frozenset(_SMALL_WORDS.split())


def comparable(left: Quantity, right: Quantity) -> bool:
    """Tell whether two quantities count the same thing: "12 dead" and "31 injured" do not; an unnamed item may."""
    a, b = _counted(left.item), _counted(right.item)
    if not a or not b:
        return True
    shared = a & b
    return bool(shared - {_PEOPLE}) or (bool(shared) and not (_classes(a) ^ _classes(b)))


def may_be_part(left: Quantity, right: Quantity) -> bool:
    """Tell whether one quantity may be part of the other: "two Americans dead" of "31 dead"."""
    a, b = _counted(left.item), _counted(right.item)
    return bool(a - _classes(a)) != bool(b - _classes(b)) or (bool(a) and bool(b) and (a < b or b < a))


def is_measure(quantity: Quantity) -> bool:
    """Tell whether a quantity is so many of a unit, which leaves open what it measures."""
    words = _WORD.findall(quantity.item.casefold())
    return bool(words) and words[-1] in _UNITS


def of_one_order(left: Quantity, right: Quantity) -> bool:
    """Tell whether two figures are of one order of magnitude: "at least 7" and "over 80" are not, yet both may be."""
    least, most = sorted(q.low if q.low is not None else q.high or 0.0 for q in (left, right))
    return most < _ORDER * max(least, 1.0)


def overlap(left: Quantity, right: Quantity) -> bool:
    """Tell whether one number could satisfy both."""
    return max(_low(left), _low(right)) <= min(_high(left), _high(right))


def one_thing(left: Quantity, right: Quantity) -> bool:
    """Tell whether two quantities count the same, neither a part of the other's."""
    return comparable(left, right) and not may_be_part(left, right)


def _low(quantity: Quantity) -> float:
    return -math.inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return math.inf if quantity.high is None else quantity.high


@lru_cache(maxsize=4096)  # a claim compares the same few items again and again
def _counted(item: str) -> frozenset[str]:
    return frozenset(_CLASS.get(word, word) for word in _WORD.findall(item.casefold()) if word not in _IDLE)


def _classes(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if w.startswith("#"))
