"""The ledger as the server looks at it: coverage and briefs of stories, each folded once as long as it stays true."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from threading import Lock
from typing import Any

from reportedly.desk import Decision, Desk, NotFoundError, Shift, View
from reportedly.desk.slices import article_named, newest, room_of
from reportedly.ledger.port import EntryKind, Head
from reportedly.show.brief.compose import compose
from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.model import Brief, StoryBrief
from reportedly.show.brief.moments import sort_key
from reportedly.show.gather import gather, gather_claim
from reportedly.show.http.answers import Answer, Answers
from reportedly.show.http.bare import bare
from reportedly.show.http.changes import TOLD, Change, change
from reportedly.stand.gauge import ALL, Point
from reportedly.types import ClaimView, Copy, Statement, Story

POINT = 500  # bytes that a day of a gauge takes
HEAVY = 16_000  # bytes that a statement takes with all that is folded around it, as a soak measured it
PAGE = 30  # stories on a page
AHEAD = 4  # stories folded again at a change before anybody asks: less than half a second's work
_STORY = re.compile(r"t[0-9a-f]{12}")
_CLAIM = re.compile(r"c[0-9a-f]{12}:s\d{1,6}")
EVERY = 1_000  # claims composed with their sides: all of them


@dataclass(frozen=True)
class Told:
    """A story, or one claim of it, with all that is known up to a moment."""

    coverage: Coverage
    rests_on: frozenset[str]  # the articles one of which an entry must name to change any of it
    copies: tuple[Copy, ...]  # which articles of the story repeat which

    @property
    def story(self) -> Story:
        """Return the story; for a claim, a story of that claim alone."""
        return self.coverage.stories[0]


@dataclass(frozen=True)
class Moved:
    """What happened to a story between two entries of the log."""

    shifts: tuple[Shift, ...]
    articles: frozenset[str]  # that came in


class Newsroom:
    """A desk for many readers at once. What is at hand is given without waiting; folding is done one at a time."""

    def __init__(self, desk: Desk) -> None:
        """Look at a desk's ledger from its head on."""
        self.desk = desk
        self.answers = Answers()
        self._head = desk.ledger.head()
        self._folding = Lock()
        self._following = Lock()

    # --- following the log --------------------------------------------------------------------------------------------

    @property
    def head(self) -> Head:
        """Return the entry up to which the log was followed."""
        return self._head

    def follow(self) -> Change | None:
        """Look for new entries and forget what they make untrue; None where there are none."""
        with self._following:
            head = self.desk.ledger.head()
            if head.seq == self._head.seq:
                return None
            new = change(self.desk.ledger.entries(kinds=TOLD, after=self._head.seq, until=head.seq), head)
            ahead = list(self._ahead(new)) if self.answers.asked and not new.decided else []
            self.answers.touch(new, ahead)
            self._head = head
            return new

    def _ahead(self, new: Change) -> Iterator[tuple[Iterable[Hashable], Answer[Any]]]:
        """Yield answers for what a change touches, stories that readers have at hand first, then those that come in.

        While they are made, readers are given what was so before the change, and nobody waits.
        """
        going = (told.story.id for told in self.answers.going(new) if isinstance(told, Told))
        coming = (f"t{article[1:]}" for article in sorted(new.articles))
        met, folded = set[str](), 0
        for story in dict.fromkeys((*going, *coming)):
            if folded == AHEAD:
                return
            if f"a{story[1:]}" in met:
                continue
            try:
                with self._folding:
                    answer = self._folded(story, "")
            except NotFoundError:  # its own entry is still to come
                continue
            told, folded = answer.value, folded + 1
            met.update(told.story.articles)
            yield {("told", story, ""), *_names(told, "")}, answer
            yield [("brief", told.story.id, "", "")], _composed(told, "")

    def view(self, *, as_of: str = "", known_at: str = "") -> View:
        """Return a view of one moment, which nothing that is appended meanwhile disturbs."""
        return self.desk.at(as_of=as_of, known_at=known_at or self.desk.ledger.head().at)

    # --- stories and claims -------------------------------------------------------------------------------------------

    def told(self, story: str, *, as_of: str = "") -> Told:
        """Return a story, named by any id it ever had, as the world had told it by a moment. Raises NotFoundError."""
        if not _STORY.fullmatch(story):
            raise NotFoundError(f"there is no story {story} here")
        key = ("told", story, as_of)
        return self.answers.of(key, lambda: self._told(story, as_of), lambda told: set(_names(told, as_of)) - {key})

    def _told(self, story: str, as_of: str) -> Answer[Told]:
        began = story if not as_of else _first(self.told(story))
        with self._folding:
            if (meanwhile := self.answers.kept(("told", story, as_of))) is not None:
                return _weighed(meanwhile)
            return self._folded(began, as_of)

    def _folded(self, story: str, as_of: str) -> Answer[Told]:
        view = self.view(as_of=as_of)
        rests_on = self._room(f"a{story[1:]}")
        coverage = gather(view, story=story)
        return _weighed(Told(coverage, rests_on, tuple(coverage.copies)))

    def claim(self, claim: str, *, as_of: str = "") -> Told:
        """Return one claim, named by any id it ever had, with its statements in order. Raises NotFoundError."""
        if not _CLAIM.fullmatch(claim):
            raise NotFoundError(f"there is no claim {claim} here")
        return self.answers.of(("claim", claim, as_of), lambda: self._claim(claim, as_of))

    def _claim(self, claim: str, as_of: str) -> Answer[Told]:
        told = self.told(f"t{article_named(claim)[1:]}", as_of=as_of)
        first = f"a{claim[1:]}"
        found = next((c for c in told.coverage.claims.values() if first in c.claim.statements), None)
        if found is not None and set(found.claim.statements) <= set(told.coverage.statements):
            return _weighed(replace(told, coverage=_alone(told.coverage, found)))
        with self._folding:  # it reaches into another story
            view = self.view(as_of=as_of)
            coverage = gather_claim(view, view.claim(claim))
        return _weighed(replace(told, coverage=coverage))

    def decisions(self, subject: str) -> tuple[Decision, ...]:
        """Return what people decided about one thing."""
        if next(self.desk.ledger.entries(kinds={EntryKind.CORRECTION}), None) is None:
            return ()
        with self._folding:
            return tuple(self.view().decisions(subject))

    def brief(self, story: str, *, as_of: str = "", since: str = "") -> Brief:
        """Return the brief of one story, every claim with its sides. Raises NotFoundError."""
        told = self.told(story, as_of=as_of)
        return self.answers.of(("brief", told.story.id, as_of, since), lambda: _composed(told, since))

    def screen(self, story: str, *, as_of: str = "", since: str = "") -> StoryBrief:
        """Return the brief of one story even where nothing in it is new, or nothing is claimed at all."""
        found = self.brief(story, as_of=as_of, since=since).stories or self.brief(story, as_of=as_of).stories
        return found[0] if found else bare(self.told(story, as_of=as_of).coverage)

    def gauge(self, story: str, *, as_of: str = "") -> tuple[Point, ...]:
        """Return the gauge of a story, all sides together, a point a day. Raises NotFoundError."""
        told = self.told(story, as_of=as_of)
        return self.answers.of(("gauge", told.story.id, as_of), lambda: self._gauge(told, as_of))

    def _gauge(self, told: Told, as_of: str) -> Answer[tuple[Point, ...]]:
        marked = self.desk.ledger.entries(kinds={EntryKind.EVENT}, subjects=told.story.articles)
        if next(marked, None) is None:  # which needs no folding to be known
            return Answer((), told.rests_on, POINT)
        with self._folding:
            found = self.view(as_of=as_of).gauge(story=told.story.id)
        points = tuple(point for point in found if (point.actor, point.recipient) == ALL)
        return Answer(points, told.rests_on, POINT * (1 + len(points)))

    def moved(self, told: Told, looked: Head) -> Moved:
        """Return what happened to a story since a reader last looked."""
        return self.answers.of(("moved", told.story.id, looked.seq), lambda: self._moved(told, looked))

    def _moved(self, told: Told, looked: Head) -> Answer[Moved]:
        about = {EntryKind.ARTICLE, EntryKind.READING, EntryKind.LINK}
        new = list(self.desk.ledger.entries(kinds=about, subjects=told.rests_on, after=looked.seq))
        decided = next(self.desk.ledger.entries(kinds={EntryKind.CORRECTION}, after=looked.seq), None)
        if not new and decided is None:
            return Answer(Moved((), frozenset()), told.rests_on, 500)
        articles = frozenset(e.subject for e in new if e.kind is EntryKind.ARTICLE) & set(told.story.articles)
        with self._folding:
            then = self.view(known_at=looked.at) if looked.seq else None
            shifts = tuple(self.view().shifts(then, story=told.story.id)) if then else ()
        return Answer(Moved(shifts, articles), told.rests_on, 500 * (1 + len(shifts)))

    def entry(self, seq: int) -> Head | None:
        """Return the place and time of an entry, None where the log has no such entry."""
        found = next(self.desk.ledger.entries(after=seq - 1, until=seq), None) if seq > 0 else None
        return Head(found.seq, found.at, found.hash) if found is not None else None

    def newest(self, after: str = "", limit: int = PAGE) -> list[Told]:
        """Return stories, the one that moved last first, from the one after a given story on."""
        return list(islice(self._newest(after), limit))

    def _newest(self, after: str) -> Iterator[Told]:
        met, passing = set[str](), bool(after)
        for article in newest(self.desk.ledger, self.desk.ledger.head().seq):
            if article in met:
                continue
            told = self.told(f"t{article[1:]}")
            met.update(told.story.articles, {article})
            if not passing:
                yield told
            passing = passing and after not in (told.story.id, f"t{article[1:]}")

    def _room(self, article: str) -> frozenset[str]:
        return frozenset(room_of(self.desk.ledger, article, self.desk.ledger.head().seq))


