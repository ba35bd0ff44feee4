"""Places marked by hand in articles with real names (places.tsv): facts alone, no words but the names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.types import Span

FILE = Path(__file__).parent / "places.tsv"


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A mention of a place. `article` is "story/article" of the corpus, or the name of a saved page."""

    article: str
    span: Span
    name: str
    state: str
    latitude: float | None
    longitude: float | None


def places() -> Iterator[GoldPlace]:
    """Yield the marked places, article by article."""
    for line in FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, start, end, name, state, latitude, longitude = line.split("\t")
            point = (float(latitude), float(longitude)) if latitude else (None, None)
            yield GoldPlace(article, Span(int(start), int(end)), name, state, *point)
