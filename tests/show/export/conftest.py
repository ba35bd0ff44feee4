from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.desk import Desk
from tests.show.export.ledgers import decent, hostile


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A decent ledger, which nobody changes."""
    folder = tmp_path_factory.mktemp("sound")
    with decent(folder / "ledger.db", folder) as desk:
        yield desk


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A hostile ledger, which nobody changes."""
    with hostile(tmp_path_factory.mktemp("odd") / "ledger.db") as desk:
        yield desk


@pytest.fixture(params=["sound", "odd"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """Each of the two in turn."""
    found: Desk = request.getfixturevalue(request.param)
    return found
