"""World time: when a statement was made, and when a reader could first know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.types import Article, Origin, Statement

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


def moments(
    statements: Iterable[Statement], articles: Mapping[str, Article], origins: Mapping[str, Origin]
) -> dict[str, str]:
    """Return when each statement was made, by its id.

    All that goes back to one origin was made when the earliest of it was: a copy that appears a day later says nothing
    new.
    """
    made = {s.id: made_at(s, articles) for s in statements}
    earliest: dict[str, str] = {}
    for name, moment in made.items():
        origin = origins[name].id if name in origins else name
        earliest[origin] = min(moment, earliest.get(origin, moment)) or moment or earliest.get(origin, "")
    return {name: earliest[origins[name].id if name in origins else name] for name in made}


def by(moment: str, as_of: str) -> bool:
    """Tell whether a moment lies no later than `as_of`. An unknown moment always does; a bare day ends at midnight."""
    return not as_of or not moment or _comparable(moment, late=False) <= _comparable(as_of, late=True)


def _last(said: str) -> str:
    return said.rpartition("/")[2]


def _comparable(moment: str, *, late: bool) -> str:
    """Make two ISO moments of different precision comparable as strings, zones left aside."""
    local = moment.replace(" ", "T").removesuffix("Z")
    return local + _END_OF_DAY if late and len(local) <= DAY else local
