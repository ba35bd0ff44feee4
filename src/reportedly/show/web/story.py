"""A story: who holds what, who moved, what is open, at any moment of the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.show.brief import words
from reportedly.show.brief.model import Document, Entry, Open, Side, StoryBrief, Turn
from reportedly.show.brief.moments import after, sort_key
from reportedly.show.http import api
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.show.web.gauge import gauge
from reportedly.show.web.matrix import matrix
from reportedly.show.web.page import Page, live
from reportedly.show.web.render import render


@dataclass(frozen=True, slots=True)
class Changed:
    """What a story has that it did not have at an earlier moment."""

    turns: tuple[Turn, ...]
    sides: tuple[tuple[Entry, Side], ...]
    questions: tuple[Open, ...]
    documents: tuple[Document, ...]


def story(room: Newsroom, name: str, step: int | None, since: str) -> Page:
    """Return a story after its step-th moment (None: after the last). Raises NotFoundError."""
    told = room.told(name)
    moments = steps(told)
    last = len(moments) - 1
    at = last if step is None else max(0, min(step, last))
    as_of = moments[at] if 0 <= at < last else ""  # the last moment is now, which needs no fold of its own
    key = ("story page", told.story.id, as_of, since)
    body = room.answers.of(key, lambda: _body(room, told, as_of, since))
    return Page(words.clean(told.story.title), body, live=live(told.story.id), feed=api.story(told.story.id))


def steps(told: Told) -> list[str]:
    """Return the moments at which a story has grown, in order."""
    published = {article.published for article in told.coverage.articles.values() if article.published}
    return sorted(published, key=sort_key)


def _body(room: Newsroom, told: Told, as_of: str, since: str) -> Answer[Markup]:
    moments = steps(told)
    found = room.screen(told.story.id, as_of=as_of, since=since)
    entries = (*found.headline, *found.also)
    body = render(
        "story.html.j2",
        api=api,
        story=found,
        now=as_of or told.coverage.moment,
        moments=moments,
        step=moments.index(as_of) if as_of else max(0, len(moments) - 1),
        since=since,
        changed=changed(found, since),
        table=matrix(found),
        numbers=words.numbers(found),
        questions=sorted((q for e in entries for q in e.questions), key=lambda q: q.answered is not None),
        figures=[e for e in entries if e.band or e.clashes],
        gauge=gauge(room, told.story.id, as_of),
    )
    return Answer(body, told.rests_on, len(body))


def changed(story: StoryBrief, since: str) -> Changed:
    """Return what is new in a story since a moment."""
    entries = (*story.headline, *story.also)
    moved = {(turn.claim, turn.party) for turn in story.turns if turn.new}
    fresh = {d.number for d in story.documents if since and after(d.published, since)}
    return Changed(
        turns=tuple(turn for turn in story.turns if turn.new),
        sides=tuple((e, s) for e, s in _new_sides(entries) if (e.claim, s.said.party) not in moved),
        questions=tuple(
            q for e in entries for q in e.questions if (q.answered.source if q.answered else q.place.source) in fresh
        ),
        documents=tuple(d for d in story.documents if d.number in fresh),
    )


def _new_sides(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, Side]]:
    return ((entry, side) for entry in entries for side in entry.sides if side.new)
