"""Whom a pronoun or "the minister" points back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.name.actors import Actor, Mention, Trail
from reportedly.name.choice import Choice, choose
from reportedly.name.lexicon import BODY_CLASSES, NounClass, wordset
from reportedly.types import PartyKind, Span

_REACH = 60  # mentions looked back at
_SAME_SORT = {
    NounClass.COMPANY: PartyKind.COMPANY,
    NounClass.ARMED: PartyKind.ARMED_GROUP,
    NounClass.UNION: PartyKind.PEOPLE,
    NounClass.AGENCY: PartyKind.AGENCY,
    NounClass.OUTLET: PartyKind.OUTLET,
}
_LED = {NounClass.COMPANY: {PartyKind.COMPANY}, NounClass.AGENCY: {PartyKind.AGENCY, PartyKind.BLOC}}
_BODY = frozenset({PartyKind.AGENCY, PartyKind.ARMED_GROUP, PartyKind.PEOPLE, PartyKind.UNKNOWN})
# Nouns that stand for a body of more sorts than their own: "the group" of a charity, a militia or a union.
_ALSO = dict.fromkeys(wordset("named bodies"), _BODY) | dict.fromkeys(wordset("senders"), frozenset({PartyKind.OUTLET}))
_STATESMEN = wordset("statesmen")
_NO_MINISTERS = frozenset({"president", "king", "queen", "ambassador", "envoy", "governor", "mayor"})
_OF_STATES = wordset("state bodies")
_BLOCS = frozenset({"alliance", "bloc", "pact"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an antecedent has to be. `way` names the kind of pointing back, and its weights."""

    way: str  # "he", "it", "they", "one", "noun", "voice", "document"
    heads: frozenset[str] = frozenset()
    noun: NounClass | None = None
    sex: str = ""
    plural: bool = False
    body: str = ""  # of a state, that the noun names: "Ministry of Foreign Affairs" of "the foreign minister"


def find(
    trail: Trail, wanted: Wanted, at: int, sentence: int, headline: bool = False, quoting: Sequence[Span] = ()
) -> Choice[Actor] | None:
    """Return the choice among what stands before an offset; in a headline, or where nothing fits, among what comes.

    Nobody speaks of himself by name: who is named in what is being `quoting` is not its speaker.
    """
    options: list[Actor] = []
    features: list[dict[str, float]] = []
    seen: set[int] = set()
    for rank, mention in enumerate(trail.before(at)):
        if rank >= _REACH:
            break
        if wanted.way != "he" or not any(piece.start <= mention.at < piece.end for piece in quoting):
            _consider(mention, wanted, sentence, options, features, seen)
    if (wanted.heads or wanted.way == "he") and (headline or not options):
        for rank, mention in enumerate(trail.after(at)):
            if rank >= _REACH:
                break
            if mention.sentence != sentence:
                _consider(mention, wanted, sentence, options, features, seen, following=True)
    return choose(options, features) if options else None


def _consider(
    mention: Mention,
    wanted: Wanted,
    sentence: int,
    options: list[Actor],
    features: list[dict[str, float]],
    seen: set[int],
    following: bool = False,
) -> None:
    actor = mention.actor
    if id(actor) in seen or not _fits(actor, wanted):
        return
    if wanted.heads and actor.kind is PartyKind.UNKNOWN and _too_weak(mention, wanted):
        return
    seen.add(id(actor))
    options.append(actor)
    found = _features(mention, wanted, len(options) - 1, sentence)
    found["after"] = float(following)
    features.append({f"{wanted.way}.{name}": value for name, value in found.items() if value})


def _too_weak(mention: Mention, wanted: Wanted) -> bool:
    """Tell whether a name of unknown kind is too weak to be "the company": a lone one that nothing is put down to.

    Letters alone are too weak even then, but for "the paper" that reported something.
    """
    name = mention.actor.name
    letters = name.isupper() and not (mention.source and wanted.noun is NounClass.OUTLET)
    return letters or not (mention.source or " " in name)


