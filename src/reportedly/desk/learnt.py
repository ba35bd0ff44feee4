"""What the ledger has taught a reading run: who speaks for whom, and what new statements are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from reportedly.desk.plan import Versions
from reportedly.desk.shelf import Shelf
from reportedly.desk.slices import gather
from reportedly.ledger.codec import dumps, encode, loads
from reportedly.ledger.port import Entry, EntryKind, Ledger
from reportedly.link import Index
from reportedly.link.profile import Profile, profile
from reportedly.name import Memory, learn

T = TypeVar("T")
BATCH = 100  # articles looked at together
LATEST = 50  # articles after which what was learnt is noted, at least
SHARE = 20  # one in so many of all articles must be new: the note is as long as all that is known


@dataclass(frozen=True, slots=True)
class _Upto:
    """The memory that every reading up to one entry has left."""

    seq: int
    memory: Memory


class Learnt:
    """Memory and index of everything up to one entry of the log; `catch_up` brings them to its head.

    Both are folds over the readings. As they take long to compute, they are noted beside the log, for the next run:
    the profile of each article by the versions that made it, and the memory with the entry it goes up to.
    """

    def __init__(self, ledger: Ledger, by: Versions) -> None:
        """Know nothing yet."""
        self.seq = 0
        self.index = Index()
        self._ledger = ledger
        self._by = by
        self._upto = _Upto(0, Memory())
        self._kin: dict[str, str] = {}  # article -> another one of its room, towards the room's name
        self._new: dict[str, bytes] = {}  # notes to be kept

    @property
    def memory(self) -> Memory:
        """Return what is known of speakers."""
        return self._upto.memory

    def catch_up(self) -> None:
        """Learn what was appended since the last time, by this run or by others.

        People's decisions are not learnt from: they are laid over what the machine finds, which stays its own.
        """
        head = self._ledger.head().seq
        if self.seq == 0:
            self._recall()
        for entry in self._ledger.entries(kinds={EntryKind.KIN}, after=self.seq, until=head):
            self._kin[self.room(entry.subject)] = self.room(entry.object)
        readings = self._ledger.entries(kinds={EntryKind.READING}, after=self.seq, until=head)
        while batch := list(islice(readings, BATCH)):
            self._learn(batch, head)
        self.seq = head
        if len(self._new) >= max(LATEST, len(self.index) // SHARE):
            self._note()

    def finish(self) -> None:
        """Note what a run has learnt, so that the next one need not compute it again."""
        if self.seq:
            self.catch_up()
            self._note()

    def room(self, article: str) -> str:
        """Return the name of the room an article is looked at in: one of its articles."""
        name = article
        while (further := self._kin.get(name, name)) != name:
            name = further
        return name

    def _note(self) -> None:
        if self._new:
            self._ledger.remember(self._new | {self._memory_note: dumps(encode(self._upto)).encode()})
            self._new = {}

    @property
    def _memory_note(self) -> str:
        return f"memory {self._by.find} {self._by.link}"

    def _recall(self) -> None:
        """Take up the memory that an earlier run noted."""
        for data in self._ledger.recall([self._memory_note]).values():
            self._upto = _read(_Upto, data) or self._upto

    def _learn(self, readings: Iterable[Entry], head: int) -> None:
        newest = {entry.subject: entry for entry in readings}
        names = {entry.subject: f"profile {entry.by} {self._by.link} {entry.subject}" for entry in newest.values()}
        noted = {name: _read(Profile, data) for name, data in self._ledger.recall(names.values()).items()}
        wanted = {
            article
            for article, entry in newest.items()
            if noted.get(names[article]) is None or entry.seq > self._upto.seq
        }
        shelf = gather(self._ledger, wanted, head, decisions=False)
        for article, entry in newest.items():
            made = noted.get(names[article]) or self._profiled(shelf, article, names[article])
            self.index.put(made)
            if entry.seq > self._upto.seq:
                ours = entry.by == self._by.find
                memory = learn(self._upto.memory, shelf.articles[article], shelf.of(article), sure=ours)
                self._upto = _Upto(entry.seq, memory)

    def _profiled(self, shelf: Shelf, article: str, name: str) -> Profile:
        made = profile(shelf.articles[article], shelf.of(article))
        self._new[name] = dumps(encode(made)).encode("utf-8")
        return made


def _read(kind: type[T], data: bytes) -> T | None:
    """Return what a note says, or None where another release wrote it otherwise."""
    try:
        return loads(kind, data.decode("utf-8"))
    except ValueError:
        return None
