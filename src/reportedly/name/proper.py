"""Whom a proper name stands for: a state, a person with a role, a body, a place that speaks for its state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reportedly.name.actors import OWN_NAME, Actor, copy_as
from reportedly.name.bodies import role_of
from reportedly.name.bridge import holder_of_office
from reportedly.name.congress import CONGRESS, leads_a_house, of_a_committee, represents, seated, without_epithet
from reportedly.name.cuts import PARTY_MEN, PAST, WHOLE_NAME
from reportedly.name.forms import fold
from reportedly.name.home import UNTOLD
from reportedly.name.known import (
    former,
    in_office,
    known_body,
    listed,
    of_another_state,
    recalled,
    remembered,
    state,
    voice_actor,
)
from reportedly.name.lexicon import (
    BODY_CLASSES,
    COMPANY_ENDINGS,
    RANK_WORDS,
    STATE_CLASSES,
    NounClass,
    class_of,
    common,
    is_person,
    sex_of,
    singular,
    titles,
    wordset,
)
from reportedly.name.phrase import Noun
from reportedly.name.roles import KINDS, clause_side, employer_of, headed_side, side_of
from reportedly.name.scene import ANALYSTS, WESTERN, Scene, Side
from reportedly.name.within import state_around
from reportedly.types import PartyKind, Reason

_REACH = 200  # mentions looked back at for the bearer of a surname
_LOCAL = wordset("local offices")
_MONTHS = wordset("months")
# Titles that a name keeps: "Prince Andrew".
_BORNE = frozenset("prince princess king queen pope lord lady".split())
_RULERS = frozenset("king queen emir sultan".split())  # who speak for their state, with no word of their office beside
_BESIDE = frozenset({NounClass.KIN, NounClass.EXPERT, NounClass.CROWD})  # what the bearer of an office also is
_HOSTS = frozenset({"host", "anchor", "presenter", "commentator", "interviewer", "moderator", "personality"})
_YEARS = re.compile(r"\d+-year-old")
_AGAINST = frozenset({"challenger", "critic", "detractor", "foe", "opponent", "rival"})
_STATION = re.compile(r"[KW][A-Z]{3}")  # call letters of American radio and television
_CLERGY = frozenset("rev reverend rabbi pastor bishop".split())  # no office of a state will turn up for them


def proper(scene: Scene, noun: Noun, at: int) -> Actor:
    """Return whom a phrase with a name stands for."""
    noun = without_epithet(noun)
    if noun.label in PARTY_MEN and of_a_committee(noun):
        return _of_congress(scene, noun)
    if noun.label == "Western" and not noun.head:  # "denied Western allegations"
        return Actor(WESTERN, PartyKind.STATE, reasons=(Reason("western", 1.0, noun.text),))
    label = noun.label
    armed = class_of(noun.head) is NounClass.ARMED  # "the rebel Houthis" are listed
    person = bool(noun.title) or (is_person(noun.head) and not armed)
    if not person and scene.is_outlet(label):
        return scene.outlet()
    known = (
        _namesake(scene, noun, at)
        or scene.trail.called(label)
        or (scene.trail.called(label.split()[-1]) if _initialled(label) else None)
    )
    bare = len(noun.words) == 1 and label.isalpha()  # "French said" is Antonio French: a people is "the French"
    adjective = not person and not bare and scene.gazetteer.is_adjective(label, scene.day)
    of_a_state = known is not None and known.person and adjective
    if known is not None and not of_a_state:  # "U.S-Russian" may have been taken for somebody called so
        return known
    actor = _bracketed(scene, noun) or (None if person else state(scene, noun) or listed(scene, label))
    actor = actor or _with_role(scene, noun, at) or remembered(scene, label)
    actor = actor or listed(scene, label, persons=True) or former(scene, label)
    if actor is None and not person:
        actor = short_form(scene, label)
    actor = actor or _owned(scene, noun) or _described(scene, noun, at)
    actor = actor or _by_surname(scene, noun) or _guessed(scene, label)
    if actor is None and _STATION.fullmatch(label):
        actor = Actor(label, PartyKind.OUTLET, label, proper=True, reasons=(Reason("call letters", 0.7, label),))
    if actor is None and not person and fold(label) not in scene.lands.persons:
        actor = _place(scene, noun, at)
    actor = actor or _unknown(scene, noun)
    if actor.nameless_role:
        actor = holder_of_office(scene, noun, at) or actor
    scene.trail.enter(actor, label, *((label.split()[-1],) if actor.person else ()))
    return actor


# --- persons and bodies with a role ---------------------------------------------------------------------------------


def _with_role(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the actor of a name that the article gives a role: before it, in an apposition, or elsewhere."""
    role, where = _role(scene, noun, at)
    introduced = [intro for _, intro in scene.intros.get(fold(noun.label), [])]
    sits = any(seated(phrase) or represents(scene, phrase) for phrase in (noun, *introduced))
    if sits or leads_a_house(scene, noun):
        seat = Reason("seat", 1.0, f"{noun.text}: of Congress")
        return _person(scene, noun, role or noun, Side("United States", PartyKind.STATE, "Congress", (seat,)))
    form = scene.lands.forms.get(fold(noun.label))
    dated = form is not None and form.uses["dateline"] > 0 and not form.person
    if role is None or (dated and not noun.title):
        return None  # "VARSK, November 14 (Northern Wire)": the agency is no apposition of the city
    kind = role.kind or class_of(role.title)
    owns = kind is NounClass.COMPANY and fold(noun.label) not in scene.lands.persons and " " in noun.label
    if kind in BODY_CLASSES | {NounClass.ARMED} and not noun.title and (owns or not is_person(role.head)):
        return _body(scene, noun, role, where)
    side = _side_by_role(scene, noun, role, at, where)
    inverted = role is not noun and bool(role.name) and any(word.text == "," for word in role.words)
    if inverted and side.kind is PartyKind.STATE:  # "North Korea's leader, Trump added, ..." is no apposition
        holder = of_another_state(scene, noun.label, side.party)
        if holder is not None:
            return holder
    if not side.sure:
        side = _better(scene, noun.label, role, side)
    past = any(w.low in PAST for w in role.modifiers)
    if past or (side.party == UNTOLD and role.head in _LOCAL):
        side = _own_side(scene, noun, role, side.organisation)
    return _person(scene, noun, role, side)


