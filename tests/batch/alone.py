"""An engine of one process: the same tasks and answers, one after the other. What the engines add is tested apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.batch.engine import Answer, Engine, Job, Task, Work, answer
from reportedly.batch.run import Report, run, signature
from reportedly.batch.settings import Settings
from reportedly.show.export.datasets import DATASETS


class Alone(Engine):
    """Does tasks here. `jobs` take the place of the workers' own; `most` is how many are done before power is cut."""

    def __init__(self, jobs: dict[str, Job] | None = None, most: int = 10**9) -> None:
        self.workers = 1
        self.jobs = jobs or {}
        self.most = most
        self.done: list[str] = []

    def over(self, work: Work, tasks: Sequence[Task], settings: Settings) -> Iterator[Answer]:
        for task in tasks:
            if len(self.done) == self.most:
                raise KeyboardInterrupt
            line = json.dumps({"name": task.name, "given": task.given})
            yield Answer(**json.loads(answer(self.jobs.get(work.name, work.job), line, settings)))
            self.done.append(f"{work.name} {task.name}")


def go(out: Path | str, *sources: Path | str, engine: Engine | None = None, **settings: int) -> Report:
    """Run a batch."""
    chosen = Settings(str(out), signature(), **settings)  # type: ignore[arg-type]
    return run([str(source) for source in sources], chosen, engine or Alone(), DATASETS)


def files(out: Path) -> dict[str, bytes]:
    """Return what a run left behind for its users: every file of the datasets, and the manifest."""
    found = [out / "manifest.json", *out.glob("*/month=*/*.parquet")]
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(found)}
