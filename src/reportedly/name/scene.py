"""One article while it is being named: its words, its states, its actors so far, and what is known beforehand."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from reportedly.name.actors import Actor, Trail, unattributed
from reportedly.name.antecedent import Wanted, find
from reportedly.name.bodies import abbreviated
from reportedly.name.choice import Choice
from reportedly.name.forms import fold
from reportedly.name.gazetteer import Entry, EntryKind, Gazetteer
from reportedly.name.home import STATE_PRESS, Homes
from reportedly.name.lands import Lands
from reportedly.name.lexicon import NounClass, is_given, is_title_case, singular, wordset
from reportedly.name.memory import Memory
from reportedly.name.phrase import Noun
from reportedly.name.within import regions
from reportedly.name.words import Page
from reportedly.types import PartyKind, Reason, Span

RESIDENTS, FAMILIES, ANALYSTS, WESTERN = "Residents", "Families", "Analysts", "Western officials"
INSIDERS = "People familiar with the matter"
# Crowds with a cause, whom nobody may take for the people next door.
PARTISANS = {"activist": "Activists"} | dict.fromkeys(("demonstrator", "marcher", "protester"), "Protesters")
_EDITION = re.compile(r"(?:\s+(?:live|blog|liveblog|online|website|web|page|bulletin))+\s*$", re.IGNORECASE)
_SHARED = wordset("shared acronyms")
_STATES_OWN = frozenset({EntryKind.STATEPRESS, EntryKind.SEAT, EntryKind.BODY})
CROWDS = frozenset({RESIDENTS, FAMILIES, ANALYSTS, INSIDERS, *PARTISANS.values()})


@dataclass(frozen=True, slots=True)
class Side:
    """Whom a role or a body speaks for. `sure` where the article's own words say so."""

    party: str
    kind: PartyKind
    organisation: str = ""
    reasons: tuple[Reason, ...] = ()
    choice: Choice[str] | None = None
    sure: bool = True
    back: Choice[Actor] | None = None  # of the body, where a spokesman names none
    fold: dict[str, float] | None = None  # what decided whether a public body is its state's voice


