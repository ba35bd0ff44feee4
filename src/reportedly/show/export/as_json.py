"""JSON as bytes: whole documents whose long list is written as it comes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from reportedly.show.export.table import whole


def dumps(value: Any) -> bytes:
    """Return compact JSON that every parser takes; half a surrogate pair becomes U+FFFD. NaN raises ValueError."""
    return whole(_text(value)).encode()


def exactly(value: Any) -> bytes:
    """Return compact JSON that holds every string as it is: half a surrogate pair is escaped, and some parsers balk."""
    return _text(value).encode("utf-8", "backslashreplace")


def document(
    head: dict[str, Any], name: str, items: Iterable[Any], file: BinaryIO, dump: Callable[[Any], bytes] = dumps
) -> None:
    """Write an object with the fields of `head` and, last, a list called `name`, an item a line."""
    file.write(dump(head)[:-1] + b"," + dump(name) + b":[")
    for number, item in enumerate(items):
        file.write((b",\n" if number else b"\n") + dump(item))
    file.write(b"\n]}\n")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
