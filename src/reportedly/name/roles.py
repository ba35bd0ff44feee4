"""Whom the bearer of a role, or a body, speaks for: by owner, adjective, "of ...", or by the kind of the role."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from reportedly.name.actors import Actor
from reportedly.name.antecedent import Wanted
from reportedly.name.bodies import OF_STATES, organisation, titled
from reportedly.name.fold import features
from reportedly.name.forms import fold
from reportedly.name.gazetteer import EntryKind
from reportedly.name.lexicon import (
    BODY_CLASSES,
    COMPANY_ENDINGS,
    STATE_CLASSES,
    NounClass,
    class_of,
    common,
    is_person,
    plural,
    singular,
    wordset,
)
from reportedly.name.local import local_side
from reportedly.name.opposition import opposition_side
from reportedly.name.owners import PUBLIC, affiliation, body_modifier
from reportedly.name.phrase import Noun, parse
from reportedly.name.scene import ANALYSTS, FAMILIES, INSIDERS, PARTISANS, RESIDENTS, WESTERN, Scene, Side
from reportedly.name.weights import probability
from reportedly.name.within import is_inside
from reportedly.types import UNATTRIBUTED, PartyKind, Reason

KINDS = {
    NounClass.LAW: PartyKind.AGENCY,
    NounClass.COURT: PartyKind.AGENCY,
    NounClass.INSTITUTION: PartyKind.AGENCY,
    NounClass.AGENCY: PartyKind.AGENCY,
    NounClass.COMPANY: PartyKind.COMPANY,
    NounClass.OUTLET: PartyKind.OUTLET,
    NounClass.UNION: PartyKind.PEOPLE,
    NounClass.ARMED: PartyKind.ARMED_GROUP,
}
_OWN = frozenset({NounClass.COMPANY, NounClass.OUTLET, NounClass.UNION, NounClass.ARMED})
_ANSWERING = STATE_CLASSES | {NounClass.VOICE, NounClass.ANONYMOUS, NounClass.STATEPRESS}
_REBELS = frozenset("rebel guerrilla militant insurgent separatist fighter jihadist extremist militiaman".split())
_MISSIONS = frozenset({"mission", "delegation"})
_DIPLOMATS = frozenset({"envoy", "representative", "diplomat"})
_UNITED = frozenset({"u.n.", "un", "united", "nations"})
_CHAIRS = frozenset("president secretary chairman chairwoman commissioner speaker secretary-general director".split())
_ENTOURAGE = frozenset("people team staff aides men friends allies supporters entourage circle".split())
_SKILLED = wordset("skilled")
_STUDIES = wordset("studies")
_RANKS = frozenset({"senior", "top", "high-ranking", "unnamed"})
_PRIVY = frozenset({"briefed", "familiar", "knowledge", "privy"})  # "people familiar with the matter" are nobody's
_HEADS = wordset("heads")

_LED = {NounClass.COMPANY: wordset("company heads"), NounClass.AGENCY: wordset("agency heads")}  # who leads only such


_LAWYERS = wordset("lawyers")
_SPECIAL = frozenset({"special", "independent"})
_OF_ARMED = wordset("armed heads")
_KINGDOMS = wordset("kingdoms")
_LEADING = frozenset({"director", "head", "chief", "manager", "president", "chair", "chairman", "officer"})

_WESTERN = frozenset({NounClass.OFFICIAL, NounClass.ORGAN, NounClass.ANONYMOUS})
_WRITERS = frozenset("columnist journalist photographer photojournalist".split())  # of any outlet or of none
_EVEN = 0.5
_RUN = frozenset({"ministry", "department", "government", "administration", "cabinet"})
_LAW = dict.fromkeys(
    "prosecutor|procurator|prosecution|solicitor-general|procurator-general|prosecutor-general|attorney general|"
    "solicitor general|public ministry".split("|"),
    "Prosecutors",
)


def side_of(scene: Scene, noun: Noun, at: int) -> Side:
    """Return whom the bearer of a role, or a body, speaks for."""
    noun = _accredited(scene, noun)
    kind = noun.kind or class_of(noun.title)
    armed = _armed(noun)
    plain = _holder(scene, armed, at) if armed is not None else _plain(noun, kind)
    plain = plain or opposition_side(scene, noun, at) or local_side(scene, noun, at)
    if plain is not None:
        return plain
    if of_the_administration(scene, noun):
        return Side("United States", PartyKind.STATE, reasons=(Reason("administration", 0.8, noun.text),))
    of = affiliation(scene, noun, at) if not _national(scene, noun) else None
    if of is not None and of.person and (singular(noun.head) in _LAWYERS or (noun.head in _RUN and of.nameless_role)):
        of = None  # "the officer's attorney" is not of the officer's body; "Mr Lunt's ministry" is a state's, as he is
    if kind is NounClass.EXPERT:
        return _expert(noun, of)
    if kind is NounClass.CROWD:
        return _crowd(scene, noun, of, at)
    if of is None and is_person(noun.head) and kind in PUBLIC | _OWN and kind is not NounClass.LAW:
        return _holder(scene, noun, at)
    if kind in PUBLIC:
        return _public(scene, noun, of, at)
    if kind in _OWN:
        return _own(noun, of)
    if of is not None:
        if (
            kind in STATE_CLASSES
            and of.kind is PartyKind.UNKNOWN
            and not (of.personal or of.person or _of_a_body(noun))
            and scene.lands.possible(of.party)
        ):
            of.kind = PartyKind.STATE
            scene.learn_state(of.party, at)
        return _with(noun, of, body_of(scene, noun))
    if kind in STATE_CLASSES | {NounClass.STATEPRESS}:
        return _unmarked(scene, noun, at)
    return _nearest(scene, noun, at)


def _accredited(scene: Scene, noun: Noun) -> Noun:
    """Return a phrase without the body that a state's diplomat is sent to: "Russia's deputy U.N. envoy" is Russia's.

    The United Nations have envoys of their own, but no ambassadors.
    """
    kept = tuple(w for w in noun.modifiers if w.low not in _UNITED)
    to = tuple(pair for pair in noun.complements if not _UNITED.issuperset(w.low for w in pair[1].words[1:]))
    sent = singular(noun.head) == "ambassador" or noun.title == "ambassador"
    bare = replace(noun, modifiers=kept, complements=to)
    if bare == noun or any(w.low == "states" for w in kept):
        return noun
    return bare if sent or (singular(noun.head) in _DIPLOMATS and owner_state(scene, bare)) else noun


def _armed(noun: Noun) -> Noun | None:
    """Return "the rebels" of "rebel commander Ada Lunt": whoever leads or speaks for the armed is of no state."""
    last = noun.modifiers[-1] if noun.modifiers else None
    if last is None or noun.owner is not None or singular(noun.head) not in _OF_ARMED:
        return None
    if class_of(last.low) is not NounClass.ARMED:
        return None
    return Noun((last,), head=plural(last.low), kind=NounClass.ARMED, determiner="the", plural=True)


def _plain(noun: Noun, kind: NounClass | None) -> Side | None:
    """Return the side of those whom no state or body of their own is looked for, None for all others."""
    if _western(noun) and (kind in _WESTERN or noun.head == "leaders"):
        return Side(WESTERN, PartyKind.STATE, reasons=(Reason("western", 1.0, noun.text),))
    if kind is NounClass.SOLDIER and _past(noun):
        return Side(ANALYSTS, PartyKind.EXPERT, reasons=(Reason("expert", 0.7, noun.text),))
    if kind in {NounClass.ANONYMOUS, NounClass.CROWD} and any(w.low in _PRIVY for w in noun.words):
        return Side(INSIDERS, PartyKind.PEOPLE, reasons=(Reason("insiders", 1.0, noun.text),))
    if kind is NounClass.KIN:
        return Side(FAMILIES, PartyKind.PEOPLE, reasons=(Reason("family", 1.0, noun.head),))
    return None


def of_the_administration(scene: Scene, noun: Noun) -> bool:
    """Tell whether a phrase is what English-language news calls the American government's people, and no other's."""
    telling = [word.low for word in noun.modifiers if word.low not in _RANKS]
    alone = noun.owner is None and not noun.name and telling == ["administration"]
    return alone and is_person(noun.head) and "United States" in scene.lands.names()


def _western(noun: Noun) -> bool:
    """Tell whether a phrase is of the West at large: "western officials", not "European Council President Ada Lunt"."""
    named = noun.name or any(w.capital and class_of(w.low) in BODY_CLASSES for w in noun.modifiers)
    return not named and any(w.low == "western" or w.text == "European" for w in noun.modifiers)


def _national(scene: Scene, noun: Noun) -> bool:
    """Tell whether a lawyer is told by passport alone: "a British-Israeli lawyer" speaks for neither state."""
    bound = noun.owner is not None or noun.complements or any(class_of(w.low) in BODY_CLASSES for w in noun.modifiers)
    if singular(noun.head) not in _LAWYERS or bound:
        return False
    parts = [part for word in noun.modifiers if word.capital for part in word.text.split("-")]
    return any(entry.kind is EntryKind.ADJECTIVE for part in parts for entry in scene.gazetteer.look_up(part))


def _unmarked(scene: Scene, noun: Noun, at: int) -> Side:
    """Return the state of an office that names none; diplomats whom nothing marks may be of any."""
    if singular(noun.head) == "diplomat" and noun.plural and not noun.modifiers:
        return Side(UNATTRIBUTED, PartyKind.UNKNOWN, reasons=(Reason("nobody", 0.8, f"{noun.text}: of no state told"),))
    if noun.head == "kingdom":
        crowned = next((s for o, s in reversed(scene.lands.mentions) if o < at and fold(s) in _KINGDOMS), "")
        if crowned:
            return Side(crowned, PartyKind.STATE, reasons=(Reason("kingdom", 0.9, crowned),))
    if noun.kind is NounClass.STATEPRESS:
        told = (m.actor for m in scene.trail.before(at) if m.actor.noun is NounClass.STATEPRESS)
        press = next((actor for actor in told if actor.kind is PartyKind.STATE), None)
        if press is not None:
            return Side(press.party, press.kind, press.organisation, (Reason("state press", 0.9, press.party),))
    people = " ".join(w.text for w in noun.named_modifiers if class_of(w.low) is None and w.low not in common())
    if noun.head == "forces" and people:  # of a people, not of a state: "Kurdish forces"
        return Side(f"{people} forces", PartyKind.ARMED_GROUP, reasons=(Reason("sort", 0.5, noun.text),))
    return scene.home(at, noun, body_of(scene, noun))


def body_of(scene: Scene, noun: Noun) -> str:
    """Return the body that a phrase of a state names or speaks for: its own, or that of a modifier."""
    states = frozenset(
        w.text for i, width, _ in scene.lands.find_in(noun.modifiers) for w in noun.modifiers[i : i + width]
    )
    if noun.kind in STATE_CLASSES:
        own = organisation(noun, states)
        if own:
            return own
    for i in range(len(noun.modifiers) - 1, -1, -1):
        body = body_modifier(noun, i)
        if body is not None:
            return organisation(body, states)
    return ""


def owner_state(scene: Scene, noun: Noun) -> str:
    """Return the state that an office is told to be of, by its adjective, its owner, its "of"; "" where none is."""
    if noun.kind not in STATE_CLASSES | PUBLIC | {NounClass.VOICE} or noun.head == "crown":
        return ""  # a crown is money as often as an office
    for _, _, found in scene.lands.find_in(noun.modifiers):
        return found
    for inner in (noun.owner, noun.complement("of")):
        if inner is not None and inner.name and not inner.head:
            state = scene.lands.state_of(inner.name)
            if state:
                return state
    return ""


def named_state(scene: Scene, noun: Noun) -> str:
    """Return the state whose voice a source is by its words alone: "Kestria", "Kestria's army"; "" where none is."""
    return scene.lands.state_of(noun.name) if noun.name and not noun.head else owner_state(scene, noun)


def _with(noun: Noun, of: Actor, body: str = "") -> Side:
    name = of.organisation or (of.name if not of.person and of.name != of.party else "")
    note = f"{noun.text}: {of.party}"
    if body in OF_STATES and of.kind is not PartyKind.STATE:
        body = ""  # "the president of the union"
    return Side(
        of.party, of.kind, body or name, (Reason("of", 1.0, note), *of.reasons[:2]), of.choice, sure=of.choice is None
    )


def _expert(noun: Noun, of: Actor | None) -> Side:
    body = noun.complement("of")
    leads = noun.head.split()[-1] in _LEADING  # "research director at the Tern Foundation"
    partisan = of is not None and of.party.endswith("Party")  # a Democratic strategist does not speak for it
    listed = of is not None and of.kind is PartyKind.AGENCY and any(r.feature == "gazetteer" for r in of.reasons)
    listed = listed and not partisan
    if of is not None and of.proper and (leads or listed or (of.noun is NounClass.AGENCY and body is not None)):
        return _with(noun, of)
    name = of.name if of is not None and not of.person else ""
    return Side(ANALYSTS, PartyKind.EXPERT, name, (Reason("expert", 1.0, noun.head),))


def _past(noun: Noun) -> bool:
    """Tell whether a role is over: "a retired general", "the former premier"."""
    return any(w.low in {"former", "retired", "ex", "then"} for w in noun.modifiers) or noun.head.startswith("ex-")


def _of_a_body(noun: Noun) -> bool:
    """Tell "president of the Brotherhood" from "president of Norvik": an article makes it a body."""
    of = noun.complement("of")
    return of is not None and of.determiner == "the" and noun.head in _CHAIRS


def _crowd(scene: Scene, noun: Noun, of: Actor | None, at: int) -> Side:
    """Return the side of people: of their body where it has bid them, else residents, or those of a cause."""
    skilled = noun.head.rstrip("s") in _SKILLED or noun.head in _SKILLED
    organ = any(class_of(w.low) is NounClass.ORGAN for w in noun.modifiers)
    if organ and of is None:
        return scene.home(at, noun)
    theirs = noun.owner is not None and noun.head in _ENTOURAGE and (of is None or of.kind is not PartyKind.UNKNOWN)
    theirs = theirs and not (noun.head == "supporters" and of is not None and of.kind is PartyKind.STATE)
    bid = skilled and of is not None and (of.noun in BODY_CLASSES or (of.proper and of.kind is not PartyKind.STATE))
    if of is not None and (organ or theirs or bid):
        return _with(noun, of)
    name = PARTISANS.get(singular(noun.head), RESIDENTS)
    return Side(name, PartyKind.PEOPLE, reasons=(Reason("crowd", 1.0, noun.head),))


def _public(scene: Scene, noun: Noun, of: Actor | None, at: int) -> Side:
    """Return the side of a public body: its state's, or its own."""
    titled_so = bool(noun.name) and is_person(noun.head)  # "Federal Prosecutor Ada Lunt": capitals for her sake
    capitals = any(w.capital and not w.first for w in noun.modifiers) or (noun.modifiers and noun.modifiers[0].capital)
    proper = bool(capitals) and not titled_so
    state = of if of is not None and of.kind is PartyKind.STATE else None
    if of is not None and state is None:
        return _with(noun, of)
    if state is not None and noun.owner is not None and noun.head in _MISSIONS:
        return _with(noun, state, titled(noun.core))
    why = features(scene, noun, proper, state is not None)
    if probability(why) > _EVEN or (state is not None and _of_the_whole(scene, noun, state)):
        body = titled(_unborne(noun).core)
        side = _with(noun, state, body) if state is not None else scene.home(at, noun, body)
        return replace(side, fold=why)
    name = (
        titled(_own_name(noun))
        if proper or noun.kind is not NounClass.LAW
        else _LAW.get(noun.head.rstrip("s"), "Police")
    )
    name = scene.spelt(name)
    return Side(name, PartyKind.AGENCY, reasons=(Reason("body", 0.8, name),), fold=why)


