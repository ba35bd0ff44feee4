"""How the nouns of the product are written down as entries, and read back."""

from __future__ import annotations

import json
from typing import Any

from reportedly.ledger.codec import decode, encode
from reportedly.ledger.port import Draft, Entry, EntryKind, Json
from reportedly.text import sha256
from reportedly.types import Article, Link, Statement


def capture_draft(article: Article, size: int, by: str) -> Draft:
    """Record that raw bytes were kept: where they came from and how many they are."""
    body: dict[str, Json] = {"source": article.source, "url": article.url, "bytes": size}
    return Draft(EntryKind.CAPTURE, article.capture, body, by, article.published)


def article_draft(article: Article, by: str) -> Draft:
    """Record one reading of a document."""
    return Draft(EntryKind.ARTICLE, article.id, {"article": encode(article)}, by, article.published, article.capture)


def statement_draft(statement: Statement, article: Article, by: str) -> Draft:
    """Record a statement, with the hash of its words as they stand in the article."""
    body: dict[str, Json] = {"statement": encode(statement), "words": words(statement, article)}
    said = statement.said or article.published
    return Draft(EntryKind.STATEMENT, statement.id, body, by, said, statement.article)


def reading_draft(article: Article, statements: list[Statement], by: str) -> Draft:
    """Record which statements one version of the reader found in an article: those, and no others, are its own now."""
    body: dict[str, Json] = {"statements": [statement.id for statement in statements]}
    return Draft(EntryKind.READING, article.id, body, by, article.published)


def link_draft(link: Link, by: str) -> Draft:
    """Record what the linker tied together."""
    return Draft(EntryKind.LINK, link.subject, {"link": encode(link)}, by, object=link.target)


def article_of(entry: Entry) -> Article:
    """Return the article an entry records."""
    return decode(Article, _body(entry)["article"])


def statement_of(entry: Entry) -> Statement:
    """Return the statement an entry records."""
    return decode(Statement, _body(entry)["statement"])


def words_of(entry: Entry) -> str:
    """Return the hash of the words a statement entry was made about."""
    return str(_body(entry)["words"])


def found_by(entry: Entry) -> tuple[str, ...]:
    """Return the statements a reading entry lists."""
    return tuple(_body(entry)["statements"])


def link_of(entry: Entry) -> Link:
    """Return the link an entry records."""
    return decode(Link, _body(entry)["link"])


def words(statement: Statement, article: Article) -> str:
    """Return the SHA-256 of everything a statement points at: source, cue, content, via, one a line."""
    spans = [statement.source, statement.cue, *statement.content, *statement.via_spans]
    return sha256("\n".join("" if span is None else span.of(article.text) for span in spans))


def _body(entry: Entry) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(entry.body)
    return body
