"""Files of settings in TOML, taken apart key by key: whatever is wrong is said with file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

Place: TypeAlias = "tuple[str | int, ...]"  # ("rule", 1, "party"): the key `party` of the second [[rule]]
Kind = TypeVar("Kind", bound=StrEnum)

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"'-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\"'-]+)\s*=")
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d|)")
_SECONDS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_MISSING: Any = object()


class SettingsError(ValueError):
    """Something is wrong in a file of settings: "rules.toml:12: party: ..."."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file of settings."""

    name: str
    text: str

    def line(self, place: Place) -> int:
        """Return the line that a place is on; of a key that is not there, the line of its table."""
        counts: dict[str, int] = {}
        table: Place = ()
        best = 1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := _HEADER.match(line):
                names = tuple(part.strip("\"'") for part in header[2].split("."))
                if header[1] == "[[":
                    counts[header[2]] = counts.get(header[2], -1) + 1
                    table = (*names, counts[header[2]])
                else:
                    table = names
                best = number if table == place[: len(table)] or (names == place and best == 1) else best
            elif (key := _KEY.match(line)) and (*table, key[1].strip("\"'")) == place:
                return number
        return best


@dataclass(frozen=True, slots=True)
class Table:
    """A table of settings. Each of its keys is asked for by name; `done` complains of the keys nobody asked for."""

    source: Source
    values: dict[str, Any]
    place: Place = ()
    _asked: set[str] = field(default_factory=set)

    def wrong(self, key: str, why: str) -> SettingsError:
        """Return the complaint about a key."""
        return SettingsError(f"{self.source.name}:{self.source.line((*self.place, key))}: {key}: {why}")

    def has(self, key: str) -> bool:
        """Tell whether a key is set."""
        return key in self.values

    def text(self, key: str, default: str = _MISSING) -> str:
        """Return a text."""
        value = self._get(key, default)
        if not isinstance(value, str) or (not value.strip() and default is _MISSING):
            raise self.wrong(key, "a text is expected")
        return value

    def texts(self, key: str, default: tuple[str, ...] = _MISSING) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        value = self._get(key, default)
        found = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else (None,)
        if not all(isinstance(one, str) and one.strip() for one in found) or (not found and default is _MISSING):
            raise self.wrong(key, "a text or a list of texts is expected")
        return found

    def number(self, key: str, default: float | None = _MISSING) -> float | None:
        """Return a number."""
        value = self._get(key, default)
        if value is None and default is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong(key, "a number is expected")
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false is expected")
        return value

    def seconds(self, key: str, default: float) -> float:
        """Return a span of time in seconds, written as "90s", "5m", "2h" or "1d"."""
        value = self._get(key, default)
        found = _SPAN.fullmatch(str(value).strip()) if not isinstance(value, bool) else None
        if found is None:
            raise self.wrong(key, "a span of time is expected, such as 30s, 5m, 2h or 1d")
        return float(found[1]) * _SECONDS[found[2]]

    def choice(self, key: str, kind: type[Kind]) -> Kind:
        """Return one of a few words."""
        return self._one(key, self.text(key), kind)

    def choices(self, key: str, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return some of a few words, none where the key is not set."""
        return tuple(self._one(key, text, kind) for text in self.texts(key, ()))

    def tables(self, key: str) -> list[Table]:
        """Return the tables of a [[key]]."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, f"write it as [[{key}]]")
        return [Table(self.source, one, (*self.place, key, number)) for number, one in enumerate(value)]

    def named(self, key: str) -> dict[str, Table]:
        """Return the tables [key.NAME] by their names."""
        value = self._get(key, {})
        if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
            raise self.wrong(key, f"write it as [{key}.NAME]")
        return {name: Table(self.source, one, (*self.place, key, name)) for name, one in value.items()}

    def done(self) -> None:
        """Complain of a key that nobody asked for."""
        for key in self.values:
            if key not in self._asked:
                raise self.wrong(key, "there is no such setting" + near(key, self._asked))

    def _get(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        value = self.values.get(key, default)
        if value is _MISSING:
            raise self.wrong(key, "it is missing")
        return value

    def _one(self, key: str, text: str, kind: type[Kind]) -> Kind:
        words = [one.value for one in kind]
        if text not in words:
            raise self.wrong(key, f"{text!r} is none of {', '.join(words)}{near(text, words)}")
        return kind(text)


def near(word: str, known: Collection[str]) -> str:
    """Return "; did you mean ...?" where a word is nearly one that is known."""
    found = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {found[0]}?" if found else ""


def load(path: Path) -> Table:
    """Read a file of settings. Raises SettingsError where it cannot be read or is no TOML."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}") from error
    return parse(text, str(path))


def parse(text: str, name: str) -> Table:
    """Read settings from a text. Raises SettingsError where it is no TOML."""
    try:
        return Table(Source(name, text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        line = at[1] if at else len(text.splitlines())
        raise SettingsError(f"{name}:{line}: no TOML: {str(error).partition(' (at')[0]}") from error