def _of_the_whole(scene: Scene, noun: Noun, state: Actor) -> bool:
    """Tell whether a listed state's police are the whole state's, and not a town's: "Belgian federal police"."""
    whole = any(w.low in {"federal", "national"} for w in noun.modifiers)
    return whole and noun.kind is NounClass.LAW and scene.gazetteer.kind_of(state.party) is PartyKind.STATE


def _holder(scene: Scene, noun: Noun, at: int) -> Side:
    """Return the side of a judge, an editor, a rebel whose body is not named: the nearest of its sort, or the sort."""
    kind = noun.kind or NounClass.AGENCY
    if kind is NounClass.OUTLET and singular(noun.head) not in _WRITERS:
        return _with(noun, scene.outlet())
    found = scene.back(Wanted("noun", noun=kind, heads=frozenset({str(kind)})), at)
    if found is not None and not found.personal and found.noun is kind:
        return replace(_with(noun, found), sure=False)
    group = _only_group(scene, at) if kind is NounClass.ARMED and noun.determiner == "the" else None
    if group is not None:
        return replace(_with(noun, group), sure=False)
    led = scene.choice(Wanted("voice", noun=kind), at) if kind is NounClass.COMPANY and _definite(noun) else None
    if led is not None:
        return replace(_with(noun, led.chosen), back=led, sure=False)
    return Side(_sort(noun, kind), KINDS[kind], reasons=(Reason("sort", 0.5, noun.text),), sure=False)


