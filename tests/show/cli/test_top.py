"""What holds for every command: help, usage, exit codes, start-up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from reportedly.show.cli import app
from reportedly.show.cli.trouble import Code
from tests.loading import loaded_by
from tests.show.cli.conftest import Run

DOCS = Path(__file__).parents[3] / "docs" / "cli.md"
COMMANDS = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
SERVING = {
    "serve": "answers browsers and programs over HTTP until it is stopped: its JSON is the API",
    "mcp": "its standard output is the protocol, which is JSON already",
}
LOOKING = ("brief", "claims", "export", "parties")


def options(command: str) -> set[str]:
    return {flag for option in COMMANDS[command].params for flag in option.opts if flag.startswith("--")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_takes_json_and_is_documented_with_all_its_options(command: str) -> None:
    text = DOCS.read_text("utf-8")
    assert ("--json" in options(command)) != (command in SERVING), SERVING.get(command)
    section = text.split(f"## reportedly {command}\n", 1)[1].split("\n## ", 1)[0]
    shared = {"--json", "--ledger"}  # described once, for all
    missing = {flag for flag in options(command) - shared if f"`{flag}" not in section}
    assert not missing


def test_every_exit_code_is_documented() -> None:
    rows = re.findall(r"^\| (\d+) \|", DOCS.read_text("utf-8"), re.MULTILINE)
    assert [int(row) for row in rows] == [int(code) for code in Code]


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), *((c, "--help") for c in sorted(COMMANDS))])
def test_help_fits_80_columns_and_a_pipe(reportedly: Run, arguments: tuple[str, ...]) -> None:
    done = reportedly(*arguments, COLUMNS="80")
    assert done.returncode == Code.DONE
    assert "Usage: reportedly" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_version(reportedly: Run) -> None:
    assert re.fullmatch(r"reportedly \d+\.\d+\S*\n", reportedly("--version").stdout)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nonsense",), Code.USAGE, "No such command"),
        (("brief", "--nonsense"), Code.USAGE, "No such option"),
        (("brief", "--stories", "0"), Code.USAGE, "--stories"),
        (("show",), Code.USAGE, "Missing argument"),
        (("export", "--format", "xls"), Code.USAGE, "xls"),
        *(((command,), Code.LEDGER, "there is no ledger yet") for command in LOOKING),
        (("show", "c1"), Code.LEDGER, "there is no ledger yet"),
        (("why", "c1"), Code.LEDGER, "there is no ledger yet"),
        (("brief", "--ledger", "."), Code.LEDGER, "a folder, not a file"),
    ],
)
def test_errors_say_what_and_where(reportedly: Run, arguments: tuple[str, ...], code: Code, says: str) -> None:
    done = reportedly(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_missing_ledger_is_named_and_nothing_is_made(reportedly: Run, tmp_path: Path) -> None:
    done = reportedly("brief")
    assert f"where: {tmp_path}" in done.stderr
    assert "reportedly read" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_can_be_named_by_the_environment(reportedly: Run, tmp_path: Path) -> None:
    done = reportedly("brief", REPORTEDLY_LEDGER=str(tmp_path / "named.db"))
    assert "named.db" in done.stderr


def test_the_ledger_can_be_named_before_the_command_and_the_command_has_the_last_word(
    reportedly: Run, tmp_path: Path
) -> None:
    first, last = str(tmp_path / "first.db"), str(tmp_path / "last.db")
    assert "first.db" in reportedly("--ledger", first, "brief").stderr
    assert "last.db" in reportedly("--ledger", first, "brief", "--ledger", last).stderr


def test_help_and_find_load_neither_database_nor_pages_nor_weights() -> None:
    heavy = {"sqlalchemy", "sqlite3", "trafilatura", "onnxruntime", "numpy", "rich", "reportedly.desk"}
    assert loaded_by("reportedly.show.cli", "reportedly.show.cli.find", of=heavy) == set()
