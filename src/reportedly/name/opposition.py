"""Who speaks for those out of power: an opposition leader is of a state, and the last to speak for its government."""

from __future__ import annotations

from reportedly.name.home import UNTOLD
from reportedly.name.lexicon import STATE_CLASSES, class_of, is_person, singular
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene, Side
from reportedly.types import PartyKind, Reason

OPPOSITION = "opposition"
_OF_IT = frozenset("bench bloc camp coalition figure group movement party politician".split())


def opposition_side(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of "the opposition", "Norvik's opposition leader", "the shadow chancellor"; None for all others.

    Who is of a party with a name speaks for that: "a lawmaker of the opposition Farmers' League".
    """
    if not _opposed(noun) or _of_a_party(scene, noun):
        return None
    state = _state(scene, noun, at)
    return Side(opposition_in(state), PartyKind.PEOPLE, reasons=(Reason("opposition", 0.9, noun.text),))


def opposition_in(state: str) -> str:
    """Return what the opposition of a state is called, "" where none is told."""
    return f"Opposition in {state}" if state else "Opposition"


def _opposed(noun: Noun) -> bool:
    if noun.head == OPPOSITION:
        return True
    before = {word.low: word for word in noun.modifiers}
    if "shadow" in before:
        return noun.kind in STATE_CLASSES
    if OPPOSITION not in before or not noun.head:
        return False
    last = noun.head.split()[-1]
    named = not before[OPPOSITION].capital and any(w.capital and w.low == last for w in noun.words)
    return not named and (is_person(last) or singular(last) in _OF_IT)  # "the opposition Farmers" are a party


def _of_a_party(scene: Scene, noun: Noun) -> bool:
    """Tell whether a phrase names the party: by a modifier that is no state's, or behind "of"."""
    of = noun.complement("of", "from")
    named = of is not None and (bool(of.name) or class_of(of.head) is not None) and not scene.lands.state_of(of.name)
    states = {word for i, width, _ in scene.lands.find_in(noun.modifiers) for word in noun.modifiers[i : i + width]}
    others = (word for word in noun.named_modifiers if word not in states and word.low not in {OPPOSITION, "shadow"})
    return named or any(class_of(word.low) is None for word in others)


def _state(scene: Scene, noun: Noun, at: int) -> str:
    """Return the state whose government is opposed: by adjective, owner or "in", else the one the article is set in.

    Nobody calls an American party so.
    """
    for _, _, found in scene.lands.find_in(noun.modifiers):
        return found
    for inner in (noun.owner, noun.complement("of", "in")):
        if inner is not None and (state := scene.lands.state_of(inner.name)):
            return state
    home = scene.homes.article().chosen
    home = scene.homes.at(at, OPPOSITION).chosen if home == "United States" else home
    return "" if home == UNTOLD else home