def _side_by_role(scene: Scene, noun: Noun, role: Noun, at: int, where: int) -> Side:
    """Return whom the bearer of a name speaks for by the role that is told at an offset `where`."""
    kind = role.kind or class_of(role.title)
    legislates = noun.title in CONGRESS and any(w.low == "state" for w in role.words)  # in no Congress
    aged = kind is NounClass.EXPERT and any(_YEARS.fullmatch(word.low) for word in role.words)
    if kind is NounClass.CROWD or _on_air(role) or legislates or aged:  # experts are of no age
        return _own_side(scene, noun, role)
    if _stands(scene, noun.label):
        stands = Reason("candidate", 1.0, noun.label)
        return Side(f"{noun.label.split()[-1]} campaign", PartyKind.PEOPLE, reasons=(stands,))
    if singular(role.head) in _AGAINST or _nominated(role):  # "Obama's presidential rival Lee Lunt" is not Obama's
        return _own_side(scene, noun, role)
    headed = headed_side(scene, noun, at) if kind is NounClass.SOLDIER else None
    side = headed or side_of(scene, role, where)
    # "A Russian journalist, Lea Lunt" is not Russia's voice, but a correspondent of TASS is.
    by_passport = side.kind is PartyKind.STATE and not side.organisation
    lone = by_passport or any(reason.feature == "sort" for reason in side.reasons)
    return _own_side(scene, noun, role) if kind is NounClass.OUTLET and is_person(role.head) and lone else side


def _of_congress(scene: Scene, noun: Noun) -> Actor:
    """Return the member of Congress who is told by his party and committee, with the name where one stands beside."""
    named = next((part for part in noun.appositions if part.name), None)
    side = Side("United States", PartyKind.STATE, "Congress", (Reason("seat", 1.0, f"{noun.text}: of Congress"),))
    if named is not None:
        return _person(scene, named, noun, side)
    return Actor(
        side.party, side.kind, role=noun.label, organisation=side.organisation, personal=True, reasons=side.reasons
    )


def _on_air(role: Noun) -> bool:
    """Tell whether somebody speaks on the air of nobody named: "radio host Ada Lunt" is not of who reports it."""
    bodies = [w for w in role.modifiers if w.capital and not (w.first and w.low in common())]
    named = role.owner is not None or role.complements or bodies
    return singular(role.head) in _HOSTS and not named


