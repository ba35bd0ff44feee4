"""Names that are known before a role is read: states, lines of the gazetteer, what the ledger remembers."""

from __future__ import annotations

from reportedly.name.actors import Actor
from reportedly.name.forms import PORTFOLIOS, fold
from reportedly.name.gazetteer import Entry, EntryKind
from reportedly.name.lands import SURE
from reportedly.name.lexicon import NounClass, class_of
from reportedly.name.opposition import OPPOSITION, opposition_in
from reportedly.name.phrase import Noun
from reportedly.name.scene import RESIDENTS, Scene
from reportedly.types import PartyKind, Reason, Voice

_SOME = frozenset("some many most several few".split())
_LIKELY = -1.0  # logits from which a name that stands alone is taken for a state


def known_body(scene: Scene, noun: Noun) -> Actor | None:
    """Return the actor of a name where it is a state, listed, remembered or met before in the article; else None."""
    return scene.trail.called(noun.label) or state(scene, noun) or listed(scene, noun.label)


def state(scene: Scene, noun: Noun) -> Actor | None:
    """Return the state that a name stands for."""
    state = scene.lands.state_of(noun.name)
    if not state:
        maybe = scene.lands.maybe.get(fold(noun.label), "")
        state = maybe if scene.lands.odds.get(maybe, -SURE) > _LIKELY else ""
    if state and noun.plural and noun.determiner in _SOME:  # "many Palestinians" are no government
        crowd = Reason("crowd", 1.0, noun.text)
        return Actor(RESIDENTS, PartyKind.PEOPLE, role=noun.text, personal=True, plural=True, reasons=(crowd,))
    return scene.state(state, f"{noun.label} is {state}") if state else None


def listed(scene: Scene, label: str, persons: bool = False) -> Actor | None:
    """Return the actor of a name that the gazetteer has."""
    for entry in scene.entries(label) or _american(scene, label):
        if (entry.kind is EntryKind.PERSON) == persons and entry.kind is not EntryKind.CAPITAL:
            return _entry_actor(scene, entry, _whole(scene, entry, label) if persons else label)
    return None


def _american(scene: Scene, label: str) -> list[Entry]:
    """Return the entries of an American body whose state stands before its name: "the US Coast Guard"."""
    state, _, rest = label.partition(" ")
    return [e for e in scene.entries(rest) if e.side == "United States"] if state in {"US", "U.S."} and rest else []


def _whole(scene: Scene, entry: Entry, label: str) -> str:
    """Return the full name of a listed person who is called by the surname alone: "MS. PSAKI" is Jen Psaki."""
    bearer = scene.gazetteer.bearer(label, scene.day) if " " not in label else None
    return bearer.name if bearer is not None and bearer.side == entry.side else label


def in_office(scene: Scene, label: str) -> Actor | None:
    """Return the one listed person of a surname who was in office on the day: "President Eisenhower", "Mr Putin"."""
    entry = scene.gazetteer.bearer(label.split()[-1], scene.day) if scene.day else None
    return _entry_actor(scene, entry, entry.name if " " in entry.name else label) if entry is not None else None


def former(scene: Scene, label: str) -> Actor | None:
    """Return the listed person whose time in office was over by the day: who speaks for nobody else now."""
    over = [e for e in scene.gazetteer.look_up(label) if e.kind is EntryKind.PERSON and e.until and e.until < scene.day]
    if not over or " " not in label:
        return None
    last = max(over, key=lambda entry: entry.until)
    role = last.role.partition(" @ ")[0]
    reason = Reason("out of office", 1.0, f"{label}: {role} of {last.side} until {last.until}")
    return Actor(
        last.name,
        PartyKind.PEOPLE,
        name=last.name,
        role=f"former {role}",
        person=True,
        heads={role.split()[-1]},
        reasons=(reason,),
    )


def _entry_actor(scene: Scene, entry: Entry, label: str) -> Actor:
    person = entry.kind is EntryKind.PERSON
    role, _, body = entry.role.partition(" @ ")
    organ = entry.kind in {EntryKind.BODY, EntryKind.STATEPRESS}
    opposed = person and role.startswith(OPPOSITION)
    actor = Actor(
        opposition_in(entry.side) if opposed else entry.side,
        PartyKind.PEOPLE if opposed else scene.gazetteer.kind_of(entry.side),
        name=label if person or organ else entry.side,
        role=role if person else "",
        organisation=body if person else entry.name if organ else "",
        person=person,
        proper=True,
        heads={role.split()[-1]} if person and role else {fold(label).split()[-1]},
        noun=class_of(role.split()[-1]) if person and role else NounClass.ORGAN if organ else None,
        reasons=(Reason("gazetteer", 1.0, f"{label}: {entry.kind} of {entry.side}"),),
    )
    scene.trail.enter(actor, label)
    return actor


def of_another_state(scene: Scene, label: str, party: str) -> Actor | None:
    """Return the listed person of a name who held an office of another state than `party` on the day, or None.

    A surname that somebody else in the article bears tells nothing.
    """
    entry = _holder(scene, label)
    if entry is None or entry.side == party or scene.gazetteer.kind_of(entry.side) is not PartyKind.STATE:
        return None
    return _entry_actor(scene, entry, entry.name)


def _holder(scene: Scene, label: str) -> Entry | None:
    if " " in label:
        return next((entry for entry in scene.entries(label) if entry.kind is EntryKind.PERSON), None)
    entry = scene.gazetteer.bearer(label, scene.day) if scene.day else None
    bearers = {fold(phrase.label) for _, phrase in scene.intros.get(fold(label), []) if " " in phrase.label}
    return entry if entry is not None and bearers <= {fold(entry.name)} else None


def remembered(scene: Scene, label: str) -> Actor | None:
    """Return the actor of a name that the ledger has met before."""
    return recalled(scene, label, scene.memory.speaker(label) or scene.memory.body(label))


def recalled(scene: Scene, label: str, voice: Voice | None) -> Actor | None:
    """Return the actor of what is remembered of a name.

    One misread article must not make a listed president another state's for all that follow.
    """
    if voice is None:
        return None
    person = bool(voice.speaker) and voice.kind is PartyKind.STATE
    return (of_another_state(scene, label, voice.party) if person else None) or voice_actor(voice, label)


def voice_actor(voice: Voice, label: str) -> Actor:
    """Return the actor of a remembered voice."""
    noun = class_of(voice.role.split()[-1]) if voice.role else None
    return Actor(
        voice.party,
        voice.kind,
        name=voice.speaker or label,
        role=voice.role,
        organisation=voice.organisation,
        person=bool(voice.speaker),
        proper=not voice.speaker,
        heads=set(voice.role.split()[-1:]) if voice.speaker else {fold(label).split()[-1]},
        noun=noun,
        reasons=(Reason("memory", 1.0, f"{label} spoke for {voice.party} before"),),
    )


def portfolio(scene: Scene, noun: Noun) -> bool:
    """Tell whether a name is but what a ministry is of: the "Defence" of "Ministry of Defence"."""
    if all(w.low in PORTFOLIOS or not w.capital for w in noun.name):
        return True
    form = scene.lands.forms.get(fold(noun.label))
    used = form is not None and (form.place or form.uses["owner"])
    return not (used or known_body(scene, noun) or fold(noun.label) in scene.lands.persons)
