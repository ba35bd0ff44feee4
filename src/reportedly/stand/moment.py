"""World time: when a statement was made, and when a reader could first know of it."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.types import Article, Statement

DAY = 10  # characters of an ISO date
_END_OF_DAY = "T23:59:59"


def known_at(statement: Statement, articles: Mapping[str, Article]) -> str:
    """Return the moment a statement could first be read: its article's publication, else when it was said, else ""."""
    article = articles.get(statement.article)
    return (article.published if article is not None else "") or _last(statement.said)


def made_at(statement: Statement, articles: Mapping[str, Article]) -> str:
    """Return when a statement was made, as exactly as is known.

    A bare day equal to the day of publication takes the time of publication; an interval counts from its end.
    """
    known, said = known_at(statement, articles), _last(statement.said)
    if not said or (len(said) <= DAY and known.startswith(said)):
        return known
    return said


def by(moment: str, as_of: str) -> bool:
    """Tell whether a moment lies no later than `as_of`. An unknown moment always does; a bare day ends at midnight."""
    return not as_of or not moment or _comparable(moment, late=False) <= _comparable(as_of, late=True)


def _last(said: str) -> str:
    return said.rpartition("/")[2]


def _comparable(moment: str, *, late: bool) -> str:
    """Make two ISO moments of different precision comparable as strings, zones left aside."""
    local = moment.replace(" ", "T").removesuffix("Z")
    return local + _END_OF_DAY if late and len(local) <= DAY else local