def _only_group(scene: Scene, at: int) -> Actor | None:
    """Return the armed group that an article has spoken of before, if it is the only one."""
    armed = (m.actor for m in scene.trail.before(at) if m.actor.kind is PartyKind.ARMED_GROUP)
    groups = {a.party: a for a in armed if not (a.reasons and a.reasons[0].feature == "sort")}
    return next(iter(groups.values())) if len(groups) == 1 else None


def _sort(noun: Noun, kind: NounClass) -> str:
    """Return the name of a sort of people or bodies that nothing tells apart: "Rebels", "Hackers", "Court"."""
    if kind is NounClass.COURT:
        return "Court"
    if kind is NounClass.ARMED and singular(noun.head) in _REBELS:
        return "Rebels"
    return (noun.head if noun.plural else plural(noun.head)).capitalize()


def _definite(noun: Noun) -> bool:
    """Tell whether a phrase speaks of somebody the reader is taken to know: "the owner", a headline's "Ferry boss"."""
    return noun.determiner in {"the", ""} and not noun.plural


def _own(noun: Noun, of: Actor | None) -> Side:
    kind = noun.kind or NounClass.COMPANY
    if of is not None and is_person(noun.head):
        rebels = kind is NounClass.ARMED and of.kind is PartyKind.STATE  # "Norvik's rebel commander Ada Lunt"
        if of.kind is not PartyKind.STATE or (noun.name and not rebels):
            return _with(noun, of)  # "Reuters editor Ada Lunt", "a Reuters editor"
        if noun.owner is None or rebels:  # "a Russian journalist"
            return Side(_sort(noun, kind), KINDS[kind], reasons=(Reason("sort", 0.5, noun.text),))
    if (
        of is not None
        and kind in {NounClass.OUTLET, NounClass.ARMED}
        and of.kind in {PartyKind.STATE, PartyKind.ARMED_GROUP}
    ):
        if (
            kind is NounClass.OUTLET
            and of.kind is PartyKind.STATE
            and any(w.capital and not w.first for w in noun.modifiers[:1]) is False
        ):
            return _with(noun, of, titled(noun.core))
        if of.kind is PartyKind.ARMED_GROUP:
            return _with(noun, of)
    if of is not None and kind is NounClass.UNION and not any(w.capital for w in noun.modifiers):
        return _with(noun, of) if of.person or of.kind is PartyKind.PEOPLE else _named(noun, kind)
    return _named(noun, kind)


