"""`reportedly events`: what happened, and who says so; over the ledger, or for lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.show.cli.find import Line
    from reportedly.stand.reported import Reported


def events(
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="With --jsonl: lines of text, - for stdin.")] = "-",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Take lines {"id","text"}, give a line {"id","events"} for each.')
    ] = False,
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """List reported events: what is said to have happened, who says so, who denies it, and how it stands.

    With --jsonl no ledger is touched: each line of text is answered by its events, the main one first (docs/events.md).
    """
    if jsonl:
        _answer(source)
        return
    from reportedly.show.cli.naming import story_id
    from reportedly.show.export.tables_of_events import EVENTS

    with session.view(ledger, as_of, known_at) as view:
        found = view.reported(story=story_id(view, story))
    if as_json:
        names = [column.name for column in EVENTS.columns]
        out.data([dict(zip(names, EVENTS.cells(row), strict=True)) for row in found])
    else:
        out.say(_table(found))


def _answer(source: str) -> None:
    from reportedly.show.cli.find import BATCH, lines

    given, any_read = lines(source), False
    while batch := list(islice(given, BATCH)):
        any_read = True
        for record in _records(batch):
            out.write(out.row(record) + "\n")
    if not any_read:
        raise Trouble(Code.NOTHING_READ, "no line could be read", source, 'lines such as {"id": "a", "text": "..."}')


def _records(batch: list[Line]) -> Iterator[dict[str, Any]]:
    from reportedly.find import find_in, finder
    from reportedly.find.events import events as told
    from reportedly.name import Cast
    from reportedly.show.export.events import line as record

    articles = [line.article for line in batch]
    for line, found in zip(batch, find_in(finder(), articles), strict=True):
        article = line.article
        cast = Cast(article, found.statements)
        events = cast.events(told(article, cast.statements, found.marked))
        yield {"id": line.id, "events": [record(event, article.text) for event in events]}


def _table(found: list[Reported]) -> Table | str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief.words import clean

    if not found:
        return "No events yet."
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("since", "event", "who, to whom", "reported by", "standing", "against it"):
        table.add_column(heading, overflow="fold")
    for row in found:
        what = row.what.type.value + (f" {row.what.mode}" if row.what.mode else "")
        flags = ", ".join(sorted(flag.value for flag in row.what.flags))
        sides = " → ".join(clean(side) or "?" for side in (row.what.actor, row.what.recipient))
        against = ", ".join([*(f"{p} denies" for p in row.denied_by), *(f"{p} doubts" for p in row.doubted_by)])
        table.add_row(
            Text(row.since[:10]),
            Text(f"{what} ({flags})" if flags else what),
            Text(sides),
            Text(clean(row.reporter) + (" (narrates)" if row.narrated else f" {row.stance.value.replace('_', ' ')}")),
            Text(row.standing.value if row.standing is not None else ""),
            Text(clean(against)),
        )
    return table
