"""`reportedly show`: one article, paragraph, statement or claim, its words marked where they stand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from reportedly.desk import View
    from reportedly.show.cli.naming import Paragraph
    from reportedly.types import Article, ClaimView, Statement


def show(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="An id, or as much of it as is clear; a1b2:4 is a paragraph.")
    ],
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Show a claim, statement, article or paragraph, its words marked where they stand."""
    from reportedly.show.cli.naming import Paragraph, resolve
    from reportedly.types import Article, Statement

    with session.view(ledger, as_of, known_at) as view:
        found = resolve(view, name)
        if as_json:
            out.data(_record(view, found))
            return
        match found:
            case Article():
                _article(view, found, range(1, len(found.blocks) + 1))
            case Paragraph():
                _article(view, found.article, range(found.number, found.number + 1))
            case Statement():
                _statement(view, found)
            case _:
                _claim(view, found)


def _record(view: View, found: Article | Paragraph | Statement | ClaimView) -> dict[str, Any]:
    from reportedly.show.cli.naming import Paragraph
    from reportedly.show.export import objects
    from reportedly.types import Article, Statement

    match found:
        case Statement():
            return objects.statement(found, *_ties(view, found))
        case Article():
            return objects.article(found) | {"statements": _records(view.statements(article=found.id))}
        case Paragraph():
            block = found.article.blocks[found.number - 1]
            inside = [s for s in view.statements(article=found.article.id) if block.start <= s.anchor.start < block.end]
            record = {"article": found.article.id, "paragraph": found.number, "role": block.role.value}
            return record | {"text": block.span.of(found.article.text), "statements": _records(inside)}
        case _:
            return objects.claim(found) | {
                "rule": found.rule,
                "statements": _records(view.statements(claim=found.claim.id)),
            }


def _records(found: list[Statement]) -> list[dict[str, Any]]:
    from reportedly.show.export import objects

    return [objects.statement(statement) for statement in found]


def _ties(view: View, found: Statement) -> tuple[str | None, str | None]:
    """Return the claim and the origin a statement belongs to."""
    claim = next((c.claim.id for c in view.claims() if found.id in c.claim.statements), None)
    origin = next((o.id for o in view.origins() if found.id in o.statements), None)
    return claim, origin


def _article(view: View, article: Article, numbers: range) -> None:
    from rich.text import Text

    from reportedly.show.brief import words
    from reportedly.show.brief.moments import reads
    from reportedly.show.passage import legend

    colour = sys.stdout.isatty()
    when = reads(article.published, clock=True) or "undated"
    out.say(
        Text(words.clean(article.title) or article.source, "bold"),
        Text(f"{words.clean(article.outlet) or 'no outlet named'}, {when} (known from {article.published_from.value})"),
        Text(f"{article.id}  {words.clean(article.url or article.source)}", "dim"),
        legend(colour=colour),
        Text(),
    )
    out.say(_blocks(article, view.statements(article=article.id), numbers, colour))


def _blocks(article: Article, statements: list[Statement], numbers: range, colour: bool) -> Any:
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief import words
    from reportedly.show.passage import marks, passage
    from reportedly.types import Role

    table = Table.grid(padding=(0, 2, 1, 0), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    found = marks(statements)
    for number in numbers:
        block = article.blocks[number - 1]
        body = passage(article.text, block.span, found, colour=colour)
        if block.role is not Role.PARAGRAPH:
            kind = block.role.value + (f", {words.evidence(block.evidence)}" if block.evidence else "")
            body = Text(f"{kind}: ", "dim").append_text(body)
        inside = [s for s in statements if block.start <= s.anchor.start < block.end]
        for s in inside:
            body.append(f"\n{s.id.rsplit(':', 1)[-1]}  {_who(s)}", "dim")
        table.add_row(Text(f"¶{number}", "dim"), body)
    return table


def _who(statement: Statement) -> str:
    from reportedly.show.brief import words

    voice = statement.voice
    speaker = f", {words.clean(voice.speaker)}" if voice.speaker else ""
    return f"{words.STANCE[statement.stance]}: {words.party(voice.party)}{speaker}"


def _statement(view: View, found: Statement) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief import words
    from reportedly.show.brief.moments import reads
    from reportedly.show.passage import legend, marks, passage
    from reportedly.text import block_at

    colour = sys.stdout.isatty()
    article = view.article(found.article)
    number, block = block_at(article, found.anchor.start) or (1, article.blocks[0])
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in _facts(view, found):
        table.add_row(Text(label, "dim"), Text(value))
    when = reads(article.published, clock=True) or "undated"
    out.say(
        Text(f"{found.id}  {_who(found)}", "bold"),
        Text(f"{words.clean(article.outlet) or 'no outlet'}, {when}, paragraph {number}: {words.clean(article.title)}"),
        Text(),
        passage(article.text, block.span, marks([found]), colour=colour),
        Text(),
        legend(colour=colour),
        Text(),
        table,
    )


def _facts(view: View, found: Statement) -> list[tuple[str, str]]:
    from reportedly.show.brief import words

    claim, origin = _ties(view, found)
    voice = found.voice
    facts = [
        ("speaks for", " → ".join(map(words.clean, voice.chain)) or words.party(voice.party)),
        ("role", words.clean(voice.role)),
        ("via", ", ".join(map(words.clean, voice.via))),
        ("said", found.said),
        ("act", found.act.value),
        ("certainty", found.certainty.value),
        ("mode", found.mode.value),
        ("channel", found.channel.value),
        ("figures", "; ".join(words.bounds(q.low, q.high, words.clean(q.item)) for q in found.quantities)),
        ("claim", claim or ""),
        ("origin", origin or ""),
        ("within", found.within or ""),
        ("score", f"{found.score:.2f}"),
    ]
    return [(label, value) for label, value in facts if value]


def _claim(view: View, found: ClaimView) -> None:
    from rich.text import Text

    from reportedly.show.brief.compose import compose
    from reportedly.show.brief.text import render
    from reportedly.show.gather import gather_claim
    from reportedly.show.passage import legend, marks, passage
    from reportedly.text import block_at

    colour = sys.stdout.isatty()
    coverage = gather_claim(view, found)
    out.say(
        render(compose(coverage), out.width(), None), Text("Every statement, in order", "bold"), legend(colour=colour)
    )
    for statement in coverage.statements.values():
        article = coverage.articles[statement.article]
        number, block = block_at(article, statement.anchor.start) or (1, article.blocks[0])
        out.say(
            Text(),
            Text(f"{statement.id}  {_who(statement)}", "bold"),
            Text(f"{article.outlet}, paragraph {number}", "dim"),
            passage(article.text, block.span, marks([statement]), colour=colour),
        )
