"""Finding the room in which a thing stands, and keeping the last few at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from reportedly.desk.results import NotFoundError
from reportedly.desk.room import Room
from reportedly.desk.slices import article_named, gather, newest, room_of
from reportedly.ledger.port import EntryKind, Ledger
from reportedly.types import ClaimView, Story

KEPT = 2_000  # articles in the rooms at hand, so that the parts of one brief are folded once
BATCH = 200  # articles fetched together when all are wanted


class Rooms:
    """The rooms of a ledger at one moment. A room is folded once as long as the ledger does not grow."""

    def __init__(self, ledger: Ledger, as_of: str, known_at: str, *, decided: bool = True) -> None:
        """Look at a ledger at one moment of the world's and one of its own time; "" is now.

        Unless `decided`, people's decisions are left out.
        """
        self._ledger = ledger
        self._as_of = as_of
        self._known_at = known_at
        self._decided = decided
        self._then: int | None = None  # the entry that `known_at` means, once it was looked for
        self._seq = -1  # of the last entry that the rooms at hand know of
        self._of: dict[str, Room] = {}  # by each of their articles

    def until(self) -> int:
        """Return the seq of the last entry that counts."""
        if not self._known_at:
            return self._ledger.head().seq
        if self._then is None:
            self._then = self._ledger.moment(self._known_at)
        return self._then

    def of(self, article: str) -> Room:
        """Return the room of an article."""
        until = self.until()
        if until != self._seq or len(self._of) > KEPT:
            self._of, self._seq = {}, until
        if article not in self._of:
            members = room_of(self._ledger, article, until)
            room = self._room(members, until)
            if article not in room.shelf.articles:
                raise NotFoundError(f"there is no article {article} here")
            self._of |= dict.fromkeys(members, room)
        return self._of[article]

    def those(self, articles: Iterable[str]) -> Iterator[Room]:
        """Yield the rooms of articles, each once; articles that are not there are left out."""
        met = set[str]()
        for article in articles:
            if article not in met:
                try:
                    room = self.of(article)
                except NotFoundError:
                    continue
                met.update(room.shelf.articles)
                yield room

    def stories(self) -> Iterator[tuple[Room, Story]]:
        """Yield every story with its room, the one that moved last first."""
        met = set[str]()
        for article in newest(self._ledger, self.until()):
            room = self.of(article)
            story = room.story_of.get(article)
            if story is not None and story.id not in met:
                met.add(story.id)
                yield room, story

    def batches(self) -> Iterator[Room]:
        """Yield all articles in the order of the log, some at a time: good for their statements, not for claims."""
        until = self.until()
        names = (entry.subject for entry in self._ledger.entries(kinds={EntryKind.ARTICLE}, until=until))
        while batch := list(islice(names, BATCH)):
            yield self._room(batch, until)

    def loose(self, articles: Iterable[str]) -> Room:
        """Return some articles as they are, without those they hang together with."""
        return self._room(set(articles), self.until())

    def story(self, story_id: str) -> tuple[Room, Story]:
        """Return a story and its room. An id that was given out stays good: it names an article of the story."""
        room = self.home(story_id)
        story = room.story_of.get(f"a{story_id[1:]}")
        if story is None:
            raise NotFoundError(f"there is no story {story_id} here")
        return room, story

    def claim(self, claim_id: str) -> tuple[Room, ClaimView]:
        """Return a claim and its room. An id that was given out stays good: it names a statement of the claim."""
        room = self.home(claim_id)
        found = room.claim_of.get(f"a{claim_id[1:]}")
        if found is None:
            raise NotFoundError(f"there is no claim {claim_id} here")
        return room, found

    def home(self, name: str) -> Room:
        """Return the room of anything that has an id: of an article or statement, or of a story or claim by its first.

        Raises NotFoundError.
        """
        try:
            return self.of(article_named(f"a{name[1:]}" if name[:1] in "act" else name))
        except NotFoundError:
            raise NotFoundError(f"there is no {name} here") from None

    def _room(self, articles: Iterable[str], until: int) -> Room:
        return Room(gather(self._ledger, set(articles), until, decisions=self._decided), self._as_of)
