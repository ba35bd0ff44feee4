"""Writing to standard output: styled on a terminal, plain in a pipe, silent when the pipe's reader has gone."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

from reportedly.show.cli.trouble import Code

if TYPE_CHECKING:
    from rich.console import RenderableType

NARROW, WIDE = 80, 100


def width() -> int:
    """Return how many columns to fill: the terminal's, between 40 and 100; 80 in a pipe."""
    if not sys.stdout.isatty():
        return NARROW
    return max(40, min(WIDE, os.get_terminal_size(sys.stdout.fileno()).columns))


def say(*things: RenderableType) -> None:
    """Print something for people."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=width(),
        force_terminal=terminal,
        color_system="auto" if terminal else None,
        emoji=False,
        markup=False,
        highlight=False,
    )
    for thing in things:
        console.print(thing)
    write("".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines()))


def data(value: Any) -> None:
    """Print something for programs: JSON, indented."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def row(value: Any) -> str:
    """Return something for programs as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(text: str) -> None:
    """Write text and let it go at once, so that a reader further down the pipe need not wait."""
    with open_ended():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def open_ended() -> Iterator[None]:
    """Let whoever reads standard output go away in the middle of it."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes standard output once more at exit; that must not fail, too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Code.PIPE_CLOSED) from None
