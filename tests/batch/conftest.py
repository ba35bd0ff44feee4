from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.alone import files, go

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def pages() -> Path:
    """A story of five pages."""
    return EXAMPLES / "ferry-fire"


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Path:
    """The story read in an undisturbed run, a page a shard and two articles a tile."""
    out = tmp_path_factory.mktemp("batch")
    report = go(out, pages, shard=1, tile=2)
    assert (report.articles, report.aside, report.skipped) == (5, [], {})
    return out


@pytest.fixture(scope="session")
def undisturbed(batch: Path) -> dict[str, bytes]:
    return files(batch)


@pytest.fixture(scope="session")
def manifest(batch: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((batch / "manifest.json").read_bytes())
    return found
