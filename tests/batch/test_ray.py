"""A real Ray cluster on this machine, with two workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.batch.run import signature
from tests.batch.alone import files

pytest.importorskip("ray")
STORE = 80 << 20  # bytes of Ray's object store on each node: only answers go through it


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a cluster, which has two workers."""
    made = _started(tries=4)
    yield made.address
    made.shutdown()


def _started(tries: int) -> Any:
    """Start a cluster. Ray gives a node half a minute, which a busy machine may not have."""
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 2, "object_store_memory": STORE, "include_dashboard": False}
    while True:
        try:
            return Cluster(initialize_head=True, head_node_args=node)
        except Exception as error:
            tries -= 1
            if not tries or "timed out" not in str(error):
                raise


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_changes_no_byte(
    tmp_path: Path, cluster: str, pages: Path, undisturbed: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    code = "from tests.batch.test_ray import disturbed; disturbed()"
    words = [sys.executable, "-c", code, cluster, str(out), str(pages), signature()]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["killed"] != 0
    assert len(set(told["workers"])) >= 2, "there was more than one worker"
    assert files(out) == undisturbed


def disturbed() -> None:
    """Run a batch on a cluster, as a process of its own; kill the worker that has the second shard, once."""
    from reportedly.batch.engine import Engine
    from reportedly.batch.run import run
    from reportedly.batch.settings import Settings
    from reportedly.show.export.datasets import DATASETS

    address, out, pages, by = sys.argv[1:]
    engine, killed = Engine(ray=address), 0
    workers: list[int] = []
    over = engine.over

    def watched(work, tasks, settings):  # type: ignore[no-untyped-def]
        nonlocal killed
        for answer in over(work, tasks, settings):
            workers.append(answer.worker)
            if work.name == "read" and not killed:
                killed = answer.worker
                os.kill(killed, signal.SIGKILL)
            yield answer

    engine.over = watched  # type: ignore[method-assign]
    run([pages], Settings(out, by, shard=1, tile=2), engine, DATASETS)
    sys.stdout.write("\n" + json.dumps({"killed": killed, "workers": workers}) + "\n")
