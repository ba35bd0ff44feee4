"""The gazetteer: names known before any article is read, in files that a user can add lines to.

One name a line, seven columns parted by "|", the last ones optional; "#" begins a comment:

    name | kind | side | role | since | until | other spellings, parted by ";"

    Russia           | state     |              |                  |         | | Russian Federation
    Russian          | adjective | Russia
    Moscow           | capital   | Russia
    Kremlin          | seat      | Russia
    Sergei Lavrov    | person    | Russia       | foreign minister | 2004-03 | | Sergey Lavrov; Lavrov
    TASS             | statepress| Russia       |                  |         | | ITAR-TASS
    NATO             | bloc      |              |                  |         | | North Atlantic Treaty Organization

A side is itself a name with a party's kind (state, bloc, armed-group, agency, outlet, company, people, expert). `since`
and `until` are ISO dates or their beginnings, for persons in office. Later lines of one name add to earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportedly.name.lexicon import DATA
from reportedly.name.words import Word
from reportedly.types import PartyKind

FILES = ("states.txt", "sides.txt", "outlets.txt", "people.txt", "past.txt")
LONGEST = 7  # words of a name
_SHOUTED = 4  # names up to this length that are all capitals match capitals only: "US", "IDF"


class EntryKind(StrEnum):
    """What a line of the gazetteer names."""

    PARTY = "party"
    ADJECTIVE = "adjective"  # "Russian", "Russians"
    CAPITAL = "capital"  # a city: speaks for its state only where it acts
    SEAT = "seat"  # a building or a byword that speaks for its side: "the Kremlin"
    BODY = "body"  # a ministry, service or office of a side
    PERSON = "person"
    STATEPRESS = "statepress"  # an outlet that is its state's voice


_POINTERS = frozenset(kind.value for kind in EntryKind if kind is not EntryKind.PARTY)


class Entry(NamedTuple):
    """One name and what it stands for."""

    name: str
    kind: EntryKind
    side: str
    role: str = ""
    since: str = ""
    until: str = ""

    def holds_at(self, day: str) -> bool:
        """Tell whether the entry held on a day (ISO, may be ""): an unknown day excludes nothing."""
        return not day or (
            (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names with the sides they stand for. `entries` is keyed by words in lower case, joined by blanks."""

    entries: dict[str, tuple[Entry, ...]]
    kinds: dict[str, PartyKind]  # side -> its kind
    heads: frozenset[str]  # first words of all names, so that most words are passed over at once
    surnames: dict[str, tuple[Entry, ...]]  # last word of a person's name -> entries

    def match(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Entry, ...]]:
        """Return how many words from `at` on are a known name, the longest one, and its entries; (0, ()) if none."""
        first = words[at]
        if not first.capital or self.heads.isdisjoint((_key(first.text), _key(first.shown))):
            return 0, ()
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            *before, last = piece = words[at : at + length]
            if not last.letters:
                continue
            # An owner inside a name is part of it ("People's Daily"), at its end it is not ("Russia's").
            found = self.entries.get(" ".join([*(_key(w.shown) for w in before), _key(last.text)]), ())
            found = tuple(e for e in found if _case_fits(e.name, piece))
            if found:
                return length, found
        return 0, ()

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of a name, with or without the initials inside it: "Joseph R. Biden"."""
        parts = [_key(word) for word in name.split()]
        plain = [part for i, part in enumerate(parts) if len(part) > 1 or i == 0]
        return self.entries.get(" ".join(parts)) or self.entries.get(" ".join(plain), ())

    def is_adjective(self, word: str, day: str = "") -> bool:
        """Tell whether a word is a state's adjective, on a day or on any: "Russian"."""
        return any(entry.kind is EntryKind.ADJECTIVE and entry.holds_at(day) for entry in self.look_up(word))

    def bearer(self, surname: str, day: str) -> Entry | None:
        """Return the one person of a surname who was in office on a day, None where there is none or several sides."""
        key = _key(surname)
        named = self.surnames.get(key) or self.surnames.get(key.removeprefix("al-"), ())
        found = [e for e in named if e.holds_at(day)]
        return found[0] if len({e.side for e in found}) == 1 else None

    def kind_of(self, side: str) -> PartyKind:
        """Return the kind of a side, UNKNOWN where it is none of ours."""
        return self.kinds.get(side, PartyKind.UNKNOWN)


def _key(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'")


def _case_fits(name: str, piece: Sequence[Word]) -> bool:
    short = len(name) <= _SHOUTED and name.isupper()
    return not short or piece[0].text.replace(".", "").isupper()


def load(paths: Iterable[Path]) -> Gazetteer:
    """Read gazetteer files. Raises ValueError that names the file and the line where a line is not understood."""
    found: dict[str, list[Entry]] = {}
    kinds: dict[str, PartyKind] = {}
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line or line[0] == "#" or line.isspace():
                continue
            try:
                _add(line, found, kinds)
            except (ValueError, IndexError) as error:
                raise ValueError(f"{path.name}, line {number}: {error} in {line!r}") from error
    heads = frozenset(key.split(" ", 1)[0] for key in found)
    bearers: dict[str, list[Entry]] = {}
    for key, entries in found.items():
        for entry in entries:
            if entry.kind is EntryKind.PERSON and " " in key:
                bearers.setdefault(_surname(entry.name, key), []).append(entry)
    frozen = {key: tuple(entries) for key, entries in found.items()}
    return Gazetteer(frozen, kinds, heads, {key: tuple(entries) for key, entries in bearers.items()})


def _surname(name: str, key: str) -> str:
    """Return the surname of a name of several words: the last, but the first where a given name is drawn together."""
    first, *_, last = key.split()
    drawn = "-" in name and name.rsplit("-", 1)[1].islower()  # "Ban Ki-moon"
    return first if drawn else last


def _add(line: str, found: dict[str, list[Entry]], kinds: dict[str, PartyKind]) -> None:
    columns = [column.strip() for column in line.split("|")]
    columns += [""] * (7 - len(columns))
    name, kind, side, role, since, until, also = columns[:7]
    if not name or not kind:
        raise ValueError("a name and a kind are needed")
    if kind in _POINTERS:
        entry = Entry(name, EntryKind(kind), side, role, since, until)
        if not side:
            raise ValueError(f"a {kind} needs a side")
    else:
        kinds.setdefault(side or name, PartyKind(kind))
        entry = Entry(name, EntryKind.PARTY, side or name, role, since, until)
    for spelling in (name, *filter(None, (s.strip() for s in also.split(";")))):
        key = " ".join(_key(word) for word in spelling.split())
        found.setdefault(key, []).append(entry if spelling == name else entry._replace(name=spelling))


@cache
def shipped() -> Gazetteer:
    """Return the gazetteer that comes with the package, read once."""
    return load(DATA / name for name in FILES if (DATA / name).exists())
