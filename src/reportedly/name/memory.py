"""What the ledger has learnt of speakers: a value that grows with every article and can be merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from reportedly.name.forms import fold
from reportedly.types import Voice

T = TypeVar("T")


class Told(NamedTuple):
    """What was told of a speaker or a body."""

    sure: bool  # by the article's own words, not guessed
    at: str  # when it was published
    voice: Voice

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Return what decides between two tellings: sure before guessed, later before earlier, then the words."""
        return (self.sure, self.at, repr(self.voice))


def _empty() -> Mapping[str, T]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Memory:
    """Speakers, bodies and states met before, under folded names. A value: `learn` and `merge` return another one.

    Tellings are kept by rank, counts add up, and of two spellings of a state the smaller stays: merging is associative
    and commutative. Learning an article leans on what was learnt before it, so another order can spell a state anew.
    """

    speakers: Mapping[str, Told] = field(default_factory=_empty)
    bodies: Mapping[str, Told] = field(default_factory=_empty)
    lands: Mapping[str, str] = field(default_factory=_empty)  # names, adjectives, peoples -> the state
    hints: Mapping[str, Counter[str]] = field(default_factory=_empty)  # name -> how it was used
    towns: Mapping[str, Counter[str]] = field(default_factory=_empty)  # city -> states named beside it
    homes: Mapping[str, Counter[str]] = field(default_factory=_empty)  # outlet -> states of its unmarked offices
    ties: Mapping[str, Counter[str]] = field(default_factory=_empty)  # name -> states that spoke where it was named
    offices: Mapping[str, Counter[str]] = field(default_factory=_empty)  # office -> states it was told to be of

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
        )

    def speaker(self, name: str, guess: bool = False) -> Voice | None:
        """Return the voice of a person met before; one that was guessed only where a guess will do."""
        found = self.speakers.get(fold(name))
        return found.voice if found and (found.sure or guess) else None

    def surnames(self) -> frozenset[str]:
        """Return the folded surnames and full names of all persons met before under a full name."""
        full = [name for name in self.speakers if " " in name]
        return frozenset({name.split()[-1] for name in full} | set(full))

    def surname(self, name: str) -> Voice | None:
        """Return the voice of the one person of that surname who was told of, None where there are several or none."""
        key = fold(name).split()[-1]
        found = [told.voice for full, told in self.speakers.items() if told.sure and full.split()[-1] == key]
        return found[0] if len(found) == 1 else None

    def body(self, name: str) -> Voice | None:
        """Return the voice of a body met before."""
        found = self.bodies.get(fold(name))
        return found.voice if found else None

    def body_ending(self, key: str) -> Voice | None:
        """Return the voice of the one body whose name begins or ends with a folded word, None if there are several."""
        named = [name for name in self.bodies if name.startswith(key + " ") or name.endswith(" " + key)]
        found = [self.bodies[name].voice for name in named]
        return found[0] if len({voice.party for voice in found}) == 1 else None


def _joined(mine: Mapping[str, T], theirs: Mapping[str, T], both: Callable[[T, T], T]) -> Mapping[str, T]:
    found = dict(mine)
    for key, value in theirs.items():
        found[key] = both(found[key], value) if key in found else value
    return MappingProxyType(found)


def _better(a: Told, b: Told) -> Told:
    return max(a, b, key=lambda told: told.rank)


def _added(a: Counter[str], b: Counter[str]) -> Counter[str]:
    return a + b
