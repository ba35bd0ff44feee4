"""What the ledger has taught a reading run: who speaks for whom, and what new statements are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from reportedly.desk.corrections import Act, corrected, ruling_of
from reportedly.desk.slices import article_named, gather
from reportedly.ledger.port import Entry, EntryKind, Ledger
from reportedly.link import Index
from reportedly.name import Memory, learn

BATCH = 100  # articles looked at together


class Learnt:
    """Memory and index of everything up to one entry of the log; `catch_up` brings them to its head."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.seq = 0
        self.memory = Memory()
        self.index = Index()
        self._kin: dict[str, str] = {}  # article -> another one of its room, towards the room's name

    def catch_up(self, ledger: Ledger) -> None:
        """Learn what was appended since the last time, by this run or by others, as people have corrected it."""
        head = ledger.head().seq
        for entry in ledger.entries(kinds={EntryKind.KIN}, after=self.seq, until=head):
            self._kin[self.room(entry.subject)] = self.room(entry.object)
        kinds = {EntryKind.READING, EntryKind.CORRECTION}
        touched = _touched(ledger.entries(kinds=kinds, after=self.seq, until=head))
        while batch := dict.fromkeys(islice(touched, BATCH)):
            shelf = gather(ledger, batch, until=head)
            for name in batch:
                article, statements = shelf.articles[name], corrected(shelf.of(name), shelf.rulings.values())
                self.index.add(article, statements)
                self.memory = learn(self.memory, article, statements)
        self.seq = head

    def room(self, article: str) -> str:
        """Return the name of the room an article is looked at in: one of its articles."""
        name = article
        while (further := self._kin.get(name, name)) != name:
            name = further
        return name


def _touched(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the articles that were read, or of whose speakers a person has decided."""
    for entry in entries:
        if entry.kind is EntryKind.READING:
            yield entry.subject
        elif (correction := ruling_of(entry).correction).act is Act.PARTY:
            yield from (article_named(statement) for statement in correction.subjects)
