"""No room, and no right to write: a clear error, and the ledger as it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.ledger import open_ledger
from reportedly.ledger.port import FullError, LedgerError, ReadOnlyError
from reportedly.ledger.store import SqlLedger
from reportedly.ledger.verify import verify
from reportedly.text import sha256
from tests.ledger.samples import fill, keep

BULK = os.urandom(1 << 20)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes. Mounting one takes root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"a full disk is NOT TESTED here: no right to mount one ({mounted.stderr.decode().strip()})")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    with open_ledger(small_disk / "ledger.db") as ledger:
        fill(ledger, 3)
        head = ledger.head()
        with pytest.raises(FullError, match="no room left"):
            for number in range(10):
                ledger.append([], {sha256(BULK[number:]): BULK[number:]})
        assert ledger.head() == head
    with open_ledger(small_disk / "ledger.db") as ledger:
        assert list(ledger.entries())[-1].seq == head.seq
        assert "is in no entry" in verify(ledger).fault  # only the captures this test put in without one


def test_a_full_database(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert isinstance(ledger, SqlLedger)
        fill(ledger, 3)
        with ledger._backend.engine.connect() as connection:
            connection.execute(
                text(f"PRAGMA max_page_count = {connection.execute(text('PRAGMA page_count')).scalar()}")
            )
        head = ledger.head()
        with pytest.raises(FullError, match="nothing of this append was kept"):
            for number in range(10, 100):
                keep(ledger, number)
        assert verify(ledger).fault == ""
        assert ledger.head().seq >= head.seq
    with open_ledger(tmp_path / "ledger.db") as ledger:
        keep(ledger, 100)  # there is room again
        assert verify(ledger).fault == ""


@pytest.fixture
def frozen(small_disk: Path) -> Iterator[Path]:
    """A ledger of three articles on a disk that has become read-only."""
    with open_ledger(small_disk / "ledger.db") as ledger:
        fill(ledger, 3)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    yield small_disk / "ledger.db"
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


def test_a_read_only_disk(frozen: Path) -> None:
    with open_ledger(frozen) as ledger:
        assert verify(ledger).fault == ""
        with pytest.raises(ReadOnlyError, match="cannot be written"):
            keep(ledger, 9)
        assert verify(ledger).pins == 3


def test_no_ledger_is_made_on_a_read_only_disk(frozen: Path) -> None:
    with pytest.raises(LedgerError, match=r"other\.db"):
        open_ledger(frozen.with_name("other.db"))


def test_a_read_only_session(server_url: str) -> None:
    with open_ledger(server_url) as ledger:
        fill(ledger, 3)
    with open_ledger(f"{server_url}&options=-c%20default_transaction_read_only%3Don") as ledger:
        with pytest.raises(ReadOnlyError, match="cannot be written"):
            keep(ledger, 9)
        assert verify(ledger).fault == ""


@pytest.fixture
def server_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue("server").fresh()
    return url
