"""Fixtures that more than one folder of tests needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Server, installed, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for this session."""
    if not installed():
        pytest.skip("PostgreSQL is NOT TESTED here: install Debian's postgresql package")
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A path or URL where no ledger is yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    server: Server = request.getfixturevalue("server")
    return server.fresh()
