"""`reportedly moved`: who has moved between two moments, of the world's time or of the ledger's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.table import Table

    from reportedly.desk import Shift


def moved(
    since: Annotated[
        str, typer.Option("--since", metavar="MOMENT", help="Compare with what the world had said by then.")
    ] = "",
    known_since: Annotated[
        str, typer.Option("--known-since", metavar="MOMENT", help="Compare with what the ledger held by then.")
    ] = "",
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """List every party whose stance on a claim is another than at an earlier moment.

    --known-since also shows what articles that were read late, newer weights and people's decisions have changed.
    """
    if not since and not known_since:
        raise Trouble(Code.USAGE, "since when?", todo="--since MOMENT, or --known-since MOMENT")
    from reportedly.show.cli.naming import story_id

    with session.desk(ledger) as desk:
        now = desk.at(as_of=session.moment(as_of, "--as-of"), known_at=session.moment(known_at, "--known-at"))
        then = desk.at(
            as_of=session.moment(since, "--since") or now.as_of,
            known_at=session.moment(known_since, "--known-since") or now.known_at,
        )
        found = now.shifts(then, story=story_id(now, story))
    if as_json:
        from dataclasses import asdict

        out.data([asdict(shift) for shift in found])
    else:
        out.say(_table(found))


def _table(found: list[Shift]) -> Table | str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief.words import party

    if not found:
        return "Nobody moved."
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("claim", no_wrap=True)
    table.add_column("party", ratio=1)
    table.add_column("was", no_wrap=True)
    table.add_column("is", no_wrap=True)
    table.add_column("what is claimed", ratio=2)
    for shift in found:
        claim, was, holds, gist = _cells(shift)
        table.add_row(Text(claim, "dim"), Text(party(shift.party), "bold"), Text(was), Text(holds), Text(gist))
    return table


def _cells(shift: Shift) -> Iterator[str]:
    from reportedly.show.brief.words import STANCE, clean, short

    yield short(shift.claim)
    for stance in (shift.before, shift.after):
        yield "-" if stance is None else STANCE[stance]
    yield clean(shift.gist)
