"""The ledger a command works on, its troubles put into words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import Desk, View

_PASSWORD = re.compile(r"(://[^:@/]*:)[^@/]*@")


def location(ledger: str) -> str:
    """Return where the ledger is: as named, or the file in the user's data folder."""
    if ledger:
        return ledger
    from platformdirs import user_data_path

    return str(user_data_path("reportedly", appauthor=False) / "ledger.db")


def shown(where: str) -> str:
    """Return a ledger's place as it may be printed: an address without its password."""
    return _PASSWORD.sub(r"\1***@", where)


@contextmanager
def desk(ledger: str, *, create: bool = False) -> Iterator[Desk]:
    """Open the desk over the ledger; without `create` a ledger that is not there is trouble."""
    where = location(ledger)
    if "://" not in where:
        _prepare(Path(where), create=create)
    from reportedly.desk import NotFoundError, open
    from reportedly.ledger.port import LedgerError

    try:
        with open(where, create=create) as opened:
            yield opened
    except NotFoundError as error:
        raise Trouble(
            Code.NOT_FOUND, _words(error), shown(where), "reportedly claims, or reportedly brief, for ids"
        ) from error
    except LedgerError as error:
        raise Trouble(Code.LEDGER, _words(error), shown(where)) from error


@contextmanager
def view(ledger: str, as_of: str = "", known_at: str = "") -> Iterator[View]:
    """Open the ledger to look at it, now or at another moment."""
    with desk(ledger) as opened:
        yield opened.at(as_of=moment(as_of, "--as-of"), known_at=moment(known_at, "--known-at"))


def moment(text: str, option: str) -> str:
    """Return a moment as it was given, or trouble where it is none."""
    from reportedly.show.brief.moments import instant

    if text and instant(text) is None:
        raise Trouble(Code.USAGE, f"{option}: {text!r} is no moment", todo="2022-02-15 or 2022-02-15T14:00")
    return text


def note(text: str) -> None:
    """Say something on standard error, where it disturbs no output."""
    sys.stderr.write(text + "\n")


def _prepare(path: Path, *, create: bool) -> None:
    from reportedly.ledger.lines import named

    if named(str(path)):
        todo = f"reportedly copy {path} LEDGER.db"
        raise Trouble(Code.LEDGER, "a file of lines can be copied and verified, not worked in", str(path), todo)
    if ".jsonl" in path.suffixes:
        todo = f"{path.with_suffix('.gz')}, or unpack it"
        raise Trouble(Code.LEDGER, f"lines are packed as .gz, not as {path.suffix}", str(path), todo)
    if path.is_dir():
        raise Trouble(Code.LEDGER, "the ledger is a folder, not a file", str(path), f"--ledger {path / 'ledger.db'}")
    if path.exists():
        return
    if not create:
        raise Trouble(
            Code.LEDGER, "there is no ledger yet", str(path), "read something first: reportedly read PAGE.html"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(
            Code.LEDGER,
            f"the ledger's folder cannot be made: {error.strerror}",
            str(path.parent),
            "--ledger FILE elsewhere",
        ) from error


def _words(error: Exception) -> str:
    return str(error.args[0]) if error.args else type(error).__name__
