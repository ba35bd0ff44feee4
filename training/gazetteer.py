"""Compiles data/past.txt of `reportedly.name` from the PETRARCH2 dictionaries: python -m training.gazetteer FOLDER.

The dictionaries (Open Event Data Alliance, MIT, facts to 2015) list heads of state, ministers and armed groups with the
states they belong to. Kept are persons
whose code says that they governed and who are listed in several spellings, that is, were reported often, with the dates
of it; names become mixed case, states our own. What data/people.txt and data/sides.txt name by hand is left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pycountry

from reportedly.name.gazetteer import EntryKind, load
from reportedly.name.lexicon import DATA

HEADER = """\
# Governments of the past (name | person | side | official | since | until | other spellings; see gazetteer.py).
# Compiled by training/gazetteer.py from the PETRARCH2 actor dictionaries, Copyright (c) 2014 Open Event Data Alliance,
# MIT License:
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
# documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
# rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
# persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice
# and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS
# PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
# MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
# HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
# ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

"""
_CODE = re.compile(r"\[(?P<code>[A-Z]{3})(?P<role>GOV|GOVMIL|GOVJUD)?\s*(?P<dates>[<>]?\d*-?\d*)\s*\]")
_STATES = {"SUN": "Soviet Union", "CSK": "Czechoslovakia", "YUG": "Yugoslavia", "DDR": "East Germany", "KSV": "Kosovo"}
_OURS = {"Russian Federation": "Russia", "Korea, Republic of": "South Korea"}
_EARLIEST = "1945"
_LATEST = "2015-12-31"  # the dictionary knows nothing after
_RUSSIA = "1991-12-26"
_NO_NAMES = ("A.k.a.", "General Secretary", "President ", "The ")
_SHORTEST = 8  # letters of a name: shorter ones are too often other people's


def main() -> None:
    """Write past.txt."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder with Phoenix.Countries.actors.txt")
    text = (parser.parse_args().folder / "Phoenix.Countries.actors.txt").read_text("utf-8", "replace")
    lines = sorted(persons(text))
    (DATA / "past.txt").write_text(HEADER + "".join(f"{line}\n" for line in lines), "utf-8")
    print(len(lines), "persons")


def persons(text: str) -> Iterator[str]:
    """Yield a line for each person of the dictionary who governed and was written of in more than one spelling."""
    shipped = load(DATA / name for name in ("states.txt", "sides.txt", "people.txt"))
    spells: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for names, codes in _blocks(text):
        name = _cased(names[0])
        if len(names) < 2 or " " not in name or len(name) < _SHORTEST or name.startswith(_NO_NAMES):
            continue
        for match in _CODE.finditer(codes):
            side, spell = _state(match["code"]), _spell(match["dates"])
            if side == "Russia" and spell and spell[0] < _RUSSIA:
                side = "Soviet Union"
            listed = any(e.kind is EntryKind.PERSON for e in shipped.look_up(name))
            if match["role"] and spell and not listed and shipped.kinds.get(side):
                spells.setdefault((name, side), []).append(spell)
    for (name, side), found in spells.items():
        yield f"{name} | person | {side} | official | {min(s for s, _ in found)} | {max(u for _, u in found)}"


def _blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield each entry of the dictionary as its spellings and its codes."""
    names: list[str] = []
    codes = ""
    for raw in text.splitlines():
        line = raw.split("#")[0].rstrip()
        if not line.strip():
            continue
        if line[0] not in "+[\t ":
            if names:
                yield names, codes
            names, codes = [line.split("[")[0]], ""
        elif line[0] == "+":
            names.append(line[1:].split("[")[0])
        codes += line
    if names:
        yield names, codes


def _cased(name: str) -> str:
    return " ".join(part[:1] + part[1:].lower() for part in name.strip(" _").replace("_", " ").split())


def _state(code: str) -> str:
    if code in _STATES:
        return _STATES[code]
    country = pycountry.countries.get(alpha_3=code)
    name = str(getattr(country, "common_name", "") or getattr(country, "name", ""))
    return _OURS.get(name, name)


def _spell(dates: str) -> tuple[str, str] | None:
    """Return since and until as ISO dates, None where the spell has no dates or ended too early."""
    if not dates or dates[0] in "<":
        return None
    since, _, until = dates.lstrip(">").partition("-")
    start, end = _iso(since), _iso(until)
    return None if not start or (end and end < _EARLIEST) else (start, end or _LATEST)


def _iso(day: str) -> str:
    if len(day) == 6:
        day = ("20" if int(day[:2]) < 20 else "19") + day
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else ""


if __name__ == "__main__":
    main()
