"""Search, and the pages of what a side or an outlet said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk import NotFoundError
from reportedly.ledger.passages import Passage
from reportedly.show.brief import words
from reportedly.show.brief.words import FOR
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.show.web.page import Page
from reportedly.show.web.render import render
from reportedly.types import UNATTRIBUTED, ClaimView

HITS = 40  # statements, and paragraphs, shown of a search
SHOWN = 100  # statements of a side or outlet
STORIES = 20  # newest stories in which it is counted how often one is alone
LISTED = 300  # sides, and outlets
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Record:
    """How a side or an outlet fares in the newest stories it is in."""

    stories: int
    claims: int  # that it affirms, or carries
    alone: int  # of them: nobody else affirms them, or no other outlet carries them


def search(room: Newsroom, query: str) -> Page:
    """Return what was said in these words."""
    upto, late = room.desk.ledger.passages.upto(), behind(room)
    body = room.answers.of(("search page", query, upto, late), lambda: _hits(room, query, late))
    return Page(f"Search: {words.clean(query)}" if query else "Search", body, query=query)


def _hits(room: Newsroom, query: str, late: bool) -> Answer[Markup]:
    passages = room.desk.ledger.passages
    body = render(
        "search.html.j2",
        query=query,
        statements=passages.find(query, statements=True, limit=HITS),
        paragraphs=passages.find(query, statements=False, limit=HITS),
        pieces=marker(query),
        behind=late,
    )
    return Answer(body, frozenset(), len(body))  # it is true for the index as it is, up to the entry that its key names


def marker(query: str) -> Callable[[str], Iterator[tuple[str, bool]]]:
    """Return what cuts words into pieces, each with whether it is what was searched for."""
    stems = {re.escape(word[: max(4, len(word) - 2)]) for word in _WORD.findall(query)}
    wanted = re.compile(rf"\b(?:{'|'.join(sorted(stems))})\w*", re.IGNORECASE) if stems else None

    def pieces(text: str) -> Iterator[tuple[str, bool]]:
        at = 0
        for match in wanted.finditer(text) if wanted else ():
            yield text[at : match.start()], False
            yield match[0], True
            at = match.end()
        yield text[at:], False

    return pieces


def parties(room: Newsroom) -> Page:
    """Return all sides and all outlets."""
    passages = room.desk.ledger.passages
    body = render(
        "parties.html.j2",
        parties=passages.parties()[:LISTED],
        outlets=passages.outlets()[:LISTED],
        behind=behind(room),
    )
    return Page("Sides", body, section="/parties")


def said(room: Newsroom, *, party: str = "", outlet: str = "") -> Page:
    """Return what a side said, or an outlet carried, and how often alone."""
    found = room.desk.ledger.passages.of(party=party, outlet=outlet, limit=SHOWN)
    record = _record(room, found, party, outlet)
    alone = f"On {record.alone} of them nobody else says so." if party else f"{record.alone} of them it carries alone."
    title = words.party(party) if party else words.clean(outlet) or "no outlet named"
    kind = "side" if party else "outlet"
    body = render("said.html.j2", title=title, kind=kind, passages=found, record=record, alone=alone)
    return Page(title, body, section="/parties")


def behind(room: Newsroom) -> bool:
    """Tell whether the index lacks anything of the log."""
    return room.desk.ledger.passages.upto() < room.head.seq


def _record(room: Newsroom, found: list[Passage], party: str, outlet: str) -> Record:
    stories: dict[str, Told] = {}
    for article in dict.fromkeys(passage.article for passage in found):
        if len(stories) < STORIES:
            try:
                told = room.told(f"t{article[1:]}")
            except NotFoundError:
                continue
            stories[told.story.id] = told
    claims = [claim for told in stories.values() for claim in _of(told, party, outlet)]
    alone = sum(_alone(claim, party) if party else claim.outlets == 1 for claim in claims)
    return Record(len(stories), len(claims), alone)


def _of(told: Told, party: str, outlet: str) -> Iterator[ClaimView]:
    """Yield the claims that a side affirms, or an outlet carries."""
    coverage = told.coverage
    for claim in coverage.claims.values():
        if party and any(p.party == party and p.stance in FOR for p in claim.positions):
            yield claim
        said = [coverage.statements[name] for name in claim.claim.statements if name in coverage.statements]
        if not party and any(coverage.articles[s.article].outlet == outlet for s in said):
            yield claim


def _alone(claim: ClaimView, party: str) -> bool:
    """Tell whether no other named side affirms a claim."""
    return not any(p.stance in FOR and p.party not in (party, UNATTRIBUTED) for p in claim.positions)