def _alone(coverage: Coverage, found: ClaimView) -> Coverage:
    """Return one claim of a story as a story of its own, its statements in the order they were printed."""
    inside = {name: coverage.statements[name] for name in found.claim.statements}

    def order(statement: Statement) -> tuple[object, ...]:
        return sort_key(coverage.articles[statement.article].published), statement.article, statement.anchor.start

    said = sorted(inside.values(), key=order)
    articles = {s.article: coverage.articles[s.article] for s in said}
    published = [article.published for article in articles.values() if article.published]
    return replace(
        coverage,
        stories=[Story(found.claim.story, found.claim.gist, (found.claim.id,), tuple(articles))],
        claims={found.claim.id: found},
        statements={s.id: s for s in said},
        articles=articles,
        origins=[origin for origin in coverage.origins if not inside.keys().isdisjoint(origin.statements)],
        copies=[],
        moment=max(published, key=sort_key, default=coverage.moment),
    )


def _first(told: Told) -> str:
    """Return the id that a story's earliest article gave it: the one by which it is known at any of its moments."""
    articles = told.coverage.articles
    return f"t{min(told.story.articles, key=lambda name: (sort_key(articles[name].published), name))[1:]}"


def _names(told: Told, as_of: str) -> Iterator[Hashable]:
    """Yield every key a story can be asked for by: each of its articles can have given it its name."""
    return (("told", f"t{article[1:]}", as_of) for article in told.story.articles)


def _composed(told: Told, since: str) -> Answer[Brief]:
    brief = compose(replace(told.coverage, since=since), EVERY)
    return Answer(brief, told.rests_on, HEAVY * len(told.coverage.statements))


def _weighed(told: Told) -> Answer[Told]:
    return Answer(told, told.rests_on, HEAVY * (1 + len(told.coverage.statements)))
