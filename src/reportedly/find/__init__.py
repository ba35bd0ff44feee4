"""Find every attribution in an article: who is said to have said what, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from reportedly.types import Article, Statement

__all__ = ["Finder", "finder"]


class Finder(Protocol):
    """Anything that finds statements. Voices are left empty: naming is another stage's work."""

    @property
    def version(self) -> str:
        """Return what signs its results; another version is a reason to read an article again."""
        ...

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        """Return each article's statements in order of its text. Many articles at a time are faster than one."""
        ...


@cache
def finder() -> Finder:
    """Return the finder that ships: the trained reader, its weights loaded once a process."""
    from reportedly.find.reader import Reader  # the runtime takes a while to import

    return Reader()
