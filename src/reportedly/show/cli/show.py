"""`reportedly show`: one article, paragraph, statement or claim, its words marked where they stand."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reportedly.desk import View
    from reportedly.show.cli.naming import Paragraph
    from reportedly.types import Article, ClaimView, Statement


def show(
    name: options.Id,
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Show a claim, statement, article or paragraph, its words marked where they stand."""
    from reportedly.show.cli.naming import resolve

    with session.view(ledger, as_of, known_at) as view:
        found = resolve(view, name)
        if as_json:
            out.data(_record(view, found))
        else:
            out.say(*_card(view, found))


def _card(view: View, found: Article | Paragraph | Statement | ClaimView) -> Iterable[RenderableType]:
    from reportedly.show.cards import article_card, claim_card, statement_card
    from reportedly.show.cli.naming import Paragraph
    from reportedly.show.gather import gather_claim, ties
    from reportedly.types import Article, Statement

    colour = sys.stdout.isatty()
    match found:
        case Article():
            said = view.statements(article=found.id)
            return article_card(found, said, range(1, len(found.blocks) + 1), colour=colour)
        case Paragraph():
            said = view.statements(article=found.article.id)
            return article_card(found.article, said, [found.number], colour=colour)
        case Statement():
            return statement_card(
                view.article(found.article), found, *ties(view, found), view.why(found.id), colour=colour
            )
        case _:
            return claim_card(gather_claim(view, found), out.width(), colour=colour)


def _record(view: View, found: Article | Paragraph | Statement | ClaimView) -> dict[str, Any]:
    from reportedly.show.background import background
    from reportedly.show.cli.naming import Paragraph
    from reportedly.show.export import objects
    from reportedly.show.gather import ties
    from reportedly.types import Article, Statement

    match found:
        case Statement():
            return objects.statement(found, *ties(view, found))
        case Article():
            said = view.statements(article=found.id)
            return objects.article(found, background(found, said)) | {"statements": _records(said)}
        case Paragraph():
            block = found.article.blocks[found.number - 1]
            inside = [s for s in view.statements(article=found.article.id) if block.start <= s.anchor.start < block.end]
            record = {"article": found.article.id, "paragraph": found.number, "role": block.role.value}
            return record | {"text": block.span.of(found.article.text), "statements": _records(inside)}
        case _:
            records = _records(view.statements(claim=found.claim.id))
            return objects.claim(found) | {"rule": found.rule, "statements": records}


def _records(found: list[Statement]) -> list[dict[str, Any]]:
    from reportedly.show.export import objects

    return [objects.statement(statement) for statement in found]
