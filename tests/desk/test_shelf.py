"""The laws that views rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.desk.plan import Versions, next_reading
from reportedly.desk.shelf import Shelf
from reportedly.desk.slices import gather, newest, room_of
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger
from reportedly.ledger.records import kin_draft
from tests.ledger.samples import article, drafts, keep, statement

NUMBERS = range(6)
NAMES = [article(number).id for number in NUMBERS]
BY = Versions("read 2", "find 2", "link 2")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Six articles; the first was read again, and what was found then is something else."""
    with open_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db") as ledger:
        for number in NUMBERS:
            keep(ledger, number)
        again = article(0)
        found = [statement(again, 2, party="Sudland")]
        ledger.append(next_reading(again, {}, found, BY))
        yield ledger


def content(shelf: Shelf) -> object:
    return shelf.articles, [*shelf.statements()], [*shelf.links()], shelf.rulings


def test_the_newest_reading_counts(ledger: Ledger) -> None:
    shelf = gather(ledger, {NAMES[0]}, ledger.head().seq)
    assert [s.id for s in shelf.statements()] == [f"{NAMES[0]}:s2"]
    assert set(shelf.versions) == {f"{NAMES[0]}:s1", f"{NAMES[0]}:s2"}
    then = gather(ledger, {NAMES[0]}, ledger.head().seq - 2)
    assert [s.id for s in then.statements()] == [f"{NAMES[0]}:s1"]


@given(st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_folding_in_two_goes_is_folding_in_one(ledger: Ledger, cut: int) -> None:
    entries = list(ledger.entries())
    assert content(Shelf().add(entries[:cut]).add(entries[cut:])) == content(Shelf().add(entries))


@given(st.sets(st.sampled_from(NAMES)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_other_articles_change_nothing(ledger: Ledger, names: set[str]) -> None:
    whole, part = Shelf().add(ledger.entries()), gather(ledger, names, ledger.head().seq)
    assert list(part.articles) == [name for name in NAMES if name in names]
    for name in names:
        assert part.of(name) == whole.of(name)


def test_the_newest_article_comes_first(ledger: Ledger) -> None:
    assert list(newest(ledger, ledger.head().seq)) == NAMES[::-1]


def test_rooms(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for number in NUMBERS:
            keep(ledger, number)
        before = ledger.head().seq
        ties = [(1, 0), (2, 1), (3, 1), (5, 4)]
        ledger.append([kin_draft(NAMES[one], NAMES[other], "link 1") for one, other in ties])
        rooms = [{NAMES[n] for n in room} for room in ((0, 1, 2, 3), (4, 5))]
        for name in NAMES:
            assert room_of(ledger, name, ledger.head().seq) in rooms
            assert room_of(ledger, name, before) == {name}


def test_a_statement_entry_without_reading_is_none(tmp_path: Path) -> None:
    made = article(1)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.append([d for d in drafts(made, [statement(made)], []) if d.kind != "reading"])
        assert gather(ledger, {made.id}, ledger.head().seq).of(made.id) == []
