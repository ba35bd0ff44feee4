"""What a story carries beside its claims: words of named people, and figures that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.show.background import background
from reportedly.show.brief.coverage import Shelf
from reportedly.show.brief.model import Amount, Entry, Narrated, Remark
from reportedly.show.brief.sides import said
from reportedly.types import UNATTRIBUTED, Mode, Span, Statement
from reportedly.wording import stems

MOST = 12  # of each, in one story
_OWN_WORDS = (Mode.DIRECT, Mode.MIXED)


def remarks(entries: Iterable[Entry], shelf: Shelf) -> Iterator[Remark]:
    """Yield what named parties said that no side of a claim already shows, copies left out."""
    listed = tuple(entries)
    shown = {side.said.statement for entry in listed for side in entry.sides}
    claimed = {s for entry in listed for s in shelf.coverage.claims[entry.claim].claim.statements}
    repeated = {copy.article for copy in shelf.coverage.copies if copy.whole}
    left = MOST
    for statement in _in_order(shelf):
        told = statement.id in shown or statement.article in repeated or statement.within is not None
        spoken = statement.mode in _OWN_WORDS or bool(statement.voice.via) or statement.id not in claimed
        if left and not told and spoken and statement.content and statement.voice.party != UNATTRIBUTED:
            article = shelf.coverage.articles[statement.article]
            yield Remark(said(statement.id, statement.stance, shelf), statement.content[0].of(article.text))
            left -= 1


def narrated(entries: Iterable[Entry], shelf: Shelf) -> Iterator[Narrated]:
    """Yield the open-ended figures of plain narration ("more than 100,000 troops") that count what the claims speak of,
    each once a story."""
    spoken_of = _spoken_of(entries, shelf)
    spoken: dict[str, list[Statement]] = {}
    for statement in _in_order(shelf):
        spoken.setdefault(statement.article, []).append(statement)
    told = set[tuple[float | None, float | None, str]]()
    for identity in shelf.numbers:
        article = shelf.coverage.articles[identity]
        for q in background(article, spoken.get(identity, [])):
            # An exact number in narration is a house number as often as news; one that somebody weighed is not.
            weighed = (q.low is None) != (q.high is None) and not spoken_of.isdisjoint(stems(q.item))
            if weighed and (q.low, q.high, q.item) not in told and len(told) < MOST:
                told.add((q.low, q.high, q.item))
                place = shelf.place(article, Span(q.start, q.end))
                amount = Amount(place, UNATTRIBUTED, q.low, q.high, q.item, article.published)
                yield Narrated(amount, article.outlet)


def _spoken_of(entries: Iterable[Entry], shelf: Shelf) -> frozenset[str]:
    """Return the stems of all that the statements of these claims say."""
    claims = (shelf.coverage.claims[entry.claim].claim for entry in entries)
    said = (shelf.coverage.statements[s] for claim in claims for s in claim.statements if shelf.has(s))
    words = (statement.content_in(shelf.coverage.articles[statement.article].text) for statement in said)
    return frozenset().union(*map(stems, words))


def _in_order(shelf: Shelf) -> Iterator[Statement]:
    found = [s for s in shelf.coverage.statements if shelf.has(s)]
    yield from (shelf.coverage.statements[s] for s in sorted(found, key=shelf.order))
