"""Decisions of people as lines of the brief, with what the machine says in their place."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.show.brief.coverage import Ruling, Shelf
from reportedly.show.brief.model import Decided, Unaided
from reportedly.types import ClaimView


def of_claim(view: ClaimView, shelf: Shelf) -> tuple[Decided, ...]:
    """Return the decisions that touch a claim's statements, oldest first."""
    inside = set(view.claim.statements)
    return tuple(_decided(r, shelf) for r in shelf.coverage.rulings if _here(r, shelf) and inside & r.touches)


def of_story(claims: Iterable[ClaimView], shelf: Shelf) -> tuple[Decided, ...]:
    """Return the decisions about a story's articles that touch none of its claims."""
    inside = {name for view in claims for name in view.claim.statements}
    return tuple(_decided(r, shelf) for r in shelf.coverage.rulings if _here(r, shelf) and not inside & r.touches)


def unaided(view: ClaimView, shelf: Shelf) -> tuple[Unaided, ...]:
    """Return the claims that the machine alone makes of a claim's statements, where that comes to something else."""
    machine = shelf.coverage.machine
    found = {machine[s].claim.id: machine[s] for s in view.claim.statements if s in machine}
    alone = tuple(found.values())
    if [(v.claim.statements, v.standing) for v in alone] == [(view.claim.statements, view.standing)]:
        return ()
    firsts = ((v, [s for s in v.claim.statements if shelf.has(s)]) for v in alone)
    return tuple(
        Unaided(shelf.place_of(min(words, key=shelf.order)), v.claim.id, v.claim.gist, v.standing)
        for v, words in firsts
        if words
    )


def _here(ruling: Ruling, shelf: Shelf) -> bool:
    return ruling.article in shelf.numbers


def _decided(ruling: Ruling, shelf: Shelf) -> Decided:
    decision = ruling.decision
    return Decided(
        place=shelf.place(shelf.coverage.articles[ruling.article], ruling.span),
        id=decision.id,
        act=decision.act,
        by=decision.by,
        at=decision.at,
        reason=decision.reason,
        value=decision.value,
        machine=ruling.machine,
    )
