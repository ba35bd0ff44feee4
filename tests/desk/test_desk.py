"""The flow from sources to claims, on every database."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportedly
from reportedly.desk import Desk, Kept, NotFoundError, ReadTotals, Unchanged, View, versions
from reportedly.ledger import open_ledger
from reportedly.types import Skipped, Stance, Standing
from tests.desk.conftest import Write
from tests.desk.news import BRIDGE, NEWS, TARIFF
from tests.desk.standin import StandIn


def stances(desk: View, title: str) -> dict[str, Stance]:
    (story,) = [story for story in desk.stories() if title in story.title]
    return {p.party: p.stance for view in desk.claims(story=story.id) for p in view.positions}


def test_reading_tells_what_became_of_each_input(desk: Desk, write: Write, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("")
    outcomes = list(desk.reading(write(NEWS[:2]), str(tmp_path / "empty.html")))
    assert [type(outcome) for outcome in outcomes] == [Kept, Kept, Skipped]
    kept = outcomes[0]
    assert isinstance(kept, Kept)
    assert kept.article.title == NEWS[0].title
    assert [statement.voice.party for statement in kept.statements] == ["Russia"]
    assert desk.article(kept.article.id) == kept.article


def test_reading_the_same_again_changes_nothing(desk: Desk, write: Write, where: str) -> None:
    source = write(NEWS)
    assert desk.read(source) == ReadTotals(kept=4, statements=5)
    head = desk.ledger.head()
    assert desk.read(source) == ReadTotals(unchanged=4)
    with Desk(open_ledger(where), StandIn()) as again:
        assert [type(outcome) for outcome in again.reading(source)] == [Unchanged] * 4
    assert desk.ledger.head() == head


def test_progress_is_told_of_each_input(desk: Desk, write: Write) -> None:
    told: list[object] = []
    desk.read(write(NEWS), progress=told.append)
    assert len(told) == 4


def test_claims_have_sides(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    assert stances(desk, "bridge") == {
        "Russia": Stance.ASSERTS,
        "Ukraine": Stance.DENIES,
        "NATO": Stance.CONFIRMS,
    }
    assert stances(desk, "tariffs") == {"France": Stance.ASSERTS, "Germany": Stance.DENIES}
    assert [story.title for story in desk.stories()] == ["France to raise tariffs on steel in June", BRIDGE[0].title]


def test_the_parts_of_a_story_belong_together(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    story = next(story for story in desk.stories() if "bridge" in story.title)
    articles = {article.id for article in desk.articles(story=story.id)}
    assert articles == set(story.articles)
    statements = desk.statements(story=story.id)
    assert {statement.article for statement in statements} == articles
    (view,) = desk.claims(story=story.id)
    assert view.claim.id in story.claims
    assert desk.claim(view.claim.id) == view
    assert {s.id for s in desk.statements(claim=view.claim.id)} == set(view.claim.statements)
    origins = desk.origins(claim=view.claim.id)
    assert {name for origin in origins for name in origin.statements} == set(view.claim.statements)
    for statement in statements:
        assert desk.claim_of(statement.id) == view
        assert desk.origin_of(statement.id) in origins
        found = desk.pin(statement.id)
        assert desk.article(statement.article).text[found.start : found.end] == found.exact


def test_world_time(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    then = desk.at(as_of="2031-05-02")
    assert stances(then, "bridge") == {"Russia": Stance.ASSERTS, "Ukraine": Stance.DENIES}
    assert len(list(then.articles())) == 2
    assert len(then.statements()) == 2
    assert [view.standing for view in then.claims()] == [Standing.DISPUTED]
    assert list(desk.at(as_of="2030").stories()) == []


def test_ledger_time(desk: Desk, write: Write) -> None:
    desk.read(write([BRIDGE[2]]))
    known_at = desk.ledger.head().at
    desk.read(write([BRIDGE[1], TARIFF]))
    then = desk.at(known_at=known_at)
    assert stances(then, "bridge") == {"NATO": Stance.CONFIRMS}
    assert len(list(then.stories())) == 1
    assert desk.claims(known_at=known_at) == then.claims()
    assert desk.claims() != then.claims()


def test_who_moved(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    (story,) = [story.id for story in desk.stories() if "bridge" in story.title]
    moved = desk.shifts(desk.at(as_of="2031-05-02"), story=story)
    assert [(shift.party, shift.before, shift.after) for shift in moved] == [("NATO", None, Stance.CONFIRMS)]
    for shift in moved:
        assert desk.statement(shift.statement).voice.party == shift.party
    assert desk.shifts(desk, story=story) == []


def test_why(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    statement = desk.statements()[0]
    why = desk.why(statement.id)
    assert why.machine == statement
    assert why.by[0] == versions(StandIn()).find
    assert why.links
    assert all(statement.id in (link.subject, link.target) and link.reasons for link in why.links)
    view = desk.claim_of(statement.id)
    assert view is not None
    assert set(why.links) <= set(desk.why(view.claim.id).links)


def test_parties(desk: Desk, write: Write) -> None:
    desk.read(write(NEWS))
    assert {(party.party, party.statements) for party in desk.parties()} == {
        ("Russia", 1),
        ("Ukraine", 1),
        ("NATO", 1),
        ("France", 1),
        ("Germany", 1),
    }


@pytest.mark.parametrize("name", ["a000000000000", "c000", "t000", "x"])
def test_what_is_not_there(desk: Desk, write: Write, name: str) -> None:
    desk.read(write(NEWS))
    with pytest.raises(NotFoundError, match=name):
        desk.why(name)


def test_two_articles_of_one_id(desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.read.article.sha256", lambda text: "0" * 12 + reportedly.text.sha256(text)[12:])
    desk.read(write(NEWS[:1]))
    (outcome,) = desk.reading(write(NEWS[1:2]))
    assert isinstance(outcome, Skipped)
    assert "has its id" in outcome.reason


def test_the_public_door(tmp_path: Path) -> None:
    with reportedly.open(tmp_path / "crisis.db") as desk:
        assert desk.claims() == []
        assert desk.verify().fault == ""


def test_an_id_that_was_given_out_stays_good(desk: Desk, write: Write) -> None:
    desk.read(write([BRIDGE[1]]))
    (story,) = desk.stories()
    (view,) = desk.claims(story=story.id)
    desk.read(write([BRIDGE[0]]))  # an earlier article turns up
    found = desk.story(story.id)
    assert len(found.articles) == 2
    assert found.id != story.id
    assert set(view.claim.statements) < set(desk.claim(view.claim.id).claim.statements)
    assert desk.claims(story=story.id) == desk.claims(story=found.id)
