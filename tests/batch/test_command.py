"""The two commands, with an engine of one process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from reportedly.batch import engine
from reportedly.show.cli import app
from reportedly.show.cli.trouble import Code, Trouble
from tests.batch.alone import Alone


def fails(_given: Any, _settings: Any) -> Any:
    raise OSError("the disk is on fire")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> Alone:
    made = Alone()
    monkeypatch.setattr(engine, "Engine", lambda *_: made)
    return made


def told(*words: Path | str) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return str(done.output)


def trouble(*words: Path | str) -> Trouble:
    with pytest.raises(Trouble) as raised:
        CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    return raised.value


def test_a_batch_and_its_import(tmp_path: Path, pages: Path) -> None:
    out, ledger = tmp_path / "out", tmp_path / "ledger.db"
    text = told("batch", pages, tmp_path / "none.jsonl", "--out", out, "--no-find", "--shard", "2")
    assert "5 articles read, 0 statements found" in text
    assert "skipped 1: the file cannot be opened: No such file or directory" in text
    assert "reading articles: 5 of 5" in text
    again = told("batch", pages, "--out", out, "--no-find", "--shard", "2", "--json")
    assert json.JSONDecoder().raw_decode(again[again.index("{") :])[0]["articles"] == 5  # progress is printed beside it
    assert told("import", out, "--ledger", ledger).startswith("5 articles imported, 0 statements.")
    assert "5 already there" in told("import", out, "--ledger", ledger)
    assert json.loads(told("import", out, "--ledger", ledger, "--json"))["unchanged"] == 5


def test_parts_that_were_set_aside_end_with_a_code_of_their_own(tmp_path: Path, pages: Path, alone: Alone) -> None:
    alone.jobs = {"read": fails}
    found = trouble("batch", pages, "--out", tmp_path / "out", "--no-find")
    assert (found.code, found.where) == (Code.SET_ASIDE, "OSError: the disk is on fire")


def test_nothing_to_read_is_trouble(tmp_path: Path) -> None:
    assert trouble("batch", tmp_path / "none.jsonl", "--out", tmp_path / "out").code is Code.NOTHING_READ
    assert trouble("import", tmp_path, "--ledger", tmp_path / "ledger.db").code is Code.NOTHING_READ
