"""Stories of the corpus, over and over: a ledger of any size in minutes.

The entries of a story are made once, by the real linker and the desk's own plan. A copy of it is the same entries under
new ids of articles and captures, so that every copy is a story of its own; they are chained and adopted in bulk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, count, islice

from corpus.stories import GoldArticle, stories
from reportedly.desk.plan import Versions, first_reading, linking
from reportedly.ledger.chain import digest
from reportedly.ledger.codec import dumps
from reportedly.ledger.port import Draft, Entry, EntryKind, Ledger
from reportedly.link import Index, link
from reportedly.read import Document
from reportedly.text import sha256
from reportedly.types import Statement

BY = Versions("read 1", "find 1", "link 1")
BATCH = 200  # articles adopted at a time


@dataclass(frozen=True, slots=True)
class Row:
    """An entry before it has its place, its body already text."""

    kind: EntryKind
    subject: str
    object: str
    by: str
    said: str
    body: str

    def renamed(self, names: dict[str, str]) -> Row:
        """Return the entry with other ids in it."""
        subject, of, body = self.subject, self.object, self.body
        for old, new in names.items():
            subject, of, body = subject.replace(old, new), of.replace(old, new), body.replace(old, new)
        return replace(self, subject=subject, object=of, body=body)


@dataclass(frozen=True, slots=True)
class Copied:
    """Everything that is appended for one article."""

    article: str
    rows: tuple[Row, ...]
    capture: str
    raw: bytes

    @property
    def statements(self) -> int:
        """Return how many statements are among the entries."""
        return sum(row.kind is EntryKind.STATEMENT for row in self.rows)

    def drafts(self) -> list[Draft]:
        """Return the entries as the desk would plan them."""
        return [Draft(row.kind, row.subject, json.loads(row.body), row.by, row.said, row.object) for row in self.rows]


def multiplied(number: int) -> Iterator[Copied]:
    """Yield articles without end, from copies of so many stories of the corpus."""
    models = [list(_planned(story.articles)) for story in islice(stories("train"), number)]
    return chain.from_iterable(_again(story, copy) for copy in count() for story in models)


def adopt(ledger: Ledger, articles: Sequence[Copied]) -> None:
    """Append articles in bulk: chained here, checked by the ledger."""
    head, at = ledger.head(), datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    entries, seq, previous = list[Entry](), head.seq, head.hash
    for row in (row for article in articles for row in article.rows):
        seq += 1
        entry = Entry(seq, row.kind, row.subject, row.object, row.by, row.said, max(at, head.at), row.body, "")
        previous = digest(entry, previous)
        entries.append(replace(entry, hash=previous))
    ledger.adopt(entries, {article.capture: article.raw for article in articles})


def _planned(golds: Iterable[GoldArticle]) -> Iterator[Copied]:
    index, rooms = Index(), dict[str, str]()
    for gold in sorted(golds, key=lambda g: g.article.published):
        raw = f"<html><body>{gold.article.text}</body></html>".encode()
        article = replace(gold.article, id=f"a{sha256(gold.article.source)[:12]}", capture=sha256(raw))
        found = [_named(statement, article.id) for statement in gold.statements]
        links = link(article, found, index)
        drafts = [
            *first_reading(Document(article, raw), found, BY),
            *linking(article, links, lambda name: rooms.get(name, name), BY),
        ]
        index.add(article, found)
        rooms[article.id] = next(iter(rooms), article.id)
        rows = tuple(Row(d.kind, d.subject, d.object, d.by, d.said, dumps(d.body)) for d in drafts)
        yield Copied(article.id, rows, article.capture, raw)


def _named(statement: Statement, article: str) -> Statement:
    def own(name: str) -> str:
        return f"{article}:{name.partition(':')[2]}"

    within = own(statement.within) if statement.within else None
    return replace(statement, id=own(statement.id), article=article, within=within)


def _again(story: Sequence[Copied], number: int) -> Iterator[Copied]:
    names = {model.article: f"a{sha256(f'{model.article} {number}')[:12]}" for model in story}
    for model in story:
        raw = model.raw + f"<!-- {number} -->".encode()
        here = names | {model.capture: sha256(raw)}
        yield Copied(names[model.article], tuple(row.renamed(here) for row in model.rows), here[model.capture], raw)
