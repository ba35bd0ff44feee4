"""A name without a role and a role without a name that are one person: "The minister was asked. Lea Storm said ..."

Articles introduce whom they name. Where a name comes without a role, its role stands beside it: an office just before,
or the office by which the next sentences call the same person.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.name.actors import Actor, Mention
from reportedly.name.home import UNTOLD
from reportedly.name.lexicon import STATE_CLASSES, NounClass, wordset
from reportedly.name.phrase import Noun
from reportedly.name.scene import Scene
from reportedly.types import Reason

_BACK = 2  # sentences between an office and the name of its holder
_ON = 2  # sentences between a name and the office it is called by afterwards
_HOLDERS = STATE_CLASSES | {NounClass.VOICE}
_LOCAL = wordset("local offices") | {"governor"}
_WHY = "one person"


def holder_of_office(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the actor of a name that no role is told of, by the unnamed office holder just before it."""
    if len(noun.name) > 2 or noun.plural or noun.head or noun.appositions:
        return None
    sentence = scene.sentence(at)
    for mention in scene.trail.before(at):
        if sentence - mention.sentence > _BACK:
            return None
        found = mention.actor
        if found.person:
            return None
        local = found.party == UNTOLD and bool(found.heads & _LOCAL)
        if _is_office(mention) and not local and not scene.bridged.get(id(found)):
            scene.bridged[id(found)] = noun.label
            note = f"{noun.label} after {found.role or 'an office'} of {found.party}"
            return replace(found, name=noun.label, person=True, reasons=(Reason(_WHY, 0.6, note), *found.reasons))
    return None


def _is_office(mention: Mention) -> bool:
    actor = mention.actor
    return actor.personal and not actor.plural and actor.noun in _HOLDERS and not actor.nobody


def called_by_office(scene: Scene, noun: Noun, office: Actor, at: int) -> Actor | None:
    """Return the unintroduced person who spoke last, now that "the minister" tells the office; None where none did."""
    opens = bool(noun.words) and noun.words[0].first  # a new sentence's subject may well be somebody new
    local = office.party == UNTOLD and bool(office.heads & _LOCAL)
    if noun.determiner != "the" or noun.plural or opens or local or office.noun not in _HOLDERS or office.name:
        return None
    before = scene.trail.spoke_last(at)
    if before is None or scene.sentence(at) - before.sentence > _ON or not before.actor.nameless_role:
        return None
    person = before.actor
    person.party, person.kind, person.organisation = office.party, office.kind, office.organisation
    person.role, person.noun, person.heads = office.role, office.noun, office.heads | person.heads
    person.choice, person.back, person.fold = office.choice, office.back, office.fold
    person.reasons = (Reason(_WHY, 0.6, f"{person.name} is {noun.text}"), *office.reasons)
    person.personal = True
    return person
