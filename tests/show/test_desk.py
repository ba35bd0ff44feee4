"""The desk that `reportedly.open` hands out: everything a desk can do, and its brief."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

import reportedly
from reportedly import desk
from reportedly.show.brief.model import Brief
from tests.desk.conftest import Write, write
from tests.desk.news import NEWS
from tests.desk.standin import StandIn

__all__ = ["write"]  # the fixture


@pytest.fixture
def opened(tmp_path: Path, write: Write) -> reportedly.Desk:
    opened = reportedly.open(tmp_path / "l.db")
    opened._finder = StandIn()
    opened.read(write(NEWS))
    return opened


def test_a_brief_is_a_value_that_prints_itself(opened: reportedly.Desk) -> None:
    brief = opened.brief()
    assert isinstance(brief, Brief)
    assert {story.title for story in brief.stories} == {story.title for story in opened.stories()}
    assert str(brief).startswith("Who says so: 2 stories, 4 articles\n")
    assert brief.to_markdown().startswith("**Who says so")
    assert json.loads(brief.to_json())["moment"] == brief.moment
    frame = brief._repr_html_()
    assert frame.startswith('<iframe srcdoc="')
    assert brief.to_html() == unescape(frame.split('"')[1])


def test_a_brief_of_one_story_since_a_moment_and_of_another_moment(opened: reportedly.Desk) -> None:
    story = opened.brief(stories=1).stories[0]
    assert opened.brief(story=story.id).stories == (story,)
    assert opened.brief(stories=1).more
    assert len(opened.brief(since="2031-05-03").quiet) == 1
    then = opened.at(as_of="2031-05-02")
    assert "NATO" in str(opened.brief())
    assert "NATO" not in str(then.brief())
    assert opened.brief(headlines=0).stories[0].headline == ()


def test_the_machines_brief_knows_of_no_decision(opened: reportedly.Desk) -> None:
    before = opened.brief()
    denial = next(s for s in opened.statements() if s.voice.party == "Ukraine")
    opened.correct("reject", denial.id, by="ada", reason="read it twice")
    assert "read it twice" in str(opened.brief())
    assert opened.machine.brief() == before


def test_it_is_a_desk(opened: reportedly.Desk) -> None:
    assert isinstance(opened, desk.Desk)
    assert isinstance(opened.at(), desk.View)
    assert opened.claims(as_of="2031-05-02") == opened.at(as_of="2031-05-02").claims()
    with pytest.raises(desk.NotFoundError):
        opened.brief(story="t0")
