"""Tables of the ledger itself: its entries, and what people decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.ledger.port import Entry
from reportedly.show.export.part import until
from reportedly.show.export.table import Column, Kind, Table
from reportedly.stand.moment import by

if TYPE_CHECKING:
    from reportedly.desk import Decision, View


def entries(view: View, story: str = "") -> Iterator[Entry]:
    """Yield the log's entries that a view knows of, those of one story or all.

    Of a story, that is what is about its articles, their captures or their statements.
    """
    articles = {article.id: article for article in view.articles(story=story)} if story else {}
    inside = {*articles, *(article.capture for article in articles.values())}
    for entry in view.ledger.entries(until=until(view)):
        about = entry.subject.partition(":")[0]
        if (not story or about in inside) and by(entry.said, view.as_of):
            yield entry


def decisions(view: View, story: str = "") -> Iterator[Decision]:
    """Yield what people decided about a story or about anything, oldest first."""
    yield from view.decisions(view.story(story).id if story else "")


ENTRIES: Table[Entry] = Table(
    "entries",
    "The log itself, a row an entry, in order. Each hash covers the entry and the hash before it; "
    "docs/ledger.md says how.",
    (
        Column("seq", Kind.WHOLE, "its place, from 1 without gaps", lambda row: row.seq),
        Column(
            "kind",
            Kind.TEXT,
            "`capture`, `article`, `statement`, `event`, `reading`, `link`, `kin`, `correction`",
            lambda row: row.kind.value,
        ),
        Column("subject", Kind.TEXT, "what it is about", lambda row: row.subject),
        Column("object", Kind.TEXT, "what that belongs to", lambda row: row.object),
        Column("by", Kind.TEXT, "the version or person that made it", lambda row: row.by),
        Column("said", Kind.TEXT, "world time of what it records", lambda row: row.said),
        Column("at", Kind.TEXT, "ledger time, UTC", lambda row: row.at),
        Column("body", Kind.TEXT, "what it records, as JSON", lambda row: row.body),
        Column("hash", Kind.TEXT, "its hash", lambda row: row.hash),
    ),
    entries,
)

DECISIONS: Table[Decision] = Table(
    "decisions",
    "What people decided, a row each, oldest first; the machine's own result is kept beside it.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.id),
        Column("act", Kind.TEXT, "what was done: `merge`, `party`, `reject` ...", lambda row: row.act),
        Column("by", Kind.TEXT, "who decided", lambda row: row.by),
        Column("reason", Kind.TEXT, "why", lambda row: row.reason),
        Column("at", Kind.TEXT, "ledger time, UTC", lambda row: row.at),
        Column("subjects", Kind.LIST, "what it is about, as the person named it", lambda row: list(row.subjects)),
        Column("about", Kind.LIST, "ids of the statements and articles concerned", lambda row: list(row.about)),
        Column("value", Kind.TEXT, "what it was set to", lambda row: row.value),
        Column("withdrawn", Kind.FLAG, "true where a later decision took it back", lambda row: row.withdrawn),
        Column("stands", Kind.FLAG, "false where no reading has its words any more", lambda row: row.stands),
    ),
    decisions,
)
