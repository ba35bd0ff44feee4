"""A ledger as records, in the order of the export: each article before its statements and events, then origins, then
claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.show.background import background
from reportedly.show.export import objects
from reportedly.show.export.decided import Decided
from reportedly.show.export.events import event
from reportedly.show.export.objects import Record

if TYPE_CHECKING:
    from reportedly.desk import View


def records(view: View, story: str = "") -> Iterator[Record]:
    """Yield a ledger's records, of one story or of all."""
    origins, claims = view.origins(story=story), view.claims(story=story)
    origin_of = {statement: origin.id for origin in origins for statement in origin.statements}
    claim_of = {statement: claim.claim.id for claim in claims for statement in claim.claim.statements}
    for article in view.articles(story=story):
        said = view.statements(article=article.id)
        yield objects.article(article, background(article, said))
        for found in said:
            yield objects.statement(found, claim_of.get(found.id), origin_of.get(found.id))
        yield from map(event, view.events(article=article.id))
    yield from map(objects.origin, origins)
    decided = Decided(view, story)
    yield from (objects.claim(claim, decided) for claim in claims)


def line(record: Record) -> str:
    """Return a record as one line of JSON, its line feed included."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
