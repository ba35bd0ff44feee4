"""What is packed in a ledger or a file of lines may be made to burst: it is unpacked within a bound, or refused."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from reportedly.ledger import lines, open_ledger
from reportedly.ledger.lines import Kept
from reportedly.ledger.packing import LARGEST, pack, unpack
from reportedly.ledger.port import DamagedError, Draft, Entry, EntryKind, LedgerError
from reportedly.ledger.store import SqlLedger
from reportedly.ledger.transfer import BATCH, WEIGHT, batches, load, save
from reportedly.ledger.verify import verify
from reportedly.text import sha256
from tests.bombs import MB, gzip_bomb, within, zlib_bomb

BOMB = zlib_bomb()
NAME = "ab" * 32
BURST = "unpacks to more than 32 MB, the most that is kept"


def test_the_bombs_are_real() -> None:
    assert len(BOMB) < 4 * MB
    small = zlib_bomb(64 * MB)
    assert zlib.decompress(small) == bytes(64 * MB)
    assert gzip.decompress(gzip_bomb(32 * MB, before=b"a", after=b"z")) == b"a" + b" " * 32 * MB + b"z"


@given(st.binary(max_size=300), st.integers(0, 300))
def test_what_is_packed_comes_back_within_its_bound_and_not_beyond(raw: bytes, limit: int) -> None:
    assert unpack(pack(raw)) == raw
    if len(raw) <= limit:
        assert unpack(pack(raw, limit), limit) == raw
        return
    with pytest.raises(ValueError, match="the most that is kept"):
        pack(raw, limit)
    with pytest.raises(ValueError, match=f"more than {limit} bytes"):
        unpack(pack(raw), limit)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (BOMB, BURST),
        (zlib.compress(b"whole")[:-3], "cut short"),
        (zlib.compress(b"whole") + b"x", "something stands behind"),
        (b"no zlib at all", "incorrect header"),
        (b"", "cut short"),
    ],
)
def test_what_cannot_be_unpacked_has_its_reason(data: bytes, why: str) -> None:
    with within(80), pytest.raises(ValueError, match=why):
        unpack(data)


def test_the_bound_itself_is_kept() -> None:
    assert len(unpack(pack(bytes(LARGEST)))) == LARGEST


def one_capture(ledger: SqlLedger, name: str = NAME) -> None:
    ledger.append([Draft(EntryKind.CAPTURE, name, {}, by="x")])


def test_a_capture_in_a_ledger_does_not_burst(where: str, tmp_path: Path) -> None:
    with open_ledger(where) as ledger, open_ledger(tmp_path / "copy.db") as other:
        assert isinstance(ledger, SqlLedger)
        one_capture(ledger)
        with ledger._backend.engine.begin() as connection:
            row = {"name": bytes.fromhex(NAME), "data": BOMB}
            connection.execute(text("INSERT INTO capture VALUES (:name, :data)"), row)
        with within(80):
            with pytest.raises(DamagedError, match=BURST):
                ledger.capture(NAME)
            assert BURST in verify(ledger).fault
            with pytest.raises(DamagedError, match=BURST):
                save(ledger, io.BytesIO())
        assert other.head().seq == 0


def test_a_note_that_would_burst_is_as_good_as_none(where: str) -> None:
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        ledger.remember({"good": b"1"})
        with ledger._backend.engine.begin() as connection:
            for name, data in (("bomb", BOMB), ("damaged", b"no zlib")):
                connection.execute(text("INSERT INTO note VALUES (:name, :data)"), {"name": name, "data": data})
        with within(300):
            assert ledger.recall(["good", "bomb", "damaged"]) == {"good": b"1"}


def test_what_could_not_be_unpacked_again_is_not_kept(where: str) -> None:
    raw = bytes(LARGEST + 1)
    with open_ledger(where) as ledger:
        with pytest.raises(LedgerError, match=r"cannot be kept: it has 33,554,433 bytes, and 32 MB is the most"):
            ledger.append([Draft(EntryKind.CAPTURE, sha256(raw), {}, by="x")], {sha256(raw): raw})
        assert ledger.head().seq == 0


@pytest.fixture
def rows(tmp_path: Path) -> list[bytes]:
    """Return the lines of a ledger of one capture."""
    file = io.BytesIO()
    with open_ledger(tmp_path / "small.db") as ledger:
        ledger.append([Draft(EntryKind.CAPTURE, sha256(b"x"), {}, by="x")], {sha256(b"x"): b"x"})
        save(ledger, file)
    return file.getvalue().splitlines(keepends=True)


def spoilt(rows: list[bytes], record: dict[str, str]) -> bytes:
    return b"".join([*rows[:2], json.dumps(record, separators=(",", ":")).encode() + b"\n"])


@pytest.mark.parametrize("how", ["a line without end", "a capture", "a capture, packed again"])
def test_a_file_of_lines_does_not_burst(how: str, rows: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / ("l.jsonl" if how == "a capture" else "l.jsonl.gz")
    if how == "a line without end":
        path.write_bytes(gzip_bomb(before=b"".join(rows[:2])))
        told = "line 3 does not hold: it is too long"
    else:
        data = spoilt(rows, {"capture": sha256(b"x"), "zlib": b64encode(BOMB).decode("ascii")})
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
        told = f"line 3 does not hold: .* is spoilt: it {BURST}"
    assert path.stat().st_size < 6 * MB
    with within(240), pytest.raises(DamagedError, match=told), lines.opened(path):
        pass


def test_many_captures_that_are_small_when_packed_are_moved_a_few_at_a_time(tmp_path: Path) -> None:
    """Each may be there, and holds; all of them at once would be 128 MB and their copies."""
    raws = [bytes([letter]) * (8 * MB) for letter in range(16)]
    names = [sha256(raw) for raw in raws]
    with open_ledger(tmp_path / "one.db") as source, (tmp_path / "l.jsonl.gz").open("w+b") as file:
        for name, raw in zip(names, raws, strict=True):
            source.append([Draft(EntryKind.CAPTURE, name, {}, by="x")], {name: raw})
        save(source, file, gzipped=True)
    del raws, raw
    assert (tmp_path / "l.jsonl.gz").stat().st_size < MB // 4
    with open_ledger(tmp_path / "two.db") as target, within(90), lines.opened(tmp_path / "l.jsonl.gz") as whole:
        load(whole, target)
        assert sorted(target.captures()) == sorted(names)


@pytest.mark.parametrize(
    ("sizes", "cut"),
    [
        ([], []),
        ([0] * (BATCH + 1), [BATCH, 1]),
        ([WEIGHT, 0, 0], [1, 2]),
        ([WEIGHT // 2, WEIGHT // 2, 1], [2, 1]),
        ([WEIGHT - 1, WEIGHT, WEIGHT], [2, 1]),
    ],
)
def test_a_batch_ends_with_its_number_or_its_weight(sizes: list[int], cut: list[int]) -> None:
    entry = Entry(1, EntryKind.CAPTURE, NAME, "", "", "", "", "", "")
    assert [len(batch) for batch in batches(Kept(entry, bytes(size)) for size in sizes)] == cut
