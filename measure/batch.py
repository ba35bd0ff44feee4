"""What a batch costs: python -m measure.batch [SIZE ...] [--no-find] [--alone N] [--workers N ...] [--ray ADDRESS]

For each size a crawl is made (measure.crawl) and read. Costs are seconds of a core, as the workers' own clocks count
them, so that a busy machine does not distort them; wall seconds are printed beside them and tell something on a quiet
machine only. The load average is printed with everything.

`alone` calls `find` in a loop with no engine around it, and the reading job's stages likewise; then in two processes at
once, since cores that share their units (hyperthreads) are no two cores, and no engine can make them so.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import crawl
from reportedly.batch.cutting import cut
from reportedly.batch.documents import documents
from reportedly.batch.engine import Answer, Engine, Task, Work
from reportedly.batch.parts import shards
from reportedly.batch.reading import peak, read_shard
from reportedly.batch.run import run, signature
from reportedly.batch.settings import TOGETHER, Settings
from reportedly.find import find_in, finder
from reportedly.read import Document
from reportedly.show.export.datasets import DATASETS
from reportedly.types import Article, Skipped

SIZES = (1_000, 10_000)
ALONE = 100  # articles read without an engine
BESIDE = 2  # processes without an engine, for what the machine's cores can give together
SHARD, TILE = 25, 500
SPAWN = multiprocessing.get_context("spawn")


class Counted(Engine):
    """An engine that keeps account of what its workers' tasks cost."""

    def __init__(self, ray: str = "", workers: int = 0) -> None:
        super().__init__(ray, workers)
        self.cpu: dict[str, float] = defaultdict(float)
        self.wall: dict[str, float] = defaultdict(float)

    def over(self, work: Work, tasks: Sequence[Task], settings: Settings) -> Iterator[Answer]:
        """Do tasks, and count."""
        started = time.monotonic()
        for answer in super().over(work, tasks, settings):
            self.cpu[work.name] += answer.cpu
            yield answer
        self.wall[work.name] += time.monotonic() - started


def alone(folder: Path, number: int, *, find: bool) -> dict[str, float]:
    """Return what finding, and the whole of the reading job, cost in a loop, in milliseconds of a core an article."""
    source = folder / "alone.jsonl"
    crawl.write(source, number)
    found = cut(str(source), SHARD)
    if isinstance(found, Skipped):
        raise ValueError(found.reason)
    settings = Settings(str(folder / "alone"), signature(), find=find)
    articles = [r.article for part in found for r in documents(part) if isinstance(r, Document)]
    figures = _found(articles) if find else {}
    started = time.process_time()
    for shard in shards(found, SHARD, "alone"):
        read_shard(shard, settings)
    reading = time.process_time() - started
    return figures | {"reading job alone": 1000 * reading / len(articles)}


def _found(articles: Sequence[Article]) -> dict[str, float]:
    """Return what finding costs in one process and in some at once."""
    own = _finding(articles)
    with ProcessPoolExecutor(BESIDE, mp_context=SPAWN) as pool:
        beside = max(pool.map(_finding, [articles] * BESIDE))
    each = 1000 / len(articles)
    return {"find alone": each * own, f"find, {BESIDE} processes at once": each * beside}


def _finding(articles: Sequence[Article]) -> float:
    """Return the CPU seconds that finding takes in this process."""
    find_in(finder(), articles[:2])
    started = time.process_time()
    for group in _together(articles):
        find_in(finder(), group)
    return time.process_time() - started


def batch(folder: Path, size: int, engine: Counted, *, find: bool) -> dict[str, float]:
    """Read a crawl of some size; return what each step cost an article, in milliseconds of a core."""
    source, out = folder / f"{size}.jsonl", folder / f"out-{size}-{engine.workers}-{bool(engine.ray)}"
    crawl.write(source, size)
    engine.cpu.clear()
    engine.wall.clear()
    here, started = time.process_time(), time.monotonic()
    report = run([str(source)], Settings(str(out), signature(), find=find, shard=SHARD, tile=TILE), engine, DATASETS)
    figures = {f"{job}": 1000 * cost / report.articles for job, cost in engine.cpu.items()}
    figures["driver and joins"] = 1000 * (time.process_time() - here) / report.articles
    figures |= {f"{job}, wall": 1000 * passed / report.articles for job, passed in engine.wall.items()}
    figures["all, wall"] = 1000 * (time.monotonic() - started) / report.articles
    figures["MB of the largest worker"] = report.peak
    figures["MB of the driver"] = peak()
    figures["articles"] = report.articles
    figures["copies"] = report.rows["copies"]
    figures["kB packed an article"] = _size(out / "work") / report.articles / 1000
    figures["kB of datasets an article"] = (_size(out) - _size(out / "work")) / report.articles / 1000
    return figures


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _together(articles: Sequence[Article]) -> Iterator[list[Article]]:
    held: list[Article] = []
    for article in articles:
        if held and sum(len(a.text) for a in held) + len(article.text) > TOGETHER:
            yield held
            held = []
        held.append(article)
    yield held


def _print(what: str, figures: dict[str, float]) -> None:
    for name, value in figures.items():
        print(f"{what:28} {name:28} {value:12,.1f}", flush=True)
    print(f"{what:28} {'load average':28} {os.getloadavg()[0]:12,.1f}", flush=True)


def main() -> None:
    """Print the figures; every one is an article's, in milliseconds of a core where nothing else is said."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("sizes", type=int, nargs="*", default=SIZES)
    wanted.add_argument("--no-find", action="store_true")
    wanted.add_argument("--alone", type=int, default=ALONE, help="articles to read without an engine")
    wanted.add_argument("--workers", type=int, nargs="*", default=[1])
    wanted.add_argument("--ray", default="")
    chosen = wanted.parse_args()
    find = not chosen.no_find
    with TemporaryDirectory() as folder:
        if chosen.alone:
            _print("alone", alone(Path(folder), chosen.alone, find=find))
        for workers in chosen.workers:
            run_alone = SPAWN.Process(target=_sizes, args=(folder, chosen.sizes, workers, chosen.ray, find))
            run_alone.start()
            run_alone.join()
            if run_alone.exitcode:
                raise SystemExit(run_alone.exitcode)


def _sizes(folder: str, sizes: Sequence[int], workers: int, ray: str, find: bool) -> None:
    """Print what crawls of some sizes cost on an engine; a process can have one engine only."""
    engine = Counted(ray, workers)
    for size in sizes:
        name = f"{size:,}, {workers} worker{'s' * (workers > 1)}{', Ray' * bool(ray)}"
        _print(name, batch(Path(folder), size, engine, find=find))


if __name__ == "__main__":
    main()
