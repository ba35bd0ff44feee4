"""Gives every statement of an article its voice.

article -> words -> states it tells of -> phrases that introduce people and bodies
        -> sources in order of the text, each resolved against what stands before it; headlines last
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from reportedly.name.actors import Actor, Mention, unattributed
from reportedly.name.choice import Choice
from reportedly.name.common import resolve
from reportedly.name.dateline import laid_in
from reportedly.name.forms import BEHIND_DATELINES, candidates, fold
from reportedly.name.gazetteer import EntryKind, Gazetteer, shipped
from reportedly.name.home import VOTES, Homes, Outlet
from reportedly.name.lands import Lands, lands_of
from reportedly.name.lexicon import FIRST, SECOND, is_person, is_title_case
from reportedly.name.memory import Memory
from reportedly.name.mentions import phrases
from reportedly.name.phrase import Noun, parse
from reportedly.name.proper import role_phrase
from reportedly.name.roles import body_of, named_state, owner_state
from reportedly.name.scene import Scene
from reportedly.name.via import via_of
from reportedly.name.within import regions, state_around
from reportedly.name.words import Word, page_of
from reportedly.types import Article, Block, Mode, PartyKind, Reason, Role, Span, Stance, Statement, Voice


def scene_of(article: Article, statements: Sequence[Statement], memory: Memory, gazetteer: Gazetteer) -> Scene:
    """Return an article made ready for naming: its words, states and what is remembered."""
    page = page_of(article)
    sources = frozenset(fold(s.source.of(article.text)) for s in statements if s.source is not None)
    lands = lands_of(page, gazetteer, memory, sources)
    standing = candidates(page)
    remembered = memory.homes.get(fold(article.outlet), Counter())
    day = article.published[:10]
    votes = _votes(lands, memory, gazetteer, day)
    ties = _ties(lands, memory)
    homes = Homes(
        page,
        lands,
        outlet_of(article, gazetteer),
        remembered,
        memory.towns,
        votes,
        listed=_listed(lands, day),
        met=memory.lands,
        ties=ties,
        offices=memory.offices,
        laid=laid_in(article, lands),
    )
    return Scene(page, lands, gazetteer, memory, homes, resolve, candidates=standing)


def _listed(lands: Lands, day: str) -> Counter[str]:
    """Return the states in which the regions and large towns lie that an article names."""
    placed = (key for key, form in lands.forms.items() if form.place or form.uses["dateline"] or key in regions())
    states = (state_around(key, day) for key in placed)
    return Counter(state for state in states if state)


_TIES = 3  # states that earlier articles may bring in, the closest


def _ties(lands: Lands, memory: Memory) -> dict[str, float]:
    """Return the states that spoke where the article's names stood before, each with its share."""
    found: Counter[str] = Counter()
    for key in lands.forms:
        spoke = memory.ties.get(key, Counter[str]())
        for state, count in spoke.items():
            found[state] += count / spoke.total()  # type: ignore[assignment]
    total = found.total()
    return {state: weight / total for state, weight in found.most_common(_TIES)}


def _votes(lands: Lands, memory: Memory, gazetteer: Gazetteer, day: str) -> dict[str, Counter[str]]:
    """Return the states of the persons and bodies an article names, as far as memory or gazetteer know them."""
    votes = {kind: Counter[str]() for kind in VOTES}
    for key in lands.forms:
        told = memory.speakers.get(key)
        if told is not None and told.voice.kind is PartyKind.STATE:
            votes["persons told" if told.sure else "persons guessed"][told.voice.party] += 1
            continue
        entries = [
            e for e in gazetteer.look_up(key) if e.holds_at(day) and gazetteer.kind_of(e.side) is PartyKind.STATE
        ]
        votes["bodies"].update({e.side for e in entries if e.kind in {EntryKind.BODY, EntryKind.SEAT}})
        if key in lands.persons:
            votes["persons listed"].update({e.side for e in entries if e.kind is EntryKind.PERSON})
    return votes


def outlet_of(article: Article, gazetteer: Gazetteer) -> Outlet:
    """Return where an article's outlet is at home, from the gazetteer or a government's address."""
    names = (article.outlet, f"The {article.outlet}", article.outlet.removeprefix("The "))
    for entry in (e for name in names for e in gazetteer.look_up(name)):
        state = entry.role if entry.kind is EntryKind.PARTY else entry.side
        if gazetteer.kind_of(state) is PartyKind.STATE:
            return Outlet(state, entry.kind is not EntryKind.PARTY)
    host = article.url.split("//")[-1].split("/")[0]
    american = host.endswith((".gov", ".mil"))
    return Outlet("United States" if american else "", american)


def name(
    article: Article, statements: Sequence[Statement], memory: Memory | None = None, gazetteer: Gazetteer | None = None
) -> list[Statement]:
    """Return the statements, in the order given, with their voices."""
    scene = scene_of(article, statements, memory or Memory(), gazetteer or shipped())
    teller = Teller(scene, statements)
    voices = teller.voices()
    return [replace(s, voice=voices[s.id]) for s in statements]


