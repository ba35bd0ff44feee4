from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.desk import Desk
from tests.show import served


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small ledger, read once."""
    folder = tmp_path_factory.mktemp("served")
    with served.desk(folder):
        pass
    return folder


@pytest.fixture(scope="session")
def common_desk(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over a ledger that no test changes."""
    folder = shutil.copytree(template, tmp_path_factory.mktemp("common"), dirs_exist_ok=True)
    with served.desk(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(common_desk: Desk) -> Iterator[TestClient]:
    """A visitor of a server without users, over a ledger that no test changes."""
    with served.visiting(common_desk) as client:
        yield client


@pytest.fixture
def served_desk(template: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a ledger of its own that holds the articles of `served`."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    with served.desk(tmp_path) as opened:
        yield opened


@pytest.fixture
def staffed(served_desk: Desk) -> Iterator[TestClient]:
    """A visitor of a server with an editor and a reader, not logged in yet."""
    served.people(served_desk)
    with served.visiting(served_desk) as client:
        yield client
