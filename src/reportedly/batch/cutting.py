"""Files to parts: a scan that finds where records begin and reads none of them.

A part starts at a record; of gzip, where a member begins or some bytes behind it. Behind damage the scan looks for the
next record, so that one broken page costs that page and not the rest of its archive.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO

import pyarrow.parquet as pq

from reportedly.batch.parts import TO_END, Form, Part
from reportedly.batch.places import opened
from reportedly.batch.unpacked import next_member, unpacked
from reportedly.read.formats import Format
from reportedly.read.page import Unreadable
from reportedly.read.sniff import HEAD, sniff
from reportedly.read.streams import take
from reportedly.read.warc import PAGES
from reportedly.types import Skipped

PARQUET = b"PAR1"
_STEP = 1 << 20
_LINE = 64 << 10
_LINES = 200  # of a record's header


@dataclass(frozen=True, slots=True)
class _Frame:
    """A record: where it begins, how many documents it counts as, and whether what is before it is damaged."""

    at: int
    records: int
    fresh: bool = False


def cut(url: str, most: int) -> list[Part] | Skipped:
    """Return the parts of a file, of at most `most` records each, or why it cannot be read at all."""
    try:
        with opened(url) as file:
            head = file.read(len(PARQUET))
            file.seek(0)
            return _rows(url, file, most) if head == PARQUET else _parts(url, file, most)
    except Unreadable as reason:
        return Skipped(url, str(reason))
    except OSError as error:
        return Skipped(url, f"the file cannot be opened: {error.strerror or error}")


def _rows(url: str, file: IO[bytes], most: int) -> list[Part]:
    """Cut a table by rows; its digest is that of its last bytes, where the places and sizes of all columns stand."""
    try:
        rows = pq.ParquetFile(file).metadata.num_rows
    except Exception as error:
        raise Unreadable(f"the Parquet file is damaged ({error})") from error
    file.seek(0)
    digest = _digest(file)
    starts = range(0, rows, most)
    return [
        Part(url, Form.PARQUET, start, 0, n, start, n, digest=digest)
        for start in starts
        for n in (min(most, rows - start),)
    ]


def _parts(url: str, file: IO[bytes], most: int) -> list[Part]:
    head = take(unpacked(file), HEAD)
    file.seek(0)
    kind = sniff(head, url.removesuffix(".zst"))
    if kind not in {Format.WARC, Format.JSONL}:
        size = file.seek(0, 2)
        file.seek(0)
        return [Part(url, Form.PAGE, size=size, digest=_digest(file))]
    form, found, start = Form(kind.name), list[Part](), 0
    while True:
        scan = _Scan(url, form, file, start, most, first=sum(part.records for part in found))
        found += scan.parts()
        if not scan.broken:
            return found
        following = next_member(file, scan.member + 2)
        if following is None:
            return found
        start = following


class _Scan:
    """One pass over a file from a place where unpacking can begin, to its end or to damage in the packing."""

    def __init__(self, url: str, form: Form, file: IO[bytes], start: int, most: int, first: int) -> None:
        file.seek(start)
        self.member = start  # where the member in hand begins
        self.broken = False
        self._marks: deque[tuple[int, int]] = deque()  # members ahead: (offset unpacked, offset in the file)
        stream = unpacked(file, self._begun)
        self._plain = stream is file
        self._mark = (0, start)
        self._tape = _Tape(stream)
        self._part = Part(url, form, start, first=first, records=0)
        self._most = most
        self._frames = _warc if form is Form.WARC else _lines

    def _begun(self, at: int, place: int) -> None:
        self._marks.append((at, place))
        self.member = place

    def parts(self) -> Iterator[Part]:
        """Yield the parts; what follows the last record is of the last part."""
        current, begun = self._part, 0
        try:
            for frame in self._frames(self._tape):
                if frame.at > begun and (frame.fresh or current.records >= self._most):
                    yield replace(current, length=frame.at - begun, digest=self._tape.cut())
                    current, begun = self._next(current, frame.at), frame.at
                current = replace(current, records=current.records + frame.records)
        except Unreadable:
            self.broken = not self._plain
        self._tape.keep()
        yield replace(current, length=TO_END, digest=self._tape.cut())

    def _next(self, before: Part, at: int) -> Part:
        while self._marks and self._marks[0][0] <= at:
            self._mark = self._marks.popleft()
        base, place = self._mark
        start, skip = (place + at, 0) if self._plain else (place, at - base)
        return replace(before, start=start, skip=skip, first=before.first + before.records, records=0)


class _Tape:
    """A stream read once, with its place and a digest of what was kept of it since the last cut.

    Lines are held until `keep`: only when a record's header is read is it clear that a cut falls before it.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.at = 0
        self._stream = stream
        self._digest = hashlib.sha256()
        self._held: list[bytes] = []

    def line(self) -> bytes:
        """Read a line; of a long one the beginning."""
        line = self._stream.readline(_LINE)
        self._held.append(line)
        self.at += len(line)
        return line

    def skip(self, length: int) -> None:
        """Read past some bytes, as far as there are any."""
        self.keep()
        while length and (part := self._stream.read(min(length, _STEP))):
            self._digest.update(part)
            self.at += len(part)
            length -= len(part)

    def keep(self) -> None:
        """Count the lines that are held as part of what is before the next cut."""
        self._digest.update(b"".join(self._held))
        self._held = []

    def cut(self) -> str:
        """Return the digest since the last cut, without the lines that are held."""
        found, self._digest = self._digest.hexdigest(), hashlib.sha256()
        return found


def _lines(tape: _Tape) -> Iterator[_Frame]:
    at = 0
    while line := tape.line():
        yield _Frame(at, 1)
        while line and not line.endswith(b"\n"):
            tape.keep()
            line = tape.line()
        tape.keep()
        at = tape.at


def _warc(tape: _Tape) -> Iterator[_Frame]:
    at, fresh = 0, False
    while line := tape.line():
        if line.startswith(b"WARC/"):
            headers = _headers(tape)
            length = headers.get(b"content-length", b"")
            if length.isdigit():
                page = headers.get(b"warc-type", b"").decode("ascii", "replace") in PAGES
                yield _Frame(at, int(page), fresh)
                tape.skip(int(length))
                fresh = False
            else:
                fresh = True
        elif line.strip():
            fresh = True
        tape.keep()
        at = tape.at


def _headers(tape: _Tape) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for _ in range(_LINES):
        line = tape.line()
        if not line.strip():
            break
        name, _, value = line.partition(b":")
        found[name.strip().lower()] = value.strip()
    return found


def _digest(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while part := stream.read(_STEP):
        digest.update(part)
    return digest.hexdigest()
