from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import open_ledger
from reportedly.ledger.port import Entry, Ledger, LedgerError
from reportedly.ledger.transfer import copy
from reportedly.ledger.verify import verify
from tests.databases import Server
from tests.ledger.samples import fill, keep


def content(ledger: Ledger) -> tuple[list[Entry], dict[str, bytes]]:
    return list(ledger.entries()), {name: ledger.capture(name) for name in ledger.captures()}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "other.db") as ledger:
        yield ledger


def test_there_and_back(where: str, other: Ledger, tmp_path: Path) -> None:
    with open_ledger(where) as ledger, open_ledger(tmp_path / "back.db") as back:
        fill(ledger, 20)
        assert copy(ledger, other) == ledger.head()
        copy(other, back)
        assert content(back) == content(other) == content(ledger)
        assert verify(back).fault == ""


def test_from_a_file_to_a_server(server: Server, other: Ledger) -> None:
    fill(other, 20)
    with open_ledger(server.fresh()) as ledger:
        copy(other, ledger)
        assert content(ledger) == content(other)
        assert verify(ledger).fault == ""


def test_a_copy_goes_on_where_it_stopped(where: str, other: Ledger) -> None:
    with open_ledger(where) as ledger:
        fill(ledger, 3)
        copy(ledger, other)
        keep(ledger, 7)
        copy(ledger, other)
        assert content(other) == content(ledger)


def test_another_ledger_is_left_alone(where: str, other: Ledger) -> None:
    with open_ledger(where) as ledger:
        fill(ledger, 3)
        keep(other, 9)
        before = content(other)
        with pytest.raises(LedgerError, match="no copy of the source"):
            copy(ledger, other)
        assert content(other) == before


def test_a_longer_target_is_left_alone(where: str, other: Ledger) -> None:
    with open_ledger(where) as ledger:
        fill(ledger, 3)
        copy(ledger, other)
        keep(other, 9)
        with pytest.raises(LedgerError, match="no copy of the source"):
            copy(ledger, other)
