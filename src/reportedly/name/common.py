"""Whom a common noun or a pronoun speaks of: "the ministry", "a report by X", "residents", "he", "one of them"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from reportedly.name.actors import OWN_NAME, Actor, copy_as, unattributed
from reportedly.name.antecedent import Wanted
from reportedly.name.bodies import organisation, role_of, titled
from reportedly.name.bridge import called_by_office
from reportedly.name.known import known_body, listed, voice_actor
from reportedly.name.lexicon import (
    BODY_CLASSES,
    DETERMINERS,
    FEMALE,
    FIRST,
    FUNCTION_WORDS,
    INDEFINITE,
    MALE,
    NEUTER,
    NUMBERS,
    PLURAL,
    PREPOSITIONS,
    SECOND,
    STATE_CLASSES,
    NounClass,
    class_of,
    is_person,
    is_title_case,
    sex_of,
    singular,
    wordset,
)
from reportedly.name.owners import capital_runs
from reportedly.name.phrase import Noun
from reportedly.name.proper import proper, short_form
from reportedly.name.roles import firm_name, of_the_administration, side_of
from reportedly.name.scene import ANALYSTS, RESIDENTS, Scene, Side
from reportedly.name.words import Word
from reportedly.types import PartyKind, Reason

_LONGEST_NAME = 6  # words of a listed body's name
_OURS = frozenset({"station", "agency", "website", "page", "service", "article", "column", "post", "story"})
_SIDES = wordset("sides")
_RESEARCH = frozenset({"study", "research", "review", "paper", "trial", "meta-analysis"})
_WHERE = frozenset({"in", "at", "across", "around", "near", "outside", "inside"})
_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "eer", "crowd", "other", "accused")
_SEEN = frozenset(
    "footage image images imagery photo photograph photographs photos picture pictures video videos".split()
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SEVERAL = frozenset({"several", "many", "some", "few", "most", "others"})
_THINGS = wordset("things")
_COUNTED = frozenset({"third", "quarter", "half", "percent", "%", "majority", "many", "some", "most", "few", "others"})


def resolve(scene: Scene, noun: Noun, at: int) -> Actor:
    """Return whom a phrase at an offset speaks of."""
    if noun.joined:
        return scene.actor_of(noun.joined[0], at)
    two = _two_sides(scene, noun, at) if not noun.name and noun.owner is None else None
    if two is not None:
        return two
    named = next((part for part in noun.appositions if part.name), None)
    if noun.pronoun:
        return proper(scene, named, at) if named is not None else _pronoun(scene, noun, at)
    called = _called(scene, noun)
    if called is not None:
        return called
    if noun.name:
        return proper(scene, noun, at)
    if noun.head:
        return _common(scene, noun, named, at)
    if noun.complements:
        return scene.actor_of(noun.complements[0][1], at)
    return unattributed("no words")


def _called(scene: Scene, noun: Noun) -> Actor | None:
    """Return the listed body of a name that no grammar takes whole: "Save the Children", "Israel's Channel 12"."""
    if noun.head and noun.kind is not None:
        return None
    words = _owned(noun) or noun.words
    if not 1 < len(words) <= _LONGEST_NAME or not any(w.low in FUNCTION_WORDS or w.text.isdigit() for w in words):
        return None
    found = listed(scene, " ".join(w.shown for w in words))
    return found if found is not None and found.kind is not PartyKind.STATE else None


def _two_sides(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the one side of "both sides", "the two leaders", or "the other side": the last two states that acted."""
    head = singular(noun.head.split()[-1]) if noun.head else ""
    words = {w.low for w in noun.words}
    other = "other" in words
    both = noun.determiner in {"both", "neither", "either", "each"} or "two" in words
    if not (other or both) or (head and head not in _SIDES) or (noun.pronoun and not both):
        return None
    states = list(dict.fromkeys(s for o, s in reversed(scene.homes.spoke) if o < at))
    states += [s for s in scene.lands.names() if s not in states and scene.lands.odds.get(s, 0.0) >= 0]
    if len(states) < 2:
        return None
    return copy_as(
        scene.state(states[1 if other else scene.member % 2]), reasons=(Reason("two sides", 0.6, noun.text),)
    )


