"""From marked sentences to an article's events: who reports each, when and how much of it.

marks of each sentence -> requests beside what is demanded -> innermost statement around the words -> times and figures
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush

from reportedly.find.marked import Marked
from reportedly.find.quantities import quantities
from reportedly.find.times import Time, times
from reportedly.types import Article, Event, EventType, Flag, Participant, Place, Quantity, Span, Statement, When

# PLOVER's modes of REQUEST, by what is asked for; anything else asks for a change.
_ASKED = {
    EventType.AID: "assist",
    EventType.SUPPORT: "assist",
    EventType.COOPERATE: "assist",
    EventType.CONSULT: "meet",
    EventType.AGREE: "meet",
    EventType.CONCEDE: "yield",
    EventType.RETREAT: "yield",
}


def events(article: Article, statements: Sequence[Statement], marked: Sequence[Sequence[Marked]]) -> list[Event]:
    """Return an article's events in order of its sentences, the main one of each first.

    `statements` are the article's own, with the ids that they keep; `marked` has a list for each sentence.
    """
    around = _reporters(statements, [mark.trigger for sentence in marked for mark in sentence])
    known = {statement.id: statement for statement in statements}
    timeline = times(article.text, article.published)
    found = list[Event]()
    for sentence in marked:
        for mark, statement in _with_requests(sentence, around, known):
            reporter = known[statement].voice.party if statement is not None else article.outlet
            found.append(
                Event(
                    id=f"{article.id}:e{len(found) + 1}",
                    article=article.id,
                    type=mark.type,
                    mode=mark.mode,
                    flags=mark.flags,
                    trigger=mark.trigger,
                    actor=_participant(article, mark.actor),
                    recipient=_participant(article, mark.recipient),
                    place=None if mark.place is None else Place(mark.place, mark.place.of(article.text), ""),
                    time=_when(mark.time, timeline),
                    quantity=_quantity(article, mark.quantity),
                    statement=statement,
                    reporter=reporter,
                    score=round(mark.score, 4),
                )
            )
    return found


def _with_requests(
    sentence: Sequence[Marked], around: dict[Span, str], known: dict[str, Statement]
) -> Iterator[tuple[Marked, str | None]]:
    """Yield a sentence's marks with the statement that reports each; what is asked for follows the asking.

    "The mayor urged the army to withdraw" is a REQUEST of the mayor's before it is a RETREAT that nobody has seen yet.
    """
    asked = any(mark.type is EventType.REQUEST for mark in sentence)
    for mark in sentence:
        statement = around.get(mark.trigger)
        if Flag.DEMANDED in mark.flags and mark.type is not EventType.REQUEST and not asked:
            asked = True
            yield _request(mark, known.get(statement or ""), known)
        yield mark, statement


def _request(mark: Marked, asking: Statement | None, known: dict[str, Statement]) -> tuple[Marked, str | None]:
    """Return the asking for an event; it stands where the asking is told, in the words around the statement."""
    request = replace(
        mark, type=EventType.REQUEST, mode=_ASKED.get(mark.type, "change"), flags=frozenset(), recipient=mark.actor
    )
    if asking is None:
        return replace(request, actor=None), None
    outer = asking.within if asking.within in known else None
    return replace(request, trigger=asking.cue or mark.trigger, actor=asking.source), outer


def _reporters(statements: Sequence[Statement], triggers: Sequence[Span]) -> dict[Span, str]:
    """Return, of triggers inside some content, the statement with the shortest such piece, by one sweep of the text."""
    pieces = sorted((piece, s.id) for s in statements for piece in s.content)
    opened = list[tuple[int, int, str]]()  # end, minus start, statement: the length is the sum of both
    found, place = dict[Span, str](), 0
    for trigger in sorted(set(triggers)):
        while place < len(pieces) and pieces[place][0].start <= trigger.start:
            piece, name = pieces[place]
            heappush(opened, (piece.end, -piece.start, name))
            place += 1
        while opened and opened[0][0] <= trigger.start:
            heappop(opened)
        holding = [(end + minus, end, name) for end, minus, name in opened if end >= trigger.end]
        if holding:
            found[trigger] = min(holding)[2]
    return found


def _participant(article: Article, span: Span | None) -> Participant | None:
    return None if span is None else Participant(span, span.of(article.text))


def _when(span: Span | None, timeline: Sequence[Time]) -> When | None:
    """Return the marked time with what it resolves to, "" where none of its words do."""
    if span is None:
        return None
    inside = [time for time in timeline if time.span.overlaps(span)]
    best = max(inside, key=lambda time: min(time.span.end, span.end) - max(time.span.start, span.start), default=None)
    return When(span, best.value if best is not None else "")


def _quantity(article: Article, span: Span | None) -> Quantity | None:
    if span is None:
        return None
    return next(iter(quantities(article.text, span)), None)
