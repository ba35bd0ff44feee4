"""Claims as a STIX 2.1 bundle: a note a claim, an identity a party, an opinion a position (docs/exports.md).

https://docs.oasis-open.org/cti/stix/v2.1/. Ids are UUIDs of version 5 of our own names, so that the same thing has the
same id in every bundle.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from reportedly.show.export.as_json import document
from reportedly.show.export.names import uuid
from reportedly.show.export.part import Part, parts, until
from reportedly.show.export.web_annotations import addressable
from reportedly.types import Certainty, ClaimView, PartyKind, Position, Stance, Standing

if TYPE_CHECKING:
    from reportedly.desk import Decision, View

TIMELESS = "1970-01-01T00:00:00.000Z"  # of identities: they are ours, and never change
CLASSES = {
    PartyKind.STATE: "organization",
    PartyKind.BLOC: "group",
    PartyKind.ARMED_GROUP: "group",
    PartyKind.AGENCY: "organization",
    PartyKind.OUTLET: "organization",
    PartyKind.COMPANY: "organization",
    PartyKind.PEOPLE: "class",
    PartyKind.EXPERT: "individual",
    PartyKind.UNKNOWN: "unknown",
}
OPINIONS = {
    Stance.CONFIRMS: "strongly-agree",
    Stance.CONCEDES: "strongly-agree",
    Stance.ASSERTS: "agree",
    Stance.NO_COMMENT: "neutral",
    Stance.CANNOT_CONFIRM: "neutral",
    Stance.DOUBTS: "disagree",
    Stance.RETRACTS: "disagree",
    Stance.DENIES: "strongly-disagree",
}  # a party that is awaited has said nothing, and has no opinion
# Appendix A, Admiralty Credibility: 1 "confirmed by other sources" is 90. All else is 6, "truth cannot be judged", to
# which the scale gives no value: the property is left out.
CREDIBILITY = {Standing.CORROBORATED: 90}
# Appendix A, Words of Estimative Probability: how sure the party says it is itself, of which "reported" says nothing.
ESTIMATIVE = {Certainty.CERTAIN: 90, Certainty.PROBABLE: 70, Certainty.POSSIBLE: 50}


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the claims of one story or of all."""
    seq = until(view)
    last = next((entry.hash for entry in view.ledger.entries(after=seq - 1, until=seq)), "")
    name = "/".join((last, story, view.as_of))
    document({"type": "bundle", "id": f"bundle--{uuid('bundle', name)}"}, "objects", _objects(view, story), file)


def _objects(view: View, story: str) -> Iterator[dict[str, Any]]:
    """Yield identities before what refers to them, each once."""
    ours = _identity("reportedly", "Reportedly", "system")
    yield ours
    met = {ours["id"]}
    for part in parts(view, story):
        for claim in part.claims:
            parties = [_identity("party", p.party, CLASSES[p.kind]) for p in claim.positions]
            for party in parties:
                if party["id"] not in met:
                    met.add(party["id"])
                    yield party
            yield _note(part, claim, ours["id"], [party["id"] for party in parties])
            for decision in part.decided.claim(claim).decisions:
                person = _identity("person", decision.by, "individual")
                if person["id"] not in met:
                    met.add(person["id"])
                    yield person
                yield _decided(part, claim, decision, person["id"])
            for position, party in zip(claim.positions, parties, strict=True):
                if position.stance in OPINIONS:
                    yield _opinion(part, claim, position, party["id"])


def _identity(kind: str, name: str, identity_class: str) -> dict[str, Any]:
    return _object("identity", f"{kind}/{name}", TIMELESS, TIMELESS) | {
        "name": name or "unnamed",
        "identity_class": identity_class,
    }


def _note(part: Part, claim: ClaimView, author: str, parties: list[str]) -> dict[str, Any]:
    gist = claim.claim.gist or "unnamed"
    note = _object("note", f"claim/{claim.claim.id}", *_times(part, claim.claim.statements)) | {
        "created_by_ref": author,
        "abstract": gist,
        "content": f"Claimed: {gist}\nStanding: {claim.standing.value} ({claim.rule})\n"
        f"Independent origins: {claim.independent_origins}. Outlets: {claim.outlets}. No verdict of truth.",
        "labels": [claim.standing.value],
        "object_refs": list(dict.fromkeys(parties)) or [author],
    }
    if claim.standing in CREDIBILITY:
        note["confidence"] = CREDIBILITY[claim.standing]
    references = [_reference(part, name) for name in claim.claim.statements if part.pins.get(name) is not None]
    return note | ({"external_references": references} if references else {})


def _decided(part: Part, claim: ClaimView, decision: Decision, person: str) -> dict[str, Any]:
    """Return a person's decision as a note of that person on the note of a claim, with the machine's own beside it."""
    set_to = f" {decision.value}" if decision.value else ""
    machine = part.decided.claim(claim).machine
    return _object("note", f"decision/{claim.claim.id}/{decision.id}", decision.at, decision.at) | {
        "created_by_ref": person,
        "abstract": f"Decided: {decision.act}{set_to}",
        "content": f"{decision.reason or 'no reason given'}\nThe machine alone: {', '.join(machine) or 'no claim'}. "
        "No verdict of truth.",
        "labels": ["decided", decision.act],
        "object_refs": [_id("note", f"claim/{claim.claim.id}")],
    }


def _opinion(part: Part, claim: ClaimView, position: Position, party: str) -> dict[str, Any]:
    name = f"position/{claim.claim.id}/{position.party}"
    opinion = _object("opinion", name, *_times(part, position.statements)) | {
        "created_by_ref": party,
        "opinion": OPINIONS[position.stance],
        "object_refs": [_id("note", f"claim/{claim.claim.id}")],
        "labels": [position.stance.value],
    }
    statements = [part.statements[name] for name in position.statements if name in part.statements]
    words = " / ".join(pin.exact for s in statements if (pin := part.pins[s.id]) is not None)
    if words.strip():
        opinion["explanation"] = words
    if speakers := [speaker for s in statements if (speaker := s.voice.speaker.strip())]:
        opinion["authors"] = list(dict.fromkeys(speakers))
    if statements and statements[0].certainty in ESTIMATIVE:
        opinion["confidence"] = ESTIMATIVE[statements[0].certainty]
    return opinion


def _reference(part: Part, statement: str) -> dict[str, Any]:
    pin, article = part.pins[statement], part.articles[part.statements[statement].article]
    reference: dict[str, Any] = {
        "source_name": article.outlet or "unknown outlet",
        "description": pin.exact if pin is not None else "",
        "external_id": statement,
    }
    if addressable(article.url):
        reference["url"] = article.url
        if article.source == article.url:  # else it was read from a file, and may have been served with other bytes
            reference["hashes"] = {"SHA-256": article.capture}
    return reference


def _times(part: Part, statements: tuple[str, ...]) -> tuple[str, str]:
    """Return when the ledger first read of something, and when it last changed."""
    articles = {name.partition(":")[0] for name in statements} & set(part.read_at)
    first = min((part.read_at[name] for name in articles), default=TIMELESS)
    return first, max((part.changed_at[name] for name in articles), default=first)


def _object(kind: str, name: str, created: str, modified: str) -> dict[str, Any]:
    return {"type": kind, "spec_version": "2.1", "id": _id(kind, name), "created": created, "modified": modified}


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid(f'stix-{kind}', name)}"