def _named(noun: Noun, kind: NounClass) -> Side:
    name = titled(_own_name(noun))
    return Side(name, KINDS[kind], reasons=(Reason("body", 0.8, name),))


def _own_name(noun: Noun) -> str:
    """Return a body's name without its owner: "Cabrelia's Constitutional Court" -> "Constitutional Court"."""
    return replace(_unborne(noun), owner=None).core


def _unborne(noun: Noun) -> Noun:
    """Return an office without who bears it: "federal prosecutor" of "federal prosecutor Ada Lunt"."""
    return replace(noun, name=()) if is_person(noun.head) else noun


def _nearest(scene: Scene, noun: Noun, at: int) -> Side:
    """Return the side of a spokesman or a source without a body: of the nearest one before."""
    if singular(noun.head) in _LAWYERS:
        if any(w.low in _SPECIAL for w in noun.modifiers):  # who inquires for a state, and answers to nobody's office
            return Side("Special Counsel", PartyKind.AGENCY, reasons=(Reason("body", 0.8, noun.text),))
        return Side("Lawyers", PartyKind.PEOPLE, reasons=(Reason("sort", 0.5, noun.text),), sure=False)
    met = (
        noun.determiner == "the" and not noun.relative
    )  # "the sources who spoke with the paper" were not told of before
    if noun.kind is NounClass.ANONYMOUS and singular(noun.head) == "source" and not met:
        return Side(UNATTRIBUTED, PartyKind.UNKNOWN, reasons=(Reason("nobody", 0.8, f"{noun.text}: of nobody told"),))
    if noun.kind is NounClass.VOICE and scene.homes.opened(at):
        return scene.home(at, noun)
    sort = next((kind for kind, heads in _LED.items() if noun.head in heads), None)
    choice = scene.choice(Wanted("voice", noun=sort, plural=noun.plural), at) if sort is not None else None
    choice = choice or scene.choice(Wanted("voice", plural=noun.plural), at)
    if choice is None:
        return scene.home(at, noun)
    found = choice.chosen
    name = found.organisation or (found.name if not found.person and found.name != found.party else "")
    return Side(
        found.party,
        found.kind,
        name,
        (Reason("nearest body", 0.5, f"{noun.text}: {found.party}"),),
        back=choice,
        sure=False,
    )


