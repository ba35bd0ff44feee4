"""What a run is told, and the names of what it leaves behind."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

from reportedly.batch.places import Place

READ = "work/read"  # <shard>.parquet: the index of its articles; <shard>.box: the articles
TILES = "work/tiles"
LINKED = "work/linked"
TOLD = "work/told"
TRIES = "work/tries"
MANIFEST = "manifest.json"
REPORT = "report.json"

RESERVED = 900  # MB a worker needs for the models and its libraries
A_CHARACTER = 3_000  # bytes of memory that a character of text may take while it is read and compared, at the worst
TOGETHER = 60_000  # characters read together: more is no faster


@dataclass(frozen=True, slots=True)
class Settings:
    """A run's settings, which every worker gets."""

    out: str  # folder or URL
    by: str  # who finds: a change of it makes other shards
    find: bool = True  # false: read, link stories and copies, and leave statements out
    shard: int = 100  # records: some 15 seconds of a core, so that no core waits long for the last ones
    tile: int = 1_000  # articles linked in one task
    room: int = 2_000  # articles that a story's room may have
    memory: int = 2_000  # MB a worker may use
    tries: int = 3  # before a shard is set aside

    @property
    def place(self) -> Place:
        """Return where the run's files are."""
        return Place(self.out)

    @property
    def signed(self) -> str:
        """Return what every task's name depends on, beside what it is about."""
        return f"{self.by} {self.find} {self.longest} {self.room}"

    @property
    def longest(self) -> int:
        """Return the characters of the longest article that a worker's memory is enough for."""
        return max(TOGETHER, (self.memory - RESERVED) * 1_000_000 // A_CHARACTER)

    def dumps(self) -> str:
        """Return them as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def loads(cls, text: str) -> Self:
        """Return the settings that `dumps` wrote."""
        return cls(**json.loads(text))
