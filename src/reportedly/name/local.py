"""Authorities of a town or a region: in a federation they speak for themselves at home ("Missouri's governor"),
elsewhere for the state that their place is known to lie in ("Kharkiv's governor").
"""

from __future__ import annotations

from reportedly.name.bodies import titled
from reportedly.name.forms import fold
from reportedly.name.gazetteer import EntryKind
from reportedly.name.lexicon import STATE_CLASSES, NounClass, singular, wordset
from reportedly.name.owners import capital_runs
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene, Side
from reportedly.name.within import regions, state_around
from reportedly.types import PartyKind, Reason

_FEDERATIONS = frozenset(name.title() for name in wordset("federations"))
_OFFICES = STATE_CLASSES | {NounClass.LAW}
_CHIEFS = frozenset({"head", "chief"})  # "of the Kharkiv region"
_OF_REGIONS = frozenset({"governor", "gov"})
_OF_MEMBERS = frozenset({"attorney general", "secretary of state"})  # who are a federation's where no member is named
_FORCES = frozenset({"guard", "patrol", "troopers"})  # "Missouri State Highway Patrol Captain Lee Holt"
_OF_TOWNS = wordset("town offices")


def local_side(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of a local authority, None where a phrase names none of a place that is known.

    Outside federations a governor or a town's police are their state's voice: in news of a war both speak for it.
    """
    return _of_a_state(scene, noun) or _of_a_federation(scene, noun, at)


def _of_a_state(scene: Scene, noun: Noun) -> Side | None:
    if noun.kind not in _OFFICES and singular(noun.head) not in _CHIEFS:
        return None
    of = noun.complement("of")
    for piece in [*_pieces(noun), *(capital_runs(of.modifiers) if of is not None else ())]:
        state = state_around(fold(piece.label), scene.day) or _of_a_capital(scene, noun, piece)
        if state and state not in _FEDERATIONS and state in scene.lands.names():  # "Salem" lies in India, too
            body = titled(noun.core) if noun.kind in {NounClass.LAW, NounClass.ORGAN} else ""
            return Side(state, PartyKind.STATE, body, (Reason("seat", 0.9, f"{piece.label} lies in {state}"),))
    return None


def _of_a_capital(scene: Scene, noun: Noun, piece: Noun) -> str:
    """Return the state of a capital that has a mayor: "Brussels" alone may be the Union, its mayor is Belgium's."""
    if singular(noun.head) not in _OF_TOWNS:
        return ""
    return next((e.side for e in scene.entries(piece.label) if e.kind is EntryKind.CAPITAL), "")


def _of_a_federation(scene: Scene, noun: Noun, at: int) -> Side | None:
    head = singular(noun.head)
    if head in _OF_MEMBERS:
        return _of_a_member(noun)
    if any(word.low in _FORCES for word in noun.modifiers) and (member := _of_a_member(noun)) is not None:
        return member
    if head not in _OF_REGIONS | _OF_TOWNS or scene.homes.article().chosen not in _FEDERATIONS:
        return None
    place = _named(scene, noun) or _unnamed(scene, noun, head, at)
    if not place:
        return None
    body = titled(f"{place} {noun.head}") if noun.kind is NounClass.LAW else ""
    return Side(place, PartyKind.AGENCY, body, (Reason("local", 0.8, f"{noun.text}: {place}"),))


def _of_a_member(noun: Noun) -> Side | None:
    """Return the side of an office that a federation and its members both have, where a member is named."""
    region = next((piece.label for piece in _pieces(noun) if _is_region(fold(piece.label))), "")
    return Side(region, PartyKind.AGENCY, reasons=(Reason("local", 0.8, f"{noun.text}: {region}"),)) if region else None


def _named(scene: Scene, noun: Noun) -> str:
    """Return the town or region that a phrase names as an office's own: before it, as its owner, after "of"."""
    return next((piece.label for piece in _pieces(noun) if _is_place(scene, piece)), "")


def _pieces(noun: Noun) -> list[Noun]:
    beside = (noun.owner, noun.complement("of", "in") if noun.kind is NounClass.LAW else noun.complement("of"))
    return [*capital_runs(noun.modifiers), *(inner for inner in beside if inner is not None and inner.name)]


def _is_place(scene: Scene, piece: Noun) -> bool:
    key = fold(piece.label)
    if scene.gazetteer.is_adjective(piece.label, scene.day):
        return False  # "French national police" are of no town
    form = scene.lands.forms.get(key)
    inside = state_around(key, scene.day)
    town = key.endswith(" county") or (form is not None and bool(form.place) and not form.person)
    return inside in _FEDERATIONS or (not inside and town and not scene.lands.city_of(piece.name))


def _unnamed(scene: Scene, noun: Noun, head: str, at: int) -> str:
    """Return the place of an authority that names none: "the governor", "police"; "" where nothing tells."""
    if head in _OF_REGIONS:
        return _region(scene)
    return "" if head == "county" else _spoken_of(scene, noun, at) or _written_in(scene)


def _region(scene: Scene) -> str:
    """Return the one member of a federation that an article speaks of, or the one it speaks of far more than others."""
    named = ((form.text, form.uses["count"]) for key, form in scene.lands.forms.items() if _is_region(key))
    (most, times), (_, second) = [*sorted(named, key=lambda pair: -pair[1]), ("", 0), ("", 0)][:2]
    return most if times > 2 * second else ""


def _is_region(key: str) -> bool:
    return regions().get(key, "") in _FEDERATIONS


def _spoken_of(scene: Scene, noun: Noun, at: int) -> str:
    """Return the place of the town's authority that was told of last before, one of the same kind first."""
    told = (m.actor for m in scene.trail.before(at) if m.actor.reasons and m.actor.reasons[0].feature == "local")
    before = [actor for actor in told if not _is_region(fold(actor.party))]
    alike = (actor.party for actor in before if actor.noun is noun.kind)
    return next(alike, before[0].party if before and noun.kind is not NounClass.LAW else "")


def _written_in(scene: Scene) -> str:
    """Return the town of the dateline, if that lies in the federation at home and is no capital."""
    laid = scene.homes.laid
    at_home = laid.state == scene.homes.article().chosen and fold(laid.town) not in scene.lands.cities
    return laid.town if at_home else ""
