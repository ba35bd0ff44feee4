"""Numbers for one quantity: who gives which, what they leave open, and which of them cannot both be so."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reportedly.stand.moment import DAY
from reportedly.stand.positions import AFFIRMS
from reportedly.types import Bounds, Figure, Quantity, Relation, Rival, Statement

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
_CLASS = {word: f"#{number}" for number, words in enumerate(_SAME) for word in words}
_PEOPLE = _CLASS["people"]
_WORD = re.compile(r"[a-z]+")
_SMALL_WORDS = "of the a an in on at near from to and or for since by with were was be been have had has"
_IDLE = frozenset(_SMALL_WORDS.split())


def figures(statements: Iterable[Statement], moments: Mapping[str, str]) -> tuple[Figure, ...]:
    """Return every figure given with an affirmation, oldest first. `moments` says when each statement was made."""
    found = [
        Figure(s.voice.party, quantity, s.id, moments[s.id])
        for s in statements
        if s.stance in AFFIRMS
        for quantity in s.quantities
        if quantity.low is not None or quantity.high is not None
    ]
    return tuple(sorted(found, key=lambda f: (f.at, f.statement, f.quantity.start)))


def comparable(left: Quantity, right: Quantity) -> bool:
    """Tell whether two quantities count the same thing: "12 dead" and "31 injured" do not; an unnamed item may."""
    a, b = _counted(left.item), _counted(right.item)
    if not a or not b:
        return True
    shared = a & b
    return bool(shared - {_PEOPLE}) or (bool(shared) and not (_classes(a) ^ _classes(b)))


def _part(left: Quantity, right: Quantity) -> bool:
    """Tell whether one quantity may be part of the other: "two Americans dead" of "31 dead"."""
    a, b = _counted(left.item), _counted(right.item)
    return bool(a - _classes(a)) != bool(b - _classes(b))


def overlap(left: Quantity, right: Quantity) -> bool:
    """Tell whether one number could satisfy both."""
    return max(_low(left), _low(right)) <= min(_high(left), _high(right))


def relation(left: Figure, right: Figure, denials: frozenset[str] = frozenset()) -> Relation | None:
    """Compare two figures, `left` the older one; None where they count different things.

    `denials` holds the parties that reject another's figure outright: theirs contradict whatever the day.
    """
    if not comparable(left.quantity, right.quantity):
        return None
    if overlap(left.quantity, right.quantity):
        return Relation.AGREES
    if left.party == right.party:
        return Relation.REVISED
    one_day = left.at[:DAY] == right.at[:DAY]
    opposed = one_day or {left.party, right.party} & denials
    return Relation.CONTRADICTS if opposed and not _part(left.quantity, right.quantity) else Relation.DIFFERS


def newest(given: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return each party's newest figures: a later one for the same thing replaces the earlier."""
    kept: list[Figure] = []
    for figure in sorted(given, key=lambda f: (f.at, f.statement, f.quantity.start)):
        kept = [k for k in kept if k.party != figure.party or not comparable(k.quantity, figure.quantity)]
        kept.append(figure)
    return tuple(kept)


def rivals(given: Sequence[Figure], denials: frozenset[str] = frozenset()) -> tuple[Rival, ...]:
    """Return the pairs that no single number satisfies: every revision, and what the newest figures leave apart.

    Two figures of one statement count two things, or tell how one has changed; neither is the other's rival. One that
    tells not what it counts, beside others, may count anything ("14 patients, seven of whom have been discharged").
    """
    current, of = set(newest(given)), Counter(f.statement for f in given)
    told = [f for f in given if f.quantity.item or of[f.statement] == 1]
    found = []
    for left, right in combinations(told, 2):
        kind = relation(left, right, denials)
        if kind is None or kind is Relation.AGREES or left.statement == right.statement:
            continue
        if kind is Relation.REVISED or (left in current and right in current):
            found.append(Rival(left, right, kind))
    return tuple(found)


def bounds(given: Sequence[Figure]) -> Bounds | None:
    """Return low, best and high of the newest figures that count what most of them count, or None without any.

    Best is the midpoint of the figure that most parties' newest figures agree with, the newest of those on a tie.
    """
    current = newest(given)
    if not current:
        return None
    best = max(current, key=lambda f: (_agreeing(f, current), f.at, f.statement))
    alike = [f for f in current if comparable(f.quantity, best.quantity)]
    lows = [f.quantity.low if f.quantity.low is not None else 0.0 for f in alike]
    highs = [f.quantity.high for f in alike]
    high = None if any(h is None for h in highs) else max(h for h in highs if h is not None)
    return Bounds(min(lows), _middle(best.quantity), high)


def _agreeing(figure: Figure, others: Sequence[Figure]) -> int:
    return sum(comparable(figure.quantity, o.quantity) and overlap(figure.quantity, o.quantity) for o in others)


def _middle(quantity: Quantity) -> float | None:
    if quantity.low is None or quantity.high is None:
        return quantity.low if quantity.high is None else quantity.high
    return (quantity.low + quantity.high) / 2


def _low(quantity: Quantity) -> float:
    return -math.inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return math.inf if quantity.high is None else quantity.high


def _counted(item: str) -> frozenset[str]:
    return frozenset(_CLASS.get(word, word) for word in _WORD.findall(item.casefold()) if word not in _IDLE)


def _classes(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if w.startswith("#"))
