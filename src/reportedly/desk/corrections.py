"""People decide last: what a person can decide, how it is written down, and how it is laid over the machine's result.

A correction names statements, never clusters: claims and origins are drawn anew with every article, statements stay. So
"merge these claims" is kept as judgements on pairs of their statements, which the `link` stage obeys whatever it finds
later. A withdrawal is a correction too; nothing is ever taken out of the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.ledger.codec import decode, encode
from reportedly.ledger.port import Draft, Entry, EntryKind
from reportedly.types import Judgement, PartyKind, Stance, Statement

SPEAKER = "speaker:"  # stands before a name where a decision is about everything a person says


class Act(StrEnum):
    """What a person can decide. The comment says what the subjects and the value are."""

    MERGE = "merge"  # claims: are one
    SPLIT = "split"  # statements of one claim: are a claim of their own
    MOVE = "move"  # a statement, then the claim it belongs to
    PARTY = "party"  # statements, or "speaker:" and a name, for all that person says; value: the side spoken for
    STANCE = "stance"  # statements; value: the stance they take
    SAME_ORIGIN = "same-origin"  # statements: go back to one utterance
    OTHER_ORIGIN = "other-origin"  # statements of one origin: go back to an utterance of their own
    REJECT = "reject"  # statements: are none, and count for nothing
    NOTE = "note"  # anything; value: what there is to say
    WITHDRAW = "withdraw"  # an earlier decision, by its id: counts no more


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision as it is written into the ledger."""

    act: Act
    subjects: tuple[str, ...]  # as the person named them
    about: tuple[str, ...]  # the statements and articles that were before the person's eyes
    reason: str
    value: str = ""
    kind: PartyKind = PartyKind.UNKNOWN  # PARTY only
    judgements: tuple[Judgement, ...] = ()  # what it means for pairs of statements


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction with its place in the log."""

    seq: int
    by: str
    at: str
    correction: Correction

    @property
    def id(self) -> str:
        """Return the name people call it by."""
        return f"k{self.seq}"


def correction_draft(correction: Correction, person: str) -> Draft:
    """Record a decision. Raises ValueError where nobody signs it or no reason is given."""
    if not person.strip() or not correction.reason.strip():
        raise ValueError("a decision needs the name of who decides and a reason")
    return Draft(EntryKind.CORRECTION, correction.subjects[0], {"correction": encode(correction)}, f"person:{person}")


def ruling_of(entry: Entry) -> Ruling:
    """Return the decision an entry records."""
    correction = decode(Correction, json.loads(entry.body)["correction"])
    return Ruling(entry.seq, entry.by.removeprefix("person:"), entry.at, correction)


# --- laying decisions over the machine's result -----------------------------------------------------------------------


def standing(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return the decisions that nobody has withdrawn, in the order of the log. A withdrawal can be withdrawn."""
    kept, gone = list[Ruling](), set[str]()
    for ruling in sorted(rulings, key=lambda r: r.seq, reverse=True):
        if ruling.id in gone:
            continue
        kept.append(ruling)
        if ruling.correction.act is Act.WITHDRAW:
            gone.update(ruling.correction.subjects)
    return kept[::-1]


def settled(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Return the statements whose stance a person has given."""
    made = (ruling.correction for ruling in standing(rulings))
    return frozenset(s for correction in made if correction.act is Act.STANCE for s in correction.subjects)


def rejects(ruling: Ruling, statement: str) -> bool:
    """Tell whether a decision says that a statement is none."""
    return ruling.correction.act is Act.REJECT and statement in ruling.correction.subjects


def judgements(rulings: Iterable[Ruling]) -> list[Judgement]:
    """Return what the standing decisions say of pairs, the last word on a pair last."""
    return [judgement for ruling in standing(rulings) for judgement in ruling.correction.judgements]


def corrected(statements: Iterable[Statement], rulings: Iterable[Ruling]) -> list[Statement]:
    """Return statements as people have decided: rejected ones left out, parties and stances put right."""
    decided: dict[str, list[Correction]] = {}
    for ruling in standing(rulings):
        for subject in ruling.correction.subjects:
            decided.setdefault(subject, []).append(ruling.correction)
    lists = ((s, [*decided.get(SPEAKER + s.voice.speaker, ()), *decided.get(s.id, ())]) for s in statements)
    return [_fixed(statement, made) for statement, made in lists if all(c.act is not Act.REJECT for c in made)]


def _fixed(statement: Statement, made: Sequence[Correction]) -> Statement:
    for correction in made:
        if correction.act is Act.PARTY:
            chain = (*statement.voice.chain[:-1], correction.value) if statement.voice.chain else ()
            voice = replace(statement.voice, party=correction.value, kind=correction.kind, chain=chain)
            statement = replace(statement, voice=voice)
        elif correction.act is Act.STANCE:
            statement = replace(statement, stance=Stance(correction.value))
    return statement
