"""Saved pages and briefings of real news, where ../shared lies beside the checkout.

`python -m measure.real` prints how many statements of each stance are found on them: news denies one in fifty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.find import finder
from reportedly.read import read
from reportedly.types import Article, Skipped

REAL = Path(__file__).parents[2] / "shared" / "real"


def saved() -> Iterator[tuple[str, Article]]:
    """Yield the name of each file that can be read, and its article; nothing where there is no such folder."""
    for reading in read([str(REAL / "pages"), str(REAL / "briefings")]) if REAL.is_dir() else ():
        if not isinstance(reading, Skipped):
            yield reading.article.source.rpartition("/")[2], reading.article


def main() -> None:
    """Print the count of each stance."""
    found = Counter(s.stance.value or "none" for _, article in saved() for s in finder().find([article])[0])
    for stance, count in found.most_common():
        print(f"{stance:16} {count:6}")


if __name__ == "__main__":
    main()
