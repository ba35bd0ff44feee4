"""Statements as FollowTheMoney has them, a JSON object a line (https://followthemoney.tech/docs/statements/).

An article is an Article, a party a LegalEntity or one of its kinds, an attribution a Documentation that ties the two
with the stance as its role, and a claim a Note on the parties that take one: it is no Event, as nobody but they says
that it happened.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from reportedly.show.export.as_json import dumps
from reportedly.show.export.names import uuid
from reportedly.show.export.part import Part, parts
from reportedly.show.export.table import whole
from reportedly.show.export.web_annotations import addressable
from reportedly.types import ClaimView, PartyKind, Statement

if TYPE_CHECKING:
    from reportedly.desk import View

DATASET = "reportedly"
SCHEMATA = {
    PartyKind.STATE: "PublicBody",
    PartyKind.AGENCY: "Organization",
    PartyKind.BLOC: "Organization",
    PartyKind.ARMED_GROUP: "Organization",
    PartyKind.OUTLET: "Organization",
    PartyKind.COMPANY: "Company",
}  # the rest are LegalEntity: nobody says whether one person or many
_LINGUAL = frozenset({"title", "summary", "description"})
_YEARS = re.compile("[12]")  # it knows no others than those from 1000 to 2999
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one property; `original` is what it was made from, where that differs."""

    prop: str
    value: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with its values; `seen` is the ledger time at which it was first read of."""

    id: str
    schema: str
    seen: str
    values: tuple[Value, ...]


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the statements about one story or about all."""
    for entity in _entities(view, story):
        for value in dict.fromkeys(entity.values):
            if value.value:
                file.write(dumps(_row(entity, value)) + b"\n")


def _row(entity: Entity, value: Value) -> dict[str, str | bool | None]:
    language = "eng" if value.prop in _LINGUAL else None
    key = f"{DATASET}.{entity.id}.{value.prop}.{value.value}" + (f"@{language}" if language else "")
    return {
        "canonical_id": entity.id,
        "entity_id": entity.id,
        "prop": value.prop,
        "schema": entity.schema,
        "value": value.value,
        "dataset": DATASET,
        "lang": language,
        "original_value": value.original if value.original not in {"", value.value} else None,
        "first_seen": entity.seen,
        "last_seen": entity.seen,
        "external": False,
        "origin": None,
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }


def _entities(view: View, story: str) -> Iterator[Entity]:
    met = set[str]()
    for part in parts(view, story):
        yield from _articles(part)
        for statement in part.statements.values():
            voice, seen = statement.voice, part.read_at[statement.article]
            party = _id("party", voice.party)
            if party not in met:
                met.add(party)
                schema = SCHEMATA.get(voice.kind, "LegalEntity")
                yield Entity(party, schema, seen, (Value("name", _text(voice.party) or "unnamed"),))
            yield _attribution(part, statement)
        yield from (_note(part, claim) for claim in part.claims)


def _articles(part: Part) -> Iterator[Entity]:
    for article in part.articles.values():
        values = (
            Value("fileName", f"{_id('article', article.id)}.txt"),
            Value("title", _text(article.title), article.title),
            Value("publisher", _text(article.outlet), article.outlet),
            Value("author", _text(article.author), article.author),
            Value("publishedAt", _day(article.published), article.published),
            Value("sourceUrl", article.url if addressable(article.url) else ""),
        )
        yield Entity(_id("article", article.id), "Article", part.read_at[article.id], values)


def _attribution(part: Part, statement: Statement) -> Entity:
    pin = part.pins[statement.id]
    words = pin.exact if pin is not None else ""
    values = (
        Value("document", _id("article", statement.article)),
        Value("entity", _id("party", statement.voice.party)),
        Value("role", statement.stance.value or statement.act.value),
        Value("summary", _text(words), words),
        Value("date", _day(statement.said), statement.said),
        Value("recordId", _text(statement.id)),
    )
    return Entity(_id("statement", statement.id), "Documentation", part.read_at[statement.article], values)


def _note(part: Part, claim: ClaimView) -> Entity:
    articles = dict.fromkeys(name.partition(":")[0] for name in claim.claim.statements)
    times = [part.read_at[name] for name in articles if name in part.read_at]
    values = (
        Value("name", _text(claim.claim.gist) or "unnamed"),
        Value("description", f"{claim.standing.value}: {_text(claim.rule)}"),
        Value("keywords", claim.standing.value),
        *(Value("entity", _id("party", position.party)) for position in claim.positions),
        *(Value("proof", _id("article", name)) for name in articles),
    )
    return Entity(_id("claim", claim.claim.id), "Note", min(times, default=""), values)


def _id(kind: str, name: str) -> str:
    plain = f"{kind}-{name.replace(':', '.')}"
    return plain if kind != "party" and _ID.fullmatch(plain) else f"{kind}-{uuid(kind, name).hex}"


def _day(moment: str) -> str:
    """Return the day of a moment (its last, of an interval) as YYYY-MM-DD, "" where it has none."""
    text = moment.rpartition("/")[2][:10]
    if not _YEARS.match(text):
        return ""
    try:
        return text if date.fromisoformat(text).isoformat() == text else ""
    except ValueError:
        return ""


def _text(text: str) -> str:
    """Return text without control characters and runs of white space, as FollowTheMoney keeps it."""
    return " ".join("".join(c if c.isprintable() else " " for c in whole(text)).split())
