"""A ledger as lines of JSON: nothing is lost, anyone can read it, and nothing it says can be changed unseen.

    {"reportedly":"ledger","version":1,"seq":N,"at":...,"hash":...}     first: where the log ends
    {"seq":1,"kind":...,"subject":...,"object":...,"by":...,"said":...,"at":...,"body":"...","hash":...}
    {"capture":SHA-256,"zlib":BASE64}                                   after the first entry that names the capture

in UTF-8, without blanks, a line feed after each. Entries come in order, each exactly as kept: `body` is the JSON text
that its hash covers (`chain`). Because every line has one spelling only, reading checks a line by writing it again.
"""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from reportedly.ledger.chain import CONTROL, GENESIS, broken
from reportedly.ledger.packing import LARGEST, pack, unpack
from reportedly.ledger.port import DamagedError, Entry, EntryKind, Head
from reportedly.text import sha256

ENDINGS = (".jsonl", ".jsonl.gz")
VERSION = 1
LONGEST = LARGEST // 2 * 3  # bytes of a line: base64 makes four of three
_FIRST = 1_000  # bytes that a first line never has
_FIELDS = tuple(field.name for field in fields(Entry))


class Kept(NamedTuple):
    """An entry, with the bytes of its capture where it is the first to name that one."""

    entry: Entry
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that was read to its end, and holds."""

    file: BinaryIO
    head: Head

    def read(self) -> Iterator[Kept]:
        """Read it once more, from the start."""
        self.file.seek(0)
        return read(self.file)


def named(where: str) -> bool:
    """Tell whether a ledger's name is that of a file of lines."""
    return "://" not in where and where.endswith(ENDINGS)


@contextmanager
def opened(path: Path) -> Iterator[Whole]:
    """Open a file and read all of it. Raises DamagedError with the first line that does not hold, OSError."""
    with path.open("rb") as file, unpacked(file, path.suffix == ".gz") as plain:
        head = GENESIS
        for entry, _ in read(plain):
            head = Head(entry.seq, entry.at, entry.hash)
        yield Whole(plain, head)


@contextmanager
def packed(file: BinaryIO, gzipped: bool) -> Iterator[BinaryIO]:
    """Yield what to write lines to, so that the same lines give the same bytes whenever they are written."""
    if not gzipped:
        yield file
        return
    with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as archive:
        yield cast("BinaryIO", archive)


@contextmanager
def unpacked(file: BinaryIO, gzipped: bool) -> Iterator[BinaryIO]:
    """Yield what to read lines from."""
    if not gzipped:
        yield file
        return
    with gzip.open(file, "rb") as archive:
        yield cast("BinaryIO", archive)


def write(head: Head, content: Iterable[Kept], file: BinaryIO) -> None:
    """Write a log that ends at `head`, and its captures."""
    file.write(_first(head))
    for entry, raw in content:
        file.write(line(entry))
        if raw is not None:
            file.write(_capture(entry.subject, pack(raw)))


def line(entry: Entry) -> bytes:
    """Return an entry as a line. Raises ValueError where it holds what UTF-8 cannot."""
    return _dump({name: getattr(entry, name) for name in _FIELDS})


def read(file: BinaryIO) -> Iterator[Kept]:
    """Yield what `write` wrote. Raises DamagedError with the first line that does not hold.

    That nothing is missing at the end is only known when all of it was read.
    """
    lines = _Lines(file)
    head, met = GENESIS, set[bytes]()
    end = lines.first()
    while head.seq < end.seq:
        entry = lines.entry(head)
        new = entry.kind is EntryKind.CAPTURE and entry.subject.encode() not in met
        if new:
            met.add(entry.subject.encode())
        head = Head(entry.seq, entry.at, entry.hash)
        if head.seq == end.seq and head != end:
            raise lines.fault("it is not the last entry that the first line tells of")
        yield Kept(entry, lines.capture(entry.subject) if new else None)
    lines.end()


class _Lines:
    """The lines of a file, each checked for being one that we write."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._number = 0

    def fault(self, why: str) -> DamagedError:
        return DamagedError(f"line {self._number} does not hold: {why}")

    def first(self) -> Head:
        record = self._next(_FIRST)
        try:
            head = Head(record["seq"], record["at"], record["hash"])
            known = _first(head) == _dump(record) and type(head.seq) is int
        except (KeyError, ValueError):
            known = False
        if not known or (head.seq <= 0 and head != GENESIS):
            raise self.fault(f"a ledger's lines of version {VERSION} begin otherwise")
        return head

    def entry(self, head: Head) -> Entry:
        record = self._next()
        if tuple(record) != _FIELDS or not _typed(record):
            raise self.fault("it is no entry")
        entry = Entry(**record | {"kind": EntryKind(record["kind"])})
        if (fault := broken(head, entry)) is not None:
            raise self.fault(fault)
        return entry

    def capture(self, name: str) -> bytes:
        record = self._next()
        if tuple(record) != ("capture", "zlib") or record["capture"] != name:
            raise self.fault(f"capture {name} should stand there")
        try:
            data = b64decode(record["zlib"], validate=True)
            raw = unpack(data)
        except (TypeError, ValueError) as error:
            raise self.fault(f"capture {name} is spoilt: {error}") from error
        if sha256(raw) != name or _capture(name, data) != _dump(record):
            raise self.fault(f"capture {name} is not what was kept")
        return raw

    def end(self) -> None:
        if self._read(1):
            raise self.fault("it is one too many")

    def _next(self, longest: int = LONGEST) -> dict[str, Any]:
        """Return the next line's object, spelled as we spell it."""
        found = self._read(longest)
        if not found.endswith(b"\n"):
            raise self.fault("the file was cut off there" if len(found) < longest else "it is too long")
        try:
            record = json.loads(found)
            same = isinstance(record, dict) and _dump(record) == found
        except (ValueError, RecursionError):
            same = False
        if not same:
            raise self.fault("it is not as it was written")
        return cast("dict[str, Any]", record)

    def _read(self, longest: int) -> bytes:
        self._number += 1
        try:
            return self._file.readline(longest)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise self.fault(f"the gzip data is damaged or cut short ({error})") from error


def _typed(record: dict[str, Any]) -> bool:
    """Tell whether the fields of an entry hold what they should, and what every database takes."""
    texts = [record[name] for name in _FIELDS[1:]]
    if type(record["seq"]) is not int or not all(isinstance(text, str) for text in texts):
        return False
    lines = (record[name] for name in _FIELDS if name not in {"seq", "body"})
    return record["kind"] in set(EntryKind) and "\0" not in record["body"] and not any(map(CONTROL.search, lines))


def _first(head: Head) -> bytes:
    return _dump({"reportedly": "ledger", "version": VERSION, "seq": head.seq, "at": head.at, "hash": head.hash})


def _capture(name: str, data: bytes) -> bytes:
    return _dump({"capture": name, "zlib": b64encode(data).decode("ascii")})


def _dump(record: dict[str, Any]) -> bytes:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8") + b"\n"
