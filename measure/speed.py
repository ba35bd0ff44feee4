"""What reading and finding cost: python -m measure.speed

Nothing here runs in the quick gate: speeds tell something on a quiet machine only. The load average is printed beside.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time

from corpus.stories import stories
from measure.real import REAL
from reportedly.find import finder
from reportedly.read import read, read_text
from reportedly.types import Article, Skipped

ARTICLES = 40
WORDS = 700
ENDLESS = {
    "no sentence end": "no end ",
    "marks never closed": 'He said: "it never closes ',
    "one line of statements": 'The ministry said that "the dam held" on Monday. Police denied it. ',
}
SHORT, LONG = 25_000, 100_000  # characters of endless text
COLD = "from reportedly.show.cli import main; main()"


def finding() -> dict[str, float]:
    """Return articles of 700 words per CPU-second through the whole of `find`, one thread."""
    gold = [article for story in stories("dev") for article in story.articles]
    texts = ("\n\n".join(gold[(i + k) % len(gold)].article.text for k in range(3)) for i in range(ARTICLES))
    pool = [read_text(text) for text in texts]
    finder().find(pool[:2])
    cost = _cost(pool)
    return {f"articles of {WORDS} words per CPU-second": sum(len(a.text.split()) for a in pool) / WORDS / cost}


def endless() -> dict[str, float]:
    """Return how many times the CPU time of 25,000 characters without an end 100,000 take: 4 where time is linear."""
    return {
        f"{name}, times the cost of a quarter": _cost([_endless(unit, LONG)]) / _cost([_endless(unit, SHORT)])
        for name, unit in ENDLESS.items()
    }


def cold() -> dict[str, float]:
    """Return wall seconds and MiB of `reportedly find` on one sentence, from nothing to the first statement."""
    started = time.perf_counter()
    command = [sys.executable, "-c", COLD, "find"]
    subprocess.run(command, input="The dam holds, said Ada Lunt.", text=True, check=True, capture_output=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"cold start, s": time.perf_counter() - started, "cold start, MiB": peak}


def pages() -> dict[str, float]:
    """Return how many real pages are read and skipped, and the slowest, where ../shared lies beside the checkout."""
    read_pages = skipped = 0
    slowest = 0.0
    for path in sorted(path for path in REAL.rglob("*") if path.is_file()):
        started = time.process_time()
        for found in read([str(path)]):
            skipped += isinstance(found, Skipped)
            read_pages += not isinstance(found, Skipped)
        slowest = max(slowest, time.process_time() - started)
    if not read_pages + skipped:
        return {}
    return {"real pages read": read_pages, "real pages skipped": skipped, "slowest real page, CPU s": slowest}


def _endless(unit: str, length: int) -> Article:
    return read_text(unit * (length // len(unit)))


def _cost(articles: list[Article]) -> float:
    started = time.process_time()
    finder().find(articles)
    return time.process_time() - started


def measure(quick: bool) -> dict[str, float]:
    """Return all figures, none of them in a quick run."""
    return {} if quick else cold() | finding() | pages() | endless()


def main() -> None:
    """Print the figures and the machine's load."""
    for name, value in measure(False).items():
        print(f"{name:60} {value:8.2f}")
    print(f"{'load average before the run ended':60} {os.getloadavg()[0]:8.2f}")


if __name__ == "__main__":
    main()
