"""What a fresh clone needs is there: locked requirements, a whole wheel, nothing that belongs to one machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WHEEL_LIMIT = 45 * 2**20  # bytes
MODELS_LIMIT = 36 * 2**20  # of all together
_MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|Users)/\w|(?<![\w.~])/home/(?!user\b)\w")
_INDEX = re.compile(r"--(?:extra-)?index-url|--find-links|https?://(?!.*(?:example|schema\.org))\S*simple/")
_TEXT = {".py", ".md", ".toml", ".txt", ".json", ".xml", ".html", ".sql", ".yml", ".cfg", "", ".in", ".sh"}


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@cache
def _tracked() -> tuple[Path, ...]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    return tuple(path for name in _git("ls-files", "-z").split("\0") if name and (path := ROOT / name).is_file())


def _names(lock: str) -> set[str]:
    return {line.split("==")[0].split("[")[0].lower() for line in lock.splitlines() if re.match(r"[a-z0-9]", line)}


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_every_requirement_is_pinned_with_its_hash(name: str) -> None:
    lock = (ROOT / "requirements" / name).read_text("utf-8")
    assert _INDEX.search(lock) is None
    for requirement in re.split(r"\n(?=[a-z0-9])", lock):
        if re.match(r"[a-z0-9]", requirement):
            assert "==" in requirement.splitlines()[0]
            assert "--hash=sha256:" in requirement


def test_what_the_package_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[\s\[<>=~!;]", line)[0].lower() for line in project["dependencies"]}
    build = {re.split(r"[\s<>=]", line)[0] for line in (ROOT / "requirements" / "build.in").read_text().splitlines()}
    assert needed | build <= _names((ROOT / "requirements" / "run.txt").read_text("utf-8"))


@pytest.mark.slow
def test_the_wheel_is_whole_and_small(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    assert wheel.stat().st_size <= WHEEL_LIMIT
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "reportedly"
    expected = {
        path.relative_to(package.parent).as_posix()
        for path in _tracked()
        if path.is_relative_to(package) and "__pycache__" not in path.parts
    }
    assert expected <= names
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_weights_stay_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (ROOT / "src" / "reportedly" / "models").iterdir()}
    assert sum(size for name, size in sizes.items() if name.endswith((".onnx", ".bin"))) <= MODELS_LIMIT, sizes


def test_no_file_belongs_to_one_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in _tracked()
        if path.suffix in _TEXT and path != Path(__file__) and path.stat().st_size < 5 * 2**20
        if (match := _MACHINE.search(path.read_text("utf-8", "replace")))
    ]
    assert found == []


def test_ci_runs_what_the_readme_promises() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("demo", "test", "check", "measure"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
        assert f"make {target}" in "".join(
            (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")
        )
    assert "test\n" in script.read_text("utf-8")
