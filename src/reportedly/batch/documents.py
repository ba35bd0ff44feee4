"""Parts to documents, by the readers of `read`: nothing is read here that is not read there."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, cast

import pyarrow.parquet as pq

from reportedly.batch.parts import TO_END, Form, Part
from reportedly.batch.places import opened
from reportedly.batch.unpacked import unpacked
from reportedly.read import Document, Reading
from reportedly.read.formats import Format
from reportedly.read.page import Unreadable
from reportedly.read.stage import read_stream
from reportedly.types import Skipped

_FORMATS = {Form.WARC: Format.WARC, Form.JSONL: Format.JSONL, Form.PARQUET: Format.JSONL, Form.PAGE: None}
_BODIES = ("text", "html", "body_text", "body_html")  # columns, of which a table of articles has one at least
_ROWS = 64  # of a table, turned into records at a time
_STEP = 1 << 20
_VARIES = re.compile(r" \([^()]*://[^()]*\)$|(?<= at character )\d+|(?<= after )\d+(?= pages)")


def documents(part: Part) -> Iterator[Reading]:
    """Read a part. Sources are named as `reportedly read` names them: "#<n>" counts the records of the whole file."""
    try:
        with opened(part.url) as file:
            for found in read_stream(part.url, _stream(part, file), _FORMATS[part.form]):
                yield _placed(found, part)
    except Unreadable as reason:
        yield Skipped(part.url, str(reason))
    except OSError as error:
        yield Skipped(part.url, f"the file cannot be opened: {error.strerror or error}")


def kind_of(reason: str) -> str:
    """Return a reason without what differs from one document to the next: addresses and places."""
    return _VARIES.sub("", reason)


def _stream(part: Part, file: IO[bytes]) -> IO[bytes]:
    if part.form is Form.PARQUET:
        return cast("IO[bytes]", io.BufferedReader(_Records(part, file), _STEP))
    file.seek(part.start)
    stream = unpacked(file)
    left = part.skip
    while left and (passed := stream.read(min(left, _STEP))):
        left -= len(passed)
    return stream if part.length == TO_END else cast("IO[bytes]", io.BufferedReader(_Limited(stream, part.length)))


def _placed(found: Reading, part: Part) -> Reading:
    """Count a source's record from the beginning of its file."""
    source = found.article.source if isinstance(found, Document) else found.source
    number = source.removeprefix(f"{part.url}#")
    if not part.first or number == source or not number.isdigit():
        return found
    source = f"{part.url}#{int(number) + part.first}"
    if isinstance(found, Document):
        return Document(replace(found.article, source=source), found.raw)
    return Skipped(source, found.reason)


class _Limited(io.RawIOBase):
    """The first bytes of a stream."""

    def __init__(self, stream: IO[bytes], length: int) -> None:
        self._stream = stream
        self._left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)


class _Records(io.RawIOBase):
    """Rows of a table as lines of JSON, some at a time. Columns that no record has a name for are not read."""

    def __init__(self, part: Part, file: IO[bytes]) -> None:
        try:
            self._table = pq.ParquetFile(file)
        except Exception as error:
            raise Unreadable(f"the Parquet file is damaged ({error})") from error
        names = self._table.schema_arrow.names
        if not set(names).intersection(_BODIES):
            raise Unreadable(f"the table has no column text or html; it has {', '.join(sorted(names)[:12]) or 'none'}")
        self._lines = self._rows(part.start, part.start + part.length)
        self._line = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._line = self._line or next(self._lines, b"")
        data, self._line = self._line[: len(buffer)], self._line[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _rows(self, first: int, end: int) -> Iterator[bytes]:
        at = 0
        for group in range(self._table.num_row_groups):
            rows = self._table.metadata.row_group(group).num_rows
            if at < end and at + rows > first:
                yield from self._of(group, max(0, first - at), min(rows, end - at))
            at += rows

    def _of(self, group: int, first: int, end: int) -> Iterator[bytes]:
        at = 0
        try:
            for batch in self._table.iter_batches(_ROWS, row_groups=[group]):
                if at < end and at + len(batch) > first:
                    chosen = batch.slice(max(0, first - at), min(len(batch), end - at) - max(0, first - at))
                    yield from (_record(row) for row in chosen.to_pylist())
                at += len(batch)
        except OSError as error:
            raise Unreadable(f"the Parquet file is damaged ({error})") from error


def _record(row: dict[str, Any]) -> bytes:
    told = {name: value for name, value in row.items() if value is not None}
    return json.dumps(told, ensure_ascii=True, default=_plain).encode("ascii") + b"\n"


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
