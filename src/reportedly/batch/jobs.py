"""What workers do, by name: each job takes what a task was given and returns what JSON holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from reportedly.batch.boxes import Ref
from reportedly.batch.cutting import cut
from reportedly.batch.linking import link_tile
from reportedly.batch.parts import Shard
from reportedly.batch.reading import read_shard
from reportedly.batch.settings import Settings
from reportedly.batch.telling import tell
from reportedly.types import Skipped


def _cut(given: Any, settings: Settings) -> Any:
    parts, skipped = [], []
    for url in given:
        found = cut(url, settings.shard)
        if isinstance(found, Skipped):
            skipped.append([found.source, found.reason])
        else:
            parts += [asdict(part) for part in found]
    return {"parts": parts, "skipped": skipped}


def _read(given: Any, settings: Settings) -> Any:
    return read_shard(Shard.loads(given), settings)


def _link(given: Any, settings: Settings) -> Any:
    return link_tile(given["name"], given["tile"], given["earlier"], given["shared"], settings)


def _tell(given: Any, settings: Settings) -> Any:
    groups = [[(name, Ref(*read), Ref(*linked)) for name, read, linked in group] for group in given["groups"]]
    return tell(given["name"], groups, settings)


JOBS: Mapping[str, Callable[[Any, Settings], Any]] = {"cut": _cut, "read": _read, "link": _link, "tell": _tell}
