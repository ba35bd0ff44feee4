"""The first page: stories, and in each what moved since the reader last looked."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk import Shift
from reportedly.ledger.port import Head
from reportedly.show.brief.model import StoryBrief
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import PAGE, Newsroom
from reportedly.show.web.page import Page, live
from reportedly.show.web.render import render


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the first page."""

    story: StoryBrief
    now: str
    shifts: tuple[Shift, ...]  # since the reader last looked
    fresh: int  # articles since then


def stories(room: Newsroom, looked: Head | None, after: str) -> Page:
    """Return the newest stories, from the one after a given story on."""
    seen = looked.seq if looked else -1
    head = room.head.seq
    body = room.answers.of(("stories page", seen, after), lambda: _body(room, looked, after))
    return Page("Stories", body, section="/", live=live(), seen=head)


def _body(room: Newsroom, looked: Head | None, after: str) -> Answer[Markup]:
    told = room.newest(after, PAGE + 1)
    cards = [_card(room, each.story.id, looked) for each in told[:PAGE]]
    further = told[PAGE - 1].story.id if len(told) > PAGE else ""
    body = render("stories.html.j2", cards=cards, looked=looked.at if looked else "", further=further)
    return Answer(body, None, len(body))


def _card(room: Newsroom, story: str, looked: Head | None) -> Markup:
    """Return a story's card, which stays as it is while other stories move."""
    key = ("card", story, looked.seq if looked else -1)
    return room.answers.of(key, lambda: _drawn(room, story, looked))


def _drawn(room: Newsroom, story: str, looked: Head | None) -> Answer[Markup]:
    told = room.told(story)
    moved = room.moved(told, looked) if looked else None
    shifts, fresh = (moved.shifts, len(moved.articles)) if moved else ((), 0)
    card = Card(room.screen(story), told.coverage.moment, shifts, fresh)
    drawn = render("card.html.j2", card=card)
    return Answer(drawn, told.rests_on, len(drawn))
