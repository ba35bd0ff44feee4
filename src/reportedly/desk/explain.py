"""Why something is as it is: what versions saw it, which links moved it, what people decided beside the machine."""

from __future__ import annotations

from reportedly.desk.corrections import Ruling, standing
from reportedly.desk.results import Decision, NotFoundError, Why
from reportedly.desk.room import Room
from reportedly.ledger.records import statement_of


def members(subject: str, room: Room) -> frozenset[str]:
    """Return the statements of a statement, article, claim or story, with its own id. Raises NotFoundError."""
    if subject in room.shelf.versions:
        return frozenset({subject})
    if subject in room.shelf.articles:
        return frozenset({subject, *(s.id for s in room.shelf.of(subject))})
    first = f"a{subject[1:]}"
    if subject.startswith("c") and first in room.claim_of:
        return frozenset({subject, *room.claim_of[first].claim.statements})
    if subject.startswith("t") and first in room.story_of:
        inside = set(room.story_of[first].articles)
        return frozenset({subject, *inside, *(s.id for article in inside for s in room.shelf.of(article))})
    raise NotFoundError(f"there is no {subject} here")


def why(subject: str, room: Room) -> Why:
    """Return what stands behind a subject."""
    inside = members(subject, room)
    shelf = room.shelf
    articles = {name.partition(":s")[0] for name in inside} & set(shelf.articles)
    made = [
        *(shelf.versions[name] for name in inside if name in shelf.versions),
        *(of[name] for of in (shelf.readings, shelf.linked) for name in articles if name in of),
    ]
    version = shelf.versions.get(subject)
    return Why(
        subject=subject,
        by=tuple(dict.fromkeys(entry.by for entry in sorted(made, key=lambda entry: entry.seq))),
        at=max((entry.at for entry in made), default=""),
        machine=statement_of(version) if version is not None else None,
        links=tuple(link for link in shelf.links() if link.subject in inside or link.target in inside),
        decisions=tuple(decisions(room, inside)),
        toward=_toward(room, subject) if version is not None else "",
    )


def _toward(room: Room, statement: str) -> str:
    """Return what a statement counts for in its claim, "" where that is what it was read as."""
    claim = next((claim for claim in room.folded.claims if statement in claim.statements), None)
    if claim is None:
        return ""
    if statement in claim.echoing:
        return f"counts as a denial of {claim.id}: another denies it in these words"
    if claim.near is not None and statement not in claim.near:
        return f"stands beside {claim.id}: it takes no stance there where its side says something closer"
    return ""


def decisions(room: Room, about: frozenset[str] | None) -> list[Decision]:
    """Return the decisions about any of some statements (None: all of them), oldest first.

    A withdrawal is told by what it withdrew, and is listed only among all decisions.
    """
    rulings = room.shelf.rulings.values()
    counting = {ruling.id for ruling in standing(rulings)}
    there = {statement.id for statement in room.shelf.statements()} | set(room.shelf.articles)
    return [
        _decision(ruling, withdrawn=ruling.id not in counting, stands=there.issuperset(ruling.correction.about))
        for ruling in sorted(rulings, key=lambda ruling: ruling.seq)
        if about is None or about.intersection(ruling.correction.about)
    ]


def _decision(ruling: Ruling, *, withdrawn: bool, stands: bool) -> Decision:
    made = ruling.correction
    return Decision(
        id=ruling.id,
        act=made.act.value,
        by=ruling.by,
        reason=made.reason,
        at=ruling.at,
        subjects=made.subjects,
        about=made.about,
        value=made.value,
        withdrawn=withdrawn,
        stands=stands,
    )
