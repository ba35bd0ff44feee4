"""Kill reading runs at random moments, and let many write at once: python -m measure.crashes [--kills N] [--each N]

Each run reads the same articles by a finder of a few patterns; killed runs are resumed, and after each kill the ledger
must hold: nothing lost, doubled or half-written. At the end it must say what a ledger says that was read in one go.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.stories import stories
from reportedly.desk import Desk
from reportedly.find import Finder
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Entry, EntryKind
from reportedly.ledger.records import found_by
from reportedly.ledger.verify import verify
from tests.databases import running
from tests.desk.standin import StandIn

LONGEST = 1.5  # seconds a run lives before it is killed, at most
FORK = multiprocessing.get_context("fork")  # the child starts with everything imported


@dataclass(frozen=True, slots=True)
class Killed:
    """What a series of killed runs came to."""

    kills: int  # that hit a run at work
    ledgers: int  # read to their end meanwhile
    faults: tuple[str, ...]  # whatever did not hold after a kill


def write(articles: list[dict[str, str]], path: Path) -> str:
    """Write articles as JSONL and return the path as a source."""
    path.write_text("".join(f"{json.dumps(article)}\n" for article in articles), "utf-8")
    return str(path)


def killed(source: str, fresh: Callable[[], str], finder: Finder, kills: int, seed: int = 20) -> Killed:
    """Kill runs that read `source` into ledgers at `fresh()` locations, resume them, and look after each kill."""
    rng = random.Random(seed)
    whole = fresh()
    _read(whole, source, finder)
    expected = _content(whole)
    hit, ledgers, faults = 0, 0, list[str]()
    where = fresh()
    while hit < kills:
        if _killed_within(rng.random() * LONGEST, where, source, finder):
            hit += 1
            faults += _faults(where)
        if len(_content(where)) == len(expected):
            faults += [] if _content(where) == expected else ["the resumed ledger is not the one read in one go"]
            where, ledgers = fresh(), ledgers + 1
    _read(where, source, finder)
    faults += [] if _content(where) == expected else ["the resumed ledger is not the one read in one go"]
    return Killed(hit, ledgers + 1, tuple(faults))


def together(sources: Sequence[str], where: str, finder: Finder) -> tuple[str, ...]:
    """Let one writer a source read into one ledger at once, and return what does not hold afterwards."""
    running = [FORK.Process(target=_read, args=(where, source, finder)) for source in sources]
    for process in running:
        process.start()
    for process in running:
        process.join()
    failed = [f"writer {n} ended with {p.exitcode}" for n, p in enumerate(running) if p.exitcode != 0]
    return (*failed, *_faults(where))


def _read(where: str, source: str, finder: Finder) -> None:
    with Desk(open_ledger(where), finder) as desk:
        desk.read(source)


def _killed_within(seconds: float, where: str, source: str, finder: Finder) -> bool:
    """Start a run and kill it after a while; tell whether it was still at work."""
    run = FORK.Process(target=_read, args=(where, source, finder))
    run.start()
    run.join(seconds)
    if run.is_alive() and run.pid is not None:
        os.kill(run.pid, signal.SIGKILL)
        run.join()
    return run.exitcode == -signal.SIGKILL


def _faults(where: str) -> Iterator[str]:
    """Yield what is half-written, doubled or broken in a ledger."""
    with open_ledger(where) as ledger:
        if fault := verify(ledger).fault:
            yield fault
        entries = list(ledger.entries())
    of = {kind: [entry for entry in entries if entry.kind is kind] for kind in EntryKind}
    articles = [entry.subject for entry in of[EntryKind.ARTICLE]]
    if len(set(articles)) < len(articles):
        yield "an article is there twice"
    for kind in (EntryKind.READING, EntryKind.LINK):
        if [entry.subject for entry in of[kind]] != articles:
            yield f"not every article has one {kind}"
    statements = {entry.subject for entry in of[EntryKind.STATEMENT]}
    if statements != {name for entry in of[EntryKind.READING] for name in found_by(entry)}:
        yield "statements and readings do not agree"


def _content(where: str) -> list[tuple[str, str, str, str]]:
    """Return what a ledger says, without when it was written."""
    with open_ledger(where) as ledger:
        return [_without_time(entry) for entry in ledger.entries()]


def _without_time(entry: Entry) -> tuple[str, str, str, str]:
    return entry.kind, entry.subject, entry.object, entry.body


def numbered(folder: Path) -> Callable[[], str]:
    """Return a giver of paths in a folder, a new one at each call."""
    numbers = iter(range(10**6))
    return lambda: str(folder / f"ledger{next(numbers)}.db")


def articles(number: int) -> list[dict[str, str]]:
    """Return articles of the corpus over and over, no two alike."""
    golds = [gold.article for story in islice(stories("train"), 8) for gold in story.articles]
    return [
        {
            "title": gold.title,
            "outlet": gold.outlet,
            "published": gold.published,
            "url": f"https://news.example/{edition}",
            "text": f"{gold.text}\n\nEdition {edition}.",
        }
        for edition, gold in zip(range(number), cycle(golds), strict=False)
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print what happened; return 1 where anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--each", type=int, default=500, help="articles that each of four writers adds to one ledger")
    options = parser.parse_args(arguments)
    faults = list[str]()
    with TemporaryDirectory() as name, running() as server:
        folder = Path(name)
        result = killed(write(articles(40), folder / "few.jsonl"), numbered(folder), StandIn(), options.kills)
        print(f"{result.kills} runs killed over {result.ledgers} ledgers: {result.faults or 'everything holds'}")
        faults += result.faults
        every = articles(4 * options.each)
        sources = [write(every[n::4], folder / f"writer{n}.jsonl") for n in range(4)]
        for where in (str(folder / "many.db"), server.fresh()):
            started = time.perf_counter()
            wrong = together(sources, where, StandIn())
            kept = sum(1 for entry in _content(where) if entry[0] == EntryKind.ARTICLE)
            wrong += () if kept == len(every) else (f"{kept} articles of {len(every)}",)
            took = time.perf_counter() - started
            print(f"4 writers, {options.each} articles each, {took:.0f} s, {where}: {wrong or 'everything holds'}")
            faults += wrong
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
