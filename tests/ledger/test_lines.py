"""A ledger as lines and back: nothing lost, nothing changed unseen."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from measure.flips import lines_flips
from reportedly.ledger import lines, open_ledger
from reportedly.ledger.port import DamagedError, Draft, EntryKind, Ledger, LedgerError
from reportedly.ledger.transfer import load, save
from reportedly.ledger.verify import verify
from reportedly.text import sha256
from tests.databases import Server
from tests.ledger.samples import fill, keep
from tests.ledger.test_transfer import content

FLIPS = 300
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), max_size=8)
RAW = st.binary(max_size=200)
BODY = st.dictionaries(
    st.text(max_size=5), st.integers() | st.text(max_size=20) | st.booleans() | st.none(), max_size=3
)
ENTRIES = st.builds(
    Draft, st.sampled_from([EntryKind.LINK, EntryKind.CORRECTION, EntryKind.READING]), LINE, BODY, LINE, LINE, LINE
)
APPENDS = st.lists(st.tuples(st.lists(ENTRIES, max_size=3), st.lists(RAW, max_size=2)), max_size=4)


def saved(ledger: Ledger, *, gzipped: bool = False) -> bytes:
    file = io.BytesIO()
    head = save(ledger, file, gzipped=gzipped)
    assert head == ledger.head()
    return file.getvalue()


def loaded(data: bytes, target: Ledger, folder: Path, name: str = "l.jsonl") -> None:
    (folder / name).write_bytes(data)
    with lines.opened(folder / name) as found:
        load(found, target)


@pytest.fixture
def file(tmp_path: Path) -> bytes:
    with open_ledger(tmp_path / "source.db") as ledger:
        fill(ledger, 4)
        return saved(ledger)


@FEW
@given(appends=APPENDS)
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_whatever_was_appended_comes_back(
    database: str,
    appends: list[tuple[list[Draft], list[bytes]]],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("law")
    server: Server | None = request.getfixturevalue("server") if database == "postgresql" else None
    one, other = (server.fresh() if server else folder / f"{name}.db" for name in ("one", "other"))
    with open_ledger(one) as source, open_ledger(other) as target:
        for drafts, captures in appends:
            raw = {sha256(data): data for data in captures}
            source.append([*drafts, *(Draft(EntryKind.CAPTURE, name, {}, by="x") for name in raw)], raw)
        data = saved(source)
        loaded(data, target, folder)
        assert content(target) == content(source)
        assert saved(target) == data


def test_there_and_back(where: str, tmp_path: Path) -> None:
    with open_ledger(where) as source, open_ledger(tmp_path / "back.db") as back:
        fill(source, 20)
        data = saved(source, gzipped=True)
        assert data == saved(source, gzipped=True)
        loaded(data, back, tmp_path, "l.jsonl.gz")
        assert content(back) == content(source)
        assert verify(back).fault == ""


def test_anyone_can_read_it(file: bytes) -> None:
    first, capture, data, article, *_ = map(json.loads, file.splitlines())
    assert (first["reportedly"], capture["kind"], article["kind"]) == ("ledger", "capture", "article")
    assert data["capture"] == capture["subject"]
    assert first["hash"] == json.loads(file.splitlines()[-1])["hash"]


def test_a_capture_that_two_entries_name_is_there_once(tmp_path: Path) -> None:
    twice = [Draft(EntryKind.CAPTURE, sha256(b"x"), {"n": n}, by="x") for n in range(2)]
    with open_ledger(tmp_path / "one.db") as source, open_ledger(tmp_path / "two.db") as target:
        source.append(twice, {sha256(b"x"): b"x"})
        data = saved(source)
        assert data.count(b'{"capture"') == 1
        loaded(data, target, tmp_path)
        assert content(target) == content(source)


def test_a_longer_file_brings_an_older_copy_up_to_date(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "one.db") as source, open_ledger(tmp_path / "two.db") as target:
        loaded(saved(source), target, tmp_path)  # of nothing
        for number in range(3):
            keep(source, number)
            loaded(saved(source), target, tmp_path)
            assert content(target) == content(source)
        shorter = saved(source)
        keep(target, 9)
        with pytest.raises(LedgerError, match="no copy of the source: it has"):
            loaded(shorter, target, tmp_path)
        keep(source, 8)
        with pytest.raises(LedgerError, match=r"no copy of the source: entry \d+ differs"):
            loaded(saved(source), target, tmp_path)


def swapped(rows: list[bytes]) -> list[bytes]:
    return [*rows[:4], rows[5], rows[4], *rows[6:]]


SPOILT: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "cut after a line": (lambda rows: rows[:6], "line 7 does not hold: the file was cut off there"),
    "cut within a line": (lambda rows: [*rows[:6], rows[6][:-1]], "line 7 .* cut off"),
    "a line too many": (lambda rows: [*rows, rows[-1]], "line 26 .* one too many"),
    "a word changed": (lambda rows: [*rows[:3], rows[3].replace(b"Korva", b"Korvb"), *rows[4:]], "line 4 .* entry 2 "),
    "a blank put in": (lambda rows: [*rows[:3], rows[3].replace(b",", b", ", 1), *rows[4:]], "line 4 .* as it was"),
    "two lines swapped": (swapped, "line 5 .* entry 3 is missing"),
    "a line removed": (lambda rows: [*rows[:4], *rows[5:]], "line 5 .* entry 3 is missing"),
    "a capture removed": (lambda rows: [*rows[:2], *rows[3:]], "line 3 .* should stand there"),
    "a capture cut": (lambda rows: [*rows[:2], rows[2][:-20] + rows[2][-16:], *rows[3:]], "line 3 .* is spoilt"),
    "a capture of others": (lambda rows: [*rows[:2], rows[2][:76] + rows[8][76:], *rows[3:]], "line 3 .* not what was"),
    "another end": (lambda rows: [rows[0].replace(b'"hash":"', b'"hash":"0', 1), *rows[1:]], "line 25 .* last entry"),
    "a later version": (lambda rows: [rows[0].replace(b":1,", b":2,"), *rows[1:]], "line 1 .* begin otherwise"),
    "no such kind": (lambda rows: [rows[0], rows[1].replace(b'"kind":"', b'"kind":"x'), *rows[2:]], "line 2 .* no e"),
    "no lines of ours": (lambda _: [b'{"type":"article"}\n'], "line 1 .* begin otherwise"),
    "no lines at all": (lambda _: [bytes(10_000)], "line 1 .* too long"),
    "empty": (lambda _: [], "line 1 .* cut off"),
    "deep": (lambda rows: [rows[0], b"[" * 100_000 + b"\n"], "line 2 .* as it was written"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "told"), SPOILT.values(), ids=SPOILT)
def test_a_file_that_was_changed_is_refused_as_a_whole(
    spoil: Callable[[list[bytes]], list[bytes]], told: str, file: bytes, tmp_path: Path
) -> None:
    rows = file.splitlines(keepends=True)
    assert len(rows) == 21 + 4
    with open_ledger(tmp_path / "target.db") as target:
        with pytest.raises(DamagedError, match=told):
            loaded(b"".join(spoil(rows)), target, tmp_path)
        assert target.head().seq == 0
        assert list(target.captures()) == []


def test_every_changed_byte_that_matters_is_found(tmp_path: Path) -> None:
    result = lines_flips(lambda ledger: fill(ledger, 4), tmp_path, FLIPS)
    assert result.missed == ()
    assert result.mattered > FLIPS * 0.98  # zlib does not use every bit it writes


def test_damaged_gzip_is_named(file: bytes, tmp_path: Path) -> None:
    packed = gzip.compress(file)
    for spoilt in (packed[:-20], packed[:200] + b"\xff\xff\xff" + packed[203:], b"no gzip at all"):
        (tmp_path / "l.jsonl.gz").write_bytes(spoilt)
        with pytest.raises(DamagedError, match=r"line \d+ does not hold: "), lines.opened(tmp_path / "l.jsonl.gz"):
            pass


def test_a_ledger_that_lacks_a_capture_is_not_saved(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.append([Draft(EntryKind.CAPTURE, sha256(b"gone"), {}, by="x")])
        with pytest.raises(DamagedError, match="is missing"):
            saved(ledger)
