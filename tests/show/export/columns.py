"""The tables as docs/exports.md lists them; `python -m tests.show.export.columns` writes them anew."""

from __future__ import annotations

from pathlib import Path

from reportedly.show.export.table import documented
from reportedly.show.export.tables import TABLES

PAGE = Path(__file__).parents[3] / "docs" / "exports.md"
OPEN, CLOSE = "<!-- columns: from the tables' declarations -->\n\n", "\n<!-- /columns -->"


def listed() -> str:
    """Return what the page lists."""
    return PAGE.read_text("utf-8").split(OPEN, 1)[1].split(CLOSE, 1)[0]


def refresh() -> None:
    """Write the list anew."""
    page = PAGE.read_text("utf-8")
    head, rest = page.split(OPEN, 1)
    PAGE.write_text(head + OPEN + documented(TABLES) + CLOSE + rest.split(CLOSE, 1)[1], "utf-8")


if __name__ == "__main__":
    refresh()
