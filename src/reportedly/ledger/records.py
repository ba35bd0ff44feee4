"""How the nouns of the product are written down as entries, and read back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.ledger.codec import decode, encode
from reportedly.ledger.port import Draft, Entry, EntryKind, Json
from reportedly.text import sha256
from reportedly.types import Article, Event, Link, LinkKind, Reason, Statement

DIGITS = 6
KIND = {kind.value: kind for kind in LinkKind}


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


def events_draft(article: Article, events: Sequence[Event], by: str) -> Draft:
    """Record all events of an article, with the hash of the words that name them; a later entry takes its place."""
    body: dict[str, Json] = {"events": [encode(event) for event in events], "words": triggers(events, article)}
    return Draft(EntryKind.EVENT, article.id, body, by, article.published)


def reading_draft(article: Article, statements: Sequence[Statement], by: str) -> Draft:
    """Record which statements one version of the reader found in an article: those, and no others, are its own now."""
    body: dict[str, Json] = {"statements": [statement.id for statement in statements]}
    return Draft(EntryKind.READING, article.id, body, by, article.published)


def links_draft(article: Article, links: Sequence[Link], by: str) -> Draft:
    """Record everything the linker tied an article and its statements to; a later such entry takes this one's place.

    An article has hundreds of links with a dozen reasons each, so they are packed: a link is its kind, the places of
    subject and target among `names`, its score, and its reasons as place among `features` and value in turn. Figures
    keep DIGITS places.
    """
    names = sorted({end for link in links for end in (link.subject, link.target)})
    features = sorted({(reason.feature, reason.note) for link in links for reason in link.reasons})
    name_at = {name: place for place, name in enumerate(names)}
    feature_at = {feature: place for place, feature in enumerate(features)}

    def reasons(link: Link) -> Iterator[Json]:
        for reason in link.reasons:
            yield from (feature_at[reason.feature, reason.note], round(reason.value, DIGITS))

    packed: list[Json] = [
        [x.kind.value, name_at[x.subject], name_at[x.target], round(x.score, DIGITS), list(reasons(x))] for x in links
    ]
    body: dict[str, Json] = {"names": [*names], "features": [[*feature] for feature in features], "links": packed}
    return Draft(EntryKind.LINK, article.id, body, by, article.published)


def kin_draft(article: str, other: str, by: str) -> Draft:
    """Record that whoever looks at one article has to look at the other."""
    return Draft(EntryKind.KIN, article, {}, by, object=other)


def article_of(entry: Entry) -> Article:
    """Return the article an entry records."""
    return decode(Article, _body(entry)["article"])


def statement_of(entry: Entry) -> Statement:
    """Return the statement an entry records."""
    return decode(Statement, _body(entry)["statement"])


def events_of(entry: Entry) -> tuple[Event, ...]:
    """Return the events an entry records."""
    return tuple(decode(Event, event) for event in _body(entry)["events"])


def words_of(entry: Entry) -> str:
    """Return the hash of the words a statement or event entry was made about."""
    return str(_body(entry)["words"])


def found_by(entry: Entry) -> tuple[str, ...]:
    """Return the statements a reading entry lists."""
    return tuple(_body(entry)["statements"])


def links_of(entry: Entry, *, reasons: bool = True) -> tuple[Link, ...]:
    """Return the links an entry records, figures as they were kept; folding needs no reasons, and is faster without."""
    body = _body(entry)
    names, features = body["names"], body["features"]

    def unpacked(packed: list[Any]) -> tuple[Reason, ...]:
        return tuple(
            Reason(features[place][0], float(value), features[place][1])
            for place, value in zip(packed[::2], packed[1::2], strict=True)
        )

    return tuple(
        Link(KIND[kind], names[subject], names[target], float(score), unpacked(packed) if reasons else ())
        for kind, subject, target, score, packed in body["links"]
    )


def words(statement: Statement, article: Article) -> str:
    """Return the SHA-256 of everything a statement points at: source, cue, content, via, one a line."""
    spans = [statement.source, statement.cue, *statement.content, *statement.via_spans]
    return sha256("\n".join("" if span is None else span.of(article.text) for span in spans))


def triggers(events: Sequence[Event], article: Article) -> str:
    """Return the SHA-256 of the words that name events, one event a line."""
    return sha256("\n".join(event.trigger.of(article.text) for event in events))


def _body(entry: Entry) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(entry.body)
    return body
