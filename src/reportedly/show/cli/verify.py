"""`reportedly verify`: does the ledger still say what was written into it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import bar, options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.ledger.verify import Report


def verify(
    noted: Annotated[
        str,
        typer.Option("--noted", metavar="HASH", help="The hash you wrote down: also tell whether the end was cut off."),
    ] = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Walk the chain of entries, every capture and every pin, and name the first thing that does not hold."""
    from dataclasses import asdict

    with session.desk(ledger) as desk, bar.entries(desk.ledger.head().seq, "entries") as progress:
        report = desk.verify(noted=noted.strip().lower(), progress=progress)
    if as_json:
        out.data(asdict(report))
    elif not report.fault:
        out.write(_whole(report))
    if report.fault:
        raise Trouble(Code.BROKEN, report.fault, session.location(ledger), _todo(report))


def _whole(report: Report) -> str:
    from reportedly.show.brief.moments import reads
    from reportedly.show.brief.words import count

    if not report.head.seq:
        return "The ledger is empty, and everything holds.\n"
    seen = f"{count(report.head.seq, 'entry', 'entries')}, {count(report.captures, 'capture')}"
    return (
        f"Everything holds: {seen}, the words of {count(report.pins, 'statement')}.\n"
        f"Entry {report.head.seq} of {reads(report.head.at, clock=True)} UTC is the last. Its hash stands for all "
        f"before it; note it elsewhere:\n{report.head.hash}\n"
        "With it, `reportedly verify --noted HASH` also tells whether the end was cut off.\n"
    )


def _todo(report: Report) -> str:
    if not report.head.seq:
        return "take a copy of the ledger that holds"
    return f"up to entry {report.head.seq} everything holds; take a copy of the ledger that holds further"
