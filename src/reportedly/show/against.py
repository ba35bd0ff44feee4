"""Does an exported file still say what the ledger says? Byte for byte, for a rebuilt view exports the same bytes."""

from __future__ import annotations

from itertools import zip_longest
from typing import BinaryIO

from reportedly.desk import View
from reportedly.show.export.records import line, records


def first_difference(file: BinaryIO, view: View, story: str = "") -> str:
    """Return what is wrong with the first line of a JSONL export that is not the ledger's, "" where all are.

    `view` and `story` are what was exported: the moment, and the story or "" for all.
    """
    fresh = (line(record).encode("utf-8", "backslashreplace") for record in records(view, story))
    for number, (found, expected) in enumerate(zip_longest(file, fresh), 1):
        if found is None:
            return f"line {number} and what follows is missing"
        if expected is None:
            return f"line {number} is one too many"
        if found != expected:
            return f"line {number} is not what the ledger says"
    return ""
