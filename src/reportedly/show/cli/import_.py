"""`reportedly import`: what a batch has read, into the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble


def import_(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The --out of a batch: a folder or s3:// address.")],
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Take what a batch has read into the ledger. Importing the same again changes nothing."""
    try:
        from reportedly.batch.bring import NoBatchError, batch, bring
    except ModuleNotFoundError as missing:
        raise Trouble(Code.USAGE, f"{missing.name} is not installed", todo="pip install 'reportedly[batch]'") from None
    from reportedly.desk import ReadTotals
    from reportedly.types import Skipped

    try:
        found = batch(folder)
    except NoBatchError as error:
        raise Trouble(Code.NOTHING_READ, str(error), folder, "reportedly batch SOURCE... --out DIR") from error
    totals = ReadTotals()
    with session.desk(ledger, create=True) as desk:
        for outcome in bring(found, desk.ledger):
            totals = totals.plus(outcome)
            if isinstance(outcome, Skipped):
                session.note(f"skipped {outcome.source}: {outcome.reason}")
    if as_json:
        from dataclasses import asdict

        out.data(asdict(totals) | {"batch": found.name})
        return
    from reportedly.show.brief.words import count

    there = f"; {totals.unchanged:,} already there" if totals.unchanged else ""
    where = session.location(ledger)
    statements = count(totals.statements, "statement")
    out.write(f"{count(totals.kept, 'article')} imported, {statements}{there}. Ledger: {where}\n")
