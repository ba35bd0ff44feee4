"""What linking one new article costs as the ledger grows: python -m measure.growth

The index is filled to 1,000, 10,000 and 100,000 statements with articles recombined from the corpus: each takes an
article's statements under a new name, its opening blended with another's, spread over two years so that a new article
meets a busy fortnight. Then articles of the development stories are linked for the first time, embedding included, on
one thread; time is the processor's. Memory is the peak of the process.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from measure.labelled import labelled
from reportedly.link import Index, link
from reportedly.link.profile import Profile, profile
from reportedly.link.vectors import unit
from reportedly.types import Article, Statement

SIZES = (1_000, 10_000, 100_000)  # statements
TRIES = 20
DAYS = 730


def grown(base: Sequence[Profile], around: int, seed: int = 0) -> Iterator[Profile]:
    """Yield ever new profiles, recombined from a few, published within a year of the day `around`."""
    dice, number = np.random.default_rng(seed), 0
    while True:
        one, other = (base[i] for i in dice.integers(0, len(base), 2))
        lead = unit((one.lead + dice.uniform(0, 1) * other.lead)[None, :])[0]
        yield replace(
            one,
            article=f"grown{number}",
            ids=tuple(f"grown{number}:s{n}" for n in range(len(one.ids))),
            published=around + int(dice.integers(-DAYS // 2, DAYS // 2)),
            lead=lead,
            vectors=unit(one.vectors + dice.normal(0, 0.03, one.vectors.shape)),
            passages=(),  # else every article would be a copy of its model
        )
        number += 1


def timed(index: Index, fresh: Sequence[tuple[Article, list[Statement]]]) -> float:
    """Return the median milliseconds of one core to link an article that was never seen before."""
    spent = []
    for article, statements in fresh:
        start = time.process_time()
        link(article, statements, index)
        spent.append(1000 * (time.process_time() - start))
    return median(spent)


def memory() -> float:
    """Return the peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def figures(sizes: Sequence[int] = SIZES) -> dict[str, float]:
    """Fill the index step by step and time it at each."""
    stories = list(labelled("dev"))
    base = [profile(a, s.statements[a.id]) for s in stories[::2] for a in s.articles]
    unseen = [(a, list(s.statements[a.id])) for s in stories[1::2] for a in s.articles]
    index, held, found = Index(), 0, dict[str, float]()
    source = grown(base, around=base[0].published)
    for place, size in enumerate(sizes):
        while held < size:
            new = next(source)
            index.put(new)
            held += len(new.ids)
        fresh = [(replace(a, id=f"{a.id} {place}", published=base[0].moment), of) for a, of in unseen[:TRIES]]
        before = memory()
        found[f"ms an article, {size} statements"] = timed(index, fresh)
        found[f"MiB more after linking, {size} statements"] = memory() - before
        found[f"MiB held, {size} statements"] = memory()
    return found


def measure(quick: bool) -> dict[str, float]:
    """Return the figures for the gate."""
    return figures(SIZES[:2] if quick else SIZES)


def main() -> None:
    """Print the growth."""
    for name, figure in figures().items():
        print(f"{name:50} {figure:8.1f}")


if __name__ == "__main__":
    main()
