"""Measure a ledger as it grows: python -m measure.ledger [--statements N] [--stories N] [--postgres] [--kills N] ...

Synthetic growth: stories of the corpus with their gold statements, linked once by the real linker, appended again and
again under new names and dates, so that every copy is a story of its own. At each size one article more is appended,
and stories picked at random are looked at by a view that has seen none before: the brief of now, as of the middle of
the story, and as the ledger knew it at that time. Times are milliseconds: the median, the 95th percentile, and the
median of this process's own CPU time, which other work on the machine does not stretch.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.stories import GoldArticle, stories
from reportedly.desk import View
from reportedly.desk.plan import Versions, first_reading, linking
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Draft, Ledger
from reportedly.link import Index, link
from reportedly.read import Document
from reportedly.show.brief.compose import compose
from reportedly.show.gather import gather
from reportedly.text import sha256
from reportedly.types import Article, Link, Statement
from tests.databases import running

BY = Versions("read 1", "find 1", "link 1")
BATCH = 50  # articles appended at a time while growing; what is timed is appended alone
LOOKS = 40  # stories looked at, and articles appended, at each size


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story, ready to be appended again and again."""

    article: Article
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]


def models(number: int) -> list[list[Told]]:
    """Return stories of the corpus with their gold statements and the links that the linker finds."""
    return [list(_linked(story.articles)) for story in islice(stories("train"), number)]


def _linked(golds: Iterable[GoldArticle]) -> Iterator[Told]:
    index = Index()
    for gold in sorted(golds, key=lambda g: g.article.published):
        article = replace(gold.article, id=f"a{sha256(gold.article.source)[:12]}")
        names = {s.id: f"{article.id}:{s.id.partition(':')[2]}" for s in gold.statements}
        found = tuple(_named(s, article.id, names) for s in gold.statements)
        yield Told(article, found, tuple(link(article, found, index)))
        index.add(article, found)


def _named(statement: Statement, article: str, names: dict[str, str]) -> Statement:
    within = names[statement.within] if statement.within else None
    return replace(statement, id=names[statement.id], article=article, within=within)


def again(story: Sequence[Told], number: int) -> Iterator[tuple[list[Draft], dict[str, bytes]]]:
    """Yield what to append for copy `number` of a story: other ids, dates `number` days later, bytes of its own."""
    new = {told.article.id: f"a{sha256(f'{told.article.id} {number}')[:12]}" for told in story}
    rooms = dict.fromkeys(new.values(), next(iter(new.values())))
    met = set[str]()
    for told in story:
        raw = f"<!-- {number} --><html><body>{told.article.text}</body></html>".encode()
        published = _later(told.article.published, number)
        article = replace(told.article, id=new[told.article.id], published=published, capture=sha256(raw))
        found = [
            replace(s, id=_renamed(s.id, new), article=article.id, within=_renamed(s.within, new) if s.within else None)
            for s in told.statements
        ]
        links = [replace(x, subject=_renamed(x.subject, new), target=_renamed(x.target, new)) for x in told.links]
        room = lambda name: rooms[name] if name in met else name  # noqa: E731  asked at once
        drafts = [*first_reading(Document(article, raw), found, BY), *linking(article, links, room, BY)]
        met.add(article.id)
        yield drafts, {article.capture: raw}


def _renamed(name: str, new: dict[str, str]) -> str:
    article, colon, number = name.partition(":")
    return f"{new[article]}{colon}{number}"


def _later(published: str, days: int) -> str:
    day = date.fromisoformat(published[:10]) + timedelta(days=days % 3_000)
    return day.isoformat() + published[10:]


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
    endless: Iterator[tuple[list[Draft], dict[str, bytes]]]
    articles: list[str]  # appended so far
    statements: int = 0
    seconds: float = 0.0

    def grow(self, statements: int) -> None:
        """Append until there are so many statements."""
        started = time.perf_counter()
        while self.statements < statements:
            batch = list(islice(self.endless, BATCH))
            captures = {name: raw for _, each in batch for name, raw in each.items()}
            self._append([draft for drafts, _ in batch for draft in drafts], captures)
        self.seconds += time.perf_counter() - started

    def append_one(self) -> Took:
        """Append one article."""
        drafts, captures = next(self.endless)
        return timed(lambda: self._append(drafts, captures))

    def _append(self, drafts: list[Draft], captures: dict[str, bytes]) -> None:
        self.ledger.append(drafts, captures)
        self.articles += [draft.subject for draft in drafts if draft.kind == "article"]
        self.statements += sum(draft.kind == "statement" for draft in drafts)


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


def grown(ledger: Ledger, told: list[list[Told]]) -> Growing:
    """Return an empty ledger, ready to grow."""
    endless = chain.from_iterable(again(story, number) for number in count() for story in told)
    return Growing(ledger, endless, [])


def measure(quick: bool) -> dict[str, float]:
    """Return the figures that have floors, of a small ledger in a file."""
    size = 2_000 if quick else 20_000
    with TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.db") as ledger:
        growing = grown(ledger, models(4))
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


def table(where: str, told: list[list[Told]], sizes: Sequence[int]) -> None:
    """Grow a ledger and print a line at each size."""
    print(f"{'statements':>10} {'articles':>9} {'MB':>7} {'B/statement':>11} {'statements/s':>12}", end="")
    print("".join(f"{f'{name} (p95, cpu)':>20}" for name in ("append", "brief", "as of", "known at")), "  load")
    with open_ledger(where) as ledger:
        growing = grown(ledger, told)
        for size in sizes:
            growing.grow(size)
            times = figures(growing, random.Random(size))
            used = _bytes(ledger, where)
            speed = growing.statements / growing.seconds
            print(f"{growing.statements:10,} {len(growing.articles):9,} {used / 1e6:7,.0f}", end="")
            print(f" {used / growing.statements:11,.0f} {speed:12,.0f}", end="")
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
        table(where, models(options.stories), [*sizes, options.statements])
    return 0


if __name__ == "__main__":
    sys.exit(main())
