"""`reportedly export`: what goes where, and what it says when that cannot be."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reportedly.desk import Desk
from reportedly.show.cli import app
from reportedly.show.cli.export import Format
from reportedly.show.cli.trouble import Trouble
from reportedly.show.export.tables import BY_NAME
from tests.show.export.ledgers import decent

ONE_FILE = [format for format in Format if format not in {Format.CSV, Format.PARQUET}]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    with decent(folder / "ledger.db", folder) as desk:
        assert isinstance(desk, Desk)
    return folder / "ledger.db"


def export(ledger: Path, *words: str) -> None:
    app(["export", "--ledger", str(ledger), *words], standalone_mode=False)


@pytest.mark.parametrize("format", ONE_FILE)
def test_a_file_holds_what_standard_output_gets(
    format: Format, ledger: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(ledger, "--format", format, "--out", str(tmp_path / "out"))
    assert capfdbinary.readouterr().out == b""
    export(ledger, "--format", format)
    assert capfdbinary.readouterr().out == (tmp_path / "out").read_bytes() != b""
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format", [Format.CSV, Format.PARQUET])
def test_tables_fill_a_folder_or_go_one_by_one(
    format: Format, ledger: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(ledger, "--format", format, "--out", str(tmp_path / "tables"))
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {f"{name}.{format}" for name in BY_NAME}
    export(ledger, "--format", format, "--table", "claims")
    assert capfdbinary.readouterr().out == (tmp_path / "tables" / f"claims.{format}").read_bytes()


@pytest.mark.parametrize("format", Format)
def test_a_moment_before_everything_has_nothing(format: Format, ledger: Path, tmp_path: Path) -> None:
    table = ["--table", "articles"] if format in {Format.CSV, Format.PARQUET} else []
    export(ledger, "--format", format, *table, "--out", str(tmp_path / "all"))
    export(ledger, "--format", format, *table, "--as-of", "1999-01-01", "--out", str(tmp_path / "then"))
    assert len((tmp_path / "then").read_bytes()) < len((tmp_path / "all").read_bytes())
    assert b"Kerch" not in (tmp_path / "then").read_bytes()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "csv"], "many tables"),
        (["--format", "parquet", "--out", "-"], "many tables"),
        (["--format", "csv", "--table", "nonsense"], "no table 'nonsense'"),
        (["--format", "stix", "--table", "claims"], "has no tables"),
        (["--format", "annotations", "--json"], "--json"),
        (["--out", "no/such/folder/x"], "cannot write"),
        (["--as-of", "soon"], "no moment"),
    ],
)
def test_what_cannot_be_is_said(words: list[str], says: str, ledger: Path) -> None:
    with pytest.raises(Trouble, match=says):
        export(ledger, *words)


def test_parquet_without_pyarrow_says_what_to_install(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "reportedly.show.export.as_parquet", raising=False)
    monkeypatch.delattr("reportedly.show.export.as_parquet", raising=False)
    with pytest.raises(Trouble, match="not installed") as caught:
        export(ledger, "--format", "parquet", "--out", str(tmp_path / "tables"))
    assert "reportedly[tables]" in caught.value.todo
    assert [*(tmp_path / "tables").iterdir()] == []


def test_json_is_one_array_of_the_lines(ledger: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    export(ledger, "--json")
    whole = json.loads(capfdbinary.readouterr().out)
    export(ledger)
    assert whole == [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
