"""What a ledger says at one moment: articles, statements, claims with their standing, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from reportedly.desk import explain
from reportedly.desk.results import Decision, NotFoundError, PartyCount, Shift, Why
from reportedly.desk.room import Room
from reportedly.desk.rooms import Rooms
from reportedly.desk.rows import rows
from reportedly.desk.shifts import shifts
from reportedly.desk.slices import article_named
from reportedly.ledger.port import EntryKind, Ledger
from reportedly.ledger.records import article_of
from reportedly.stand.gauge import Point, gauge
from reportedly.stand.moment import by
from reportedly.stand.reported import Reported, narrated, reported
from reportedly.stand.waiting import Waiting, waiting
from reportedly.text import pin
from reportedly.types import Article, ClaimView, Copy, Event, Origin, PartyKind, Pin, Statement, Story

T = TypeVar("T")


class View:
    """The ledger as it stood: what the world had said by `as_of`, of what was in the ledger by `known_at`.

    Both are ISO 8601 ("2022-02-15" means its end, times without a zone are UTC); empty means now. Ids that are not
    there raise `NotFoundError`. Without a story, answers come story by story, the one that moved last first.
    """

    def __init__(self, ledger: Ledger, *, as_of: str = "", known_at: str = "", decided: bool = True) -> None:
        """Look at a ledger at one moment; unless `decided`, as if no person had decided anything."""
        self.ledger = ledger
        self.as_of = as_of
        self.known_at = known_at
        self._rooms = Rooms(ledger, as_of, known_at, decided=decided)

    @cached_property
    def machine(self) -> View:
        """Return the machine's own result at the same moment, with nobody's decisions laid over it."""
        return View(self.ledger, as_of=self.as_of, known_at=self.known_at, decided=False)

    # --- articles and statements --------------------------------------------------------------------------------------

    def articles(self, *, story: str = "") -> Iterator[Article]:
        """Yield articles in the order they were read."""
        if story:
            room, found = self._rooms.story(story)
            yield from (room.articles[name] for name in room.articles if name in found.articles)
            return
        for entry in self.ledger.entries(kinds={EntryKind.ARTICLE}, until=self._rooms.until()):
            if by(entry.said, self.as_of):
                yield article_of(entry)

    def article(self, article_id: str) -> Article:
        """Return one article."""
        return _named(article_id, self._rooms.loose([article_id]).articles)

    @rows(Statement)
    def statements(self, *, article: str = "", claim: str = "", story: str = "") -> Iterable[Statement]:
        """Return statements as people have corrected them, of an article, a claim, a story or all, in ledger order."""
        if article:
            self.article(article)
            return self._rooms.loose([article]).statements.values()
        if claim:
            room, found = self._rooms.claim(claim)
            return [room.statements[name] for name in room.statements if name in found.claim.statements]
        if story:
            room, whole = self._rooms.story(story)
            return (s for s in room.statements.values() if s.article in whole.articles)
        return (statement for room in self._rooms.batches() for statement in room.statements.values())

    def statement(self, statement_id: str) -> Statement:
        """Return one statement as people have corrected it."""
        return _named(statement_id, self._rooms.loose([article_named(statement_id)]).statements)

    def pin(self, statement_id: str) -> Pin:
        """Return where a statement's words stand."""
        statement = self.statement(statement_id)
        return pin(self.article(statement.article), statement.anchor)

    @rows(Event)
    def events(self, *, article: str = "", story: str = "") -> Iterable[Event]:
        """Return the events that statements and narration report, of an article, a story or all, in ledger order."""
        if article:
            self.article(article)
            return self._rooms.loose([article]).events
        if story:
            room, whole = self._rooms.story(story)
            return (event for event in room.events if event.article in whole.articles)
        return (event for room in self._rooms.batches() for event in room.events)

    @rows(PartyCount)
    def parties(self) -> Iterable[PartyCount]:
        """Return the sides that speak, the most quoted first."""
        counts, kinds = Counter[str](), dict[str, PartyKind]()
        speakers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for room in self._rooms.batches():
            for voice in (statement.voice for statement in room.statements.values()):
                counts[voice.party] += 1
                kinds.setdefault(voice.party, voice.kind)
                speakers[voice.party].update([voice.speaker] if voice.speaker else [])
        for party, count in counts.most_common():
            yield PartyCount(party, kinds[party], count, tuple(name for name, _ in speakers[party].most_common()))

    # --- stories, claims, origins -------------------------------------------------------------------------------------

    def stories(self) -> Iterator[Story]:
        """Yield stories, the one that moved last first."""
        return (story for _, story in self._rooms.stories())

    def story(self, story_id: str) -> Story:
        """Return one story."""
        return self._rooms.story(story_id)[1]

    def story_of(self, article_id: str) -> Story:
        """Return the story that an article is part of."""
        return _named(article_id, self._rooms.of(article_id).story_of)

    @rows(ClaimView)
    def claims(self, *, story: str = "") -> Iterable[ClaimView]:
        """Return claims with their standing, of one story or of all."""
        if story:
            room, whole = self._rooms.story(story)
            return [found for found in room.claims if found.claim.story == whole.id]
        return [found for room, each in self._rooms.stories() for found in room.claims if found.claim.story == each.id]

    def claim(self, claim_id: str) -> ClaimView:
        """Return one claim with its standing."""
        return self._rooms.claim(claim_id)[1]

    def claim_of(self, statement_id: str) -> ClaimView | None:
        """Return the claim that a statement belongs to, or None where it belongs to none."""
        return self._rooms.home(statement_id).claim_of.get(statement_id)

    @rows(Origin)
    def origins(self, *, story: str = "", claim: str = "") -> Iterable[Origin]:
        """Return origins with the statements that go back to each, of a story, a claim or all."""
        if claim:
            room, found = self._rooms.claim(claim)
            return [origin for origin in room.folded.origins if set(origin.statements) & set(found.claim.statements)]
        if story:
            return _origins(*self._rooms.story(story))
        return dict.fromkeys(origin for pair in self._rooms.stories() for origin in _origins(*pair))

    def origin_of(self, statement_id: str) -> Origin:
        """Return the origin that a statement goes back to."""
        return _named(statement_id, self._rooms.home(statement_id).folded.origin_of)

    @rows(Copy)
    def copies(self, *, story: str = "") -> Iterable[Copy]:
        """Return which articles repeat which."""
        pairs = [self._rooms.story(story)] if story else self._rooms.stories()
        return [copy for room, each in pairs for copy in room.folded.copies if copy.article in each.articles]

    # --- events and the gauge -----------------------------------------------------------------------------------------

    @rows(Reported)
    def reported(self, *, story: str = "") -> Iterable[Reported]:
        """Return events with who reports them, a row each: by the sides of claims, then by outlets in narration."""
        for room, each in self._rooms_of(story):
            world = room.statements, room.articles, room.folded.origin_of
            views = [found for found in room.claims if found.claim.story == each.id]
            yield from reported(views, room.happenings, *world)
            told = (event for event in room.events if event.article in each.articles)
            yield from narrated(told, room.articles, dict.fromkeys(each.articles, each.id))

    @rows(Point)
    def gauge(self, *, story: str = "") -> Iterable[Point]:
        """Return the gauge of a story, or of all together, a point a day for each pair of sides."""
        told = [
            found
            for room, each in self._rooms_of(story)
            for found in room.told(c for c in room.folded.claims if c.story == each.id)
        ]
        return gauge(told, self.as_of)

    @rows(Waiting)
    def waiting(self, *, story: str = "") -> Iterable[Waiting]:
        """Return what the coverage says is unknown, how long it has been, and what closed it; open ones first."""
        found: list[Waiting] = []
        for room, each in self._rooms_of(story):
            asked = [question for view in room.claims if view.claim.story == each.id for question in view.questions]
            newest_day = max((room.articles[name].published for name in each.articles), default="")
            found += waiting(asked, room.statements, room.articles, self.as_of or newest_day)
        return sorted(found, key=lambda w: w.question.closed_by is not None)

    def _rooms_of(self, story: str) -> Iterable[tuple[Room, Story]]:
        return [self._rooms.story(story)] if story else self._rooms.stories()

    # --- why, and who moved -------------------------------------------------------------------------------------------

    def why(self, subject: str) -> Why:
        """Return why a statement, article, claim or story is as it is: versions, links with reasons, decisions."""
        return explain.why(subject, self._rooms.home(subject))

    @rows(Decision)
    def decisions(self, subject: str = "") -> Iterable[Decision]:
        """Return what people decided, about one thing or about all, oldest first, withdrawn ones marked."""
        if subject:
            room = self._rooms.home(subject)
            return explain.decisions(room, explain.members(subject, room))
        touched = {name for ruling in self._rooms.loose(()).shelf.rulings.values() for name in ruling.correction.about}
        return explain.decisions(self._rooms.loose(article_named(name) for name in touched), None)

    @rows(Shift)
    def shifts(self, since: View, *, story: str = "") -> Iterable[Shift]:
        """Return who moved between an earlier view and this one, in one story or in all."""
        now = self.claims(story=story)
        articles = dict.fromkeys(article_named(name) for found in now for name in found.claim.statements)
        before = [found for room in since._rooms.those(articles) for found in room.claims]
        return shifts(before, now)


def _origins(room: Room, story: Story) -> Iterator[Origin]:
    """Yield the origins that statements of a story go back to."""
    inside = {name for name, statement in room.statements.items() if statement.article in story.articles}
    return (origin for origin in room.folded.origins if not inside.isdisjoint(origin.statements))


def _named(name: str, things: Mapping[str, T]) -> T:
    if name not in things:
        raise NotFoundError(f"there is no {name} here")
    return things[name]
