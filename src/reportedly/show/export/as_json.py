"""JSON as bytes: whole documents whose long list is written as it comes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def dumps(value: Any) -> bytes:
    """Return compact JSON in UTF-8; half a character, which UTF-8 cannot hold, is escaped. NaN raises ValueError."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def document(head: dict[str, Any], name: str, items: Iterable[Any], file: BinaryIO) -> None:
    """Write an object with the fields of `head` and, last, a list called `name`, an item a line."""
    file.write(dumps(head)[:-1] + b"," + dumps(name) + b":[")
    for number, item in enumerate(items):
        file.write((b",\n" if number else b"\n") + dumps(item))
    file.write(b"\n]}\n")
