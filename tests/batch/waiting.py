"""A job for the engine's own tests: the first task is done when most others are, or fails."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reportedly.batch.engine import Engine, Task, Work, leave
from reportedly.batch.settings import Settings

TASKS = tuple(f"task-{number:02}" for number in range(12))
OTHERS = 8  # that must be done beside the first: a worker may hold a task in hand that it has not begun
PATIENCE = 120  # seconds


def wait_for_others(given: str, settings: Settings) -> str:
    """Leave a mark; the first task waits for the marks of others."""
    place = Path(settings.out)
    (place / given).touch()
    until = time.monotonic() + PATIENCE
    while given == TASKS[0] and len(list(place.glob("task-*"))) <= OTHERS:
        if time.monotonic() > until:
            raise TimeoutError("the others were not begun")
        time.sleep(0.01)
    return given


def main() -> None:
    """Do the tasks with two workers and print what became of each."""
    tasks = [Task(name, name) for name in TASKS]
    answers = Engine(workers=2).over(Work("wait", wait_for_others), tasks, Settings(sys.argv[1], "test", tries=1))
    print(*(f"{answer.name} {answer.failed or answer.value}" for answer in answers), sep="\n")
    leave(0)
