"""`reportedly verify`, `copy` and `reread`: the ledger as something that is kept."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportedly.ledger import open_ledger
from reportedly.show.cli import app
from reportedly.show.cli.session import shown
from reportedly.show.cli.trouble import Code, Trouble
from tests.databases import Server
from tests.ledger.samples import fill, keep


def run(*arguments: str, code: Code = Code.DONE) -> Result:
    """Run a command; where it should end in trouble, check its code."""
    result = CliRunner().invoke(app, list(arguments))
    if code is Code.DONE:
        assert result.exit_code == Code.DONE, (result.output, result.exception)
    else:
        assert isinstance(result.exception, Trouble), result.output
        assert result.exception.code is code
    return result


@pytest.fixture
def ledger(where: str) -> str:
    with open_ledger(where) as opened:
        fill(opened, 4)
    return where


def test_a_ledger_that_holds(ledger: str) -> None:
    said = run("verify", "--ledger", ledger).stdout
    with open_ledger(ledger) as opened:
        head = opened.head()
    assert f"Everything holds: {head.seq} entries, 4 captures, the words of 4 statements." in said
    assert head.hash in said
    assert json.loads(run("verify", "--ledger", ledger, "--json").stdout)["fault"] == ""
    run("verify", "--ledger", ledger, "--noted", head.hash.upper())


def test_an_end_that_was_cut_off(ledger: str) -> None:
    result = run("verify", "--ledger", ledger, "--noted", "f" * 64, code=Code.BROKEN)
    assert "the end was cut off" in str(result.exception)


def test_the_first_thing_that_does_not_hold_is_named(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(path) as opened:
        fill(opened, 4)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER entry_kept")
        connection.execute("UPDATE entry SET body = replace(body, 'Norland', 'Sudland') WHERE seq = 3")
    result = run("verify", "--ledger", str(path), code=Code.BROKEN)
    assert isinstance(result.exception, Trouble)
    assert result.exception.what.startswith("entry 3 ")
    assert "up to entry 2 everything holds" in result.exception.todo
    told = json.loads(run("verify", "--ledger", str(path), "--json", code=Code.BROKEN).stdout)
    assert (told["fault"], told["head"]["seq"]) == (result.exception.what, 2)


def test_an_export_that_says_what_the_ledger_says(ledger: str, tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    export.write_text(run("export", "--ledger", ledger).stdout, "utf-8")
    assert "says what the ledger says" in run("verify", "--ledger", ledger, "--export", str(export)).stdout
    lines = export.read_bytes().splitlines(keepends=True)
    for spoilt, told in (
        ([lines[0].replace(b"Korva", b"Korvb"), *lines[1:]], "line 1 is not what the ledger says"),
        (lines[:-1], f"line {len(lines)} and what follows is missing"),
        ([*lines, b"\n"], f"line {len(lines) + 1} is one too many"),
    ):
        export.write_bytes(b"".join(spoilt))
        result = run("verify", "--ledger", ledger, "--export", str(export), code=Code.BROKEN)
        assert str(result.exception) == f"the ledger holds, but not the export: {told}"
    run("verify", "--ledger", ledger, "--export", str(tmp_path / "none"), code=Code.USAGE)


def test_an_empty_ledger_holds(tmp_path: Path) -> None:
    open_ledger(tmp_path / "l.db").close()
    assert run("verify", "--ledger", str(tmp_path / "l.db")).stdout == "The ledger is empty, and everything holds.\n"


def test_to_another_database_and_back(ledger: str, server: Server, tmp_path: Path) -> None:
    other, back = server.fresh(), str(tmp_path / "back.db")
    said = run("copy", ledger, other).stdout
    assert "copied. Both were read back and are equal" in said
    assert json.loads(run("copy", other, back, "--json").stdout)["head"]["hash"] in said
    assert "Nothing to copy" in run("copy", ledger, back).stdout
    for where in (other, back):
        run("verify", "--ledger", where)
        with open_ledger(where) as one, open_ledger(ledger) as two:
            assert list(one.entries()) == list(two.entries())


def test_an_older_copy_is_brought_up_to_date(ledger: str, tmp_path: Path) -> None:
    target = str(tmp_path / "copy.db")
    run("copy", ledger, target)
    with open_ledger(ledger) as opened:
        before = opened.head().seq
        keep(opened, 9)
        added = opened.head().seq - before
    assert json.loads(run("copy", ledger, target, "--json").stdout)["copied"] == added


def test_another_ledger_is_not_written_over(ledger: str, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db") as other:
        keep(other, 9)
        head = other.head()
    result = run("copy", ledger, str(tmp_path / "other.db"), code=Code.LEDGER)
    assert "no copy of the source" in str(result.exception)
    with open_ledger(tmp_path / "other.db") as other:
        assert other.head() == head


@pytest.mark.parametrize("name", ["l.jsonl", "l.jsonl.gz"])
def test_to_a_file_of_lines_and_back(ledger: str, name: str, tmp_path: Path) -> None:
    file, back = str(tmp_path / name), str(tmp_path / "back.db")
    said = run("copy", ledger, file).stdout
    assert "copied. Both were read back and are equal" in said
    assert "Nothing to copy" in run("copy", ledger, file).stdout
    assert json.loads(run("copy", file, back, "--json").stdout)["head"]["hash"] in said
    assert run("verify", "--ledger", file).stdout == run("verify", "--ledger", ledger).stdout
    with open_ledger(ledger) as one, open_ledger(back) as two:
        assert list(one.entries()) == list(two.entries())
        keep(one, 9)
    assert json.loads(run("copy", ledger, file, "--json").stdout)["copied"] > 0
    run("copy", file, file, code=Code.USAGE)
    assert "not worked in" in str(run("claims", "--ledger", file, code=Code.LEDGER).exception)


@pytest.mark.parametrize("name", ["l.jsonl.zst", "l.jsonl.xz"])
def test_lines_packed_otherwise_are_no_ledger(name: str, ledger: str, tmp_path: Path) -> None:
    packed = tmp_path / name
    assert "packed as .gz, not as" in str(run("copy", ledger, str(packed), code=Code.LEDGER).exception)
    assert not packed.exists()
    packed.write_bytes(b"packed by others")
    assert "packed as .gz, not as" in str(run("copy", str(packed), ledger, code=Code.LEDGER).exception)


def test_a_file_of_lines_that_does_not_hold_makes_no_ledger(ledger: str, tmp_path: Path) -> None:
    file, target = tmp_path / "l.jsonl", tmp_path / "target.db"
    run("copy", ledger, str(file))
    spoilt = file.read_bytes().replace(b"Korva", b"Korvb", 1)
    file.write_bytes(spoilt)
    for command in (("copy", str(file), str(target)), ("copy", ledger, str(file)), ("verify", "--ledger", str(file))):
        result = run(*command, code=Code.BROKEN)
        assert str(result.exception).startswith("line 4 does not hold: entry 2 ")
    assert not target.exists()
    assert file.read_bytes() == spoilt


@pytest.mark.parametrize("command", [("verify", "--ledger"), ("copy",), ("reread", "--ledger")])
def test_where_no_ledger_is_none_is_made(command: tuple[str, ...], server: Server, tmp_path: Path) -> None:
    for where in (str(tmp_path / "none.db"), server.fresh()):
        more = [str(tmp_path / "target.db")] if command == ("copy",) else []
        result = run(*command, where, *more, code=Code.LEDGER)
        assert "there is no ledger" in str(result.exception)
    assert not (tmp_path / "none.db").exists()


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    where = f"postgresql://ada:secret@/x?host={tmp_path}"
    result = run("verify", "--ledger", where, code=Code.LEDGER)
    assert isinstance(result.exception, Trouble)
    assert "secret" not in f"{result.exception.what} {result.exception.where}"
    assert shown(where) == where.replace("secret", "***")
    assert "is one" in str(run("verify", "--ledger", "postgresql://ada@host:port/x", code=Code.LEDGER).exception)


def test_nothing_is_read_again_by_the_same_weights(tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.db")
    page = tmp_path / "page.txt"
    page.write_text("Ukrainian and Norland officials said that the bridge was open.\n\nThey denied it later.")
    run("read", str(page), "--ledger", ledger)
    assert "Nothing to read again: 1 article" in run("reread", "--ledger", ledger).stdout
    assert json.loads(run("reread", "--ledger", ledger, "--json").stdout)["read"] == 0
