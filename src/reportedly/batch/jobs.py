"""What workers do: each job takes what a task was given, as JSON holds it, and returns the like."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from reportedly.batch.boxes import Ref
from reportedly.batch.cutting import cut
from reportedly.batch.datasets import Datasets
from reportedly.batch.linking import link_tile
from reportedly.batch.parts import Shard
from reportedly.batch.reading import read_shard
from reportedly.batch.settings import Settings
from reportedly.batch.telling import tell
from reportedly.types import Skipped


def cut_files(given: Any, settings: Settings) -> Any:
    """Cut files into parts."""
    parts, skipped = [], []
    for url in given:
        found = cut(url, settings.shard)
        if isinstance(found, Skipped):
            skipped.append([found.source, found.reason])
        else:
            parts += [asdict(part) for part in found]
    return {"parts": parts, "skipped": skipped}


def read(given: Any, settings: Settings) -> Any:
    """Read a shard."""
    return read_shard(Shard.loads(given), settings)


def link(given: Any, settings: Settings) -> Any:
    """Link a tile."""
    return link_tile(given["name"], given["tile"], given["earlier"], given["shared"], settings)


@dataclass(frozen=True, slots=True)
class Teller:
    """The job of telling rooms, into some datasets."""

    datasets: Datasets

    def __call__(self, given: Any, settings: Settings) -> Any:
        """Write the rows of some rooms."""
        groups = [[(name, Ref(*read), Ref(*linked)) for name, read, linked in group] for group in given["groups"]]
        return tell(given["name"], groups, self.datasets, settings)
