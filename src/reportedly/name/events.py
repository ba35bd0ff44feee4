"""Names who acts in an article's events and on whom, and finds their places: the same rules as for voices.

"Two Varlandic brigades", "its units" and "the ministry" act for Varland; a crowd or a village acts for itself. "We" is
whoever is quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.name.actors import Actor
from reportedly.name.lexicon import FIRST, class_of
from reportedly.name.phrase import Noun, parse
from reportedly.name.places import places_of
from reportedly.name.scene import RESIDENTS, Scene
from reportedly.types import UNATTRIBUTED, Event, Participant, PartyKind, Place, Voice


def sided(scene: Scene, events: Sequence[Event], voices: Mapping[str, Voice]) -> list[Event]:
    """Return the events of an article whose scene is told, with the sides of actors and recipients and their places.

    `voices` are those of the statements that report some of the events.
    """
    found = places_of(scene.page, scene.lands, scene.gazetteer) if any(event.place for event in events) else ()
    return [
        replace(
            event,
            actor=_sided(scene, event.actor, voices.get(event.statement or "")),
            recipient=_sided(scene, event.recipient, voices.get(event.statement or "")),
            place=_placed(scene, event.place, found),
        )
        for event in events
    ]


def _sided(scene: Scene, participant: Participant | None, speaker: Voice | None) -> Participant | None:
    """Return a participant with its side: what its words mean here, else the state they name, else nobody's."""
    if participant is None:
        return None
    words = scene.page.between(participant.span)
    if speaker is not None and words and words[0].low in FIRST:
        return replace(participant, party=speaker.party, kind=speaker.kind)
    noun = parse(words)
    actor = scene.actor_of(noun, participant.span.start) if noun.words else None
    if actor is not None and not actor.nobody and not _thing(actor, noun):
        return replace(participant, party=actor.party, kind=actor.kind)
    state = next((state for _, _, state in scene.lands.find_in(words, scene.lands.maybe)), "")
    kind = PartyKind.STATE if state else PartyKind.UNKNOWN
    return replace(participant, party=state or UNATTRIBUTED, kind=kind)


def _thing(actor: Actor, noun: Noun) -> bool:
    """Tell whether a phrase was taken for people only because whoever speaks is somebody: "the harbour", "a loan"."""
    return actor.party == RESIDENTS and class_of(noun.head) is None


def _placed(scene: Scene, place: Place | None, found: Sequence[Place]) -> Place | None:
    """Return a marked place as the article's gazetteer has it: a town in it rather than the state beside it.

    Where it has none, the words may name a state all the same: "the Selmian border", "a Marqasi town".
    """
    if place is None:
        return None
    inside = [known for known in found if known.span.overlaps(place.span)]
    best = min(inside, key=lambda known: (known.latitude is None, known.span.start), default=None)
    if best is not None:
        return replace(best, span=place.span)
    return replace(place, state=next((s for _, _, s in scene.lands.find_in(scene.page.between(place.span))), ""))