def _stands(scene: Scene, label: str) -> bool:
    """Tell whether a person stands for an office and so speaks for a campaign; who holds a state's speaks for that."""
    if fold(label.split()[-1]) not in scene.candidates:
        return False
    holds = in_office(scene, label)
    return holds is None or holds.kind is not PartyKind.STATE


def _nominated(role: Noun) -> bool:
    """Tell whether somebody is to be appointed, and is no voice yet: "Supreme Court nominee", not a party's."""
    appointed = role.owner is not None or role.complement("for", "to") is not None
    return singular(role.head) == "nominee" and (appointed or any(w.low == "court" for w in role.modifiers))


def _own_side(scene: Scene, noun: Noun, role: Noun, organisation: str = "") -> Side:
    return Side(_full_name(scene, noun), PartyKind.PEOPLE, organisation, (Reason("own side", 0.5, role.text),))


def _better(scene: Scene, label: str, role: Noun, side: Side) -> Side:
    """Prefer what is remembered or listed of a person to a guess at the state."""
    known = remembered(scene, label) or listed(scene, label, persons=True)
    if known is None and " " not in label:
        holder = in_office(scene, label)
        known = holder if holder and (side.kind is PartyKind.STATE or role.head in holder.heads) else None
    if known is None:
        return side
    return Side(known.party, known.kind, side.organisation or known.organisation, known.reasons)


def _person(scene: Scene, noun: Noun, role: Noun, side: Side) -> Actor:
    label = _full_name(scene, noun)
    title = noun.title or role.title
    actor = Actor(
        side.party,
        side.kind,
        name=label,
        role=role_of(role) or title,
        organisation=side.organisation,
        person=True,
        sex=titles().get(title, "") or sex_of(singular(role.head)),
        noun=role.kind or class_of(title),
        heads={_last_noun(role.head), role.head, title, RANK_WORDS.get(title, "")} - {""},
        reasons=side.reasons,
        choice=side.choice,
        back=side.back,
        fold=side.fold,
    )
    scene.trail.enter(actor, label, noun.label, label.split()[-1])
    return actor


def _last_noun(head: str) -> str:
    return singular(head.split()[-1]) if head and " of " not in head else ""


def _role(scene: Scene, noun: Noun, at: int) -> tuple[Noun | None, int]:
    """Return the phrase that says what a named one is, and its offset: the fullest of those the article has."""
    own = role_phrase(noun)
    told = [(where, role) for where, intro in scene.intros.get(fold(noun.label), []) if (role := role_phrase(intro))]
    told.sort(key=lambda pair: (-_detail(pair[1]), pair[0]))
    offices = [pair for pair in told if pair[1].kind is not NounClass.CROWD]
    if offices or (own is not None and own.kind is not NounClass.CROWD):  # "private citizen Lunt" holds one now
        told = offices
    if told and (own is None or _detail(told[0][1]) > _detail(own)):
        return told[0][1], told[0][0]
    return own, at


def role_phrase(noun: Noun) -> Noun | None:
    """Return the part of a named phrase that tells a role."""
    if employer_of(noun) is not None and not noun.head:
        return None
    for apposition in noun.appositions:
        told = apposition.kind is not None and not apposition.name
        # "Mayor Ada Lunt, a critic of the plan" speaks as mayor, "NRK host Ada Lunt, sister of ..." as host.
        kin = noun.kind is not None and apposition.kind is NounClass.KIN
        office = noun.title or noun.kind in STATE_CLASSES or kin
        backs = noun.title in CONGRESS and apposition.kind is NounClass.UNION  # "Sen. Ada Lunt, a backer of it"
        if told and not backs and not (office and apposition.kind in _BESIDE):
            return apposition
    if noun.title in _RULERS:
        return replace(noun, head=noun.title, kind=NounClass.OFFICIAL)
    return noun if noun.head and noun.kind is not None else None


def _detail(noun: Noun) -> int:
    bare_title = noun.head in titles() and not noun.modifiers and noun.owner is None and not noun.complements
    return (0 if bare_title else 2) + bool(noun.owner) + bool(noun.complements) + bool(noun.modifiers)


def _full_name(scene: Scene, noun: Noun) -> str:
    """Return the name that ends in this surname and was told last before; where none was, the first that comes."""
    if len(noun.name) > 1 or not noun.words:
        return scene.memory.called_also(noun.label) or noun.label
    if noun.title in _BORNE:
        return f"{noun.title.capitalize()} {noun.label}"
    key, here = fold(noun.label), noun.words[0].start
    told = [
        (at, phrase.label)
        for name, intros in scene.intros.items()
        if name.split()[-1] == key
        for at, phrase in intros
        if " " in phrase.label and scene.may_bear(phrase.label)
    ]
    before = [pair for pair in told if pair[0] <= here]
    return max(before)[1] if before else min(told, default=(0, noun.label))[1]