def firm_name(noun: Noun) -> bool:
    """Tell whether a phrase is a firm's name by how it ends: "Pell Street Partners"."""
    return len(noun.words) > 1 and all(w.capital for w in noun.words) and noun.words[-1].low in COMPANY_ENDINGS


def employer_of(noun: Noun) -> Side | None:
    """Return the body whose kind stands behind its name: "Ada Lunt of Third Bridge, a research firm"."""
    of = noun.complement("of", "at", "from", "with")
    body = next((a for a in noun.appositions if a.kind in BODY_CLASSES and not a.name and not is_person(a.head)), None)
    if of is None or body is None or not of.name or of.head:
        return None
    kind = KINDS.get(body.kind or NounClass.AGENCY, PartyKind.AGENCY)
    return Side(of.label, kind, of.label, (Reason("of", 0.9, of.label),))


def headed_side(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of one who heads a body, as a clause tells: "Gen. Ada Lunt, who commands the Tern Mission"."""
    words = [w.low for w in noun.relative]
    if len(words) < 3 or not any(w in _HEADS for w in words[1:3]):
        return None
    body = parse(noun.relative[2:])
    actor = scene.actor_of(replace(body, relative=(), appositions=()), at) if body.head or body.name else None
    if actor is None or actor.nobody:
        return None
    return Side(actor.party, actor.kind, actor.organisation or actor.name, (Reason("heads", 0.9, actor.party),))


def clause_side(scene: Scene, noun: Noun, at: int) -> Side | None:
    """Return the side of one told of by a clause: "who studies ...", "whose son ...", "who heads ..."."""
    words = [w.low for w in noun.relative]
    if words[:1] == ["which"]:
        return None
    employer = employer_of(noun)
    if employer is not None:
        return employer
    if words[:1] == ["whose"] and len(words) > 2 and class_of(words[1]) in BODY_CLASSES and noun.relative[2].capital:
        name = tuple(takewhile(lambda w: w.capital, noun.relative[2:]))
        owned = scene.actor_of(Noun(name, name=name), at)
        return Side(owned.party, owned.kind, owned.name, (Reason("whose body", 0.9, owned.party),))
    if words[:1] == ["whose"] and len(words) > 1 and class_of(words[1]) is NounClass.KIN:
        return Side(FAMILIES, PartyKind.PEOPLE, reasons=(Reason("family", 1.0, " ".join(words[:3])),))
    if any(w in _STUDIES for w in words[1:4]):
        return Side(ANALYSTS, PartyKind.EXPERT, reasons=(Reason("expert", 0.8, " ".join(words[:4])),))
    headed = headed_side(scene, noun, at)
    if headed is not None:
        return headed
    of = noun.complement("of", "from", "at", "with")
    if of is not None and noun.name and firm_name(of):
        return Side(of.text, PartyKind.COMPANY, of.text, (Reason("of", 0.9, of.text),))
    if of is not None and noun.name and not of.pronoun:
        known = scene.trail.called(of.label) is not None
        actor = scene.actor_of(of, at)
        met = known and actor.kind is not PartyKind.STATE
        stated = actor.kind is PartyKind.STATE and noun.complement("of") is of and bool(scene.lands.state_of(of.name))
        firm = actor.kind is PartyKind.COMPANY or (of.kind in BODY_CLASSES and any(w.capital for w in of.words))
        aged = any(word.text.isdigit() for word in noun.words)  # "Ada Lunt, 54, of Lexington" lives there
        placed = aged or scene.lands.forms_place(of.label) or _lies_in(noun, of)
        if not actor.nobody and actor.proper and (stated or (met and not placed) or (firm and not placed)):
            return Side(actor.party, actor.kind, actor.organisation or actor.name, (Reason("of", 0.9, actor.party),))
    return None


def _lies_in(noun: Noun, town: Noun) -> bool:
    """Tell whether a town is told with what it lies in: "Ada Lunt of Ontario, California"."""
    return any(a.name and not a.head and is_inside(fold(a.label)) for a in (*noun.appositions, *town.appositions))
