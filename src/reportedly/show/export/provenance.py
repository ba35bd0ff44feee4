"""Where everything came from, in the terms of W3C PROV: captured, read, found, linked, and decided by people.

    capture <-used- reading -generated-> article <-used- finding -generated-> statement <-derived- claim
    software and people are agents; a person's decision is an entity that influences statements and claims

Facts come story by story. `prov_json` and `prov_o` write the same ones down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reportedly.ledger.port import Entry, EntryKind
from reportedly.show.export.part import Part, parts

if TYPE_CHECKING:
    from reportedly.desk import Decision, View


class Term(StrEnum):
    """The terms we use, as PROV-DM names them."""

    ENTITY = "entity"
    ACTIVITY = "activity"
    AGENT = "agent"
    GENERATED = "wasGeneratedBy"
    USED = "used"
    ASSOCIATED = "wasAssociatedWith"
    ATTRIBUTED = "wasAttributedTo"
    DERIVED = "wasDerivedFrom"
    INFLUENCED = "wasInfluencedBy"
    INVALIDATED = "wasInvalidatedBy"


THINGS = frozenset({Term.ENTITY, Term.ACTIVITY, Term.AGENT})


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing with its attributes, or a relation of `subject` to `object`. Both are kind and name."""

    term: Term
    subject: tuple[str, str]
    object: tuple[str, str] = ("", "")
    attributes: dict[str, str] = field(default_factory=dict)  # of things: "label", and terms of our own
    at: str = ""  # of activities


def facts(view: View, story: str = "") -> Iterator[Fact]:
    """Yield what is known of where the things of one story or of all came from. A thing is told once."""
    met = set[tuple[str, str]]()
    for fact in _all(view, story):
        if fact.term in THINGS:
            if fact.subject in met and fact.subject[0] in {"capture", "software", "person"}:
                continue
            met |= {fact.subject} if fact.subject[0] in {"capture", "software", "person"} else set()
        yield fact


def _all(view: View, story: str) -> Iterator[Fact]:
    for part in parts(view, story):
        last = {(e.kind, e.subject): e for e in part.entries(EntryKind.ARTICLE, EntryKind.READING, EntryKind.LINK)}
        for name in part.articles:
            yield from _read(part, name, last[EntryKind.ARTICLE, name])
            if (found := last.get((EntryKind.READING, name))) is not None:
                yield from _found(part, name, found)
        yield from _linked(part, last)
    withdrawn = dict[str, str]()
    for decision in view.decisions(story):
        if decision.act == "withdraw":
            withdrawn |= dict.fromkeys(decision.subjects, decision.id)
        yield from _decided(view, decision)
    for taken, by in withdrawn.items():
        yield Fact(Term.INVALIDATED, ("decision", taken), ("deciding", by))


def _read(part: Part, name: str, entry: Entry) -> Iterator[Fact]:
    article = part.articles[name]
    capture, reading = ("capture", article.capture), ("reading", name)
    yield Fact(Term.ENTITY, capture, attributes={"sha256": article.capture})
    labels = {"label": article.title, "outlet": article.outlet, "url": article.url, "sha256": article.sha256}
    yield Fact(Term.ENTITY, ("article", name), attributes=labels)
    yield from _done(reading, entry)
    yield Fact(Term.USED, reading, capture)
    yield Fact(Term.GENERATED, ("article", name), reading)
    yield Fact(Term.DERIVED, ("article", name), capture)


def _found(part: Part, name: str, entry: Entry) -> Iterator[Fact]:
    finding = ("finding", name)
    yield from _done(finding, entry)
    yield Fact(Term.USED, finding, ("article", name))
    for statement in part.statements.values():
        if statement.article == name:
            pin = part.pins[statement.id]
            words = {"label": pin.exact, "sha256": pin.sha256} if pin is not None else {"label": "orphaned"}
            thing = ("statement", statement.id)
            yield Fact(Term.ENTITY, thing, attributes=words | {"party": statement.voice.party})
            yield Fact(Term.GENERATED, thing, finding)
            yield Fact(Term.DERIVED, thing, ("article", name))


def _linked(part: Part, last: dict[tuple[EntryKind, str], Entry]) -> Iterator[Fact]:
    linked = {name: last[EntryKind.LINK, name] for name in part.articles if (EntryKind.LINK, name) in last}
    for name, entry in linked.items():
        yield from _done(("linking", name), entry)
        yield Fact(Term.USED, ("linking", name), ("article", name))
    for claim in part.claims:
        thing = ("claim", claim.claim.id)
        told = {"label": claim.claim.gist, "standing": claim.standing.value}
        machine = ", ".join(part.decided.claim(claim).machine)  # what it would be had nobody decided
        yield Fact(Term.ENTITY, thing, attributes=told | ({"machine": machine} if machine else {}))
        for statement in claim.claim.statements:
            yield Fact(Term.DERIVED, thing, ("statement", statement))
        for name in dict.fromkeys(statement.partition(":")[0] for statement in claim.claim.statements):
            if name in linked:
                yield Fact(Term.INFLUENCED, thing, ("linking", name))


def _decided(view: View, decision: Decision) -> Iterator[Fact]:
    deciding, made, person = ("deciding", decision.id), ("decision", decision.id), ("person", decision.by)
    yield Fact(Term.AGENT, person, attributes={"label": decision.by})
    yield Fact(Term.ACTIVITY, deciding, at=decision.at)
    yield Fact(Term.ASSOCIATED, deciding, person)
    told = {"label": decision.reason, "act": decision.act, "value": decision.value}
    yield Fact(Term.ENTITY, made, attributes=told)
    yield Fact(Term.GENERATED, made, deciding)
    yield Fact(Term.ATTRIBUTED, made, person)
    claims = dict[str, None]()
    for name in decision.about:
        if ":" not in name:
            yield Fact(Term.USED, deciding, ("article", name))
            continue
        yield Fact(Term.USED, deciding, ("statement", name))
        if not decision.withdrawn:
            yield Fact(Term.INFLUENCED, ("statement", name), made)
            found = view.claim_of(name) if decision.stands else None
            claims |= {found.claim.id: None} if found is not None else {}
    for claim in claims:
        yield Fact(Term.INFLUENCED, ("claim", claim), made)


def _done(activity: tuple[str, str], entry: Entry) -> Iterator[Fact]:
    """Yield an activity and the software that carried it out."""
    software = ("software", entry.by)
    yield Fact(Term.AGENT, software, attributes={"label": entry.by})
    yield Fact(Term.ACTIVITY, activity, at=entry.at)
    yield Fact(Term.ASSOCIATED, activity, software)