_NESTED = 8  # contents looked at before a place: deeper nesting is not written
_GOING_ON = ("added", "adding", "went on", "continued", "also said")
_WENT_ON = Reason("same speaker", 0.8, "goes on where an unnamed one spoke")


def _title_phrases(article: Article) -> list[list[Word]]:
    """Return the phrases of a title that is no part of the text, as if it stood before it."""
    if not article.title or article.title in article.text:
        return []
    block = Block(Role.PARAGRAPH, 0, len(article.title))
    page = page_of(replace(article, text=article.title, blocks=(block,)))
    shift = len(article.title) + 1
    moved = [
        replace(
            w, start=w.start - shift, end=w.end - shift, sentence=-1, capital=w.capital and not is_title_case(w.low)
        )
        for w in page.words
    ]
    return list(phrases(replace(page, words=tuple(moved))))


def _bearer(noun: Noun, named: Noun) -> Noun:
    """Return what an apposition names: the consul of "the office of the consul, Ada Lunt"; itself, where it has a role
    and stands beside no person: "In the capital, Defence Secretary Ada Lunt"."""
    inner: Noun | None = noun
    while inner is not None and not is_person(inner.head):
        inner = inner.complement("of", "to", "for")
    return inner or (named if named.head else noun)


class _Order(IntEnum):
    """When a phrase is told: what points forwards, or at whoever speaks around it, comes after what it may mean."""

    BODY = 0
    HEADING = 1
    ADDRESS = 2


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the article; `span` where it is a statement's source."""

    at: int
    noun: Noun
    span: Span | None
    order: _Order = _Order.BODY


def _order_of(phrase: _Phrase, heads: Sequence[Span]) -> _Order:
    if phrase.span is not None and phrase.noun.pronoun in FIRST | SECOND:
        return _Order.ADDRESS
    return _Order.HEADING if any(h.start <= phrase.at < h.end for h in heads) else _Order.BODY


def _inside(spans: Sequence[Span], at: int) -> bool:
    """Tell whether an offset lies in one of sorted spans, nested at most a few deep."""
    before = bisect_right(spans, Span(at, sys.maxsize))
    return any(span.start <= at < span.end for span in spans[max(0, before - _NESTED) : before])


