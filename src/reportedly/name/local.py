"""Authorities of a town or of a state in a federation, which speak for themselves at home: "Missouri's governor"."""

from __future__ import annotations

from reportedly.name.bodies import titled
from reportedly.name.forms import fold
from reportedly.name.lexicon import NounClass, singular, wordset
from reportedly.name.owners import capital_runs
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene, Side
from reportedly.name.within import regions, state_around
from reportedly.types import PartyKind, Reason

_FEDERATIONS = frozenset(name.title() for name in wordset("federations"))
_OF_REGIONS = frozenset({"governor", "gov"})
_OF_TOWNS = frozenset({"mayor", "sheriff", "police", "police chief", "police department", "police officer", "county"})


def local_side(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of a local authority of a listed federation, None where a phrase names none.

    Elsewhere a governor or a town's police are their state's voice: in news of a war both speak for the country.
    """
    head = singular(noun.head)
    if head not in _OF_REGIONS | _OF_TOWNS or scene.homes.article().chosen not in _FEDERATIONS:
        return None
    place = _named(scene, noun) or _unnamed(scene, noun, head, at)
    if not place:
        return None
    body = titled(f"{place} {noun.head}") if noun.kind is NounClass.LAW else ""
    return Side(place, PartyKind.AGENCY, body, (Reason("local", 0.8, f"{noun.text}: {place}"),))


def _named(scene: Scene, noun: Noun) -> str:
    """Return the town or region that a phrase names as an office's own: before it, as its owner, after "of"."""
    pieces = [*capital_runs(noun.modifiers)]
    pieces += [inner for inner in (noun.owner, noun.complement("of")) if inner is not None and inner.name]
    return next((piece.label for piece in pieces if _is_place(scene, piece)), "")


def _is_place(scene: Scene, piece: Noun) -> bool:
    key = fold(piece.label)
    form = scene.lands.forms.get(key)
    inside = state_around(key, scene.day)
    town = key.endswith(" county") or (form is not None and bool(form.place) and not form.person)
    return inside in _FEDERATIONS or (not inside and town and not scene.lands.city_of(piece.name))


def _unnamed(scene: Scene, noun: Noun, head: str, at: int) -> str:
    """Return the place of an authority that names none: "the governor", "police"; "" where nothing tells."""
    if head in _OF_REGIONS:
        return _region(scene)
    return _spoken_of(scene, noun, at) if noun.kind is NounClass.LAW else ""


def _region(scene: Scene) -> str:
    """Return the one member of a federation that an article speaks of, or the one it speaks of far more than others."""
    named = ((form.text, form.uses["count"]) for key, form in scene.lands.forms.items() if _is_region(key))
    (most, times), (_, second) = [*sorted(named, key=lambda pair: -pair[1]), ("", 0), ("", 0)][:2]
    return most if times > 2 * second else ""


def _is_region(key: str) -> bool:
    return regions().get(key, "") in _FEDERATIONS


def _spoken_of(scene: Scene, noun: Noun, at: int) -> str:
    """Return the place of the local authority of the same kind that was told of last before."""
    before = (m.actor for m in scene.trail.before(at) if m.actor.reasons and m.actor.reasons[0].feature == "local")
    return next((actor.party for actor in before if actor.noun is noun.kind), "")
