"""The datasets: their columns, and the rows that a room comes to.

Spans are lists of two offsets in code points of the article's text, end exclusive; moments are ISO 8601, "" where they
are unknown. `published` is the article's, in every dataset: the partition is cut by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from reportedly.batch.event_rows import event_row
from reportedly.desk.room import Room
from reportedly.types import Article, ClaimView, Copy, Quantity, Span, Statement

Row: TypeAlias = "dict[str, Any]"

_TEXT, _NUMBER, _OFFSET, _FLAG = pa.string(), pa.float64(), pa.int32(), pa.bool_()
_TEXTS, _SPAN = pa.list_(_TEXT), pa.list_(_OFFSET)
_SPANS = pa.list_(_SPAN)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Columns, and those that put its rows in order."""

    schema: pa.Schema
    by: tuple[str, ...]

    def key(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return what a row is sorted by."""
        return tuple(row[name] for name in self.by)


def _dataset(by: str, **columns: pa.DataType) -> Dataset:
    return Dataset(pa.schema([*columns.items()]), tuple(by.split()))


_BLOCKS = pa.list_(
    pa.struct([("role", _TEXT), ("start", _OFFSET), ("end", _OFFSET), ("evidence", _TEXT), ("credit", _TEXT)])
)
DATASETS = {
    "articles": _dataset(
        "id",
        id=_TEXT, source=_TEXT, url=_TEXT, outlet=_TEXT, title=_TEXT, published=_TEXT, published_from=_TEXT,
        author=_TEXT, credit=_TEXT, text=_TEXT, sha256=_TEXT, blocks=_BLOCKS, story=_TEXT,
    ),
    "statements": _dataset(
        "article number id",
        id=_TEXT, article=_TEXT, number=_OFFSET, published=_TEXT, outlet=_TEXT, source=_SPAN, cue=_SPAN, content=_SPANS,
        words=_TEXT, via=_TEXTS, via_spans=_SPANS, speaker=_TEXT, role=_TEXT, organisation=_TEXT, party=_TEXT,
        party_kind=_TEXT, act=_TEXT, stance=_TEXT, certainty=_TEXT, mode=_TEXT, channel=_TEXT, said=_TEXT, claim=_TEXT,
        origin=_TEXT, within=_TEXT, score=_NUMBER,
    ),
    "quantities": _dataset(
        "article start statement",
        statement=_TEXT, article=_TEXT, published=_TEXT, party=_TEXT, low=_NUMBER, high=_NUMBER, item=_TEXT,
        start=_OFFSET, end=_OFFSET, claim=_TEXT,
    ),
    "events": _dataset(
        "article start id",
        id=_TEXT, article=_TEXT, published=_TEXT, outlet=_TEXT, type=_TEXT, mode=_TEXT, actor=_TEXT, recipient=_TEXT,
        actor_words=_TEXT, recipient_words=_TEXT, place=_TEXT, country=_TEXT, latitude=_NUMBER, longitude=_NUMBER,
        time=_TEXT, low=_NUMBER, high=_NUMBER, item=_TEXT, negated=_FLAG, hypothetical=_FLAG, future=_FLAG,
        ongoing=_FLAG, ended=_FLAG, demanded=_FLAG, reporter=_TEXT, narrated=_FLAG, statement=_TEXT, stance=_TEXT,
        certainty=_TEXT, origin=_TEXT, claim=_TEXT, standing=_TEXT, confirmed_by=_TEXTS, denied_by=_TEXTS,
        start=_OFFSET, end=_OFFSET, words=_TEXT, score=_NUMBER,
    ),
    "copies": _dataset(
        "article of", article=_TEXT, of=_TEXT, published=_TEXT, containment=_NUMBER, whole=_FLAG, drift=_OFFSET,
    ),
    "claims": _dataset(
        "id",
        id=_TEXT, gist=_TEXT, kind=_TEXT, story=_TEXT, published=_TEXT, standing=_TEXT, rule=_TEXT,
        independent_origins=_OFFSET, outlets=_OFFSET, statements=_TEXTS,
        positions=pa.list_(
            pa.struct([("party", _TEXT), ("kind", _TEXT), ("stance", _TEXT), ("since", _TEXT), ("statements", _TEXTS)])
        ),
    ),
}  # fmt: skip


def rows(room: Room) -> Iterator[tuple[str, Row]]:
    """Yield (dataset, row) of everything a room comes to."""
    claim_of = room.folded.claim_of
    for article in room.articles.values():
        yield "articles", _article(article, room.story_of[article.id].id)
    for statement in room.statements.values():
        article, claim = room.articles[statement.article], claim_of.get(statement.id)
        yield "statements", _statement(statement, article, claim, room.folded.origin_of[statement.id].id)
        for quantity in statement.quantities:
            yield "quantities", _quantity(quantity, statement, article, claim)
    for event in room.events:
        yield "events", event_row(event, room)
    for copy in room.folded.copies:
        yield "copies", _copy(copy, room.articles[copy.article])
    for view in room.claims:
        first = room.statements[view.claim.statements[0]]
        yield "claims", _claim(view, room.articles[first.article])


def _article(found: Article, story: str) -> Row:
    blocks = [
        {
            "role": b.role.value,
            "start": b.start,
            "end": b.end,
            "evidence": b.evidence and b.evidence.value,
            "credit": b.credit,
        }
        for b in found.blocks
    ]
    plain = {name: getattr(found, name) for name in _PLAIN}
    return plain | {"published_from": found.published_from.value, "blocks": blocks, "story": story}


_PLAIN = ("id", "source", "url", "outlet", "title", "published", "author", "credit", "text", "sha256")


def _statement(found: Statement, article: Article, claim: str | None, origin: str) -> Row:
    voice = found.voice
    return {
        "id": found.id,
        "article": found.article,
        "number": int(found.id.partition(":s")[2].partition("+")[0]),
        "published": article.published,
        "outlet": article.outlet,
        "source": _span(found.source),
        "cue": _span(found.cue),
        "content": [*map(_span, found.content)],
        "words": " … ".join(span.of(article.text) for span in found.content),
        "via": [*voice.via],
        "via_spans": [*map(_span, found.via_spans)],
        "speaker": voice.speaker,
        "role": voice.role,
        "organisation": voice.organisation,
        "party": voice.party,
        "party_kind": voice.kind.value,
        "act": found.act.value,
        "stance": found.stance.value,
        "certainty": found.certainty.value,
        "mode": found.mode.value,
        "channel": found.channel.value,
        "said": found.said,
        "claim": claim,
        "origin": origin,
        "within": found.within,
        "score": round(found.score, 4),
    }


def _quantity(found: Quantity, statement: Statement, article: Article, claim: str | None) -> Row:
    return {
        "statement": statement.id,
        "article": article.id,
        "published": article.published,
        "party": statement.voice.party,
        "low": found.low,
        "high": found.high,
        "item": found.item,
        "start": found.start,
        "end": found.end,
        "claim": claim,
    }


def _copy(found: Copy, article: Article) -> Row:
    return {
        "article": found.article,
        "of": found.of,
        "published": article.published,
        "containment": found.containment,
        "whole": found.whole,
        "drift": len(found.drift),
    }


def _claim(view: ClaimView, article: Article) -> Row:
    claim = view.claim
    return {
        "id": claim.id,
        "gist": claim.gist,
        "kind": claim.kind.value,
        "story": claim.story,
        "published": article.published,
        "standing": view.standing.value,
        "rule": view.rule,
        "independent_origins": view.independent_origins,
        "outlets": view.outlets,
        "statements": [*claim.statements],
        "positions": [
            {
                "party": p.party,
                "kind": p.kind.value,
                "stance": p.stance.value,
                "since": p.since,
                "statements": [*p.statements],
            }
            for p in view.positions
        ],
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [*span]
