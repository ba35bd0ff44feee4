"""`reportedly verify`: does the ledger still say what was written into it?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import bar, options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import Desk, View
    from reportedly.ledger.verify import Report


def verify(
    noted: Annotated[
        str,
        typer.Option("--noted", metavar="HASH", help="The hash you wrote down: also tell whether the end was cut off."),
    ] = "",
    exported: Annotated[
        str,
        typer.Option("--export", metavar="FILE", help="A JSONL export: also tell whether it is what the ledger says."),
    ] = "",
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Walk the chain of entries, every capture and every pin, and name the first thing that does not hold.

    --story, --as-of and --known-at say what the file given by --export was an export of.
    """
    from dataclasses import asdict

    with _opened(session.location(ledger)) as desk, bar.entries(desk.ledger.head().seq, "entries") as progress:
        report = desk.verify(noted=noted.strip().lower(), progress=progress)
        view = desk.at(as_of=session.moment(as_of, "--as-of"), known_at=session.moment(known_at, "--known-at"))
        other = _difference(view, story, exported) if exported and not report.fault else ""
    if as_json:
        out.data(asdict(report) | ({"export": other} if exported else {}))
    elif not report.fault:
        out.write(_whole(report) + ("The export says what the ledger says.\n" if exported and not other else ""))
    if report.fault:
        raise Trouble(Code.BROKEN, report.fault, session.shown(session.location(ledger)), _todo(report))
    if other:
        raise Trouble(
            Code.BROKEN,
            f"the ledger holds, but not the export: {other}",
            exported,
            "--story, --as-of and --known-at as it was exported with; else export it again",
        )


@contextmanager
def _opened(where: str) -> Iterator[Desk]:
    """Open a ledger; one in a file of lines is unpacked for as long as it is looked at."""
    from reportedly.ledger import lines

    if not lines.named(where):
        with session.desk(where) as desk:
            yield desk
        return
    from reportedly.ledger.transfer import load
    from reportedly.show.cli.copy import lines_of

    with (
        lines_of(where) as found,
        TemporaryDirectory() as folder,
        session.desk(str(Path(folder) / "ledger.db"), create=True) as desk,
    ):
        load(found, desk.ledger)
        yield desk


def _difference(view: View, story: str, path: str) -> str:
    from reportedly.show.against import first_difference
    from reportedly.show.cli.naming import story_id

    try:
        with Path(path).open("rb") as file:
            return first_difference(file, view, story_id(view, story))
    except OSError as error:
        raise Trouble(Code.USAGE, f"the export cannot be read: {error.strerror}", path) from error


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
