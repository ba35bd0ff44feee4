"""Change single bytes at random and see whether `verify` finds them: python -m measure.flips [--flips N]

Each change is made to a fresh copy of something whole: a byte of a ledger's database file, which holds the captures, of
its file of lines, or of a file exported from it. In a database a change counts where a reader gets anything else than
before, by the table or by an index, or can no longer read: free space in a page is no content. In a file of lines it
counts where other entries or captures come out, or none: zlib does not use every bit it writes. In an export every byte
is content. What is missed is printed; there must be nothing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from measure.multiplied import adopt, multiplied
from reportedly.desk import View
from reportedly.ledger import lines, open_ledger
from reportedly.ledger.port import DamagedError, Entry, Ledger, LedgerError
from reportedly.ledger.transfer import save
from reportedly.ledger.verify import verify
from reportedly.show.against import first_difference
from reportedly.show.export import jsonl, pack


@dataclass(frozen=True, slots=True)
class Flips:
    """What a series of changed bytes came to."""

    made: int
    mattered: int  # gave a reader something else
    missed: tuple[int, ...]  # places of those that mattered and were not found


def flips(fill: Callable[[Ledger], object], folder: Path, number: int, seed: int = 20) -> Flips:
    """Change `number` bytes, one at a time, of a ledger that `fill` has filled."""
    whole, spoilt = folder / "whole.db", folder / "spoilt.db"
    with open_ledger(whole) as ledger:
        fill(ledger)
    before, data = content(whole), whole.read_bytes()
    mattered, missed = 0, list[int]()
    for place, byte in _changes(data, number, seed):
        shutil.copy(whole, spoilt)
        with spoilt.open("r+b") as file:
            file.seek(place)
            file.write(bytes([byte]))
        noticed = found(spoilt)
        if content(spoilt) != before:
            mattered += 1
            missed += [] if noticed else [place]
    return Flips(number, mattered, tuple(missed))


def lines_flips(fill: Callable[[Ledger], object], folder: Path, number: int, seed: int = 23) -> Flips:
    """Change `number` bytes, one at a time, of the file of lines of a ledger that `fill` has filled."""
    file = BytesIO()
    with open_ledger(folder / "kept.db") as ledger:
        fill(ledger)
        save(ledger, file)
    data = file.getvalue()
    before, mattered, missed = list(lines.read(BytesIO(data))), 0, list[int]()
    for place, byte in _changes(data, number, seed):
        try:
            after = list(lines.read(BytesIO(data[:place] + bytes([byte]) + data[place + 1 :])))
        except DamagedError:
            mattered += 1
            continue
        if after != before:
            mattered += 1
            missed.append(place)
    return Flips(number, mattered, tuple(missed))


def export_flips(fill: Callable[[Ledger], object], folder: Path, number: int, seed: int = 21) -> Flips:
    """Change `number` bytes, one at a time, of what a ledger that `fill` has filled exports."""
    with open_ledger(folder / "exported.db") as ledger:
        fill(ledger)
        view, file = View(ledger), BytesIO()
        jsonl.write(view, "", file)
        data = file.getvalue()
        if fault := first_difference(BytesIO(data), view):
            raise ValueError(f"the export is no export of its ledger: {fault}")
        missed = [
            place
            for place, byte in _changes(data, number, seed)
            if not first_difference(BytesIO(data[:place] + bytes([byte]) + data[place + 1 :]), view)
        ]
    return Flips(number, number, tuple(missed))


def pack_flips(fill: Callable[[Ledger], object], folder: Path, number: int, seed: int = 22) -> Flips:
    """Change `number` bytes, one at a time, of an unpacked evidence pack, and let `sha256sum` judge it."""
    with open_ledger(folder / "packed.db") as ledger, (folder / "pack.zip").open("w+b") as file:
        fill(ledger)
        pack.write(View(ledger), "", file)
        with ZipFile(file) as archive:
            archive.extractall(folder / "pack")
            names = sorted(set(archive.namelist()) - {pack.MANIFEST})  # whose own hash has to be noted elsewhere
    if not _checked(folder / "pack"):
        raise ValueError("the pack does not hold as it was written")
    missed, rng = list[int](), random.Random(seed)
    for change in range(number):
        member = folder / "pack" / rng.choice(names)
        data = member.read_bytes()
        ((place, byte),) = _changes(data, 1, seed + change)
        member.write_bytes(data[:place] + bytes([byte]) + data[place + 1 :])
        missed += [place] if _checked(folder / "pack") else []
        member.write_bytes(data)
    return Flips(number, number, tuple(missed))


def _checked(folder: Path) -> bool:
    """Tell whether an unpacked evidence pack is what its manifest says."""
    command = ["sha256sum", "--check", "--strict", "--status", pack.MANIFEST]
    return subprocess.run(command, cwd=folder, check=False).returncode == 0


def _changes(data: bytes, number: int, seed: int) -> Iterator[tuple[int, int]]:
    """Yield places, each with another byte than stands there."""
    rng = random.Random(seed)
    for _ in range(number):
        place = rng.randrange(len(data))
        yield place, data[place] ^ rng.randrange(1, 256)


def found(path: Path) -> bool:
    """Tell whether opening or verifying a ledger says that it is damaged."""
    try:
        with open_ledger(path) as ledger:
            return verify(ledger).fault != ""
    except LedgerError:
        return True


def content(path: Path) -> object:
    """Return everything a reader can get from a ledger, by the table and by its indexes, or None where it cannot."""
    try:
        with open_ledger(path) as ledger:
            entries = list(ledger.entries())
            captures = {name: ledger.capture(name) for name in ledger.captures()}
            return entries, captures, [_looked_up(ledger, entry) for entry in entries]
    except LedgerError:
        return None


def _looked_up(ledger: Ledger, entry: Entry) -> list[list[Entry]]:
    by_subject = list(ledger.entries(subjects={entry.subject}, kinds={entry.kind}))
    return [by_subject, list(ledger.entries(objects={entry.object}, kinds={entry.kind})) if entry.object else []]


KINDS = {
    "a database": flips,
    "a file of lines": lines_flips,
    "an export": export_flips,
    "an evidence pack": pack_flips,
}


def main(arguments: list[str] | None = None) -> int:
    """Print what was found; return 1 where anything was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=10_000)
    options = parser.parse_args(arguments)
    few = list(islice(multiplied(1), 3))
    missed = 0
    for what, change in KINDS.items():
        with TemporaryDirectory() as folder:
            result = change(lambda ledger: adopt(ledger, few), Path(folder), options.flips)
        missed += len(result.missed)
        told = f"{result.made:,} bytes changed, {result.mattered:,} mattered"
        print(f"{what}: {told}, {len(result.missed)} missed {result.missed or ''}".rstrip())
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