def _common(scene: Scene, noun: Noun, named: Noun | None, at: int) -> Actor:
    kind = noun.kind
    if kind is NounClass.NOBODY or noun.determiner == "no":
        return _whole_name(scene, noun, titled(noun.core)) or unattributed(noun.text)  # "The Associated Press"
    this = noun.determiner == "this" and (kind is NounClass.OUTLET or noun.head in _OURS)
    if this or (noun.words[0].capital and noun.owner is None and " " in noun.core and scene.is_outlet(noun.core)):
        return scene.outlet()
    if kind is NounClass.DOCUMENT:
        whole = _whole_name(scene, noun, titled(noun.core))  # "the Washington Post"
        return whole or _paper(scene, noun) or _document(scene, noun, at)
    if named is not None:
        return scene.trail.called(named.label) or proper(scene, named, at)
    firm = _apposed_firm(noun) if kind is NounClass.COMPANY else None
    if firm is not None:
        return scene.actor_of(firm, at)
    borne = _borne(scene, noun)
    if borne is not None:
        return proper(scene, borne, at)
    own_name = _called_by_itself(scene, noun)
    whole = _whole_name(scene, noun, own_name)
    if whole is not None:
        return whole
    if points_back(noun) and not _own_office(scene, noun) and kind is not NounClass.STATEPRESS:
        found = scene.back(_meant(noun), at)
        american = of_the_administration(scene, noun)
        if found is not None and not (american and found.party != "United States"):
            return _firm(found) if kind is NounClass.COMPANY else found
    if kind is None:
        return _loose(scene, noun, at)
    own = kind in BODY_CLASSES | {NounClass.ARMED} and not is_person(noun.head) and bool(noun.named_modifiers)
    known = (scene.trail.called(own_name) or _of_sort(scene, noun) or _longer(scene, own_name)) if own else None
    return known or _new(scene, noun, at, own_name, own)


def _called_by_itself(scene: Scene, noun: Noun) -> str:
    """Return the name that a phrase gives a body: "the Hurriyet daily" is Hurriyet, "the ethics committee" all of it.

    What a place stands before has no other name: "the Hamburg weekly".
    """
    bare = noun.named_modifiers
    plain = noun.head in _SORT_ALONE and not noun.words[-1].capital and bare and len(bare) == len(noun.modifiers)
    if plain and not scene.lands.state_of(bare) and not scene.lands.city_of(bare):
        return " ".join(word.shown for word in bare)
    return titled(noun.core)


_SORT_ALONE = frozenset("broadcaster channel daily gang magazine newspaper tabloid weekly".split())  # no part of a name
_SORTS = frozenset("company crew firm gang group militia movement network organisation organization party".split())


def _of_sort(scene: Scene, noun: Noun) -> Actor | None:
    """Return the body met before whose name stands before what it is: "the Black Lantern gang" is Black Lantern."""
    if noun.words[-1].capital or noun.head not in _SORTS:
        return None
    name = " ".join(w.text for w in noun.named_modifiers)
    known = scene.trail.called(name)
    if known is not None:
        return known if known.proper and known.kind is not PartyKind.STATE else None
    voice = scene.memory.body(name)
    return voice_actor(voice, name) if voice is not None and voice.kind is not PartyKind.STATE else None


def _longer(scene: Scene, name: str) -> Actor | None:
    """Return the body of a state whose longer name was told: "the Intelligence Committee", after the House's."""
    found = short_form(scene, name) if " " in name else None
    return found if found is not None and found.kind is PartyKind.STATE else None


def _borne(scene: Scene, noun: Noun) -> Noun | None:
    """Return the first phrase that names who bears the office of a turn's label: "THE PRESIDENT" of President Biden."""
    if not noun.text.isupper() or noun.plural or noun.kind is not NounClass.OFFICIAL or noun.modifiers:
        return None
    told = [pair for intros in scene.intros.values() for pair in intros if noun.head in {pair[1].title, pair[1].head}]
    named = [(at, phrase, _without_title_case(phrase.name)) for at, phrase in told]
    found = min((of for of in named if of[2]), key=lambda of: of[0], default=None)
    return replace(found[1], name=found[2]) if found is not None else None


