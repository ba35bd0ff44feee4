"""What went wrong, where, and what to do about it; and the exit codes."""

from __future__ import annotations

import sys
from enum import IntEnum


class Code(IntEnum):
    """Exit codes, as docs/cli.md lists them."""

    DONE = 0
    BUG = 1
    USAGE = 2
    NOTHING_READ = 3
    NOT_FOUND = 4
    LEDGER = 5
    BROKEN = 6
    SET_ASIDE = 7
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Trouble(Exception):  # noqa: N818  it is what the reader of the message has, and often no error of the program's
    """Something that ends a command, in words for people."""

    def __init__(self, code: Code, what: str, where: str = "", todo: str = "") -> None:
        """Say what happened, where, and what to do."""
        super().__init__(what)
        self.code = code
        self.what = what
        self.where = where
        self.todo = todo


def explain(trouble: Trouble) -> None:
    """Print the trouble on standard error."""
    lines = [f"reportedly: {trouble.what}"]
    lines += [f"  where: {trouble.where}"] if trouble.where else []
    lines += [f"  try:   {trouble.todo}"] if trouble.todo else []
    sys.stderr.write("\n".join(lines) + "\n")
