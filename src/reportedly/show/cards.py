"""An article, a statement or a claim on its own, its words marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.desk import Why
from reportedly.show.brief import words
from reportedly.show.brief.compose import compose
from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.moments import reads
from reportedly.show.brief.text import render
from reportedly.show.passage import Mark, legend, marks, passage
from reportedly.show.reasons import decided
from reportedly.types import Article, Role, Statement


def article_card(
    article: Article, statements: Iterable[Statement], numbers: Iterable[int], *, colour: bool
) -> Iterator[RenderableType]:
    """Yield an article's head and the numbered blocks, under each the statements that begin in it."""
    when = reads(article.published, clock=True) or "undated"
    yield Text(words.clean(article.title) or words.clean(article.source), "bold")
    yield Text(
        f"{words.clean(article.outlet) or 'no outlet named'}, {when} (known from {article.published_from.value})"
    )
    yield Text(f"{article.id}  {words.clean(article.url or article.source)}", "dim")
    yield legend(colour=colour)
    yield Text()
    said = list(statements)
    table = _numbered()
    for number in numbers:
        body = _block(article, number, marks(said), colour)
        block = article.blocks[number - 1]
        for s in said:
            if block.start <= s.anchor.start < block.end:
                body.append(f"\n{s.id.rsplit(':', 1)[-1]}  {headline(s)}", "dim")
        table.add_row(Text(f"¶{number}", "dim"), body)
    yield table


def statement_card(
    article: Article, found: Statement, claim: str | None, origin: str | None, why: Why, *, colour: bool
) -> Iterator[RenderableType]:
    """Yield a statement in its paragraphs, with all that is known of it, and what people decided about it."""
    when = reads(article.published, clock=True) or "undated"
    rejected = any(each.act == "reject" and not each.withdrawn for each in why.decisions)
    yield Text(f"{found.id}  {headline(found)}{' (rejected)' if rejected else ''}", "bold")
    yield Text(f"{words.clean(article.outlet) or 'no outlet named'}, {when}: {words.clean(article.title)}")
    yield Text()
    yield _paragraphs(article, found, colour)
    yield legend(colour=colour)
    yield Text()
    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in _facts(found, claim, origin):
        table.add_row(Text(label, "dim"), Text(value))
    if why.machine is not None and headline(why.machine) != headline(found):
        table.add_row(Text("machine alone", "dim"), Text(headline(why.machine)))
    yield table
    if why.decisions:
        yield Text("\nDecided by people", "bold")
        yield from (Padding(decided(each), (0, 0, 0, 2)) for each in why.decisions)


def claim_card(coverage: Coverage, width: int, *, colour: bool) -> Iterator[RenderableType]:
    """Yield a claim's sides, then its statements in order."""
    yield render(compose(coverage), width, None)
    yield Text("Every statement, in order", "bold")
    yield legend(colour=colour)
    for statement in coverage.statements.values():
        article = coverage.articles[statement.article]
        yield Text(f"\n{statement.id}  {headline(statement)}", "bold")
        yield Text(words.clean(article.outlet) or "no outlet named", "dim")
        yield _paragraphs(article, statement, colour)


def headline(statement: Statement) -> str:
    """Return a statement's stance and whose it is: "denies: Toqmara, Yerlan Saduaqas"."""
    voice = statement.voice
    speaker = f", {words.clean(voice.speaker)}" if voice.speaker else ""
    return f"{words.STANCE[statement.stance]}: {words.party(voice.party)}{speaker}"


def _paragraphs(article: Article, statement: Statement, colour: bool) -> Table:
    """Lay out the blocks that hold any of a statement's words."""
    table, found = _numbered(), marks([statement])
    for number, block in enumerate(article.blocks, 1):
        if any(span.overlaps(block.span) for span, _ in found):
            table.add_row(Text(f"¶{number}", "dim"), _block(article, number, found, colour))
    return table


def _block(article: Article, number: int, found: list[Mark], colour: bool) -> Text:
    block = article.blocks[number - 1]
    body = passage(article.text, block.span, found, colour=colour)
    if block.role is Role.PARAGRAPH:
        return body
    kind = block.role.value + (f", {words.evidence(block.evidence)}" if block.evidence else "")
    return Text(f"{kind}: ", "dim").append_text(body)


def _numbered() -> Table:
    table = Table.grid(padding=(0, 2, 1, 0), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    return table


def _facts(found: Statement, claim: str | None, origin: str | None) -> list[tuple[str, str]]:
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
