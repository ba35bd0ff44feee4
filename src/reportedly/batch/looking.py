"""A room as a view: whoever can show a ledger can show what a batch has read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import cast

from reportedly.desk import View
from reportedly.desk.results import NotFoundError
from reportedly.desk.room import Room
from reportedly.desk.rooms import Rooms
from reportedly.ledger.codec import dumps
from reportedly.ledger.port import Entry, EntryKind, Ledger
from reportedly.ledger.records import statement_draft
from reportedly.types import ClaimView, Story


class RoomView(View):
    """The view of one room, as if a ledger held it and nothing else."""

    def __init__(self, room: Room) -> None:
        """Look at a room as it stands now."""
        self.ledger = cast("Ledger", _Words(room))
        self.as_of = self.known_at = ""
        self._rooms = cast("Rooms", _Only(room))


class _Only:
    """As much of `desk.rooms.Rooms` as a view asks for, with one room in it."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def until(self) -> int:
        return 0

    def of(self, article: str) -> Room:
        if article not in self._room.articles:
            raise NotFoundError(f"there is no article {article} here")
        return self._room

    def home(self, _name: str) -> Room:
        return self._room

    def loose(self, _articles: Iterable[str]) -> Room:
        return self._room

    def batches(self) -> Iterator[Room]:
        yield self._room

    def stories(self) -> Iterator[tuple[Room, Story]]:
        yield from ((self._room, story) for story in self._room.folded.stories)

    def story(self, story_id: str) -> tuple[Room, Story]:
        return self._room, self._room.story_of[f"a{story_id[1:]}"]

    def claim(self, claim_id: str) -> tuple[Room, ClaimView]:
        return self._room, self._room.claim_of[f"a{claim_id[1:]}"]


class _Words:
    """As much of a ledger as pins are held against: the words that each statement was found by."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def head(self) -> Entry:
        return _entry(EntryKind.ARTICLE, "", "", "")

    def entries(self, *, kinds: Collection[EntryKind], objects: Collection[str] = (), **_: object) -> Iterator[Entry]:
        if EntryKind.STATEMENT in kinds:
            for statement in self._room.statements.values():
                if statement.article in objects:
                    draft = statement_draft(statement, self._room.articles[statement.article], "")
                    yield _entry(draft.kind, draft.subject, draft.object, dumps(draft.body))


def _entry(kind: EntryKind, subject: str, of: str, body: str) -> Entry:
    return Entry(0, kind, subject, of, "", "", "", body, "")
