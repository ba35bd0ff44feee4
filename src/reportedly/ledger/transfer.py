"""Moving a ledger to another database or to a file of lines and back, with the proof that both are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile
from typing import BinaryIO

from reportedly.ledger import lines
from reportedly.ledger.lines import Kept, Whole
from reportedly.ledger.port import DamagedError, Entry, EntryKind, Head, Ledger, LedgerError

BATCH = 1_000  # entries moved in one transaction
WEIGHT = 16 << 20  # bytes of bodies and captures after which a batch is moved, however few entries it has
Progress = Callable[[int], None]


def copy(source: Ledger, target: Ledger, progress: Progress | None = None) -> Head:
    """Copy what `target` lacks of `source` and return the head both end with.

    `target` must be empty or the beginning of `source`: a copy that was cut off goes on where it stopped. Raises
    LedgerError where it is neither, or where what was written does not read back the same.
    """
    start = target.head()
    older(source, start)
    _move(kept(source, after=start.seq), target, progress)
    end = target.head()
    _prove(kept(source, until=end.seq), kept(target, until=end.seq))
    return end


def save(source: Ledger, file: BinaryIO, *, gzipped: bool = False, progress: Progress | None = None) -> Head:
    """Write a ledger to an empty file that is open for reading, too, and return the head it ends with.

    Raises LedgerError where it does not read back the same.
    """
    head = source.head()
    with lines.packed(file, gzipped) as plain:
        lines.write(head, _told(kept(source, until=head.seq), progress), plain)
    file.seek(0)
    with lines.unpacked(file, gzipped) as plain:
        _prove(kept(source, until=head.seq), lines.read(plain))
    return head


def load(source: Whole, target: Ledger, progress: Progress | None = None) -> Head:
    """Take from a file what `target` lacks of it, as `copy` does from a ledger."""
    start = target.head()
    if start.seq:
        _same(next((e for e, _ in source.read() if e.seq == start.seq), None), start, source.head)
    _move(dropwhile(lambda each: each.entry.seq <= start.seq, source.read()), target, progress)
    _prove(source.read(), kept(target, until=source.head.seq))
    return source.head


def older(source: Ledger, end: Head) -> None:
    """Raise LedgerError where a ledger that ends so is no beginning of the source."""
    if end.seq:
        _same(next(source.entries(after=end.seq - 1, until=end.seq), None), end, source.head())


def kept(ledger: Ledger, *, after: int = 0, until: int | None = None) -> Iterator[Kept]:
    """Yield entries, each capture's bytes with the first that names it. Raises DamagedError where one is missing."""
    met = set[bytes]()
    for entry in ledger.entries(after=after, until=until):
        if entry.kind is not EntryKind.CAPTURE or entry.subject.encode() in met:
            yield Kept(entry)
            continue
        met.add(entry.subject.encode())
        try:
            yield Kept(entry, ledger.capture(entry.subject))
        except (KeyError, ValueError):
            raise DamagedError(f"capture {entry.subject} is missing: run reportedly verify") from None


def _same(known: Entry | None, end: Head, whole: Head) -> None:
    if known is None:
        have = f"it has {end.seq} entries, and the source {whole.seq}"
        raise LedgerError(f"the target is no copy of the source: {have}; was it meant the other way round?")
    if known.hash != end.hash:
        raise LedgerError(f"the target is no copy of the source: entry {end.seq} differs; copy into an empty ledger")


def _move(content: Iterator[Kept], target: Ledger, progress: Progress | None) -> None:
    for batch in batches(content):
        target.adopt([each.entry for each in batch], {e.subject: raw for e, raw in batch if raw is not None})
        if progress is not None:
            progress(batch[-1].entry.seq)


def batches(content: Iterable[Kept]) -> Iterator[list[Kept]]:
    """Yield entries by the BATCH, sooner where they are heavy: captures that are small packed may be large unpacked."""
    batch, weight = list[Kept](), 0
    for each in content:
        batch.append(each)
        weight += len(each.entry.body) + len(each.raw or b"")
        if len(batch) == BATCH or weight >= WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _told(content: Iterable[Kept], progress: Progress | None) -> Iterator[Kept]:
    for each in content:
        yield each
        if progress is not None and each.entry.seq % BATCH == 0:
            progress(each.entry.seq)


def _prove(left: Iterable[Kept], right: Iterable[Kept]) -> None:
    """Compare both, entry by entry and capture by capture, as they read back."""
    for one, other in zip(left, right, strict=True):
        if one.entry != other.entry:
            raise LedgerError(f"entry {one.entry.seq} reads back otherwise than it was written")
        if one.raw != other.raw:
            raise LedgerError(f"capture {one.entry.subject} reads back otherwise than it was written")
