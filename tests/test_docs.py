"""The documents cannot drift: commands exist, options are described, snippets run, shown output is current."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from reportedly.show.cli import app
from tests.documents import DOCUMENTS, ROOT, Desk, Fence, all_fences, plain

FENCES = all_fences()
SHOWN = [fence for fence in FENCES if fence.run]
SNIPPETS = [fence for fence in FENCES if fence.language == "python"]
LINES = [
    (fence, line.strip())
    for fence in FENCES
    if fence.language == "sh"
    for line in fence.body.splitlines()
    if line.strip() and not line.startswith("#")
]
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/[a-z]+|tmp|Users)/")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("documents"))


def _commands() -> dict[str, TyperCommand]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: command for name, command in group.commands.items() if isinstance(command, TyperCommand)}


def _made(target: str) -> bool:
    return re.search(rf"^{re.escape(target)}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE) is not None


def _simple(line: str) -> Iterator[list[str]]:
    """Yield the commands of a shell line, without redirections and comments."""
    for command in re.split(r"\s(?:\||&&)\s", line.split("  # ")[0]):
        yield shlex.split(re.sub(r"\s[<>]+\s*\S+", "", command))


@pytest.mark.parametrize(("fence", "line"), LINES, ids=[f"{fence}:{line[:40]}" for fence, line in LINES])
def test_a_shell_line_names_what_exists(fence: Fence, line: str) -> None:
    for words in _simple(line):
        if words[0] == "make":
            assert all(_made(target) for target in words[1:]), f"{fence}: {line}"
        elif words[0] == "reportedly" and not words[1].startswith("-"):
            command = _commands()[words[1]]
            assert command.make_context(words[1], words[2:], resilient_parsing=False) is not None


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_and_option_is_described(name: str) -> None:
    manual = (ROOT / "docs" / "cli.md").read_text("utf-8")
    section = re.search(rf"^## reportedly {name}\n(.*?)(?=^## |\Z)", manual, re.DOTALL | re.MULTILINE)
    assert section is not None, f"docs/cli.md has no section `## reportedly {name}`"
    everywhere = manual[: manual.index("## reportedly ")]
    for parameter in _commands()[name].params:
        if isinstance(parameter, TyperOption) and not parameter.hidden and parameter.name != "help":
            assert any(option in section[1] + everywhere for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("fence", SHOWN, ids=str)
def test_shown_output_is_current(fence: Fence, desk: Desk) -> None:
    assert plain(desk.output(fence.run)) == fence.body, "write it anew with `python -m tests.documents`"


@pytest.mark.parametrize("fence", SNIPPETS, ids=str)
def test_a_snippet_runs(fence: Fence, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    with chdir(tmp_path):
        exec(compile(fence.body, str(fence), "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere_and_no_machine_is_named(document: Path) -> None:
    text = document.read_text("utf-8")
    assert [link for link in _LINK.findall(text) if not (document.parent / link).exists()] == []
    assert _MACHINE.search(text) is None


def test_the_readme_shows_a_brief_on_its_first_screen() -> None:
    first = (ROOT / "README.md").read_text("utf-8").splitlines()[:40]
    assert any("run: reportedly brief" in line for line in first)
