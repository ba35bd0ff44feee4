"""The native engine with processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.waiting import TASKS
from tests.loading import loaded_by

CODE = "from tests.batch.waiting import main; main()"


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="with one core there is nobody to wait for")
def test_no_worker_waits_for_the_slowest_task_before_its_own(tmp_path: Path) -> None:
    """The first task ends when most others have, so the second worker must have been given them meanwhile."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(done.stdout.split("\n")[:-1]) == sorted(f"{name} {name}" for name in TASKS)


def test_a_worker_loads_neither_database_nor_weights_before_its_first_task() -> None:
    heavy = {"sqlalchemy", "sqlite3", "trafilatura", "onnxruntime", "daft"}
    assert loaded_by("reportedly.batch.jobs", of=heavy) == set()
