"""The evidence pack in other hands: Info-ZIP unpacks it and coreutils check it."""

from __future__ import annotations

import io
import json
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from reportedly.desk import Desk
from reportedly.show.export.pack import MANIFEST, safe, write
from reportedly.show.export.table import whole
from reportedly.text import sha256


def packed(desk: Desk, story: str = "") -> bytes:
    write(desk, story, file := io.BytesIO())
    return file.getvalue()


def unpacked(desk: Desk, folder: Path) -> Path:
    (folder / "pack.zip").write_bytes(packed(desk))
    subprocess.run(["unzip", "-q", "pack.zip", "-d", "pack"], cwd=folder, check=True)
    return folder / "pack"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sha256sum", "--strict", "--check", MANIFEST], cwd=folder, capture_output=True, text=True, check=False
    )


def test_it_unpacks_and_everything_in_it_checks(desk: Desk, tmp_path: Path) -> None:
    folder = unpacked(desk, tmp_path)
    done = checked(folder)
    assert done.returncode == 0, done.stderr
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {MANIFEST}
    assert {line.removesuffix(": OK") for line in done.stdout.splitlines()} == there


@pytest.mark.parametrize("name", ["brief.md", "pins.jsonl", "captures", "articles"])
def test_a_single_changed_byte_is_found(name: str, sound: Desk, tmp_path: Path) -> None:
    folder = unpacked(sound, tmp_path)
    path = folder / name if (folder / name).is_file() else min((folder / name).iterdir())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    done = checked(folder)
    assert done.returncode == 1
    assert f"{path.relative_to(folder)}: FAILED" in done.stdout


def test_written_twice_it_is_the_same_to_the_byte(desk: Desk) -> None:
    assert packed(desk) == packed(desk)


def test_nothing_lands_outside_the_folder_and_no_name_is_odd(odd: Desk, tmp_path: Path) -> None:
    names = ZipFile(io.BytesIO(packed(odd))).namelist()
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"([a-z]+/)?[A-Za-z0-9_-]+(\.[a-z0-9]+)?", name)] == []
    unpacked(odd, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"pack", "pack.zip"}


def test_captures_are_the_raw_bytes_under_their_hash(desk: Desk, tmp_path: Path) -> None:
    folder = unpacked(desk, tmp_path)
    for path in (folder / "captures").iterdir():
        assert sha256(path.read_bytes()) == path.name
        assert path.read_bytes() == desk.ledger.capture(path.name)
    assert {path.name for path in (folder / "captures").iterdir()} == {a.capture for a in desk.articles()}


def test_pins_hold_in_the_texts_beside_them(desk: Desk, tmp_path: Path) -> None:
    folder = unpacked(desk, tmp_path)
    lines = [json.loads(line) for line in (folder / "pins.jsonl").read_bytes().splitlines()]
    assert {line["statement"] for line in lines} == {statement.id for statement in desk.statements()}
    for line in lines:
        text = (folder / line["file"]).read_bytes().decode()
        if not line.get("orphaned"):
            assert text[line["start"] : line["end"]] == whole(line["exact"])
            assert sha256(line["exact"]) == line["sha256"]


def test_the_hash_of_the_last_entry_is_the_ledgers_own(sound: Desk, tmp_path: Path) -> None:
    folder = unpacked(sound, tmp_path)
    head = json.loads((folder / "about.json").read_text())["last_entry"]
    assert head["hash"] == sound.ledger.head().hash
    entries = [json.loads(line) for line in (folder / "entries.jsonl").read_bytes().splitlines()]
    assert entries[-1]["hash"] == head["hash"]
    assert [entry["seq"] for entry in entries] == list(range(1, head["seq"] + 1))


def test_a_story_has_its_own_captures_only(sound: Desk) -> None:
    for story in sound.stories():
        names = ZipFile(io.BytesIO(packed(sound, story.id))).namelist()
        captures = {name for name in names if name.startswith("captures/")}
        assert captures == {f"captures/{sound.article(name).capture}" for name in story.articles}


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "", ".", "A", "con\0", "ü", "a:b", "-a", "a" * 200, "\ud800"])
def test_a_name_that_is_not_plain_becomes_a_digest(name: str) -> None:
    assert re.fullmatch("x-[0-9a-f]{64}", safe(name))
    assert safe("a1b2_c-3") == "a1b2_c-3"
