"""The engine: tasks spread over workers by Daft, on this machine or on a Ray cluster.

A task is a line of text for one of the workers' jobs, and so is its answer. Whatever is large stays in files, so the
plan is the same everywhere: tasks in, one column of answers out. A worker is a process of its own that loads its models
once; Daft hands it the next task when it is done with one.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import daft
from daft.exceptions import DaftCoreException

from reportedly.batch.settings import TRIES, Settings

Job = Callable[[Any, Settings], Any]
ANSWERS = 10  # seconds in which a cluster has to
_ROUNDS = 20  # times the engine itself may fail before a run gives up


class Work(NamedTuple):
    """A job, and the name it goes by. Workers import it from its module."""

    name: str
    job: Job


@dataclass(frozen=True, slots=True)
class Task:
    """A name, by which its tries are counted, and what the job is given, as JSON holds it."""

    name: str
    given: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task."""

    name: str
    value: Any
    failed: str = ""  # why it was set aside
    peak: int = 0  # MB that its worker had used at most by then
    cpu: float = 0.0  # seconds of a core that it took
    worker: int = 0  # the process that did it


class Worker:
    """A process that does one job, again and again."""

    def __init__(self, job: Job, settings: str) -> None:
        self.job = job
        self.settings = Settings.loads(settings)

    @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
    def answers(self, tasks: daft.Series) -> list[str]:
        """Do tasks; each answer is JSON."""
        return [answer(self.job, task, self.settings) for task in tasks.to_pylist()]


def answer(job: Job, line: str, settings: Settings) -> str:
    """Do one task, again where it fails, and say what came of it. Never raises.

    A task that ends its worker leaves a mark behind, so that it too is set aside in the end.
    """
    from reportedly.batch.reading import peak

    started = time.process_time()
    task = json.loads(line)
    mark = f"{TRIES}/{task['name']}.json"
    place = settings.place
    reasons: list[str] = json.loads(place.read(mark)) if place.holds(mark) else []
    value, failed = None, ""
    while len(reasons) < settings.tries:
        place.write(mark, json.dumps([*reasons, "it ended the worker that had it"]).encode())
        try:
            value = job(task["given"], settings)
            break
        except Exception as error:
            reasons.append(f"{type(error).__name__}: {error}\n{traceback.format_exc(limit=-3)}")
    else:
        failed = reasons[-1].splitlines()[0]
    place.remove(mark)
    cpu = time.process_time() - started
    return json.dumps(asdict(Answer(task["name"], value, failed, peak(), round(cpu, 3), os.getpid())))


def _join(cluster: Any, address: str) -> None:
    try:
        if address not in {"auto", "local"}:  # Ray itself waits for minutes where nobody answers
            host, _, port = address.removeprefix("ray://").rpartition(":")
            socket.create_connection((host, int(port)), ANSWERS).close()
        cluster.init(address=None if address == "auto" else address, log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, RuntimeError, ValueError) as error:
        raise ConnectionError(str(error).splitlines()[0]) from error


class Engine:
    """Daft with a runner chosen; a process has one runner, so there is one engine a process."""

    def __init__(self, ray: str = "", workers: int = 0) -> None:
        """Use the Ray cluster at an address, or no cluster where there is no address.

        "auto" is the one that RAY_ADDRESS names, else the one that runs on this machine, else one started for this
        run. `workers` is the number of worker processes, by default one a core. Raises ConnectionError where nothing
        answers at the address, ModuleNotFoundError where Ray is not installed.
        """
        self.ray = ray
        if ray:
            cluster = import_module("ray")
            if not cluster.is_initialized():
                _join(cluster, ray)
            daft.set_runner_ray(noop_if_initialized=True)
            self.workers = workers or int(
                sum(node["Resources"].get("CPU", 0) for node in cluster.nodes() if node["Alive"]) or 1
            )
        else:
            daft.set_runner_native()
            self.workers = workers or len(os.sched_getaffinity(0))

    def over(self, work: Work, tasks: Sequence[Task], settings: Settings) -> Iterator[Answer]:
        """Yield the answer to every task, as they come.

        Where the engine itself fails, as when a worker was ended from outside, what has no answer yet is done again.
        """
        left = {task.name: task for task in tasks}
        for last in (turn == _ROUNDS - 1 for turn in range(_ROUNDS)):
            try:
                for found in self._over(work.job, list(left.values()), settings) if left else ():
                    if left.pop(found.name, None) is not None:
                        yield found
                return
            except (RuntimeError, OSError, DaftCoreException) as error:
                if last:
                    raise RuntimeError(f"the engine failed {_ROUNDS} times: {error}") from error

    def _over(self, job: Job, tasks: Sequence[Task], settings: Settings) -> Iterator[Answer]:
        lines = [json.dumps({"name": task.name, "given": task.given}) for task in tasks]
        workers = daft.cls(Worker, use_process=True, max_concurrency=min(self.workers, len(tasks)))
        worker = workers(job, settings.dumps())
        frame = daft.from_pydict({"task": lines}).into_batches(1)
        frame = frame.select(worker.answers(frame["task"]).alias("answer"))
        # In order, a worker that is done early would stand idle until the slowest task before its own is done.
        with daft.execution_config_ctx(maintain_order=False):
            for row in frame.iter_rows(results_buffer_size=1):
                yield Answer(**json.loads(row["answer"]))


def leave(code: int) -> NoReturn:
    """End a process in which the native runner has run, without taking the interpreter apart.

    Daft's threads keep Python objects to the end and may let go of one while the interpreter is taken apart: on a busy
    machine one run in ten then died of a segmentation fault with all its work done (Daft 0.7.26).
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
