"""Saved pages and briefings of real news, where ../shared lies beside the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.read import read
from reportedly.types import Article, Skipped

REAL = Path(__file__).parents[2] / "shared" / "real"


def saved() -> Iterator[tuple[str, Article]]:
    """Yield the name of each file that can be read, and its article; nothing where there is no such folder."""
    for reading in read([str(REAL / "pages"), str(REAL / "briefings")]) if REAL.is_dir() else ():
        if not isinstance(reading, Skipped):
            yield reading.article.source.rpartition("/")[2], reading.article