@dataclass(slots=True)
class Scene:
    """An article being named. `resolve` turns a phrase at an offset into an actor; its parts call each other by it."""

    page: Page
    lands: Lands
    gazetteer: Gazetteer
    memory: Memory
    homes: Homes
    resolve: Callable[[Scene, Noun, int], Actor]
    trail: Trail = field(default_factory=Trail)
    intros: dict[str, list[tuple[int, Noun]]] = field(default_factory=dict)  # folded name -> phrases that tell of it
    candidates: frozenset[str] = frozenset()  # folded surnames of those who stand for an office
    decisions: list[Choice[Actor]] = field(default_factory=list)  # whom pronouns and definite nouns point back to
    headline: bool = False  # what is being read stands in a headline: it may point forwards
    offices: dict[str, str] = field(default_factory=dict)  # unmarked office -> the state it was first put down to
    bodies: list[str] = field(default_factory=list)  # names of public bodies so far
    quoting: tuple[Span, ...] = ()  # what the source that is being named says word for word
    member: int = 0  # which of the statements that share one source is being named: "both sides"
    depth: int = 0
    bridged: dict[int, str] = field(default_factory=dict)  # unnamed office holder -> the name that turned up for it

    @property
    def day(self) -> str:
        """Return the day of publication."""
        return self.page.article.published[:10]

    @property
    def outlet_name(self) -> str:
        """Return the outlet's name without what tells of its edition: "El Correo (English page)", "Channel 5 live"."""
        name = _EDITION.sub("", self.page.article.outlet.split("(")[0].split(",")[0]).strip()
        listed = (e.name for e in self.gazetteer.look_up(name) if e.name.casefold() == name.casefold())
        return next(listed, name or self.page.article.outlet)  # "cnn" is spelt CNN

    def may_bear(self, label: str) -> bool:
        """Tell whether a person can be called so: "Lea Storm", not "North America", "Trump Explains", "Utah Trump".

        Neither common words nor names of states, regions and bodies are parts of a name, but behind a given name.
        """
        words = label.split()
        if len(words) == 1 or is_given(words[0].lower()):
            return True
        return not any(is_title_case(word.lower()) or self._is_taken(word) for word in words)

    def _is_taken(self, word: str) -> bool:
        listed = any(entry.kind is not EntryKind.PERSON for entry in self.entries(word))
        return listed or fold(word) in regions() or fold(word) in self.lands.states

    def spelt(self, body: str) -> str:
        """Return a body's name as it was first written, where it had its beginning in initials or now has."""
        first = next((other for other in self.bodies if abbreviated(fold(body), fold(other))), body)
        if first not in self.bodies:
            self.bodies.append(first)
        return first

    def actor_of(self, noun: Noun, at: int) -> Actor:
        """Return whom a phrase at an offset speaks of. Phrases that tell of each other end at a depth of eight."""
        if self.depth > 8:
            return unattributed("phrases that tell of each other")
        self.depth += 1
        try:
            return self.resolve(self, noun, at)
        finally:
            self.depth -= 1

    def state(self, name: str, note: str = "") -> Actor:
        """Return the actor that a state is."""
        known = self.trail.called(f"state {name}")
        if known is None:
            known = Actor(
                name,
                PartyKind.STATE,
                heads={"state", "country", "side"},
                reasons=(Reason("state", 1.0, note),),
                proper=True,
            )
            self.trail.enter(known, f"state {name}")
        return known

    def learn_state(self, name: str, at: int) -> None:
        """Take an unknown name for a state from here on: it has a government, an army, an embassy."""
        self.lands.states.setdefault(fold(name), name)
        self.lands.odds[name] = max(1.0, self.lands.odds.get(name, 0.0))
        if not any(state == name for _, state in self.lands.mentions):
            insort(self.lands.mentions, (at, name))

    def outlet(self) -> Actor:
        """Return the article's own outlet, or the state or body whose voice it is."""
        known = self.trail.called("this outlet")
        if known is None:
            name = self.outlet_name
            entries = [*self.entries(name), *self.entries(name.removeprefix("The "))]
            home = self.homes.outlet
            state = next((e.side for e in entries if e.kind in _STATES_OWN), home.state if home.government else "")
            if not (state or name):
                return unattributed("the outlet is not told")
            known = Actor(
                state or name,
                PartyKind.STATE if state else PartyKind.OUTLET,
                name=name,
                organisation=name if state else "",
                noun=NounClass.OUTLET,
                heads={"newspaper", "paper", "agency", "outlet", "programme", "site"},
                proper=True,
                reasons=(Reason("own outlet", 1.0, name),),
            )
            self.trail.enter(known, "this outlet")
        return known

    def is_outlet(self, label: str) -> bool:
        """Tell whether a name is the article's own outlet: its name, a part of it, its initials."""
        outlet, key = fold(self.page.article.outlet).removeprefix("the "), fold(label).removeprefix("the ")
        if len(key) < 3 or not outlet:
            return False
        if key == outlet:
            return True
        initials = "".join(w[0] for w in outlet.replace("-", " ").split() if w[0].isalpha())
        if label.isupper() and key == initials:
            return True
        form = self.lands.forms.get(key)
        if self.lands.states.get(key) or f"({key})" in outlet or (form is not None and form.place):
            return label.isupper() and f"({key})" in outlet
        return f" {key} " in f" {outlet} " or f" {outlet} " in f" {key} "

    def entries(self, name: str) -> list[Entry]:
        """Return the gazetteer's entries of a name that hold on the day of publication."""
        found = [e for e in self.gazetteer.look_up(name) if e.holds_at(self.day)]
        if fold(name) in _SHARED:  # "CCTV footage" is China's where China is spoken of, else a camera's
            here = {state for _, state in self.lands.mentions}
            found = [e for e in found if e.side in here]
        return found

    def back(self, wanted: Wanted, at: int) -> Actor | None:
        """Return whom something at an offset points back to."""
        choice = self.choice(wanted, at)
        if choice is not None:
            self.decisions.append(choice)
        return choice.chosen if choice is not None else None

    def choice(self, wanted: Wanted, at: int) -> Choice[Actor] | None:
        """Return the choice among what something at an offset may point back to, None where nothing fits."""
        return find(self.trail, wanted, at, self.sentence(at), self.headline, self.quoting)

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset, -1 past the end."""
        i = self.page.index_at(at)
        return self.page.words[i].sentence if i < len(self.page.words) else -1

    def home(self, at: int, noun: Noun, organisation: str = "") -> Side:
        """Return the state of an office that names none."""
        opened = self.homes.opened(at)
        if opened and self.gazetteer.kind_of(opened) in {PartyKind.STATE, PartyKind.UNKNOWN}:
            laid = (Reason("sentence opens", 0.9, opened),)  # unless one is known: "In Cuba, President Obama"
            return Side(opened, PartyKind.STATE, organisation, laid, sure=False)
        head = STATE_PRESS if noun.kind is NounClass.STATEPRESS else singular(noun.head)
        choice = self.homes.at(at, head, fold(noun.label), fold(organisation))
        settled = self.offices.setdefault(organisation, choice.chosen) if organisation else ""
        if self.headline and settled in choice.options:  # a headline speaks of the office that the body speaks of
            choice = replace(choice, best=choice.options.index(settled))
        self.homes.unmarked[choice.chosen] += 1
        reasons = (Reason("home state", 0.7, f"{noun.text}: {choice.chosen}"), *choice.reasons())
        return Side(choice.chosen, PartyKind.STATE, organisation, reasons, choice, sure=False)
