"""Whom the sources of saved pages speak for, marked by hand (sides.tsv): facts alone, no words but names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "sides.tsv"


@dataclass(frozen=True, slots=True)
class GoldSide:
    """A source. `sides` are names, or "people", "expert", "outlet"; empty where nobody can say."""

    article: str
    start: int  # code points
    sides: tuple[str, ...]
    kind: str
    speaker: str


def sides() -> Iterator[GoldSide]:
    """Yield the marked sources, article by article."""
    for line in FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, start, names, kind, speaker = line.split("\t")
            yield GoldSide(article, int(start), tuple(names.split("; ")) if names != "-" else (), kind, speaker)
