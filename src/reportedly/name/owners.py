"""Whom a phrase says its head belongs to: "Norvik's", "Selmian", "of the Federation", "navy", "the Rovers manager"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.name.actors import Actor
from reportedly.name.forms import STATE_NOUNS, STATE_PAIRS, adjectival, fold
from reportedly.name.gazetteer import EntryKind
from reportedly.name.known import in_office, known_body, portfolio
from reportedly.name.lands import SURE
from reportedly.name.lexicon import (
    BODY_CLASSES,
    FIRST,
    STATE_CLASSES,
    NounClass,
    class_of,
    common,
    is_person,
    wordset,
)
from reportedly.name.phrase import PORTFOLIO_WORDS, Noun
from reportedly.name.scene import CROWDS, Scene
from reportedly.name.within import is_inside
from reportedly.name.words import Word
from reportedly.types import PartyKind, Reason

PUBLIC = frozenset({NounClass.LAW, NounClass.AGENCY, NounClass.COURT, NounClass.INSTITUTION})
_OF = wordset("of")
_PLAIN = frozenset("service press office information".split())  # no bodies when they modify: "press officer"
_MADE = frozenset({"installed", "appointed", "imposed", "run"})
_UNTOLD = frozenset({"state", "government"})  # "state-run" tells not which
_PROVINCES = frozenset("province state region county district oblast governorate prefecture department".split())
_OF_PORTFOLIOS = wordset("of portfolios")
_OF_FIELDS = wordset("of fields")
_EMPLOYED = frozenset({NounClass.VOICE, NounClass.EXPERT})
_LED_BY_NAME = frozenset({NounClass.VOICE, NounClass.COMPANY})
_RULED = frozenset({"regime", "government", "administration", "cabinet", "presidency", "junta"})  # "the Assad regime"
_SKILLED = wordset("skilled")
_CONTINENTS = frozenset(
    {"africa", "asia", "eurasia", "europe", "latin america", "the americas", "the middle east", "the pacific"}
)


def affiliation(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return what a phrase says its head belongs to: "Norvik's", "Selmian", "of the Federation", "navy"."""
    told = _employer(scene, noun) or _ruler(scene, noun)
    if told is not None:
        return told
    for inner in _explicit(scene, noun):
        _claim(scene, noun, inner, at)
        actor = scene.actor_of(inner, at)
        if not actor.nobody and actor.party not in CROWDS:
            return actor
    for i in range(len(noun.modifiers) - 1, -1, -1):
        inner_noun = body_modifier(noun, i)
        if inner_noun is not None:
            actor = scene.actor_of(inner_noun, at)
            return None if actor.nobody else actor
    return None


def _claim(scene: Scene, noun: Noun, inner: Noun, at: int) -> None:
    """Take an unknown name for a state where it owns what only states have: "Lusara's defence ministry"."""
    if not inner.name or inner.head or inner.title or noun.kind not in {NounClass.ORGAN, NounClass.OFFICIAL}:
        return
    key = fold(inner.label)
    owns = inner is noun.owner and (noun.head in STATE_NOUNS | STATE_PAIRS or noun.head.split()[-1] in _OF_PORTFOLIOS)
    of = noun.complement("of")
    owns = owns or (inner is of and noun.head in STATE_NOUNS | STATE_PAIRS)
    lies_in = inner is noun.complement("in") and key in scene.lands.maybe
    person = key in scene.lands.persons or key.split()[-1] in scene.lands.persons
    placed = is_inside(key) or scene.lands.city_of(inner.name)
    if (owns or lies_in) and not person and not placed and known_body(scene, inner) is None:
        scene.learn_state(scene.lands.maybe.get(key, inner.label), at)


def body_modifier(noun: Noun, i: int) -> Noun | None:
    """Return the body that a modifier names: "navy spokesman", "foreign ministry sources"."""
    word = noun.modifiers[i]
    pair = f"{noun.modifiers[i - 1].low} {word.low}" if i else ""
    head = pair if pair and class_of(pair) is not None else word.low
    ministry = noun.head.split()[-1] in _OF_PORTFOLIOS
    if class_of(head) not in BODY_CLASSES or head in _PLAIN | PORTFOLIO_WORDS or ministry:
        return None
    if word.capital and noun.kind in BODY_CLASSES and not is_person(noun.head):
        return None
    before = noun.modifiers[: i - 1 if head == pair else i]
    return Noun(noun.modifiers[: i + 1], head=head, kind=class_of(head), modifiers=before, determiner="the")


