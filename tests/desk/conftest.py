from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from tests.desk.news import News
from tests.desk.standin import StandIn

Write = Callable[[Sequence[News]], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write articles to a file that can be read, and return its path."""

    def write(news: Sequence[News]) -> str:
        path = tmp_path / f"news{len(list(tmp_path.glob('news*')))}.jsonl"
        path.write_text("".join(f"{json.dumps(article.record)}\n" for article in news), "utf-8")
        return str(path)

    return write


@pytest.fixture
def desk(where: str) -> Iterator[Desk]:
    """A desk over an empty ledger, on each database in turn."""
    with Desk(open_ledger(where), StandIn()) as desk:
        yield desk
