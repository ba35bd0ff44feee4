"""What was said, found by its words, its side or its outlet: an index beside the log, made from it by the desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from typing import Any, Protocol, TypeAlias

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    Row,
    Select,
    String,
    Table,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    text,
)

from reportedly.ledger.tables import METADATA

CHOICE = 500  # articles named in one query
TERMS = 12  # words of a query that count
Session: TypeAlias = Callable[[], AbstractContextManager[Connection]]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article: a statement's with whose they are, or a paragraph that is nobody's."""

    article: str
    name: str  # of the statement, "" for a paragraph
    place: int  # number of the paragraph, from 1
    outlet: str
    published: str
    party: str
    kind: str
    speaker: str
    stance: str
    words: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A side or an outlet, and how much it says."""

    name: str
    kind: str  # of a side, "" for outlets
    statements: int
    articles: int
    last: str  # when it was last heard of


class Passages(Protocol):
    """The passages of a ledger."""

    def upto(self) -> int:
        """Return the seq of the entry up to which passages are there."""
        ...

    def put(self, passages: Mapping[str, Sequence[Passage]], upto: int) -> None:
        """Replace the passages of these articles, and note the entry up to which all are there now."""
        ...

    def find(self, words: str, *, statements: bool, limit: int) -> list[Passage]:
        """Return passages that have all of some words, the best first: statements, or paragraphs."""
        ...

    def of(self, *, party: str = "", outlet: str = "", limit: int) -> list[Passage]:
        """Return a side's or an outlet's statements, the newest first."""
        ...

    def parties(self) -> list[Tally]:
        """Return the sides, the most quoted first."""
        ...

    def outlets(self) -> list[Tally]:
        """Return the outlets, the most talkative first."""
        ...


PASSAGE = Table(
    "passage",
    METADATA,
    Column("id", BigInteger, primary_key=True),
    Column("article", String, nullable=False),
    Column("name", String, nullable=False),
    Column("place", Integer, nullable=False),
    Column("outlet", String, nullable=False),
    Column("published", String, nullable=False),
    Column("party", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("speaker", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("words", String, nullable=False),
)
UPTO = Table("passage_upto", METADATA, Column("one", Integer, primary_key=True), Column("seq", BigInteger))
FTS = table("passage_words", column("rowid"))  # SQLite only
_SHOWN = [each for each in PASSAGE.columns if each.name != "id"]
_SAID = PASSAGE.c.name != ""


class SqlPassages:
    """`Passages` over SQLite's FTS5 or PostgreSQL's text search."""

    def __init__(self, reading: Session, writing: Session) -> None:
        """Take how a ledger reads and writes its database."""
        self._reading = reading
        self._writing = writing

    def upto(self) -> int:
        """Return the seq of the entry up to which passages are there."""
        with self._reading() as connection:
            return int(connection.execute(select(UPTO.c.seq)).scalar_one_or_none() or 0)

    def put(self, passages: Mapping[str, Sequence[Passage]], upto: int) -> None:
        """Replace the passages of these articles, and note the entry up to which all are there now."""
        names, rows = sorted(passages), [asdict(each) for of in passages.values() for each in of]
        with self._writing() as connection:
            for start in range(0, len(names), CHOICE):
                choice = PASSAGE.c.article.in_(names[start : start + CHOICE])
                connection.execute(delete(PASSAGE).where(choice))
            if rows:
                connection.execute(insert(PASSAGE), rows)
            connection.execute(delete(UPTO))
            connection.execute(insert(UPTO), {"one": 1, "seq": upto})

    def find(self, words: str, *, statements: bool, limit: int) -> list[Passage]:
        """Return passages that have all of some words, the best first: statements, or paragraphs."""
        terms = _WORD.findall(words)[:TERMS]
        if not terms:
            return []
        kind = _SAID if statements else PASSAGE.c.name == ""
        with self._reading() as connection:
            query = _lite(terms) if connection.dialect.name == "sqlite" else _postgres(terms)
            return [_passage(row) for row in connection.execute(query.where(kind).limit(limit))]

    def of(self, *, party: str = "", outlet: str = "", limit: int) -> list[Passage]:
        """Return a side's or an outlet's statements, the newest first."""
        name = (party or outlet).replace("\0", "")  # which PostgreSQL does not take
        whose = PASSAGE.c.party == name if party else PASSAGE.c.outlet == name
        query = select(*_SHOWN).where(whose, _SAID).order_by(PASSAGE.c.published.desc(), PASSAGE.c.id).limit(limit)
        with self._reading() as connection:
            return [_passage(row) for row in connection.execute(query)]

    def parties(self) -> list[Tally]:
        """Return the sides, the most quoted first."""
        return self._tallied(PASSAGE.c.party, func.max(PASSAGE.c.kind))

    def outlets(self) -> list[Tally]:
        """Return the outlets, the most talkative first."""
        return self._tallied(PASSAGE.c.outlet, literal_column("''"))

    def _tallied(self, name: Column[str], kind: Any) -> list[Tally]:
        number = func.count().label("number")
        columns = (name, kind, number, func.count(PASSAGE.c.article.distinct()), func.max(PASSAGE.c.published))
        query = select(*columns).where(_SAID).group_by(name).order_by(number.desc(), name)
        with self._reading() as connection:
            return [Tally(*row) for row in connection.execute(query)]


def _lite(terms: Sequence[str]) -> Select[Any]:
    """Match with FTS5: every word quoted, so that none is an operator; the last may be a beginning."""
    asked = " ".join(f'"{term}"' for term in terms) + "*"
    query = select(*_SHOWN).join(FTS, FTS.c.rowid == PASSAGE.c.id)
    query = query.where(literal_column("passage_words").op("MATCH")(asked))
    return query.order_by(func.bm25(literal_column("passage_words")), PASSAGE.c.published.desc(), PASSAGE.c.id)


def _postgres(terms: Sequence[str]) -> Select[Any]:
    """Match with text search; the last word may be a beginning."""
    asked = " & ".join(terms) + ":*"
    found = text("found @@ to_tsquery('english', :asked)").bindparams(asked=asked)
    rank = text("ts_rank(found, to_tsquery('english', :ranked)) DESC").bindparams(ranked=asked)
    return select(*_SHOWN).where(found).order_by(rank, PASSAGE.c.published.desc(), PASSAGE.c.id)


def _passage(row: Row[Any]) -> Passage:
    return Passage(*tuple(row))
