"""The ledger as records, one JSON object a line (docs/export.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reportedly.show.export.records import line, records

if TYPE_CHECKING:
    from reportedly.desk import View


def write(view: View, story: str, file: BinaryIO) -> None:
    """Write the records of one story or of all; half a surrogate pair, which UTF-8 cannot hold, is escaped."""
    for record in records(view, story):
        file.write(line(record).encode("utf-8", "backslashreplace"))
