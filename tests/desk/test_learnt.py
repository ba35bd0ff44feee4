"""Notes spare work and change nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.desk import Desk, learnt, versions
from reportedly.ledger import open_ledger
from reportedly.ledger.port import EntryKind, Ledger
from reportedly.link.profile import Profile, profile
from reportedly.types import Article, Statement
from tests.desk.conftest import Write
from tests.desk.news import NEWS
from tests.desk.standin import StandIn


def content(ledger: Ledger) -> list[tuple[str, str, str]]:
    return [(entry.kind, entry.subject, entry.body) for entry in ledger.entries()]


def read(where: Path, *sources: str) -> list[tuple[str, str, str]]:
    with Desk(open_ledger(where), StandIn()) as desk:
        desk.read(*sources)
        return content(desk.ledger)


def spoilt(ledger: Ledger) -> dict[str, bytes]:
    """Return notes of the names that a run will ask for, with nothing in them that it can read."""
    by = versions(StandIn())
    names = [entry.subject for entry in ledger.entries(kinds={EntryKind.ARTICLE})]
    return {f"memory {by.find} {by.link}": b"{}"} | {f"profile {by.find} {by.link} {name}": b"[1]" for name in names}


@pytest.mark.parametrize("spoil", [False, True])
def test_a_later_run_goes_on_like_the_same_run(tmp_path: Path, write: Write, spoil: bool) -> None:
    first, second = write(NEWS[:3]), write(NEWS[3:])
    expected = read(tmp_path / "one.db", first, second)
    read(tmp_path / "two.db", first)
    with open_ledger(tmp_path / "two.db") as ledger:
        ledger.remember(spoilt(ledger) if spoil else {})
    assert read(tmp_path / "two.db", second) == expected


def test_what_is_noted_is_not_computed_again(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path / "ledger.db", write(NEWS[:3]))
    computed: list[Article] = []

    def counted(article: Article, statements: Sequence[Statement]) -> Profile:
        computed.append(article)
        return profile(article, statements)

    monkeypatch.setattr(learnt, "profile", counted)
    read(tmp_path / "ledger.db", write(NEWS[3:]))
    assert [article.title for article in computed] == [NEWS[3].title]
