"""Find every attribution in an article: who is said to have said what, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, runtime_checkable

from reportedly.find.marked import Marked
from reportedly.types import Article, Statement

__all__ = ["EventFinder", "Finder", "Found", "find_in", "finder"]


class Finder(Protocol):
    """Anything that finds statements. Voices are left empty: naming is another stage's work."""

    @property
    def version(self) -> str:
        """Return what signs its results; another version is a reason to read an article again."""
        ...

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        """Return each article's statements in order of its text."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article: its statements, and for each of its sentences the events it tells of."""

    statements: list[Statement]
    marked: Sequence[Sequence[Marked]] = ()


@runtime_checkable
class EventFinder(Finder, Protocol):
    """A finder that marks events too; it has read the words already, so that they cost little."""

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        """Return each article's statements and marked sentences; the statements are those of `find`."""
        ...


def find_in(finder: Finder, articles: Sequence[Article]) -> list[Found]:
    """Return what a finder finds, with events where it marks them."""
    if isinstance(finder, EventFinder):
        return finder.find_both(articles)
    return [Found(statements) for statements in finder.find(articles)]


@cache
def finder() -> Finder:
    """Return the finder that ships: the trained reader, its weights loaded once a process."""
    from reportedly.find.reader import Reader  # the runtime takes a while to import

    return Reader()
