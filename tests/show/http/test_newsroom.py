"""Following the log: what readers have at hand is folded again before they ask, and is what anybody would fold then."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.desk import Act, Desk
from reportedly.show.gather import gather
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web.stories import stories
from reportedly.types import Story
from tests.show import served

RIVER = {
    "outlet": "River Post",
    "published": "2031-06-09",
    "title": "Hundreds wait at the river",
    "text": "Thule said that the river at Zamora had risen by two metres. Boats were tied up along its banks.",
    "url": "https://river.example/zamora",
}


@pytest.fixture
def room(served_desk: Desk) -> Newsroom:
    return Newsroom(served_desk)


def at_hand(room: Newsroom) -> set[str]:
    """Return the stories that are there without waiting."""
    found = (room.answers.kept(("told", story.id, "")) for story in room.view().stories())
    return {told.story.id for told in found if told is not None}


def story_of(room: Newsroom, outlet: str) -> Story:
    article = next(article for article in room.view().articles() if article.outlet == outlet)
    return room.view().story_of(article.id)


@pytest.mark.parametrize("record", [served.MORE, RIVER], ids=["in a story", "in one of its own"])
def test_a_story_that_moves_is_folded_before_it_is_asked_for(
    room: Newsroom, record: dict[str, str], tmp_path: Path
) -> None:
    stories(room, None, "")
    served.add(room.desk, record, tmp_path)
    before = stories(room, None, "").body
    assert record["outlet"] not in before, "until the log was followed"
    assert room.follow() is not None
    moved = story_of(room, record["outlet"])
    told = room.answers.kept(("told", moved.id, ""))
    assert told.story == moved
    assert told.coverage == gather(room.view(), story=moved.id)
    assert room.answers.kept(("brief", moved.id, "", "")) == Newsroom(room.desk).brief(moved.id)
    assert stories(room, None, "").body == stories(Newsroom(room.desk), None, "").body != before


@pytest.mark.parametrize("asked", [True, False])
def test_while_nobody_asks_nothing_is_folded(room: Newsroom, asked: bool, tmp_path: Path) -> None:
    stories(room, None, "")
    served.add(room.desk, RIVER, tmp_path)
    room.follow()
    served.add(room.desk, served.MORE, tmp_path)
    if asked:
        stories(room, None, "")
    room.follow()
    assert (story_of(room, "Second Wire").id in at_hand(room)) == asked


def test_a_decision_drops_everything(room: Newsroom) -> None:
    stories(room, None, "")
    statement = next(iter(room.view().statements()))
    room.desk.correct(Act.STANCE, statement.id, by="ada", reason="it only wondered", value="doubts")
    room.follow()
    assert at_hand(room) == set()


def test_of_many_stories_only_some_are_folded_ahead(
    room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.show.http.newsroom.AHEAD", 1)
    stories(room, None, "")
    for record in (RIVER, served.MORE):
        served.add(room.desk, record, tmp_path)
    room.follow()
    moved = {story_of(room, outlet).id for outlet in ("River Post", "Second Wire")}
    assert moved & at_hand(room) == {story_of(room, "Second Wire").id}, "first the one that readers had at hand"
    assert stories(room, None, "").body == stories(Newsroom(room.desk), None, "").body
