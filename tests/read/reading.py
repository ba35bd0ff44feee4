"""Short ways to read in tests and to look at what was read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportedly.read import Document, Fetcher, read
from reportedly.types import Article, Role, Skipped


def articles(*sources: Path | str, fetch: Fetcher | None = None) -> list[Article]:
    """Return what was read; fails where anything was skipped."""
    readings = list(read(map(str, sources), fetch=fetch))
    assert all(isinstance(reading, Document) for reading in readings), readings
    return [reading.article for reading in readings if isinstance(reading, Document)]


def only(*sources: Path | str, fetch: Fetcher | None = None) -> Article:
    """Return the one article that was read."""
    (article,) = articles(*sources, fetch=fetch)
    return article


def reasons(*sources: Path | str, fetch: Fetcher | None = None) -> list[str]:
    """Return why things were skipped; fails where anything was read."""
    readings = list(read(map(str, sources), fetch=fetch))
    assert all(isinstance(reading, Skipped) for reading in readings), readings
    return [reading.reason for reading in readings if isinstance(reading, Skipped)]


def rows(article: Article, *roles: Role) -> list[tuple[Role, str]]:
    """Return the blocks of an article, or those of some roles, with their words."""
    return [(b.role, b.span.of(article.text)) for b in article.blocks if not roles or b.role in roles]


def words(article: Article, roles: Iterable[Role]) -> list[str]:
    """Return the words of the blocks of some roles."""
    wanted = set(roles)
    return [b.span.of(article.text) for b in article.blocks if b.role in wanted]
