"""From a position to the side that is printed: the words that took the stance, what was held before, what backs it."""

from __future__ import annotations

from itertools import pairwise

from reportedly.show.brief.coverage import Shelf
from reportedly.show.brief.figures import amounts
from reportedly.show.brief.model import Said, Side, Turn
from reportedly.show.brief.moments import after, sort_key
from reportedly.show.brief.told import told
from reportedly.show.brief.words import FOR, GOES_BACK, ORDER, SILENT, crosses
from reportedly.types import UNATTRIBUTED, ClaimView, Move, Position, Stance
from reportedly.wording import alike

_TELL_LITTLE = {*FOR, Stance.DENIES, Stance.DOUBTS, Stance.CANNOT_CONFIRM}  # beside a claim, most of something else


def sides(view: ClaimView, shelf: Shelf) -> tuple[Side, ...]:
    """Return the sides of a claim in the order they are printed: by stance, then who took it first; the loose last."""
    found = [side for position in view.positions if (side := _side(position, view, shelf)) is not None]
    return tuple(sorted(found, key=lambda s: (s.loose, ORDER.index(s.said.stance), sort_key(s.said.at), s.said.party)))


def said(statement: str, stance: Stance, shelf: Shelf) -> Said:
    """Return one statement as it is printed under the given stance."""
    found = shelf.coverage.statements[statement]
    voice = found.voice
    return Said(
        place=shelf.place_of(statement),
        statement=statement,
        party=voice.party,
        stance=stance,
        certainty=found.certainty,
        channel=found.channel,
        speaker=voice.speaker,
        role=voice.role,
        organisation=voice.organisation,
        via=voice.via,
        at=shelf.time(statement),
        in_print=not found.said,
    )


def _side(position: Position, view: ClaimView, shelf: Shelf) -> Side | None:
    backing = _backing(position, shelf)
    if not backing:
        return None
    words = {s: _words(s, view, shelf) for s in backing}
    main = min(backing, key=lambda s: (bool(words[s]), *_weight(s, shelf)))
    since, near = shelf.coverage.since, view.claim.near
    return Side(
        said=said(main, position.stance, shelf),
        kind=position.kind,
        also=tuple(shelf.place_of(s) for s in backing if s != main),
        turns=_turns(position, view.claim.id, shelf),
        amounts=amounts((f for f in view.figures if f.statement in backing), shelf),
        words=words[main],
        new=bool(since) and after(min((shelf.printed(s) for s in backing), key=sort_key), since),
        loose=near is not None and position.stance in _TELL_LITTLE and set(near).isdisjoint(backing),
    )


def _words(statement: str, view: ClaimView, shelf: Shelf) -> str:
    found = shelf.coverage.statements[statement]
    return told(found, shelf.coverage.articles[found.article], view.claim.gist)


def _backing(position: Position, shelf: Shelf) -> list[str]:
    """Return the statements behind the newest stance, oldest first."""
    stances = {move.statement: move.stance for move in position.history}
    shown = [s for s in position.statements if shelf.has(s)]
    newest = [s for s in shown if stances.get(s, shelf.coverage.statements[s].stance) == position.stance]
    return sorted(newest or shown, key=shelf.order)


def _weight(statement: str, shelf: Shelf) -> tuple[object, ...]:
    """Prefer the words of a named person at first hand, then the earliest."""
    found = shelf.coverage.statements[statement]
    named = bool(found.voice.speaker) or (bool(found.voice.organisation) and found.voice.party != UNATTRIBUTED)
    return (not named, bool(found.voice.via), *shelf.order(statement))


def _turns(position: Position, claim: str, shelf: Shelf) -> tuple[Turn, ...]:
    """Return each change of stance; a party that has spoken does not take its word back by falling silent.

    Nor by affirming one thing and denying another in a wide claim. Only a side that says so, or denies in the words
    in which it affirmed, has crossed over: of other crossings one in five was right on the corpus's stories and two of
    24 on eight real ones, of those that say so half.
    """
    if position.party == UNATTRIBUTED:  # those whom nobody names are not one
        return ()
    held: list[Move] = []
    for move in position.history:
        silent = move.stance in SILENT and bool(held) and held[-1].stance not in SILENT
        if shelf.has(move.statement) and not silent and (not held or held[-1].stance != move.stance):
            held.append(move)
    since = shelf.coverage.since
    return tuple(
        Turn(
            place=shelf.place_of(new.statement),
            left=shelf.place_of(old.statement),
            party=position.party,
            before=old.stance,
            before_at=old.at,
            after=new.stance,
            at=new.at,
            claim=claim,
            new=bool(since) and after(shelf.printed(new.statement), since),
        )
        for old, new in pairwise(held)
        if not crosses(old.stance, new.stance) or new.stance in GOES_BACK or _alike(old, new, shelf)
    )


def _alike(old: Move, new: Move, shelf: Shelf) -> bool:
    """Tell whether two statements speak of one thing in nearly the same words."""
    found = [shelf.coverage.statements[move.statement] for move in (old, new)]
    return alike(*(s.content_in(shelf.coverage.articles[s.article].text) for s in found))
