from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watch.world import BRIDGE, DAM, World, link, rss, world


@pytest.fixture
def night(tmp_path: Path) -> Iterator[World]:
    """A feed with two articles."""
    with world(tmp_path, {"/feed": rss(link("/dam"), link("/bridge")), "/dam": DAM, "/bridge": BRIDGE}) as made:
        yield made
