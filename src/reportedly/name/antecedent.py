"""Whom a pronoun or "the minister" points back to, and which state a ministry without one belongs to."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from reportedly.name.actors import Actor, Mention, Trail
from reportedly.name.lands import Lands
from reportedly.name.lexicon import BODY_CLASSES, NounClass
from reportedly.types import PartyKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an antecedent has to be."""

    heads: frozenset[str] = frozenset()
    noun: NounClass | None = None
    words: frozenset[str] = frozenset()
    sex: str = ""
    person: bool = False
    thing: bool = False
    plural: bool = False
    any_number: bool = False
    body: bool = False
    document: bool = False


def choose(trail: Trail, wanted: Wanted, at: int) -> Actor | None:
    """Return the best antecedent before an offset, None where none fits."""
    best, best_score = None, 0.0
    for rank, mention in enumerate(trail.before(at)):
        if rank > 60:
            break
        fit = _fit(mention.actor, wanted)
        if fit <= 0:
            continue
        score = fit + (0.6 if mention.source else 0.0) + (0.3 if mention.subject else 0.0) - 0.12 * rank - (0.4 if mention.quoted else 0)
        if best is None or score > best_score:
            best, best_score = mention.actor, score
    if best is None:
        for mention in trail.after(at):
            if _fit(mention.actor, wanted) > 0 and wanted.heads:
                return mention.actor
    return best


def _fit(actor: Actor, wanted: Wanted) -> float:
    if actor.nobody:
        return 0
    personal = actor.person or actor.noun in {NounClass.OFFICIAL, NounClass.SOLDIER, NounClass.VOICE, NounClass.EXPERT, NounClass.CROWD, NounClass.KIN, NounClass.ANONYMOUS}
    if wanted.document:
        return 1.0 if not actor.plural else 0.5
    if wanted.body:
        return 1.0 if (actor.noun in BODY_CLASSES or actor.kind in {PartyKind.STATE, PartyKind.COMPANY, PartyKind.AGENCY}) else 0.5
    if wanted.heads:
        if wanted.heads & actor.heads:
            return 2.0
        return 0.0
    if wanted.person or wanted.sex:
        if not personal or actor.plural:
            return 0
        if wanted.sex and actor.sex and actor.sex != wanted.sex:
            return 0
        return 1.0 + (0.5 if actor.sex and actor.sex == wanted.sex else 0)
    if wanted.thing:
        return 0 if personal or actor.plural else 1.0
    if wanted.plural:
        return 1.0 if actor.plural else 0.3
    return 1.0


def home_of(lands: Lands, trail: Trail, at: int) -> str:
    """Return the state that an office without one most likely belongs to, "" where the article names none."""
    if not lands.mentions:
        return ""
    counts = Counter(state for _, state in lands.mentions)
    last: dict[str, int] = {}
    for offset, state in lands.mentions:
        if offset < at:
            last[state] = offset
    recent = sorted(last, key=lambda s: -last[s])
    spoken = [m.actor.party for m in trail.before(at) if m.source and m.actor.kind is PartyKind.STATE][:1]

    def score(state: str) -> float:
        value = math.log1p(counts[state])
        if state in recent:
            value += 1.0 / (1 + recent.index(state))
        if spoken and spoken[0] == state:
            value += 0.7
        return value

    return max(sorted(counts), key=score)


__all__ = ["Mention", "Wanted", "choose", "home_of"]
