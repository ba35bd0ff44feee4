"""`reportedly copy`: a ledger into another database or a file of lines, with the proof that both are equal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import bar, options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.ledger.lines import Whole
    from reportedly.ledger.port import Head

    Copied = tuple[Head, int]  # where both end, and how many entries were there before


def copy(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A ledger: a file, a postgresql:// address, a .jsonl file.")
    ],
    target: Annotated[str, typer.Argument(metavar="TARGET", help="Likewise: empty, or an older copy of SOURCE.")],
    as_json: options.Json = False,
) -> None:
    """Copy a ledger from one database to another, entry for entry, and prove that both are equal.

    A copy that was cut off goes on where it stopped, and an older copy is brought up to date. A name that ends in
    .jsonl or .jsonl.gz is a file of lines, which keeps all there is.
    """
    from reportedly.ledger import lines
    from reportedly.ledger.port import LedgerError

    try:
        match lines.named(source), lines.named(target):
            case True, True:
                raise Trouble(Code.USAGE, "both are files of lines", todo="copy the file itself")
            case True, _:
                head, before = _from_lines(source, target)
            case _, True:
                head, before = _to_lines(source, Path(target))
            case _:
                head, before = _across(source, target)
    except LedgerError as error:
        raise Trouble(Code.LEDGER, str(error), f"{session.shown(source)} to {session.shown(target)}") from error
    if as_json:
        from dataclasses import asdict

        out.data({"copied": head.seq - before, "head": asdict(head)})
    else:
        out.write(_sentence(head, head.seq - before))


def _across(source: str, target: str) -> Copied:
    from reportedly.ledger.transfer import copy

    with session.desk(source) as one, session.desk(target, create=True) as other:
        before = other.ledger.head().seq
        with bar.entries(one.ledger.head().seq, "entries") as progress:
            return copy(one.ledger, other.ledger, progress), before


def _from_lines(source: str, target: str) -> Copied:
    from reportedly.ledger.transfer import load

    with lines_of(source) as found, session.desk(target, create=True) as other:  # no target unless all of it holds
        before = other.ledger.head().seq
        with bar.entries(found.head.seq, "entries") as progress:
            return load(found, other.ledger, progress), before


def _to_lines(source: str, target: Path) -> Copied:
    from reportedly.ledger.transfer import older, save
    from reportedly.show.export.delivery import whole

    with session.desk(source) as one:
        before = 0
        if target.exists():
            with lines_of(str(target), "another name: what is there is no older copy") as found:
                older(one.ledger, found.head)
                before = found.head.seq
        with bar.entries(one.ledger.head().seq, "entries") as progress:
            try:
                with whole(target) as file:
                    return save(one.ledger, file, gzipped=target.suffix == ".gz", progress=progress), before
            except OSError as error:
                raise Trouble(Code.LEDGER, f"the file cannot be written: {error.strerror}", str(target)) from error


@contextmanager
def lines_of(where: str, todo: str = "another copy of the file: nothing of this one was kept") -> Iterator[Whole]:
    """Open a file of lines that holds; what does not is trouble, with what to try."""
    from reportedly.ledger import lines
    from reportedly.ledger.port import DamagedError

    path = Path(where)
    if not path.exists():
        raise Trouble(Code.LEDGER, "there is no ledger yet", where)
    with ExitStack() as stack:
        try:
            found = stack.enter_context(lines.opened(path))
        except DamagedError as error:
            raise Trouble(Code.BROKEN, str(error), where, todo) from error
        except OSError as error:
            raise Trouble(Code.LEDGER, f"the file cannot be read: {error.strerror}", where) from error
        yield found


def _sentence(head: Head, copied: int) -> str:
    from reportedly.show.brief.words import count

    moved = f"{count(copied, 'entry', 'entries')} copied" if copied else "Nothing to copy"
    whole = count(head.seq, "entry", "entries")
    return f"{moved}. Both were read back and are equal: {whole}, the last one's hash is\n{head.hash}\n"