def _without_title_case(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a name without the words that only a title's capitals make part of it: "Biden Providing"."""
    return tuple(takewhile(lambda w: not is_title_case(w.low), name))


def _apposed_firm(noun: Noun) -> Noun | None:
    """Return the firm named beside what it is to something: "the ferry's owner, Interisle Lines"."""
    for part in noun.appositions:
        if firm_name(part):
            return Noun(part.words, name=part.words)
    return None


def _firm(actor: Actor) -> Actor:
    """Take a bare name for a firm's from here on, now that "the company" points back to it."""
    if actor.maybe_firm:
        actor.kind, actor.noun, actor.person, actor.proper = PartyKind.COMPANY, NounClass.COMPANY, False, True
        actor.maybe_firm = False
    return actor


def _meant(noun: Noun) -> Wanted:
    """Return what a definite noun points back to."""
    body = organisation(noun) if is_person(noun.head) else ""
    of_a_state = body.startswith(("Ministry of", "Department of", "Prime Minister"))
    heads = frozenset({_key_noun(noun)})
    return Wanted("noun", noun=noun.kind, heads=heads, plural=noun.plural, body=body if of_a_state else "")


def _key_noun(noun: Noun) -> str:
    """Return the noun that a later phrase will repeat: "ministry" of "foreign ministry", "head of state" whole."""
    return noun.head if " of " in noun.head else singular(noun.head.split()[-1])


def _whole_name(scene: Scene, noun: Noun, name: str) -> Actor | None:
    """Return the state or body whose name a phrase is, head and all: "the Russian Federation"."""
    named = (i for i, w in enumerate(noun.words) if w.capital and w.low not in DETERMINERS)
    first = next((i for i in named if not noun.words[i].low.endswith("-based")), None)
    if first is None or noun.appositions or noun.name:
        return None
    if noun.owner is not None and (owned := _owned_body(scene, noun)) is not None:
        return owned
    if any(class_of(w.low) is not None or w.low in PREPOSITIONS for w in noun.words[:first]):
        return None
    words = noun.words[first:]
    whole = " ".join(w.shown for w in words)
    if words[-1].capital and noun.owner is None:
        found = known_body(scene, Noun(words, name=words))
        if found is not None:
            return found
    return (listed(scene, whole) or listed(scene, name)) if " " in whole else None


def _owned_body(scene: Scene, noun: Noun) -> Actor | None:
    """Return the listed body of the state that a phrase says owns it: "Iran's Revolutionary Guards"."""
    owned = _owned(noun)
    if noun.owner is None or not owned:
        return None
    found = listed(scene, " ".join(w.shown for w in owned))
    return found if found is not None and found.party == scene.lands.state_of(noun.owner.name) else None


def _owned(noun: Noun) -> tuple[Word, ...]:
    """Return the words behind a phrase's owner, () where none is told by a possessive."""
    owner = noun.owner.words if noun.owner is not None else ()
    return noun.words[noun.words.index(owner[-1]) + 1 :] if owner and owner[-1].possessive else ()


def _new(scene: Scene, noun: Noun, at: int, name: str, own: bool) -> Actor:
    """Return a new actor for a phrase that points at nobody met before."""
    named = own and noun.head in _SORT_ALONE and noun.kind is not NounClass.STATEPRESS
    called = _self_name(noun) or (name if named else "")
    side = _spoken_of(scene, noun, at) or side_of(scene, noun, at)
    person = is_person(noun.head)
    actor = Actor(
        called or side.party,
        side.kind,
        name="" if person else called or name,
        role=_unnamed_role(noun) if person else "",
        organisation=side.organisation,
        personal=person,
        sex=sex_of(singular(noun.head)),
        plural=noun.plural,
        proper=own or bool(called),
        noun=noun.kind,
        heads={_key_noun(noun)},
        reasons=side.reasons,
        choice=side.choice,
        back=side.back,
        fold=side.fold,
    )
    if own or called:
        scene.trail.enter(actor, called or name)
    return called_by_office(scene, noun, actor, at) or actor


def _spoken_of(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of "the Madrid-based company": a firm without a name here is the one that was just named."""
    named = noun.determiner != "the" or noun.named_modifiers or noun.owner is not None
    if noun.kind is not NounClass.COMPANY or named:
        return None
    firm = next((m.actor for m in scene.trail.before(at) if m.actor.proper and _may_be_firm(m.actor)), None)
    if firm is None:
        return None
    return Side(firm.party, PartyKind.COMPANY, firm.name, (Reason("just named", 0.6, firm.party),), sure=False)


def _may_be_firm(actor: Actor) -> bool:
    return actor.kind is PartyKind.COMPANY or (actor.kind is PartyKind.UNKNOWN and not actor.person)


def _self_name(noun: Noun) -> str:
    """Return the name in "a group calling itself Black Harmattan", "who call themselves the Boztau Front"."""
    words = noun.relative or noun.words
    for i, word in enumerate(words[:-1]):
        if word.low in {"itself", "themselves", "himself"} and i and words[i - 1].low.startswith("call"):
            rest = [w for w in words[i + 1 :] if w.low not in {"the"}]
            name: list[str] = []
            for w in rest:
                if not w.capital:
                    break
                name.append(w.text)
            return " ".join(name)
    return ""


def points_back(noun: Noun) -> bool:
    """Tell whether a phrase points back: definite, or a bare headline noun, with nothing that identifies it."""
    if noun.owner is not None or noun.complements or noun.appositions:
        return False
    return noun.determiner in {"the", "", "this", "that", "both", "these", "those"} and not noun.named_modifiers


def _own_office(scene: Scene, noun: Noun) -> bool:
    """Tell whether an office without a state is the government's on whose own page it stands: "the President"."""
    return scene.homes.outlet.government and noun.kind in STATE_CLASSES


def _unnamed_role(noun: Noun) -> str:
    role = role_of(noun)
    unnamed = noun.determiner not in {"the", ""} and noun.kind in {NounClass.OFFICIAL, NounClass.ANONYMOUS}
    return f"anonymous {role}" if unnamed else role


def _loose(scene: Scene, noun: Noun, at: int) -> Actor:
    """Return whom a noun of no known class speaks of: by its owner, its "of", its adjective."""
    for inner in _inner(noun):
        actor = scene.actor_of(inner, at)
        if not actor.nobody:
            return actor
    for _, _, state in scene.lands.find_in(noun.modifiers):
        return scene.state(state)
    if _handle(noun.text):
        return Actor(noun.text, PartyKind.PEOPLE, noun.text, person=True, reasons=(Reason(OWN_NAME, 0.5, "a handle"),))
    return _people(noun) if _peopled(noun) else unattributed(f"{noun.text}: no word for people or a body")


def _handle(word: str) -> bool:
    """Tell whether a word is the name somebody goes by online: "acebush1"."""
    return word.isascii() and word.isalnum() and word[0].isalpha() and not word.isalpha()


def _placed(noun: Noun) -> bool:
    where = noun.complement(*_WHERE)
    return where is not None and bool(where.name) and not where.head


def _people(noun: Noun) -> Actor:
    """Return people of no known class."""
    reason = Reason("unknown noun", 0.2, noun.text)
    return Actor(RESIDENTS, PartyKind.PEOPLE, role=noun.text, personal=True, plural=noun.plural, reasons=(reason,))


def _peopled(noun: Noun) -> bool:
    """Tell whether a noun of no known class is likely one of people: by its ending, or as a number of those asked."""
    head = singular(noun.head.split()[-1])
    if head in _THINGS:
        return False
    counted = any(w.low in _COUNTED or w.low in NUMBERS or w.text.rstrip("%").isdigit() for w in noun.words)
    return head.endswith(_PEOPLE) or counted or any(w.low in {"those", "who"} for w in (*noun.words, *noun.relative))


_PAPERS = frozenset("bulletin dispatch journal mail post record register review".split())  # what papers are called


def _paper(scene: Scene, noun: Noun) -> Actor | None:
    """Return the paper that is called like a document, by its capitals: "The Harbour Post"."""
    if noun.head not in _PAPERS or not all(w.capital for w in (*noun.modifiers, noun.words[-1])):
        return None
    if not noun.modifiers:  # "the Post", after "the Harbour Post"
        papers = (a for name, a in scene.trail.named.items() if name.endswith(f" {noun.head}"))
        return next((a for a in papers if a.kind is PartyKind.OUTLET), None) if noun.determiner == "the" else None
    name = titled(noun.core)
    known = scene.trail.called(name)
    if known is not None:
        return known
    reason = Reason(OWN_NAME, 0.5, name)
    heads = {"newspaper", "paper", noun.head}
    paper = Actor(name, PartyKind.OUTLET, name, proper=True, noun=NounClass.OUTLET, heads=heads, reasons=(reason,))
    scene.trail.enter(paper, name)
    return paper


def _document(scene: Scene, noun: Noun, at: int) -> Actor:
    """Return who made a document, a picture, a poll: by, from, of; else whom it points back to."""
    of = noun.complement("of", "to")
    if of is not None and of.determiner == "this" and of.kind in {NounClass.DOCUMENT, NounClass.OUTLET, None}:
        return scene.outlet()  # "an earlier version of this article"
    by = noun.complement("by", "from")
    for inner in ([by] if by is not None else []) + list(_inner(noun)):
        if inner.name and inner.name[-1].low in FUNCTION_WORDS:
            continue  # "pictures from July"
        actor = scene.actor_of(inner, at)
        if actor.kind is PartyKind.OUTLET and noun.head in _RESEARCH and inner is not by:
            reason = Reason("published in", 1.0, f"{noun.text}: {actor.party} prints it")
            return _researchers(reason)
        if not actor.nobody and not (actor.party == RESIDENTS and inner.kind is None):
            reason = Reason("document", 1.0, f"{noun.text} is by {actor.party}")
            return copy_as(actor, heads=actor.heads | {"document"}, reasons=(reason, *actor.reasons))
    made = _maker(scene, noun, at)
    if made is not None:
        return made
    if noun.head in _SEEN and noun.determiner not in _DEFINITE:  # "videos posted on social media" are no one's
        return unattributed(f"{noun.text}: nobody is named")
    if noun.head in _RESEARCH and noun.determiner not in _DEFINITE:
        return _researchers(Reason("expert", 0.8, f"{noun.text}: of nobody named"))
    found = scene.back(Wanted("document"), at)
    if found is None or (scene.headline and "document" not in found.heads):  # a headline's report is of whom it names
        return unattributed(f"{noun.text}: nobody is named")
    return found


def _researchers(reason: Reason) -> Actor:
    return Actor(ANALYSTS, PartyKind.EXPERT, heads={"document"}, reasons=(reason,))


def _maker(scene: Scene, noun: Noun, at: int) -> Actor | None:
    """Return the maker of a document whom its modifiers name: "an Adwatch analysis", "a ministry memo"."""
    for piece in capital_runs(noun.modifiers):
        known = known_body(scene, piece)
        if known is not None:
            return known
    for i, word in reversed(list(enumerate(noun.modifiers))):
        kind = class_of(word.low)
        if kind in BODY_CLASSES and word.capital and i and noun.modifiers[i - 1].capital:
            body = noun.modifiers[: i + 1]  # "a Tern State University study"
            return scene.actor_of(Noun(body, head=word.low, kind=kind, modifiers=body[:-1], determiner="the"), at)
        if kind in BODY_CLASSES:
            return scene.actor_of(Noun((word,), head=word.low, kind=kind, determiner="the"), at)
    for _, _, state in scene.lands.find_in(noun.modifiers):
        return scene.state(state)
    return None


def _inner(noun: Noun) -> Iterator[Noun]:
    if noun.owner is not None:
        yield noun.owner
    for preposition, complement in noun.complements:
        named = complement.name or complement.kind or complement.owner or complement.pronoun
        if preposition in {"of", "for", "at", "with", "from", "to", "in", "on", "inside", "within", "by"} and named:
            yield complement


def _pronoun(scene: Scene, noun: Noun, at: int) -> Actor:
    low = noun.pronoun
    of = noun.complement("of", "among")
    if of is not None:
        return scene.actor_of(of, at)
    if low in FIRST:
        return scene.outlet()
    if low in INDEFINITE and _placed(noun):
        return _people(noun)  # "some in Gaza"
    way = "he" if low in MALE | FEMALE else "it" if low in NEUTER else "they" if low in PLURAL else "one"
    sex = "m" if low in MALE else "f" if low in FEMALE else ""
    if low in SECOND:
        found = scene.back(Wanted("he"), at)
    else:
        found = scene.back(Wanted(way, sex=sex, plural=low in PLURAL | _SEVERAL), at)
    return found if found is not None else unattributed(f"{low!r} with nobody before it")