class Teller:
    """Goes through an article's phrases and sources."""

    def __init__(self, scene: Scene, statements: Sequence[Statement]) -> None:
        self.scene = scene
        self.statements = statements
        self.by_id = {s.id: s for s in statements}
        self.actors: dict[str, Actor] = {}
        self.choices: dict[str, Choice[Actor]] = {}  # statement -> how its source was traced back
        self.text = scene.page.article.text
        self.by_source: dict[Span, list[Statement]] = {}
        for s in statements:
            if s.source is not None:
                self.by_source.setdefault(s.source, []).append(s)
        self.quoted = scene.homes.quoted = sorted(c for s in statements for c in s.content)
        self.captions = [b.span for b in scene.page.article.blocks if b.role is Role.CAPTION]

    def voices(self) -> Mapping[str, Voice]:
        """Return statement id -> voice, having read the article once."""
        told = self._phrases()
        self._survey(told)
        for phrase in told:
            self.scene.headline = phrase.order is _Order.HEADING
            self._tell(phrase)
        return {s.id: self._voice(s) for s in self.statements}

    def _survey(self, told: Sequence[_Phrase]) -> None:
        """Note before anything is decided which states the article says its offices are of, and which speaks first."""
        homes, offices = self.scene.homes, dict[str, Counter[str]]()
        for phrase in told:
            for noun in (phrase.noun, *phrase.noun.joined, *phrase.noun.appositions):
                state = owner_state(self.scene, noun)
                office = fold(body_of(self.scene, noun)) if state else ""
                if office:
                    offices.setdefault(office, Counter())[state] += 1
        homes.told = offices
        spoke = [(p.at, named_state(self.scene, p.noun)) for p in told if p.span is not None and p.order is _Order.BODY]
        homes.opening = next((state for _, state in sorted(spoke) if state), "")

    def _phrases(self) -> list[_Phrase]:
        """Return sources and other phrases in the order they are told: the body, the headlines, then "I" and "you"."""
        article = self.scene.page.article
        spans = sorted(self.by_source)
        heads = [b.span for b in article.blocks if b.role in {Role.HEADLINE, Role.STANDFIRST}]
        found = [_Phrase(span.start, parse(self.scene.page.between(span)), span) for span in spans]
        for words in (*_title_phrases(article), *phrases(self.scene.page)):
            at = words[0].start
            if not _inside(spans, at):
                found.append(_Phrase(at, parse(words), None))
        for phrase in found:
            self._introduce(phrase.noun)
        told = [replace(p, order=_order_of(p, heads)) for p in found if p.noun.words]
        return sorted(told, key=lambda p: (p.order, p.at, p.span is None))

    def _introduce(self, noun: Noun) -> None:
        for part in (noun, *noun.appositions, *noun.joined):
            if part.name and part.words:
                told = part if part is noun or part in noun.joined else _bearer(noun, part)
                at = part.words[0].start
                last = part.label.split()[-1]
                for key in {fold(part.label), fold(last), fold(last.rpartition("-")[2])}:
                    phrase = replace(told, name=part.name, title=part.title or told.title) if told is not part else part
                    self.scene.intros.setdefault(key, []).append((at, phrase))

    def _tell(self, phrase: _Phrase) -> None:
        scene, noun, at = self.scene, phrase.noun, phrase.at
        mine = self.by_source.get(phrase.span, []) if phrase.span is not None else []
        members = noun.joined or (noun,)
        for number, statement in enumerate(mine):
            member = members[min(number, len(members) - 1)] if len(mine) > 1 else noun
            made = len(scene.decisions)
            scene.member = number
            scene.quoting = statement.content if statement.mode is Mode.DIRECT else ()
            actor = self.actors[statement.id] = self._source_actor(member, statement, at)
            for choice in scene.decisions[made:]:
                if choice.chosen is actor:
                    self.choices[statement.id] = choice
        scene.quoting = ()
        actor = self.actors[mine[0].id] if mine else scene.actor_of(noun, at)
        if actor.nobody:
            return
        if phrase.span is None and (_inside(self.captions, at) or self._dateline(noun)):
            return  # who is in the picture, or where it was written, is not whom the paragraph goes on about
        quoted = _inside(self.quoted, at)
        first = noun.words[0].first if noun.words else False
        if mine and actor.kind is PartyKind.STATE and mine[0].stance is not Stance.AWAITED:
            scene.homes.spoke.append((at, actor.party))
            if scene.lands.state_of(noun.name) and not noun.head:
                scene.homes.bare.add(at)
        scene.trail.note(Mention(at, noun.words[0].sentence, actor, bool(mine), quoted, first))

    def _dateline(self, noun: Noun) -> bool:
        """Tell whether a city stands in capitals before a text: "NEW DELHI: ...", "KYIV (Reuters) - ..."."""
        page, name = self.scene.page, noun.name
        if not (name and name[0].first and name[-1].text.isupper() and self.scene.lands.city_of(name)):
            return False
        behind = page.index_at(name[-1].end)
        return behind < len(page.words) and page.words[behind].text in {*BEHIND_DATELINES, ":"}

    def _source_actor(self, noun: Noun, statement: Statement, at: int) -> Actor:
        if self._dateline(noun):
            return unattributed("where it was written")
        same = self._same_speaker(noun, statement, at) or self._going_on(noun, statement, at)
        if same is not None:
            return same
        if noun.pronoun in FIRST:
            outer = self._enclosing(statement)
            if outer is not None and outer.id in self.actors:
                return self.actors[outer.id]
        return self.scene.actor_of(noun, at)

    def _same_speaker(self, noun: Noun, statement: Statement, at: int) -> Actor | None:
        """Return the unnamed spokesman before, where a name without a role goes on: "..., Maria Lund added"."""
        plain = not noun.title and noun.kind is None and not noun.appositions
        if not noun.name or not plain or not self._cue(statement).startswith(_GOING_ON):
            return None
        told = (role_phrase(intro) for _, intro in self.scene.intros.get(fold(noun.label), []))
        known = self.scene.trail.called(noun.label) or any(told)
        before = self.scene.trail.spoke_last(at)
        if known or before is None or not before.actor.personal or before.actor.person or before.actor.plural:
            return None
        actor = replace(before.actor, name=noun.label, person=True, reasons=(_WENT_ON, *before.actor.reasons))
        self.scene.trail.enter(actor, noun.label, noun.label.split()[-1])
        return actor

    def _going_on(self, noun: Noun, statement: Statement, at: int) -> Actor | None:
        """Return whoever spoke before, where he or she goes on: "He added: ..."."""
        if noun.pronoun not in {"he", "she"} or not self._cue(statement).startswith(_GOING_ON):
            return None
        before, sex = self.scene.trail.spoke_last(at), "f" if noun.pronoun == "she" else "m"
        fits = before is not None and before.actor.person and before.actor.told_sex in {"", sex}
        return before.actor if before is not None and fits else None

    def _cue(self, statement: Statement) -> str:
        return statement.cue.of(self.text).lower() if statement.cue is not None else ""

    def _enclosing(self, statement: Statement) -> Statement | None:
        if statement.within and statement.within in self.by_id:
            return self.by_id[statement.within]
        at = statement.source.start if statement.source else statement.anchor.start
        around = [s for s in self.statements if s.id != statement.id and any(c.start <= at < c.end for c in s.content)]
        return min(around, key=lambda s: s.extent.end - s.extent.start, default=None)

    def actor(self, statement: Statement) -> Actor:
        """Return whom a statement was found to be of, once the article is read."""
        return self.actors.get(statement.id) or unattributed("no source in the words")

    def _voice(self, statement: Statement) -> Voice:
        return replace(self.actor(statement).voice(), via=via_of(self.scene, statement))