def _body(scene: Scene, noun: Noun, role: Noun, at: int) -> Actor:
    """Return the body of a name that the article calls a company, a group, an alliance."""
    kind = role.kind or NounClass.AGENCY
    side = Side(noun.label, KINDS.get(kind, PartyKind.AGENCY))
    if kind in STATE_CLASSES | {NounClass.STATEPRESS}:
        side = side_of(scene, role, at)
    actor = Actor(
        side.party,
        side.kind,
        name=noun.label,
        organisation=noun.label if side.party != noun.label else "",
        proper=True,
        noun=kind,
        heads={singular(role.head.split()[-1])},
        reasons=(Reason("apposition", 1.0, role.text or role.head), *side.reasons),
        choice=side.choice,
        back=side.back,
        fold=side.fold,
    )
    scene.trail.enter(actor, noun.label, *_initials(noun.label))
    return actor


def _initials(name: str) -> tuple[str, ...]:
    words = [w for w in name.replace("-", " ").split() if w[0].isupper()]
    return ("".join(w[0] for w in words),) if len(words) > 2 else ()


def _bracketed(scene: Scene, noun: Noun) -> Actor | None:
    """Return the actor of "GRACE OKUMBA (Ubanda)", "Deputy Murin (Civic Alternative)"."""
    if not noun.words or noun.words[-1].text != ")":
        return None
    for part in noun.appositions:
        short = fold(part.label) in {fold(initials) for initials in _initials(noun.label)}
        if part.name and not part.head and not short and part.words[-1].end >= noun.words[-1].start - 1:
            known = known_body(scene, part)
            party = known.party if known is not None else part.label
            kind = known.kind if known is not None else PartyKind.UNKNOWN
            reason = Reason("in brackets", 1.0, f"{noun.label} ({party})")
            return _person(scene, noun, noun, Side(party, kind, part.label, (reason,)))
    return None


# --- names without a role -------------------------------------------------------------------------------------------


def short_form(scene: Scene, label: str) -> Actor | None:
    """Return the actor whose longer name this one begins or ends: "Norvane" of "Norvane Agro"."""
    key = fold(label)
    if scene.lands.forms_place(label):
        return None  # "prosecutors in New York" are not the magazine's
    for name, actor in scene.trail.named.items():
        if (name.startswith(key + " ") or name.endswith(" " + key)) and not actor.person and actor.proper:
            return actor
    voice = scene.memory.body_ending(key)
    return voice_actor(voice, label) if voice is not None else None


def _owned(scene: Scene, noun: Noun) -> Actor | None:
    """Return the person of "Human Rights Watch's Ada Lunt", who speaks for that body; a state's is often an athlete."""
    owner = noun.owner
    if owner is None or len(noun.name) < WHOLE_NAME or noun.head:
        return None
    if owner.kind is NounClass.INSTITUTION:
        side = Side(ANALYSTS, PartyKind.EXPERT, owner.core, (Reason("expert", 0.7, owner.text),))
        return _person(scene, noun, noun, side)
    body = listed(scene, " ".join(w.text for w in owner.words if w.capital))
    if body is None or body.person or body.kind not in {PartyKind.AGENCY, PartyKind.COMPANY, PartyKind.OUTLET}:
        return None
    return _person(scene, noun, noun, Side(body.party, body.kind, body.name, (Reason("of", 0.9, owner.text),)))


def _guessed(scene: Scene, label: str) -> Actor | None:
    return recalled(scene, label, scene.memory.speaker(label, guess=True))


