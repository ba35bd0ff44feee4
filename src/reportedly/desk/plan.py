"""What to append for one article: pure decisions over values; the desk's shell does the appending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.ledger.port import Draft
from reportedly.ledger.records import (
    article_draft,
    capture_draft,
    events_draft,
    kin_draft,
    links_draft,
    reading_draft,
    statement_draft,
)
from reportedly.read import Document
from reportedly.types import Article, Event, Link, LinkKind, Span, Statement

NEAR = frozenset({LinkKind.STORY, LinkKind.COPY})  # links between articles that have to be looked at together
SAME_WORDS = 0.5  # share of their words that two readings' statements must have in common to be one statement


@dataclass(frozen=True, slots=True)
class Versions:
    """Who signs what a reading run appends. A change of `find` makes kept articles worth reading again."""

    read: str
    find: str
    link: str


def first_reading(document: Document, statements: Sequence[Statement], by: Versions) -> list[Draft]:
    """Return the entries that keep a new article, with everything found in it."""
    article = document.article
    return [
        capture_draft(article, len(document.raw), by.read),
        article_draft(article, by.read),
        *(statement_draft(statement, article, by.find) for statement in statements),
        reading_draft(article, statements, by.find),
    ]


def next_reading(
    article: Article, before: Mapping[str, Statement], statements: Sequence[Statement], by: Versions
) -> list[Draft]:
    """Return the entries that put a newer reading of a kept article beside the one before: only what has changed."""
    changed = [statement for statement in statements if before.get(statement.id) != statement]
    return [
        *(statement_draft(statement, article, by.find) for statement in changed),
        reading_draft(article, statements, by.find),
    ]


def telling(article: Article, before: Sequence[Event], events: Sequence[Event], by: Versions) -> list[Draft]:
    """Return the entry that keeps an article's events, or none where they are as they were."""
    return [] if tuple(before) == tuple(events) else [events_draft(article, events, by.find)]


def linking(article: Article, links: Sequence[Link], rooms: Callable[[str], str], by: Versions) -> list[Draft]:
    """Return the entries that tie an article to what is known. `rooms` names the room an article is looked at in."""
    near = {end for link in links if link.kind in NEAR for end in (link.subject, link.target)} - {article.id}
    together = {rooms(other): other for other in sorted(near, reverse=True)}  # one of each room is enough
    together.pop(rooms(article.id), None)
    return [
        links_draft(article, links, by.link),
        *(kin_draft(article.id, other, by.link) for other in sorted(together.values())),
    ]


def named_as_before(before: Sequence[Statement], found: Sequence[Statement]) -> list[Statement]:
    """Give newly found statements the ids that the same words had before, so that decisions about them still hold.

    The pairs with most words in common are matched first; what has no match gets a number that was never used. Second
    and further speakers of one statement ("<id>+2") are not looked at: they are named after the first again.
    """
    before = [statement for statement in before if "+" not in statement.id]
    pairs = sorted(
        ((-share, old.id, new.id) for old in before for new in found if (share := common(old, new)) >= SAME_WORDS),
    )
    names: dict[str, str] = {}
    for _, old, new in pairs:
        if new not in names and old not in names.values():
            names[new] = old
    free = _unused(before)
    names |= {new.id: f"{new.article}:s{next(free)}" for new in found if new.id not in names}
    return [replace(new, id=names[new.id], within=names[new.within] if new.within else None) for new in found]


def common(left: Statement, right: Statement) -> float:
    """Return the share of characters that both statements point at, of those that either does."""
    ours, theirs = _characters(left), _characters(right)
    return len(ours & theirs) / len(ours | theirs)


def _characters(statement: Statement) -> set[int]:
    spans: list[Span] = [*statement.content, *(s for s in (statement.source, statement.cue) if s is not None)]
    return {offset for span in spans for offset in range(*span)}


def _unused(before: Sequence[Statement]) -> Iterator[int]:
    numbers = [int(s.id.rpartition(":s")[2]) for s in before]
    return iter(range(max(numbers, default=0) + 1, 10**9))
