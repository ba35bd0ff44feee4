"""Fetching from the ledger what some articles need to be looked at, and no more.

Articles whose links meet, by whatever chain, form a room: what is folded of one of them has to be folded of all. Kin
entries span the rooms, one or two an article, so that a room is found without looking at any link.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import merge

from reportedly.desk.shelf import Shelf
from reportedly.ledger.port import EntryKind, Ledger

STEP = 5_000  # entries looked at in one go when going backwards


def room_of(ledger: Ledger, article: str, until: int) -> set[str]:
    """Return the articles that have to be looked at together with one, itself included."""
    members, frontier = {article}, {article}
    while frontier:
        upwards = ledger.entries(kinds={EntryKind.KIN}, subjects=frontier, until=until)
        downwards = ledger.entries(kinds={EntryKind.KIN}, objects=frontier, until=until)
        frontier = {entry.object for entry in upwards} | {entry.subject for entry in downwards}
        frontier -= members
        members |= frontier
    return members


def gather(ledger: Ledger, articles: Collection[str], until: int, *, decisions: bool = True) -> Shelf:
    """Return the shelf of some articles: readings, statements, links, and unless told otherwise people's decisions."""
    about = {EntryKind.ARTICLE, EntryKind.EVENT, EntryKind.READING, EntryKind.LINK}
    runs = [
        ledger.entries(kinds=about, subjects=articles, until=until),
        ledger.entries(kinds={EntryKind.STATEMENT}, objects=articles, until=until),
    ]
    if decisions:
        runs.append(ledger.entries(kinds={EntryKind.CORRECTION}, until=until))
    return Shelf().add(merge(*runs, key=lambda entry: entry.seq))


def newest(ledger: Ledger, until: int) -> Iterator[str]:
    """Yield every article, the one that came last first."""
    for end in range(until, 0, -STEP):
        kept = list(ledger.entries(kinds={EntryKind.ARTICLE}, after=max(0, end - STEP), until=end))
        yield from (entry.subject for entry in reversed(kept))


def article_named(name: str) -> str:
    """Return the article that an id of an article or of a statement belongs to."""
    return name.partition(":s")[0]