def _namesake(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return who was last spoken of before, of those whose longer name ends so: two Sharifs, Mr and Ms Bowles."""
    bearers = _bearers(scene, noun, at)
    last = next(bearers, None)
    if last is None:
        return _by_first_name(scene, noun, at)
    if last.noun is not NounClass.KIN:
        return last
    elder = next((actor for actor in bearers if actor.noun is not NounClass.KIN), None)
    # Whose daughter Ada Lunt is, is Lunt; she is Ms. Lunt, or Ada.
    return elder or (None if noun.title else in_office(scene, noun.label)) or last


def _bearers(scene: Scene, noun: Noun, at: int) -> Iterator[Actor]:
    """Yield those spoken of before whose longer name ends so, the last first."""
    key, sex = fold(noun.label), titles().get(noun.title, "")
    for mention in islice(scene.trail.before(at), _REACH):
        actor, name = mention.actor, fold(mention.actor.name)
        first = bool(noun.title) and name.startswith(f"{key} ")  # surnames come first in much of Asia
        bears = actor.person and (name.endswith((f" {key}", f"-{key}")) or first)
        if bears and (not sex or actor.told_sex in {"", sex}):
            yield actor


def _by_first_name(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return who was last spoken of before, of those whose name begins so: "Hua" is Hua Chunying, "Arnie" Arnie Orr."""
    key = fold(noun.label)
    if len(noun.name) != 1 or noun.title or scene.lands.state_of(noun.name) or scene.lands.city_of(noun.name):
        return None
    near = (mention.actor for mention in islice(scene.trail.before(at), _REACH))
    return next((actor for actor in near if actor.person and fold(actor.name).startswith(f"{key} ")), None)


def _initialled(label: str) -> bool:
    """Tell whether a name is an initial and a surname: "E. Vezir"."""
    first = label.split()[0]
    return " " in label and len(first.replace(".", "")) == 1


def _by_surname(scene: Scene, noun: Noun) -> Actor | None:
    """Return the one remembered person of a bare surname: "Mr Vezir", "E. Vezir"."""
    month = noun.label.lower() in _MONTHS  # no form is kept of "May"
    if not (noun.title or month or _initialled(noun.label) or fold(noun.label) in scene.lands.persons):
        return None
    if len(noun.name) > 1 and not _initialled(noun.label):
        return None
    return recalled(scene, noun.label, scene.memory.surname(noun.label)) or in_office(scene, noun.label)


def _described(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the actor of a name that is told of only by a clause: "who studies ...", "54, a net mender"."""
    for where, phrase in [(at, noun), *scene.intros.get(fold(noun.label), [])]:
        side = clause_side(scene, phrase, where)
        if side is not None:
            return Actor(
                side.party,
                side.kind,
                _full_name(scene, noun),
                person=True,
                organisation=side.organisation,
                reasons=side.reasons,
            )
    return None


def _place(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the side that a city speaks for, where the name is used as a place."""
    side = scene.lands.city_of(noun.name)
    if side:
        return copy_as(scene.state(side), reasons=(Reason("seat", 1.0, f"{noun.label} speaks for {side}"),))
    key = fold(noun.label)
    form = scene.lands.forms.get(key)
    firm = " " in key and key.split()[-1] in COMPANY_ENDINGS
    if firm or form is None or not (form.place or form.uses["dateline"]) or form.person:
        return None
    listed = state_around(key, scene.day)
    if listed:
        return copy_as(scene.state(listed), reasons=(Reason("seat", 0.8, f"{noun.label} lies in {listed}"),))
    home = scene.home(at, noun)
    return copy_as(scene.state(home.party), reasons=(Reason("seat", 0.5, f"{noun.label} is a place"), *home.reasons))


def _unknown(scene: Scene, noun: Noun) -> Actor:
    key = fold(noun.label)
    form = scene.lands.forms.get(key)
    told_so = form is not None and form.uses["firm"] > 0 and not form.person
    firm = (key.split()[-1] in COMPANY_ENDINGS and " " in key) or told_so
    bare = 1 < len(noun.name) < 4 and not (form is not None and (form.place or form.uses["the"]))
    bare = bare and not scene.gazetteer.is_adjective(noun.name[0].text, scene.day)  # "Indian Rafale" is an aircraft
    surely = key in scene.lands.persons or bool(noun.title) or _initialled(noun.label)
    alone = not firm and (surely or bare)
    person = alone and (bool(noun.title) or scene.may_bear(noun.label))
    kind = PartyKind.COMPANY if firm else PartyKind.PEOPLE if alone else PartyKind.UNKNOWN
    name = _full_name(scene, noun) if person else noun.label
    if person and _stands(scene, name):
        name = f"{name.split()[-1]} campaign"
    return Actor(
        name,
        kind,
        name=_full_name(scene, noun) if person else noun.label,
        person=person,
        proper=not alone,
        role=noun.title if noun.title in _CLERGY else "",
        sex=titles().get(noun.title, ""),
        maybe_firm=alone and not surely,
        reasons=(Reason(OWN_NAME, 0.5, "no role is told"),),
    )