def _explicit(scene: Scene, noun: Noun) -> Iterator[Noun]:
    """Yield owner, named modifiers and complements, in the order they bind."""
    if (maker := next(filter(None, map(_maker, noun.modifiers)), None)) is not None:
        yield Noun((), name=(_state_of_seat(scene, maker),))
        return
    states = list(scene.lands.find_in(noun.modifiers))
    if states:  # the surest: a listed one before an unknown that stands in front of it
        i, width, _ = max(states, key=lambda found: scene.lands.odds.get(found[2], SURE))
        yield Noun((), name=noun.modifiers[i : i + width])
        return
    yield from _named_modifiers(scene, noun)
    if noun.owner is not None and noun.owner.pronoun not in FIRST:
        yield noun.owner
    for preposition, complement in noun.complements:
        if noun.kind is NounClass.STATEPRESS and preposition == "in":
            yield complement
        if preposition not in _OF or (preposition == "for" and _is_named(noun)):
            continue
        if is_person(noun.head) and complement.text.lower() in _CONTINENTS:
            continue  # "senior director for Africa" is not of it
        if noun.kind in STATE_CLASSES and complement.text.lower().split()[-1] in _PROVINCES:
            continue  # "the governor of Koh Mot Province" speaks for the state
        if (inner := _told_of(scene, noun, complement)) is not None:
            yield inner


def _ruler(scene: Scene, noun: Noun) -> Actor | None:
    """Return the person whose government it is, met before or in office: "Al-Assad's government", "the Assad regime".

    What else bears the name, a country or a body, comes first.
    """
    last = noun.modifiers[-1] if noun.modifiers else None
    owner = noun.owner.label if noun.owner is not None else last.text if last is not None and last.capital else ""
    if noun.head not in _RULED or not owner or " " in owner:
        return None
    if any(entry.kind is not EntryKind.PERSON for entry in scene.entries(owner)):
        return None
    known = scene.trail.called(owner) or in_office(scene, owner)
    return known if known is not None and known.person else None


def _employer(scene: Scene, noun: Noun) -> Actor | None:
    """Return the named body that a trade is plied at, whatever else its name tells: "Norvik response manager at X"."""
    of = noun.complement("of")
    at = noun.complement("at") or (of.complement("at") if of is not None else None)
    if noun.kind not in _EMPLOYED or at is None:
        return None
    name = Noun(at.words, name=tuple(word for word in at.words if word.capital))
    known = known_body(scene, name)
    if known is not None:
        return known if known.kind is not PartyKind.STATE and known.proper else None
    if not at.name or at.head or scene.lands.city_of(at.name):
        return None
    body = Actor(at.label, PartyKind.AGENCY, name=at.label, proper=True, reasons=(Reason("at", 0.9, noun.text),))
    scene.trail.enter(body, at.label)
    return body


def _told_of(scene: Scene, noun: Noun, complement: Noun) -> Noun | None:
    """Return whom a complement says a phrase is of: itself or what stands behind it, None where it does not say."""
    if complement.head == "parties" and complement.determiner == "both":
        return None  # "senators from both parties" are of one state
    inner: Noun | None = complement
    while inner is not None and inner.owner is None and _passed(scene, noun, inner):
        inner = inner.complement("of", "in")
    if inner is not None and _task(noun, inner):
        inner = inner.complement("at", "for", "with") or inner
    while inner is not None and not _tells(inner):
        inner = inner.complement("of", "at", "in")  # "in the upper house of Norvik's parliament"
    return inner


def _tells(noun: Noun) -> bool:
    """Tell whether a phrase says whom it is of: "house" alone does not."""
    return bool(noun.name or noun.kind or noun.owner or noun.pronoun)


def _maker(word: Word) -> Word | None:
    """Return who stands behind an office: Russia, of "the Russian-installed governor"; None where no word tells."""
    maker, dash, how = word.text.rpartition("-")
    told = dash and how.lower() in _MADE and maker.lower() not in _UNTOLD
    return replace(word, text=maker, low=maker.lower()) if told else None


