"""What the ledger has taught a reading run: who speaks for whom, and what new statements are compared with."""

from __future__ import annotations

from itertools import islice

from reportedly.desk.slices import gather
from reportedly.ledger.port import EntryKind, Ledger
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
        """Learn what was appended since the last time, by this run or by others.

        People's decisions are not learnt from: they are laid over what the machine finds, which stays its own.
        """
        head = ledger.head().seq
        for entry in ledger.entries(kinds={EntryKind.KIN}, after=self.seq, until=head):
            self._kin[self.room(entry.subject)] = self.room(entry.object)
        readings = ledger.entries(kinds={EntryKind.READING}, after=self.seq, until=head)
        while batch := dict.fromkeys(entry.subject for entry in islice(readings, BATCH)):
            shelf = gather(ledger, batch, head)
            for name in batch:
                self.index.add(shelf.articles[name], shelf.of(name))
                self.memory = learn(self.memory, shelf.articles[name], shelf.of(name))
        self.seq = head

    def room(self, article: str) -> str:
        """Return the name of the room an article is looked at in: one of its articles."""
        name = article
        while (further := self._kin.get(name, name)) != name:
            name = further
        return name
