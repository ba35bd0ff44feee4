"""From a phrase to whom it speaks for: the article's own words first, then memory, then the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.name.actors import Actor, Trail, copy_as, unattributed
from reportedly.name.antecedent import Wanted, choose, home_of
from reportedly.name.bodies import organisation, role_of, titled
from reportedly.name.forms import fold
from reportedly.name.gazetteer import Entry, EntryKind, Gazetteer
from reportedly.name.lands import Lands
from reportedly.name.lexicon import (
    BODY_CLASSES,
    FEMALE,
    FIRST,
    MALE,
    NEUTER,
    PLURAL,
    STATE_CLASSES,
    NounClass,
    class_of,
    sex_of,
    singular,
    titles,
)
from reportedly.name.memory import Memory
from reportedly.name.phrase import Noun
from reportedly.name.words import Page
from reportedly.types import PartyKind, Reason

RESIDENTS, FAMILIES, ANALYSTS = "Residents", "Families", "Analysts"
_PERSONS = frozenset(
    {
        NounClass.OFFICIAL,
        NounClass.SOLDIER,
        NounClass.VOICE,
        NounClass.EXPERT,
        NounClass.CROWD,
        NounClass.KIN,
        NounClass.ANONYMOUS,
    }
)
_KINDS = {
    NounClass.COURT: PartyKind.AGENCY,
    NounClass.INSTITUTION: PartyKind.AGENCY,
    NounClass.AGENCY: PartyKind.AGENCY,
    NounClass.COMPANY: PartyKind.COMPANY,
    NounClass.OUTLET: PartyKind.OUTLET,
    NounClass.UNION: PartyKind.PEOPLE,
    NounClass.ARMED: PartyKind.ARMED_GROUP,
}
_OF = ("of", "for", "at", "with", "from", "to", "in", "on", "inside", "within", "by", "behind", "against", "near")


@dataclass(slots=True)
class Side:
    """Whom a role speaks for, while it is being worked out."""

    party: str
    kind: PartyKind
    organisation: str = ""
    chain: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True)
class Scene:
    """One article while it is being named."""

    page: Page
    lands: Lands
    gazetteer: Gazetteer
    memory: Memory
    trail: Trail = field(default_factory=Trail)
    intros: dict[str, list[tuple[int, Noun]]] = field(default_factory=dict)  # folded name -> phrases that tell of it
    _open: set[str] = field(default_factory=set)  # names being worked out: "Dorr's lawyer, Dorr" must not go round

    @property
    def day(self) -> str:
        """Return the day of publication."""
        return self.page.article.published[:10]

    def actor_of(self, noun: Noun, at: int) -> Actor:
        """Return whom a phrase at an offset speaks of."""
        if noun.joined:
            return self.actor_of(noun.joined[0], at)
        if noun.pronoun:
            return self._pronoun(noun, at)
        if noun.name:
            return self._named(noun, at)
        if noun.head:
            return self._common(noun, at)
        return unattributed("no words")

    # --- names --------------------------------------------------------------------------------------------------------

    def _named(self, noun: Noun, at: int) -> Actor:
        label = noun.label
        known = self.trail.called(label)
        if known is not None:
            return known
        titled_person = bool(noun.title) or noun.kind in _PERSONS
        if not titled_person:
            actor = self._land(noun) or self._outlet(label)
            if actor is not None:
                return actor
        role, where = self._role(noun, at)
        if role is not None and label not in self._open:
            self._open.add(label)
            actor = self._person(noun, role, where)
            self._open.discard(label)
            return actor
        actor = self._from_memory(label) or self._from_gazetteer(label)
        if actor is None and not titled_person:
            actor = self._short_form(label)
        if actor is None and fold(label) not in self.lands.persons and not titled_person:
            actor = self._place(noun, at)
        if actor is None:
            actor = self._unknown(noun)
        self.trail.enter(actor, label)
        return actor

    def _land(self, noun: Noun) -> Actor | None:
        state = self.lands.state_of(noun.name)
        return self.state(state, f"{noun.label!r} is {state}") if state else None

    def state(self, name: str, note: str = "") -> Actor:
        """Return the actor that a state is."""
        known = self.trail.called(name)
        if known is not None and known.party == name:
            return known
        actor = Actor(name, PartyKind.STATE, heads={"state", "country", "side"}, reasons=(Reason("state", 1.0, note),))
        self.trail.enter(actor, name)
        return actor

    def _outlet(self, label: str) -> Actor | None:
        outlet = fold(self.page.article.outlet)
        key = fold(label)
        if not outlet or len(key) < 3:  # noqa: PLR2004
            return None
        whole = f" {outlet} "
        if f" {key} " in whole or f" {outlet.removeprefix('the ')} " in f" {key} ":
            return self.outlet()
        return None

    def outlet(self) -> Actor:
        """Return the article's own outlet."""
        name = self.page.article.outlet
        known = self.trail.called("this outlet")
        if known is None:
            kind = self.gazetteer.look_up(name)
            state = next((e.side for e in kind if e.kind is EntryKind.STATEPRESS), "")
            known = Actor(
                state or name,
                PartyKind.STATE if state else PartyKind.OUTLET,
                name=name,
                organisation=name if state else "",
                noun=NounClass.OUTLET,
                heads={"newspaper", "paper", "agency", "outlet", "programme", "site"},
                reasons=(Reason("own outlet", 1.0, name),),
            )
            self.trail.enter(known, "this outlet")
        return known

    def _role(self, noun: Noun, at: int) -> tuple[Noun | None, int]:
        """Return the phrase that says what a named one is: itself, its apposition, or another place of the article."""
        own = _role_phrase(noun)
        if own is not None and own.kind is not None:
            return own, at
        intros = self.intros.get(fold(noun.label), [])
        told = [(where, role) for where, intro in intros if (role := _role_phrase(intro)) is not None]
        told.sort(key=lambda pair: (-_detail(pair[1]), pair[0]))
        if told and (own is None or _detail(told[0][1]) > _detail(own)):
            return told[0][1], told[0][0]
        return own, at

    def _person(self, noun: Noun, role: Noun, at: int) -> Actor:
        label = self._full_name(noun)
        kind = role.kind or class_of(role.title)
        if kind in BODY_CLASSES | {NounClass.ARMED}:
            return self._body_called(noun, role, at)
        side = self._side(role, at)
        title = noun.title or role.title
        actor = Actor(
            side.party,
            side.kind,
            name=label,
            role=role_of(role) or title,
            organisation=side.organisation,
            person=True,
            sex=titles().get(title, "") or sex_of(singular(role.head)),
            noun=kind,
            heads={singular(w) for w in role.head.split()[-1:]} | {role.head, title} - {""},
            reasons=side.reasons,
            chain=side.chain,
        )
        self.trail.enter(actor, label, noun.label, label.split()[-1])
        return actor

    def _full_name(self, noun: Noun) -> str:
        """Return the longest name of the article that ends in this surname."""
        label = noun.label
        if len(noun.name) > 1:
            return label
        key = fold(label)
        longer = [intro.label for name, told in self.intros.items() if name.split()[-1] == key for _, intro in told[:1]]
        return max(longer, key=len, default=label)

    def _body_called(self, noun: Noun, role: Noun, at: int) -> Actor:
        """Return the body of a name that an apposition calls a company, a group, an alliance."""
        kind = role.kind or NounClass.AGENCY
        side = Side(noun.label, _KINDS.get(kind, PartyKind.AGENCY))
        if kind in STATE_CLASSES:
            side = self._side(role, at)
        actor = Actor(
            side.party,
            side.kind,
            name=noun.label,
            noun=kind,
            heads={singular(role.head.split()[-1])},
            reasons=(Reason("apposition", 1.0, role.text or role.head),),
        )
        self.trail.enter(actor, noun.label, *_acronyms(noun.label))
        return actor

    def _from_memory(self, label: str) -> Actor | None:
        voice = self.memory.speaker(label) or self.memory.body(label)
        if voice is None:
            return None
        actor = Actor(
            voice.party,
            voice.kind,
            name=voice.speaker or label,
            role=voice.role,
            organisation=voice.organisation,
            person=bool(voice.speaker),
            heads=set(voice.role.split()[-1:]),
            noun=class_of(voice.role.split()[-1]) if voice.role else None,
            reasons=(Reason("memory", 1.0, f"{label} spoke for {voice.party} before"),),
        )
        self.trail.enter(actor, actor.name, label)
        return actor

    def _from_gazetteer(self, label: str) -> Actor | None:
        entries = [e for e in self.gazetteer.look_up(label) if e.holds_at(self.day)]
        return self._entry_actor(entries[0], label) if entries else None

    def _entry_actor(self, entry: Entry, label: str) -> Actor:
        person = entry.kind is EntryKind.PERSON
        role, _, body = entry.role.partition(" @ ")
        actor = Actor(
            entry.side,
            self.gazetteer.kind_of(entry.side),
            name=label if person or entry.kind in {EntryKind.BODY, EntryKind.STATEPRESS} else "",
            role=role if person else "",
            organisation=body if person else entry.name if entry.kind in {EntryKind.BODY, EntryKind.STATEPRESS} else "",
            person=person,
            heads={role.split()[-1]} if role else {fold(label).split()[-1]},
            noun=class_of(role.split()[-1]) if role else None,
            reasons=(Reason("gazetteer", 1.0, f"{label}: {entry.kind} of {entry.side}"),),
        )
        self.trail.enter(actor, label, *((label.split()[-1],) if person else ()))
        return actor

    def _short_form(self, label: str) -> Actor | None:
        """Return the actor whose longer name begins with this one, or whose initials it is."""
        key = fold(label)
        for name, actor in self.trail.named.items():
            if name.startswith(key + " ") and not actor.person:
                return actor
        for name in self.lands.forms:
            if name.startswith(key + " ") and class_of(name.split()[-1]) in _KINDS:
                return None
        return None

    def _place(self, noun: Noun, at: int) -> Actor | None:
        """Return the side that a city speaks for, where the name is used as a place."""
        side = self.lands.city_of(noun.name)
        if side:
            return copy_as(self.state(side), reasons=(Reason("seat", 1.0, f"{noun.label} speaks for {side}"),))
        form = self.lands.forms.get(fold(noun.label))
        if form is not None and form.place and not form.person and len(self.lands.names()) > 0:
            state = home_of(self.lands, self.trail, at)
            if state:
                reason = Reason("seat", 0.5, f"{noun.label} is a place, {state} the state nearest to it")
                return copy_as(self.state(state), reasons=(reason,))
        return None

    def _unknown(self, noun: Noun) -> Actor:
        key = fold(noun.label)
        person = key in self.lands.persons or bool(noun.title)
        return Actor(
            noun.label,
            PartyKind.PEOPLE if person else PartyKind.UNKNOWN,
            name=noun.label,
            person=person or len(noun.name) > 1,
            sex=titles().get(noun.title, ""),
            reasons=(Reason("own name", 0.5, "no role is told"),),
        )

    # --- common nouns -------------------------------------------------------------------------------------------------

    def _common(self, noun: Noun, at: int) -> Actor:
        kind = noun.kind
        if kind is NounClass.NOBODY or (kind is None and noun.determiner == "no"):
            return unattributed(noun.text)
        if kind is NounClass.DOCUMENT:
            return self._document(noun, at)
        if _anaphoric(noun):
            found = choose(self.trail, self._wanted(noun), at)
            if found is not None:
                return found
        if kind is None:
            return self._loose(noun, at)
        side = self._side(noun, at)
        person = kind in _PERSONS
        actor = Actor(
            side.party,
            side.kind,
            name="" if person else titled(noun.text),
            role=self._anonymous_role(noun) if person else "",
            organisation=side.organisation,
            person=False,
            sex=sex_of(singular(noun.head)),
            plural=noun.plural,
            noun=kind,
            heads={singular(noun.head.split()[-1])},
            reasons=side.reasons,
            chain=side.chain,
        )
        for apposition in noun.appositions:
            if apposition.name:
                named = self._person(apposition, noun, at)
                return named
        if kind in BODY_CLASSES and any(w.capital for w in noun.modifiers):
            self.trail.enter(actor, titled(noun.text))
        return actor

    def _wanted(self, noun: Noun) -> Wanted:
        return Wanted(
            heads=frozenset({singular(noun.head.split()[-1])}),
            noun=noun.kind,
            plural=noun.plural,
            words=frozenset(w.low for w in noun.modifiers),
        )

    def _anonymous_role(self, noun: Noun) -> str:
        role = role_of(noun)
        unnamed = noun.determiner not in {"the", ""} and noun.kind in {NounClass.OFFICIAL, NounClass.ANONYMOUS}
        return f"anonymous {role}" if unnamed else role

    def _loose(self, noun: Noun, at: int) -> Actor:
        """Return whom a noun of no known class speaks of: by its owner, its "of", its adjective."""
        for inner in self._inner(noun):
            actor = self.actor_of(inner, at)
            if not actor.nobody:
                return actor
        state = self._adjective(noun)
        if state:
            return self.state(state)
        return Actor(RESIDENTS, PartyKind.PEOPLE, role=noun.text, plural=noun.plural, reasons=(Reason("unknown noun", 0.2, noun.text),))

    def _document(self, noun: Noun, at: int) -> Actor:
        by = noun.complement("by", "from") or noun.owner
        for inner in [by, *self._inner(noun)] if by is not None else self._inner(noun):
            actor = self.actor_of(inner, at)
            if not actor.nobody:
                return copy_as(actor, reasons=(Reason("document", 1.0, f"{noun.text} is by {actor.party}"), *actor.reasons))
        for word in noun.modifiers:
            if class_of(word.low) in BODY_CLASSES:
                return self._side_actor(Noun((word,), head=word.low, kind=class_of(word.low), determiner="the"), at)
        state = self._adjective(noun)
        if state:
            return self.state(state)
        found = choose(self.trail, Wanted(heads=frozenset({singular(noun.head)}), document=True), at)
        return found if found is not None else unattributed(f"{noun.text}: nobody is named")

    def _side_actor(self, noun: Noun, at: int) -> Actor:
        return self._common(noun, at)

    def _inner(self, noun: Noun) -> Iterable[Noun]:
        if noun.owner is not None:
            yield noun.owner
        for preposition, complement in noun.complements:
            if preposition in _OF and (complement.name or complement.kind or complement.owner or complement.pronoun):
                yield complement

    # --- sides --------------------------------------------------------------------------------------------------------

    def _side(self, noun: Noun, at: int) -> Side:
        """Return whom the bearer of a role, or a body, speaks for."""
        kind = noun.kind or class_of(noun.title)
        body = organisation(noun) if kind in {NounClass.ORGAN, NounClass.OFFICIAL, NounClass.AGENCY} else ""
        state = self._adjective(noun)
        if kind is NounClass.EXPERT:
            return Side(ANALYSTS, PartyKind.EXPERT, reasons=(Reason("expert", 1.0, noun.head),))
        if kind is NounClass.KIN:
            return Side(FAMILIES, PartyKind.PEOPLE, reasons=(Reason("family", 1.0, noun.head),))
        if state and kind in STATE_CLASSES | {NounClass.VOICE, NounClass.ANONYMOUS, NounClass.STATEPRESS, NounClass.AGENCY}:
            return Side(state, PartyKind.STATE, body, reasons=(Reason("adjective", 1.0, f"{noun.text}: {state}"),))
        if kind is NounClass.CROWD:
            return Side(RESIDENTS, PartyKind.PEOPLE, reasons=(Reason("crowd", 1.0, noun.head),))
        inner = self._inner_side(noun, at, body)
        if inner is not None:
            return inner
        if kind in STATE_CLASSES | {NounClass.STATEPRESS}:
            home = home_of(self.lands, self.trail, at)
            if home:
                return Side(home, PartyKind.STATE, body, reasons=(Reason("home state", 0.7, f"{noun.text} of {home}"),))
        if kind in {NounClass.VOICE, NounClass.ANONYMOUS}:
            return self._voice_side(noun, at)
        name = titled(noun.text)
        return Side(name, _KINDS.get(kind, PartyKind.AGENCY) if kind else PartyKind.UNKNOWN, reasons=(Reason("body", 0.8, name),))

    def _inner_side(self, noun: Noun, at: int, body: str) -> Side | None:
        """Return the side of "Norvik's ...", "... of the Federation", "navy spokesman"."""
        kind = noun.kind or class_of(noun.title)
        own = kind in {NounClass.COURT, NounClass.INSTITUTION, NounClass.COMPANY, NounClass.OUTLET, NounClass.UNION, NounClass.ARMED}
        if own:
            return None
        for inner in self._inner(noun):
            actor = self.actor_of(inner, at)
            if actor.nobody or actor.party in {RESIDENTS, ANALYSTS}:
                continue
            name = actor.organisation or (actor.name if not actor.person else "")
            return Side(actor.party, actor.kind, body or name, reasons=(Reason("of", 1.0, f"{noun.text}: {actor.party}"),))
        for word in reversed(noun.modifiers):
            inner_kind = class_of(word.low)
            if inner_kind in BODY_CLASSES and word.low not in {"service", "press", "office"}:
                actor = self._common(Noun((word,), head=word.low, kind=inner_kind, determiner="the"), at)
                if not actor.nobody:
                    return Side(actor.party, actor.kind, actor.organisation or actor.name, reasons=actor.reasons)
        return None

    def _voice_side(self, noun: Noun, at: int) -> Side:
        found = choose(self.trail, Wanted(body=True), at)
        if found is None:
            home = home_of(self.lands, self.trail, at)
            if home:
                return Side(home, PartyKind.STATE, reasons=(Reason("home state", 0.4, noun.text),))
            return Side(RESIDENTS, PartyKind.PEOPLE, reasons=(Reason("unknown", 0.1, noun.text),))
        name = found.organisation or (found.name if not found.person else "")
        return Side(found.party, found.kind, name, reasons=(Reason("nearest body", 0.5, f"{noun.text}: {found.party}"),))

    def _adjective(self, noun: Noun) -> str:
        """Return the state that a modifier names: "the Varlandic army"."""
        for _, _, state in self.lands.find_in(noun.modifiers):
            return state
        for word in noun.modifiers:
            if word.capital and self.lands.city_of([word]):
                return self.lands.city_of([word])
        return ""

    # --- pronouns -----------------------------------------------------------------------------------------------------

    def _pronoun(self, noun: Noun, at: int) -> Actor:
        low = noun.pronoun
        of = noun.complement("of", "among")
        if of is not None:
            return self.actor_of(of, at)
        if low in FIRST:
            return self.outlet()
        wanted = Wanted(
            sex="m" if low in MALE else "f" if low in FEMALE else "",
            person=low in MALE | FEMALE or low in {"one", "another", "who", "whose"},
            thing=low in NEUTER,
            plural=low in PLURAL,
            any_number=low in PLURAL or low not in MALE | FEMALE | NEUTER,
        )
        found = choose(self.trail, wanted, at)
        return found if found is not None else unattributed(f"{low!r} with nobody before it")


def _anaphoric(noun: Noun) -> bool:
    """Tell whether a phrase points back: definite, or a bare headline noun, with nothing that identifies it."""
    if noun.owner is not None or noun.complements or noun.appositions:
        return False
    return noun.determiner in {"the", "", "this", "that", "both"} and not any(w.capital for w in noun.modifiers)


def _role_phrase(noun: Noun) -> Noun | None:
    """Return the part of a named phrase that tells a role."""
    for apposition in noun.appositions:
        if apposition.kind is not None and not apposition.name:
            return apposition
    if noun.head and noun.kind is not None:
        return noun
    return None


def _detail(noun: Noun) -> int:
    bare_title = noun.head in titles() and not noun.modifiers and noun.owner is None and not noun.complements
    return (0 if bare_title else 2) + bool(noun.owner) + bool(noun.complements) + bool(noun.modifiers)


def _acronyms(name: str) -> tuple[str, ...]:
    words = [w for w in name.split() if w[0].isupper()]
    return ("".join(w[0] for w in words),) if len(words) > 1 else ()
