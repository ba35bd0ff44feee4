"""The same ledger gives the same bytes: asked again, its lookups dropped, moved elsewhere, under any hash seed."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from reportedly.desk import Desk, View
from reportedly.ledger import open_ledger
from reportedly.ledger.transfer import copy
from reportedly.show.export import as_csv, as_parquet, ftm, jsonl, pack, prov_json, prov_o, stix, web_annotations
from reportedly.show.export.tables import TABLES
from tests.desk.standin import StandIn
from tests.show.export.ledgers import decent, hostile

FORMATS: dict[str, Callable[[View, str, BinaryIO], None]] = {
    "annotations": web_annotations.write,
    "ftm": ftm.write,
    "jsonl": jsonl.write,
    "pack": pack.write,
    "prov-json": prov_json.write,
    "prov-o": prov_o.write,
    "stix": stix.write,
}
MAKERS: dict[str, Callable[[Path, Path], Desk]] = {
    "sound": decent,
    "odd": lambda where, _folder: hostile(where),
}


def digests(desk: View) -> dict[str, str]:
    """Return the digest of every export."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _exports(desk)}


def _exports(desk: View) -> Iterator[tuple[str, bytes]]:
    for name, write in FORMATS.items():
        write(desk, "", file := io.BytesIO())
        yield name, file.getvalue()
    for table in TABLES:
        for module in (as_csv, as_parquet):
            module.write(table, table.rows(desk, ""), file := io.BytesIO())
            yield f"{table.name} {module.__name__}", file.getvalue()


@pytest.mark.parametrize("kind", MAKERS)
def test_dropping_all_that_is_no_entry_changes_no_byte(kind: str, tmp_path: Path) -> None:
    with MAKERS[kind](tmp_path / "ledger.db", tmp_path) as desk:
        before = digests(desk)
        moved = open_ledger(tmp_path / "copy.db")
        copy(desk.ledger, moved)  # entries and captures, and nothing else
    with Desk(moved, StandIn()) as other:
        assert digests(other) == before


def test_another_database_gives_the_same_bytes(where: str, tmp_path: Path) -> None:
    with decent(tmp_path / "first.db", tmp_path) as desk, Desk(open_ledger(where), StandIn()) as other:
        copy(desk.ledger, other.ledger)
        assert digests(other) == digests(desk)


def test_no_byte_hangs_on_the_order_of_sets(tmp_path: Path) -> None:
    decent(tmp_path / "ledger.db", tmp_path).close()
    script = (
        "import sys, reportedly\nfrom tests.show.export.test_rebuild import digests\n"
        "with reportedly.open(sys.argv[1]) as desk: print(digests(desk))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "ledger.db")],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_every_format_of_the_command_is_among_them() -> None:
    from reportedly.show.cli.export import TABULAR, Format

    assert {format.value for format in Format if format not in TABULAR} == set(FORMATS)
