"""A table as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with = + - @ as a formula, and articles are written by strangers. Such a cell of
text gets an apostrophe before it, as does one that looks as if it had got one, so that taking one away gives back what
was there. Numbers are ours and stay bare.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from reportedly.show.export.table import Cell, R, Table

# Blanks and invisible characters before the sign do not disarm it; the full-width forms are signs as well.
_INVISIBLE = "\\s\\x00-\\x1f\\x7f-\\xa0\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff"
_FORMULA = re.compile(f"'*[{_INVISIBLE}]*[=+\\-@\uff0b\uff0d\uff1d\uff20]|'*[\t\r\n]")
_GUARDED = re.compile(f"'(?:{_FORMULA.pattern})")
_EXACT = 2**53  # up to here a float holds every whole number


def write(table: Table[R], rows: Iterable[R], file: BinaryIO) -> None:
    """Write rows as they come, after a line of column names."""
    text = TextIOWrapper(file, "utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    for row in rows:
        writer.writerow([cell(value) for value in table.cells(row)])
    text.detach()


def cell(value: Cell) -> str:
    """Return a cell as CSV has it: null is empty, a list is a JSON array."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) <= _EXACT:
        return str(int(value))
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return guarded(value) if isinstance(value, str) else repr(value)


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula. NUL, at which many readers stop, becomes U+FFFD."""
    text = text.replace("\0", "\ufffd")
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text
