"""The documents as tests see them: their code blocks, run. `python -m tests.documents` writes shown output anew.

A block of output is current when it stands under its command:

    <!-- run: reportedly brief --stories 1 -->
    ```text
    ...
    ```

Commands run in order, in a folder that holds `examples/`, with a ledger of their own.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(
    r"(?:<!-- run: (?P<run>.+?) -->\n)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE
)
_SECONDS = re.compile(r"\b\d+\.\d s\b")
_IDENTITY = re.compile(r"\b[0-9a-f]{12,64}\b")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of a document."""

    document: Path
    line: int
    language: str
    body: str
    run: str  # the command whose output it shows, "" where it shows none
    start: int  # offset of the body
    end: int

    def __str__(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


def fences(document: Path) -> Iterator[Fence]:
    """Yield the fenced blocks of a document in order."""
    text = document.read_text("utf-8")
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Fence(document, line, match["language"], match["body"], match["run"] or "", *match.span("body"))


def all_fences() -> list[Fence]:
    """Return the fenced blocks of every document."""
    return [fence for document in DOCUMENTS for fence in fences(document)]


class Desk:
    """A folder with the example stories and a ledger that they are read into, for commands to run in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "examples").symlink_to(ROOT / "examples")
        self.environment = {
            **os.environ,
            "REPORTEDLY_LEDGER": "ledger.db",
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        self.output("reportedly read examples")

    def output(self, command: str) -> str:
        """Return what a command prints."""
        words = [word for part in shlex.split(command) for word in self._spread(part)]
        done = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(f"`{command}` ended with {done.returncode}: {done.stderr or done.stdout}")
        return done.stdout

    def _spread(self, word: str) -> list[str]:
        """Expand a glob as a shell would."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.glob(word)) if "*" in word else [word]


def plain(output: str) -> str:
    """Return output without what differs from run to run: trailing space and how long it took."""
    return "\n".join(_SECONDS.sub("0.0 s", line.rstrip()) for line in output.rstrip().splitlines()) + "\n"


def refresh() -> None:
    """Write every shown output anew."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for document in DOCUMENTS:
            text = document.read_text("utf-8")
            for fence in reversed([f for f in fences(document) if f.run]):
                text = text[: fence.start] + plain(desk.output(fence.run)) + text[fence.end :]
            document.write_text(text, "utf-8")


if __name__ == "__main__":
    refresh()
