"""`reportedly copy`: a ledger into another database, with the proof that both are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import bar, options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.ledger.port import Head


def copy(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file, or a postgresql:// address.")],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="Likewise: empty, or an older copy of SOURCE.")],
    as_json: options.Json = False,
) -> None:
    """Copy a ledger from one database to another, entry for entry, and prove that both are equal.

    A copy that was cut off goes on where it stopped, and an older copy is brought up to date.
    """
    from reportedly.ledger.port import LedgerError
    from reportedly.ledger.transfer import copy

    with session.desk(source) as one, session.desk(target, create=True) as other:
        before = other.ledger.head().seq
        try:
            with bar.entries(one.ledger.head().seq, "entries") as progress:
                head = copy(one.ledger, other.ledger, progress)
        except LedgerError as error:
            raise Trouble(Code.LEDGER, str(error), f"{session.shown(source)} to {session.shown(target)}") from error
    if as_json:
        from dataclasses import asdict

        out.data({"copied": head.seq - before, "head": asdict(head)})
    else:
        out.write(_sentence(head, head.seq - before))


def _sentence(head: Head, copied: int) -> str:
    from reportedly.show.brief.words import count

    moved = f"{count(copied, 'entry', 'entries')} copied" if copied else "Nothing to copy"
    whole = count(head.seq, "entry", "entries")
    return f"{moved}. Both were read back and are equal: {whole}, the last one's hash is\n{head.hash}\n"
