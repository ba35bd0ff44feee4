"""`reportedly read`: documents into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from rich.progress import Progress

    from reportedly.desk import Outcome, ReadTotals


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, globs, URLs, or - for standard input.")
    ],
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Read articles into the ledger. Reading the same thing again changes nothing.

    HTML, text, Markdown, JSONL, feeds, WARC and NewsML are told apart by what is in them; any of them may be gzipped.
    What cannot be read is skipped with its reason, and the rest is read.
    """
    from reportedly.desk import Kept, ReadTotals
    from reportedly.types import Skipped

    totals, kept, skipped = ReadTotals(), list[Kept](), list[Skipped]()
    with session.desk(ledger, create=True) as desk, _progress(sources) as progress:
        for outcome in desk.reading(*sources):
            totals = totals.plus(outcome)
            _advance(progress, outcome, totals)
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
                _above(progress, f"skipped {outcome.source}: {outcome.reason}")
            elif isinstance(outcome, Kept) and as_json:
                kept.append(outcome)
    if as_json:
        out.data(_record(totals, kept, skipped))
    else:
        out.write(_sentence(totals, session.shown(session.location(ledger))))
    if not totals.kept and not totals.unchanged:
        raise Trouble(Code.NOTHING_READ, "nothing could be read", ", ".join(sources), "see the reasons above")


def _sentence(totals: ReadTotals, where: str) -> str:
    from reportedly.show.brief.words import count

    parts = [f"{count(totals.kept, 'article')} read, {count(totals.statements, 'statement')} found"]
    parts += [f"{totals.unchanged:,} already there"] if totals.unchanged else []
    parts += [f"{totals.skipped:,} skipped"] if totals.skipped else []
    return "; ".join(parts) + f". Ledger: {where}\n"


def _record(totals: ReadTotals, kept: list[Any], skipped: list[Any]) -> dict[str, Any]:
    return {
        "kept": totals.kept,
        "unchanged": totals.unchanged,
        "statements": totals.statements,
        "articles": [
            {"id": k.article.id, "source": k.source, "title": k.article.title, "statements": len(k.statements)}
            for k in kept
        ],
        "skipped": [{"source": s.source, "reason": s.reason} for s in skipped],
    }


@contextmanager
def _progress(sources: list[str]) -> Iterator[Progress | None]:
    """Show a bar on a terminal, nothing elsewhere. An input may hold many articles, so the bar may yet grow longer."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from reportedly.read import expand

    columns = (
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task("loading the reader", total=len(expand(sources)))
        yield progress


def _advance(progress: Progress | None, outcome: Outcome, totals: ReadTotals) -> None:
    if progress is None:
        return
    from reportedly.show.brief.words import shorten

    (task,) = progress.tasks
    done = totals.kept + totals.unchanged + totals.skipped
    text = f"{totals.statements:,} statements  {shorten(outcome.source, 30)}"
    progress.update(task.id, completed=done, total=max(done, task.total or 0), description=text)


def _above(progress: Progress | None, text: str) -> None:
    from reportedly.show.brief.words import clean

    if progress is None:
        session.note(clean(text))
    else:
        progress.console.print(clean(text), markup=False, highlight=False)
