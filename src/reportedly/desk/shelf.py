"""A fold over entries: what the articles of interest say now, by the newest reading and the newest links of each.

Folding entries in two goes gives what folding them in one gives, and entries of other articles change nothing. Both
laws are tested, for views rest on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportedly.desk.corrections import Ruling, ruling_of
from reportedly.ledger.port import Entry, EntryKind
from reportedly.ledger.records import article_of, events_of, found_by, links_of, statement_of
from reportedly.types import Article, Event, Link, Statement


@dataclass
class Shelf:
    """Articles with what was read in them, as the log had it by its last entry here."""

    articles: dict[str, Article] = field(default_factory=dict)
    readings: dict[str, Entry] = field(default_factory=dict)  # article -> its newest reading
    versions: dict[str, Entry] = field(default_factory=dict)  # statement -> its newest entry
    rulings: dict[int, Ruling] = field(default_factory=dict)  # seq -> what a person decided
    linked: dict[str, Entry] = field(default_factory=dict)  # article -> the newest entry of its links
    told: dict[str, Entry] = field(default_factory=dict)  # article -> the newest entry of its events
    _found: dict[str, Statement] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> Shelf:
        """Fold more entries in, in the order of the log."""
        for entry in entries:
            match entry.kind:
                case EntryKind.ARTICLE:
                    self.articles[entry.subject] = article_of(entry)
                case EntryKind.STATEMENT:
                    self.versions[entry.subject] = entry
                    self._found[entry.subject] = statement_of(entry)
                case EntryKind.EVENT:
                    self.told[entry.subject] = entry
                case EntryKind.READING:
                    self.readings[entry.subject] = entry
                case EntryKind.LINK:
                    self.linked[entry.subject] = entry
                case EntryKind.CORRECTION:
                    self.rulings[entry.seq] = ruling_of(entry)
                case EntryKind.CAPTURE | EntryKind.KIN:
                    pass
        return self

    def statements(self) -> Iterator[Statement]:
        """Yield the statements of the newest readings, article by article in the order of the log."""
        for article in self.articles:
            yield from self.of(article)

    def of(self, article: str) -> list[Statement]:
        """Return the statements of an article's newest reading, in order of its text."""
        reading = self.readings.get(article)
        return [self._found[name] for name in (found_by(reading) if reading is not None else ())]

    def events(self, article: str) -> tuple[Event, ...]:
        """Return the events of an article's newest reading, in order of its text."""
        return events_of(self.told[article]) if article in self.told else ()

    def links(self, *, reasons: bool = True) -> Iterator[Link]:
        """Yield the links that stand, in the order of the log, with or without what moved them."""
        for entry in sorted(self.linked.values(), key=lambda entry: entry.seq):
            yield from links_of(entry, reasons=reasons)
