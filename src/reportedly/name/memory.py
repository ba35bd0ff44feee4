"""What the ledger has learnt of speakers: a value that grows with every article and can be merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from reportedly.name.forms import fold
from reportedly.types import Voice


class Told(NamedTuple):
    """What was last told of a speaker. Sure tellings come before guesses, later ones before earlier ones."""

    sure: bool
    at: str  # when it was published
    voice: Voice


_EMPTY: Mapping[str, Told] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Memory:
    """Speakers, bodies and states met before. Each is kept with the moment it was last met, so that merging is
    independent of order: of two tellings the later one stands, of two at one moment the greater in the order of text."""

    speakers: Mapping[str, Told] = field(default_factory=lambda: _EMPTY)
    bodies: Mapping[str, Told] = field(default_factory=lambda: _EMPTY)
    lands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hints: Mapping[str, Counter[str]] = field(default_factory=lambda: MappingProxyType({}))  # name -> how it was used
    towns: Mapping[str, Counter[str]] = field(default_factory=lambda: MappingProxyType({}))  # city -> states beside it
    homes: Mapping[str, Counter[str]] = field(default_factory=lambda: MappingProxyType({}))  # outlet -> states of offices

    def speaker(self, name: str, guess: bool = False) -> Voice | None:
        """Return the voice of a person met before; one that was guessed only where a guess will do."""
        found = self.speakers.get(fold(name))
        return found.voice if found and (found.sure or guess) else None

    def surnames(self) -> frozenset[str]:
        """Return the folded surnames and full names of all persons met before."""
        return frozenset({name.split()[-1] for name in self.speakers} | set(self.speakers))

    def surname(self, name: str) -> Voice | None:
        """Return the voice of the one person of that surname, None where there are several or none."""
        key = fold(name).split()[-1]
        found = {full: told.voice for full, told in self.speakers.items() if full.split()[-1] == key}
        return next(iter(found.values())) if len(found) == 1 else None

    def body(self, name: str) -> Voice | None:
        """Return the voice of a body met before."""
        found = self.bodies.get(fold(name))
        return found.voice if found else None

    def body_ending(self, key: str) -> Voice | None:
        """Return the voice of the one body whose name begins or ends with a folded word, None where there are several."""
        found = [told.voice for name, told in self.bodies.items() if name.startswith(key + " ") or name.endswith(" " + key)]
        return found[0] if len({v.party for v in found}) == 1 else None
