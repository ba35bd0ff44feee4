"""What the ledger has learnt of speakers: a value that grows with every article and can be merged.

Its parts are persistent maps (hash array mapped tries, Bagwell 2001): learning an article costs what the article tells,
however much is known already, and an older value stays what it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple, TypeVar

from immutables import Map

from reportedly.name.forms import fold
from reportedly.name.lexicon import same_given
from reportedly.types import Voice

T = TypeVar("T")
STEM = 3  # letters by which states' names are looked up


class Told(NamedTuple):
    """What was told of a speaker or a body."""

    sure: bool  # by the article's own words, not guessed
    at: str  # when it was published
    voice: Voice

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Return what decides between two tellings: sure before guessed, later before earlier, then the words."""
        return (self.sure, self.at, repr(self.voice))


@dataclass(frozen=True, slots=True)
class Memory:
    """Speakers, bodies and states met before, under folded names. A value: `learn` and `merge` return another one.

    Tellings are kept by rank, counts add up, and of two spellings of a state the smaller stays: merging is associative
    and commutative. Learning an article leans on what was learnt before it, so another order can spell a state anew.
    """

    speakers: Mapping[str, Told] = field(default_factory=Map)
    bodies: Mapping[str, Told] = field(default_factory=Map)
    lands: Mapping[str, str] = field(default_factory=Map)  # names, adjectives, peoples -> the state
    hints: Mapping[str, Counter[str]] = field(default_factory=Map)  # name -> how it was used
    towns: Mapping[str, Counter[str]] = field(default_factory=Map)  # city -> states named beside it
    homes: Mapping[str, Counter[str]] = field(default_factory=Map)  # outlet -> states of its unmarked offices
    ties: Mapping[str, Counter[str]] = field(default_factory=Map)  # name -> states that spoke where it was named
    offices: Mapping[str, Counter[str]] = field(default_factory=Map)  # office -> states it was told to be of
    ends: Mapping[str, frozenset[str]] = field(default_factory=Map)  # first, last word -> speakers and bodies so named
    stems: Mapping[str, frozenset[str]] = field(default_factory=Map)  # first letters of a word -> states so named

    def __post_init__(self) -> None:
        """Make persistent maps of whatever maps were given."""
        for part in fields(self):
            given = getattr(self, part.name)
            if not isinstance(given, Map):
                object.__setattr__(self, part.name, Map(given))

    def merge(self, other: Memory) -> Memory:
        """Return what either of two memories knows."""
        return Memory(
            speakers=_joined(self.speakers, other.speakers, _better),
            bodies=_joined(self.bodies, other.bodies, _better),
            lands=_joined(self.lands, other.lands, min),
            hints=_joined(self.hints, other.hints, _added),
            towns=_joined(self.towns, other.towns, _added),
            homes=_joined(self.homes, other.homes, _added),
            ties=_joined(self.ties, other.ties, _added),
            offices=_joined(self.offices, other.offices, _added),
            ends=_joined(self.ends, other.ends, frozenset.union),
            stems=_joined(self.stems, other.stems, frozenset.union),
        )

    def speaker(self, name: str, guess: bool = False) -> Voice | None:
        """Return the voice of a person met before; one that was guessed only where a guess will do."""
        found = self.speakers.get(fold(name))
        return found.voice if found and (found.sure or guess) else None

    def is_person(self, key: str) -> bool:
        """Tell whether a folded name is the full name or the surname of a person met before under a full name."""
        return (" " in key and key in self.speakers) or any(" " in name for name in self._named(key, self.speakers))

    def surname(self, name: str) -> Voice | None:
        """Return the voice of the one person of that surname who was told of, None where there are several or none."""
        told = [self.speakers[full] for full in self._named(fold(name).split()[-1], self.speakers)]
        found = [each.voice for each in told if each.sure]
        return found[0] if len(found) == 1 else None

    def called_also(self, name: str) -> str:
        """Return the name that the one person of this surname goes by, whose given name this one is short for or long.

        "" where the very name is known, or nobody or more than one is so called.
        """
        parts = fold(name).split()
        if len(parts) < 2 or fold(name) in self.speakers:
            return ""
        named = [full.split() for full in self._named(parts[-1], self.speakers) if " " in full]
        found = [
            " ".join(full)
            for full in named
            if same_given(full[0], parts[0]) and 2 in {len(full), len(parts)}  # George W. is no George H. W.
        ]
        return self.speakers[found[0]].voice.speaker if len(found) == 1 else ""

    def body(self, name: str) -> Voice | None:
        """Return the voice of a body met before."""
        found = self.bodies.get(fold(name))
        return found.voice if found else None

    def body_ending(self, key: str) -> Voice | None:
        """Return the voice of the one body whose name begins or ends with a folded word, None if there are several."""
        parts = key.split()
        near = self.ends.get(parts[0], frozenset()) | self.ends.get(parts[-1], frozenset())
        named = sorted(name for name in near if name.startswith(key + " ") or name.endswith(" " + key))
        found = [self.bodies[name].voice for name in named if name in self.bodies]
        return found[0] if len({voice.party for voice in found}) == 1 else None

    def states_like(self, word: str) -> frozenset[str]:
        """Return the states met before with a word in their name that begins as a folded word does."""
        return self.stems.get(word[:STEM], frozenset())

    def _named(self, surname: str, among: Mapping[str, Told]) -> list[str]:
        names = self.ends.get(surname, frozenset())
        return sorted(name for name in names if name in among and name.split()[-1] == surname)


def ends_of(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the first and the last word of folded names, each with the names that have it there."""
    return _indexed((word, name) for name in names for word in (*name.split()[:1], *name.split()[-1:]))


def stems_of(states: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the first letters of the words of states' names, each with the states."""
    return _indexed((word[:STEM], state) for state in states for word in fold(state).split())


def _indexed(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in pairs:
        found[key].add(name)
    return {key: frozenset(names) for key, names in found.items()}


def _joined(mine: Mapping[str, T], theirs: Mapping[str, T], both: Callable[[T, T], T]) -> Mapping[str, T]:
    large, small = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
    found = Map(large).mutate()
    for key, value in small.items():
        found[key] = both(found[key], value) if key in found else value
    return found.finish()


def _better(a: Told, b: Told) -> Told:
    return max(a, b, key=lambda told: told.rank)


def _added(a: Counter[str], b: Counter[str]) -> Counter[str]:
    return a + b