def _fits(actor: Actor, wanted: Wanted) -> bool:
    if actor.nobody:
        return False
    personal = actor.person or actor.personal
    if wanted.plural and wanted.way in {"noun", "one"} and actor.person:
        return False  # "officials said" is no word of the one official who was named
    if wanted.heads:
        return _is_called_so(actor, wanted)
    if wanted.way == "he":
        return personal and not actor.plural and (not wanted.sex or actor.told_sex in {"", wanted.sex})
    if wanted.way == "it":
        return not personal
    if wanted.way == "voice" and wanted.noun in _LED:
        return not personal and (actor.kind in _LED[wanted.noun] or (actor.kind is PartyKind.UNKNOWN and actor.proper))
    return True


def _is_called_so(actor: Actor, wanted: Wanted) -> bool:
    """Tell whether a definite noun can mean an actor: by its own word for it, or by what sort of body it is."""
    kind, named, personal = actor.kind, actor.proper and not actor.person, actor.person or actor.personal
    if kind is PartyKind.STATE and personal and _of_another_office(actor, wanted):
        return False
    alike = wanted.noun in _SAME_SORT and kind in {_SAME_SORT[wanted.noun], PartyKind.UNKNOWN}
    return bool(
        wanted.heads & actor.heads
        or (actor.proper and alike)
        or (personal and kind is PartyKind.STATE and wanted.heads & _STATESMEN)
        or (wanted.noun is NounClass.COMPANY and actor.maybe_firm)
        or (kind is PartyKind.BLOC and actor.proper and wanted.heads & _BLOCS)
        or (named and any(kind in _ALSO.get(head, ()) for head in wanted.heads))
        or (wanted.noun is NounClass.OUTLET and actor.noun is NounClass.STATEPRESS)
        or (kind is PartyKind.STATE and actor.organisation and not personal and wanted.heads & _OF_STATES)
    )


def _of_another_office(actor: Actor, wanted: Wanted) -> bool:
    """Tell whether somebody in office is no bearer of another: a president is no minister, nor is she of defence the
    foreign minister.
    """
    another = bool(wanted.body) and actor.organisation not in {"", wanted.body}
    return another or ("minister" in wanted.heads and bool(actor.heads & _NO_MINISTERS))


def _features(mention: Mention, wanted: Wanted, order: int, sentence: int) -> dict[str, float]:
    actor = mention.actor
    apart = abs(sentence - mention.sentence)
    personal = actor.person or actor.personal
    return {
        "order": float(min(order, 6)),
        "nearest": float(order == 0),
        "same sentence": float(apart == 0),
        "last sentence": float(apart == 1),
        "apart": min(apart, 8) / 4,
        "source": float(mention.source),
        "source near": float(mention.source and apart <= 1),
        "subject": float(mention.subject),
        "subject last": float(mention.subject and apart == 1),
        "quoted": float(mention.quoted),
        "sex": float(bool(wanted.sex) and actor.told_sex == wanted.sex),
        "person": float(personal),
        "named": float(actor.person),
        "plural": float(actor.plural),
        "body": float(actor.noun in BODY_CLASSES),
        "state": float(actor.kind is PartyKind.STATE),
        "bare state": float(actor.kind is PartyKind.STATE and actor.noun is None and not personal),
        "outlet": float(actor.kind is PartyKind.OUTLET),
        "company": float(actor.kind is PartyKind.COMPANY),
        "people": float(actor.kind is PartyKind.PEOPLE),
        "unknown": float(actor.kind is PartyKind.UNKNOWN),
        "crowd": float(actor.noun is NounClass.CROWD),
        "head": float(bool(wanted.heads & actor.heads)),
        "sort": float(wanted.noun is not None and actor.noun is wanted.noun),
        "proper": float(actor.proper),
        "document": float("document" in actor.heads),
    }
