from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def reportedly(tmp_path: Path) -> Run:
    """Run the real command in a process of its own, in an empty home, its output in a pipe."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("REPORTEDLY_", "XDG_"))}
    environment |= {"HOME": str(tmp_path), "COLUMNS": "200", "TERM": "xterm-256color"}

    def run(
        *arguments: str, stdin: str = "", module: str = "reportedly.show.cli", **more: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", f"from {module} import main; main()", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env=environment | more,
            cwd=tmp_path,
            timeout=600,
            check=False,
        )

    return run
