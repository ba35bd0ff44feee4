"""The plan of a run, the same on one machine and on many.

    sources --files--> files --cut--> parts --shards--> shards
      shard --read--> articles with statements, packed; an index beside each              (most of the work)
        index --sort--> tiles of articles in order of publication
        index --explode, group by band--> pairs that share a passage                      (the engine's join)
          tile + tiles of 60 days before + its pairs --link--> links, packed
            links between articles --connected components--> rooms
              rooms --tell--> datasets by month of publication --> manifest

Each step's tasks are named by a digest of what goes into them, and what they leave behind is written whole or not at
all. So a run that was cut off goes on where it was, and the same sources make the same bytes however often a worker
died. What has failed as often as the settings allow is set aside with its reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportedly.batch.datasets import Datasets
from reportedly.batch.engine import Answer, Engine, Task, Work
from reportedly.batch.finding import files
from reportedly.batch.frames import Frames
from reportedly.batch.jobs import Teller, cut_files, link, read
from reportedly.batch.linking import edges
from reportedly.batch.parts import Part, Shard, shards
from reportedly.batch.reading import EXAMPLES, Tally
from reportedly.batch.rooms import rooms, together
from reportedly.batch.settings import LINKED, READ, TOLD, TRIES, Settings
from reportedly.batch.tables import about, rows_of
from reportedly.batch.tiles import Tiling, write_shared, write_tiles
from reportedly.text import sha256
from reportedly.types import Skipped

FILES = 64  # cut in one task, at most
TOLD_TOGETHER = 200  # articles of the rooms told in one task, at most
TASKS = 32  # of a step, where there is enough to do: with few, most workers would wait for the last one
BANDED = 4_000  # articles whose bands are grouped at a time, about
LEAST = 20  # articles of a task, at least: beginning one costs something

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much


@dataclass
class Outcome:
    """What a run came to."""

    tally: Tally = field(default_factory=Tally)
    shards: tuple[Shard, ...] = ()
    files: list[dict[str, Any]] = field(default_factory=list)  # of the datasets
    aside: list[tuple[str, str]] = field(default_factory=list)  # (what was set aside, why)
    peak: int = 0  # MB of the worker that used most


class Run:
    """One run: its steps in order, each over what the one before has left in files."""

    def __init__(self, settings: Settings, engine: Engine, datasets: Datasets, progress: Progress) -> None:
        self._settings = settings
        self._place = settings.place
        self._engine = engine
        self._teller = Teller(datasets)
        self._progress = progress
        self._out = Outcome()

    def over(self, sources: Sequence[str]) -> Outcome:
        """Read sources and write the datasets."""
        for mark in self._place.names(TRIES):
            self._place.remove(mark)  # of tasks that a run before was cut off from
        parts = list(self._parts(sources))
        self._out.shards = tuple(shards(parts, self._settings.shard, self._settings.signed))
        indexes = self._read(self._out.shards)
        linked = list(self._linked(indexes)) if indexes else []
        self._told(linked)
        return self._out

    def _parts(self, sources: Sequence[str]) -> Iterator[Part]:
        urls = list[str]()
        for found in files(sources):
            if isinstance(found, Skipped):
                self._out.tally.skip(found)
            else:
                urls.append(found)
        each = min(FILES, max(1, len(urls) // (8 * self._engine.workers)))
        groups = [urls[at : at + each] for at in range(0, len(urls), each)]
        tasks = [Task(f"cut-{_digest(group)}", group) for group in groups]
        for answer in self._done(
            Work("cut", cut_files), "looking through files", tasks, [len(group) for group in groups]
        ):
            for source, reason in answer.value["skipped"]:
                self._out.tally.skip(Skipped(source, reason))
            yield from (Part.of(part) for part in answer.value["parts"])

    def _read(self, wanted: Sequence[Shard]) -> list[str]:
        """Read the shards that were not read before; return the index files of all."""
        kept = set(self._place.names(READ))
        left = [shard for shard in wanted if f"{READ}/{shard.name}.parquet" not in kept]
        tasks = [Task(shard.name, shard.dumps()) for shard in left]
        aside = {shard.name: shard for shard in left}
        for answer in self._done(Work("read", read), "reading articles", tasks, [shard.records for shard in left]):
            aside.pop(answer.name, None)
        found = [f"{READ}/{shard.name}.parquet" for shard in wanted if shard.name not in aside]
        for name in found:
            self._count(about(self._place.read(name), "tally"))
        return found

    def _count(self, told: dict[str, Any]) -> None:
        tally = self._out.tally
        tally.articles += told["articles"]
        tally.statements += told["statements"]
        tally.skipped.update(told["skipped"])
        for reason, sources in told["examples"].items():
            named = tally.examples.setdefault(reason, [])
            named += sources[: max(0, EXAMPLES - len(named))]

    def _linked(self, indexes: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Link the articles of index files, tile by tile; yield a row for each article, in order of the keys."""
        frames = Frames([self._place.at(name) for name in indexes])
        tile = _share(self._out.tally.articles, self._settings.tile)
        tilings = list(write_tiles(self._once(frames.ordered()), tile, self._place))
        shared = self._shared(frames, tilings)
        tasks = list[Task]()
        for number, tiling in enumerate(tilings):
            earlier = [other.name for other in tilings[:number] if tiling.meets(other)]
            given = {"tile": tiling.name, "earlier": earlier, "shared": shared[number]}
            name = _digest([self._settings.signed, given])
            tasks.append(Task(name, given | {"name": name}))
        kept = set(self._place.names(LINKED))
        left = [task for task in tasks if f"{LINKED}/{task.name}.parquet" not in kept]
        failed = {task.name for task in left}
        for answer in self._done(Work("link", link), "linking articles", left, [tile] * len(left)):
            failed.discard(answer.name)
        for task in tasks:
            if task.name not in failed:
                yield from rows_of(self._place.read(f"{LINKED}/{task.name}.parquet"))

    def _once(self, ordered: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Leave out articles that were read from another source before: the rows come in order of article, source."""
        before: dict[str, Any] = {"key": "", "sha256": "", "statements": 0}
        for row in ordered:
            if row["key"] != before["key"]:
                yield row
                before = row
                continue
            same = row["sha256"] == before["sha256"]
            reason = "the same article was read from another source" if same else "another article has its id"
            self._out.tally.articles -= 1
            self._out.tally.statements -= row["statements"]
            self._out.tally.skip(Skipped(row["source"], reason))

    def _shared(self, frames: Frames, tilings: Sequence[Tiling]) -> list[str]:
        """Write, for each tile, the pairs of its articles with earlier ones that share a band of a passage."""
        found, pairs = [], frames.sharing(1 + self._out.tally.articles // BANDED)
        row = next(pairs, None)
        for tiling in tilings:
            held = []
            while row is not None and row["later"] <= tiling.last:
                held.append(row)
                row = next(pairs, None)
            found.append(write_shared(held, self._place))
        return found

    def _told(self, linked: Sequence[dict[str, Any]]) -> None:
        """Fold the articles' links room by room and write the datasets."""
        members = {
            row["article"]: (row["article"], [*row["read"].values()], [*row["linked"].values()]) for row in linked
        }
        groups = rooms(members, edges(linked), self._settings.room)
        tasks, sizes = list[Task](), list[int]()
        for chosen in together(groups, _share(len(members), TOLD_TOGETHER), dict.fromkeys(members, 1)):
            given = [[members[name] for name in group] for group in chosen]
            name = _digest([self._settings.signed, given])
            tasks.append(Task(name, {"name": name, "groups": given}))
            sizes.append(sum(map(len, chosen)))
        kept = set(self._place.names(TOLD))
        left = [(size, task) for size, task in zip(sizes, tasks, strict=True) if f"{TOLD}/{task.name}.json" not in kept]
        left.sort(key=lambda sized: -sized[0])  # the largest room is begun first, or all would wait for it at the end
        waiting = [task for _, task in left]
        failed = {task.name for task in waiting}
        for answer in self._done(Work("tell", self._teller), "writing datasets", waiting, [size for size, _ in left]):
            failed.discard(answer.name)
        for task in tasks:
            if task.name not in failed:
                self._out.files += json.loads(self._place.read(f"{TOLD}/{task.name}.json"))["files"]

    def _done(self, work: Work, what: str, tasks: Sequence[Task], sizes: Sequence[int]) -> Iterator[Answer]:
        """Yield the answers to tasks that were done, telling of the progress; note what was set aside."""
        size, done, total = dict(zip((task.name for task in tasks), sizes, strict=True)), 0, sum(sizes)
        for answer in self._engine.over(work, tasks, self._settings):
            done += size[answer.name]
            self._out.peak = max(self._out.peak, answer.peak)
            self._progress(what, done, total)
            if answer.failed:
                self._out.aside.append((f"{work.name} {answer.name}", answer.failed))
            else:
                yield answer


def _share(articles: int, most: int) -> int:
    """Return how many articles a task should have. It follows from the articles alone, as the bytes written must."""
    return min(most, max(LEAST, -(-articles // TASKS)))


def _digest(told: Any) -> str:
    return sha256(json.dumps(told))[:16]
