"""The columns of the text brief: labels left, words between, pins right."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.show.brief import words
from reportedly.show.brief.model import Document, Place
from reportedly.show.brief.moments import reads
from reportedly.types import Standing

LABEL = 13  # as wide as the longest stance
# No red and no green: a colour must not sound like a verdict.
STANDING_STYLE = {
    Standing.CLAIMED: "black on yellow",
    Standing.CORROBORATED: "white on blue",
    Standing.DISPUTED: "white on magenta",
    Standing.CONCEDED: "black on cyan",
    Standing.WITHDRAWN: "black on white",
    Standing.DENIED: "white on magenta",
    Standing.UNADDRESSED: "black on white",
}
LABEL_STYLE = {
    "denies": "magenta",
    "doubts": "magenta",
    "retracts": "magenta",
    "can't confirm": "yellow",
    "no comment": "bold yellow",
    "awaited": "bold yellow",
    "not heard": "bold yellow",
    "open": "bold yellow",
    "moved": "bold cyan",
    "decided": "bold cyan",
    "note": "bold cyan",
    "machine alone": "dim",
}

Row = tuple[str, Text, *tuple[Place, ...]]  # label, words, pins
Head = tuple[str, Text, Text, Place]  # number, standing, gist, pin


def rows(lines: Iterable[Row]) -> Table:
    """Lay out lines: the label, once for all lines that share it, the words, the pins."""
    table = _columns(LABEL + 2)
    last = ""
    for label, text, *places in lines:
        name = Text("" if label == last else label, LABEL_STYLE.get(label, ""))
        table.add_row(Padding(name, (0, 0, 0, 2)), text, pin(*places))
        last = label
    return table


def heads(lines: Iterable[Head]) -> Table:
    """Lay out claims: number, standing, gist, pin."""
    table = _columns(2, None)
    for number, standing, gist, place in lines:
        table.add_row(Text(number, "bold"), standing, gist, pin(place))
    return table


def sources(documents: Iterable[Document], now: str) -> Table:
    """Lay out the list of sources: number, outlet and date, id."""
    table = _columns(None)
    for document in documents:
        when = reads(document.published, now, clock=True) or "undated"
        about = (words.clean(document.outlet) or "no outlet named", when, words.repeats(document, "[{}]"))
        named = Text(", ".join(filter(None, about)))
        table.add_row(f"[{document.number}]", named, document.article, style="dim")
    return table


def ends(left: Text, right: Text) -> Table:
    """Lay out one line with something at either end."""
    table = _columns()
    table.add_row(left, right)
    return table


def pin(*places: Place) -> Text:
    """Return pins as they are printed."""
    return Text(f"[{' '.join(map(words.pin, places))}]", "dim")


def _columns(*widths: int | None) -> Table:
    """Return a grid of fixed columns (None: as wide as their words), one that takes what is left, and one for pins."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    for width in widths:
        table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, justify="right")
    return table
