"""The records of the export contract, version 1 (docs/export.md). Offsets count code points of the article's text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from reportedly.types import Article, Block, ClaimView, Origin, Position, Quantity, Question, Span, Statement

if TYPE_CHECKING:
    from reportedly.show.export.decided import Decided

VERSION = 1

Record: TypeAlias = "dict[str, Any]"  # what JSON holds


def article(found: Article, background: Sequence[Quantity] = ()) -> Record:
    """Return an article's record; `background` are the figures of its plain narration."""
    return {
        "type": "article",
        "id": found.id,
        "source": found.source,
        "url": found.url,
        "outlet": found.outlet,
        "title": found.title,
        "published": found.published,
        "published_from": found.published_from.value,
        "text": found.text,
        "sha256": found.sha256,
        "blocks": [_block(block) for block in found.blocks],
        "background": [_quantity(quantity) for quantity in background],
    }


def statement(found: Statement, claim: str | None = None, origin: str | None = None) -> Record:
    """Return a statement's record, with the claim and the origin it belongs to."""
    voice = found.voice
    return {
        "type": "statement",
        "id": found.id,
        "article": found.article,
        "source": _span(found.source),
        "cue": _span(found.cue),
        "content": _spans(found.content),
        "via": list(voice.via),
        "via_spans": _spans(found.via_spans),
        "speaker": voice.speaker,
        "role": voice.role,
        "organisation": voice.organisation,
        "party": voice.party,
        "act": found.act.value,
        "stance": found.stance.value,
        "certainty": found.certainty.value,
        "mode": found.mode.value,
        "channel": found.channel.value,
        "said": found.said,
        "quantities": [_quantity(quantity) for quantity in found.quantities],
        "claim": claim,
        "origin": origin,
        "within": found.within,
        "score": round(found.score, 4),
    }


def claim(view: ClaimView, decided: Decided | None = None) -> Record:
    """Return a claim's record, folded up to the moment of the view, with where people decided if that is given."""
    record: Record = {
        "type": "claim",
        "id": view.claim.id,
        "gist": view.claim.gist,
        "kind": view.claim.kind.value,
        "standing": view.standing.value,
        "positions": [
            _position(p) | (decided.position(view, p).record() if decided is not None else {}) for p in view.positions
        ],
        "independent_origins": view.independent_origins,
        "origins_at_most": view.origins_at_most,
        "outlets": view.outlets,
        "questions": [_question(question) for question in view.questions],
    }
    return record | (decided.claim(view).record() if decided is not None else {})


def origin(found: Origin) -> Record:
    """Return an origin's record."""
    return {
        "type": "origin",
        "id": found.id,
        "party": found.party,
        "what": found.what,
        "statements": list(found.statements),
    }


def _block(block: Block) -> Record:
    record: Record = {"role": block.role.value, "start": block.start, "end": block.end}
    if block.evidence is not None:
        record |= {"evidence": block.evidence.value, "credit": block.credit}
    return record


def _quantity(quantity: Quantity) -> Record:
    return {
        "low": quantity.low,
        "high": quantity.high,
        "item": quantity.item,
        "start": quantity.start,
        "end": quantity.end,
    }


def _position(position: Position) -> Record:
    return {
        "party": position.party,
        "stance": position.stance.value,
        "since": position.since,
        "statements": list(position.statements),
    }


def _question(question: Question) -> Record:
    return {
        "id": question.id,
        "asks": question.asks,
        "opened_by": question.opened_by,
        "closed_by": question.closed_by,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
