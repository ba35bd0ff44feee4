"""kill -9, and several writers at once. `measure.ledger` does the same on a larger scale."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from measure.crashes import killed, numbered, together, write
from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from tests.databases import Server
from tests.desk.news import NEWS, News
from tests.desk.standin import StandIn

pytestmark = pytest.mark.slow
KILLS = 20
COPIES = 6


def news() -> list[dict[str, str]]:
    """Return the sample news over and over, no two articles alike."""
    numbered = itertools.product(range(COPIES), NEWS)
    return [News(n.outlet, n.published, n.title, f"{n.text} Edition {number}.").record for number, n in numbered]


def test_a_killed_run_leaves_a_whole_ledger(tmp_path: Path) -> None:
    result = killed(write(news(), tmp_path / "news.jsonl"), numbered(tmp_path), StandIn(), KILLS)
    assert result.faults == ()
    assert result.kills == KILLS


def test_a_killed_run_leaves_a_whole_ledger_on_a_server(tmp_path: Path, server: Server) -> None:
    result = killed(write(news(), tmp_path / "news.jsonl"), server.fresh, StandIn(), 5)
    assert result.faults == ()


def test_four_writers(tmp_path: Path, where: str) -> None:
    articles = news()
    source = write(articles, tmp_path / "news.jsonl")
    assert together([source] * 4, where, StandIn()) == ()
    with Desk(open_ledger(where)) as desk:
        assert len(list(desk.articles())) == len(articles)
