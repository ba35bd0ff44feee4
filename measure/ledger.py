"""Measure a ledger as it grows: python -m measure.ledger [--statements N] [--stories N] [--postgres]

Synthetic growth: stories of the corpus with their gold statements, multiplied. At each size articles are appended one
by one, and stories picked at random are looked at by a view that has seen none before: the brief of now, as of the day
of one of its articles, and as the ledger knew it when that was appended. Times are milliseconds: the median, and in
brackets the 95th percentile and the median of this process's own CPU time, which other work on the machine does not
stretch.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.multiplied import BATCH, Copied, adopt, multiplied
from reportedly.desk import View
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger
from reportedly.show.brief.compose import compose
from reportedly.show.gather import gather
from tests.databases import running

LOOKS = 40  # stories looked at, and articles appended, at each size


@dataclass(frozen=True, slots=True)
class Took:
    """How long one thing took, in milliseconds."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Took:
    """Time a piece of work."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Took((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


@dataclass
class Growing:
    """A ledger that grows to one size after another."""

    ledger: Ledger
    endless: Iterator[Copied]
    articles: list[str] = field(default_factory=list)  # appended so far
    statements: int = 0

    def grow(self, statements: int) -> None:
        """Append in bulk until there are so many statements."""
        while self.statements < statements:
            batch = list(islice(self.endless, BATCH))
            adopt(self.ledger, batch)
            self._count(batch)

    def append_one(self) -> Took:
        """Append one article as the desk does."""
        made = next(self.endless)
        drafts, captures = made.drafts(), {made.capture: made.raw}
        self._count([made])
        return timed(lambda: self.ledger.append(drafts, captures))

    def _count(self, made: Sequence[Copied]) -> None:
        self.articles += [each.article for each in made]
        self.statements += sum(each.statements for each in made)


def look(ledger: Ledger, article: str, *, as_of: bool = False, known_at: bool = False) -> Took:
    """Compose the brief of an article's story in a view that has seen none before."""
    entry = next(ledger.entries(subjects={article}))
    view = View(ledger, as_of=entry.said if as_of else "", known_at=entry.at if known_at else "")

    def brief() -> None:
        if not compose(gather(view, story=view.story_of(article).id)).stories:
            raise AssertionError(f"nothing is said in the story of {article}")

    return timed(brief)


def figures(growing: Growing, rng: random.Random) -> dict[str, list[Took]]:
    """Return the times of every kind of look at a ledger of the size it has."""
    chosen = rng.sample(growing.articles, min(LOOKS, len(growing.articles)))
    return {
        "append": [growing.append_one() for _ in range(LOOKS)],
        "brief": [look(growing.ledger, article) for article in chosen],
        "as of": [look(growing.ledger, article, as_of=True) for article in chosen],
        "known at": [look(growing.ledger, article, known_at=True) for article in chosen],
    }


def cell(times: Sequence[Took]) -> str:
    """Return "median (95th percentile, median of CPU time)"."""
    wall = [took.wall for took in times]
    middle, high = statistics.median(wall), statistics.quantiles(wall, n=20)[-1]
    return f"{middle:.0f} ({high:.0f}, {statistics.median(took.cpu for took in times):.0f})"


def measure(quick: bool) -> dict[str, float]:
    """Return the figures that have floors, of a small ledger in a file."""
    size = 2_000 if quick else 20_000
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        growing = Growing(ledger, multiplied(4))
        growing.grow(size)
        times = figures(growing, random.Random(20))
        found = {f"{name}, CPU ms": statistics.median(took.cpu for took in each) for name, each in times.items()}
        return found | {"bytes a statement": _bytes(ledger, f"{folder}/ledger.db") / growing.statements}


def _bytes(ledger: Ledger, where: str) -> int:
    if where.startswith("postgresql"):
        import psycopg

        with psycopg.connect(where) as connection:
            row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(row[0]) if row else 0
    ledger.head()
    return sum(path.stat().st_size for path in Path(where).parent.glob(f"{Path(where).name}*"))


def table(where: str, endless: Iterator[Copied], sizes: Sequence[int]) -> None:
    """Grow a ledger and print a line at each size."""
    print(f"{'statements':>10} {'articles':>9} {'MB':>7} {'B/statement':>11}", end="")
    print("".join(f"{f'{name} (p95, cpu)':>20}" for name in ("append", "brief", "as of", "known at")), "  load")
    with open_ledger(where) as ledger:
        growing = Growing(ledger, endless)
        for size in sizes:
            growing.grow(size)
            times = figures(growing, random.Random(size))
            used = _bytes(ledger, where)
            print(f"{growing.statements:10,} {len(growing.articles):9,} {used / 1e6:7,.0f}", end="")
            print(f" {used / growing.statements:11,.0f}", end="")
            print("".join(f"{cell(each):>20}" for each in times.values()), f"{os.getloadavg()[0]:6.1f}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Print the growth on the database asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--stories", type=int, default=12, help="stories of the corpus that growth is made of")
    parser.add_argument("--postgres", action="store_true", help="a PostgreSQL server of its own instead of a file")
    options = parser.parse_args(arguments)
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if size < options.statements]
    with ExitStack() as stack:
        if options.postgres:
            where = stack.enter_context(running()).fresh()
        else:
            where = f"{stack.enter_context(TemporaryDirectory())}/ledger.db"
        table(where, multiplied(options.stories), [*sizes, options.statements])
    return 0


if __name__ == "__main__":
    sys.exit(main())