def _state_of_seat(scene: Scene, word: Word) -> Word:
    """Return a word as its state where it is a capital that the article names nowhere else: "Moscow-installed"."""
    seats = {EntryKind.CAPITAL, EntryKind.SEAT}
    state = next((entry.side for entry in scene.entries(word.text) if entry.kind in seats), "")
    return replace(word, text=state, low=state.lower()) if state else word


def _is_named(noun: Noun) -> bool:
    """Tell whether a body has a name of its own, which "for" goes on with: "the Centre for the Study of Frost"."""
    head = next((word for word in noun.words if word.low == noun.head.split()[-1]), None) if noun.head else None
    return noun.kind in PUBLIC and not is_person(noun.head) and head is not None and head.capital


def _task(noun: Noun, inner: Noun) -> bool:
    """Tell whether a complement is what somebody does and not for whom: "director of business development at X"."""
    if not _tells(inner):
        return True
    plain = not inner.name and inner.owner is None and not inner.determiner and not inner.plural
    return plain and noun.kind is NounClass.VOICE and not inner.words[-1].capital


def _passed(scene: Scene, noun: Noun, inner: Noun) -> bool:
    """Tell whether a complement is part of the body's own name rather than whom it belongs to."""
    ministry = noun.head.split()[-1] in _OF_PORTFOLIOS and noun.head != "prime minister"
    if inner.head:
        stated = inner.kind in {NounClass.ORGAN, NounClass.ARMED} or any(True for _ in scene.lands.find_in(inner.words))
        return ministry and not stated
    named_so = ministry or (noun.kind in PUBLIC and not is_person(noun.head)) or noun.head in _OF_FIELDS
    return named_so and bool(inner.name) and portfolio(scene, inner)


def _named_modifiers(scene: Scene, noun: Noun) -> Iterator[Noun]:
    """Yield modifiers that are a known name: "White House press secretary", "a Red Cross worker"."""
    words = noun.modifiers
    named = (*words, *(w for w in noun.words if words and w.start > words[-1].start and _begins_head(noun, w)))
    for piece in capital_runs(named):
        another = any(is_person(w.low) or w.low == "and" for w in words if w.start > piece.name[-1].start)
        if not another and (scene.lands.city_of(piece.name) or known_body(scene, piece) is not None):
            yield piece
            return
    if noun.kind in _LED_BY_NAME or noun.head.rstrip("s") in _SKILLED:
        yield from _firm_modifiers(scene, noun)
    if noun.kind in STATE_CLASSES | {NounClass.VOICE}:
        yield from (Noun((), name=(w,)) for w in words if _unknown_adjective(scene, w))


def _begins_head(noun: Noun, word: Word) -> bool:
    """Tell whether a word is the body in an office of two words: "Police" of "Metropolitan Police Commissioner"."""
    return word.capital and noun.head.startswith(f"{word.low} ") and class_of(word.low) in BODY_CLASSES


def capital_runs(words: Sequence[Word]) -> Iterator[Noun]:
    """Yield the runs of words that begin with a capital, as names, the longest first from each beginning."""
    for start in range(len(words)):
        if words[start].capital:
            yield from (Noun((), name=tuple(words[start:end])) for end in range(len(words), start, -1))


def _firm_modifiers(scene: Scene, noun: Noun) -> Iterator[Noun]:
    """Yield the unknown name in "the Rovers manager", "an Interisle Lines engineer": whom these work for."""
    run: list[Word] = []
    for word in noun.modifiers:
        known = word.low in common() or word.low in PORTFOLIO_WORDS or class_of(word.low) in STATE_CLASSES
        if word.capital and not known and not adjectival(word.low):
            run.append(word)
        elif run and not word.capital:
            break
    name = Noun(tuple(run), name=tuple(run))
    form = scene.lands.forms.get(fold(name.label))
    placed = form is not None and (form.place or form.person)
    if run and not placed and not (run[0].first and (form is None or form.uses["count"] < 2)):
        yield name


def _unknown_adjective(scene: Scene, word: Word) -> bool:
    """Tell whether a modifier looks like the adjective of a state that nothing else in the article names."""
    form = scene.lands.forms.get(fold(word.text))
    used_so = form is not None and not form.place and not form.person and not form.uses["owner"]
    return word.capital and not word.first and used_so and adjectival(word.low) and word.low not in common()
