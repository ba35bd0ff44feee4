"""One shard, from documents to statements: read, find, name, profile, pack.

    part --documents--> Document | Skipped
      Documents, some 60,000 characters together --find--> statements --name--> voices --profile--> what linking needs
        --Box--> <shard>.box      --index--> <shard>.parquet      written last: a shard that has an index is done

Every article is read by itself, with nothing remembered of others: what is found in it does not depend on what else is
in the run, nor on how the run is cut into shards. Speakers whom other articles introduce are told in the room.
"""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from reportedly.batch.bands import bands
from reportedly.batch.boxes import Box
from reportedly.batch.documents import documents, kind_of
from reportedly.batch.packing import packed
from reportedly.batch.parts import Shard
from reportedly.batch.settings import READ, TOGETHER, Settings
from reportedly.batch.tables import parquet
from reportedly.find import Found, find_in, finder
from reportedly.link.profile import Profile, profile
from reportedly.name import Memory, voices
from reportedly.types import Article, Skipped

STATUS = Path("/proc/self/status")  # what Linux tells of a process
EXAMPLES = 3  # sources named for each reason of skipping
INDEX = pa.schema(
    [
        ("article", pa.string()),
        ("key", pa.string()),  # publication and id: the order of the run
        ("sha256", pa.string()),
        ("source", pa.string()),
        ("day", pa.int32()),
        ("box", pa.string()),
        ("offset", pa.int64()),
        ("length", pa.int32()),
        ("statements", pa.int32()),
        ("bands", pa.list_(pa.uint64())),
        ("lead", pa.binary()),
        ("names", pa.list_(pa.string())),
    ]
)


@dataclass
class Tally:
    """What became of a shard's records."""

    articles: int = 0
    statements: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def skip(self, skipped: Skipped) -> None:
        """Count one that was not read."""
        kind = kind_of(skipped.reason)
        self.skipped[kind] += 1
        if len(named := self.examples.setdefault(kind, [])) < EXAMPLES:
            named.append(skipped.source)

    def record(self) -> dict[str, Any]:
        """Return the tally as JSON holds it."""
        return {
            "articles": self.articles,
            "statements": self.statements,
            "skipped": dict(sorted(self.skipped.items())),
            "examples": dict(sorted(self.examples.items())),
        }


def read_shard(shard: Shard, settings: Settings) -> dict[str, Any]:
    """Read a shard and pack what is found; return its tally."""
    tally, box, rows = Tally(), Box(), list[dict[str, Any]]()
    name = f"{READ}/{shard.name}.box"
    for together in _together(shard, settings, tally):
        found = find_in(finder(), together) if settings.find else [Found([]) for _ in together]
        for article, both in zip(together, found, strict=True):
            statements = list(voices(article, both.statements, Memory()))
            made = profile(article, statements)
            place = box.add(packed(article, statements, both, made))
            rows.append(_row(article, made, name, *place))
            tally.articles += 1
            tally.statements += len(statements)
    box.write(settings.place, name)
    settings.place.write(f"{READ}/{shard.name}.parquet", parquet(rows, INDEX, {"tally": tally.record()}))
    return tally.record()


def peak() -> int:
    """Return the peak memory of this process in MB.

    On Linux a process inherits the peak of the one that began it in `ru_maxrss` (it survives fork and exec), so a small
    worker of a large driver would count as large; the kernel's count of the program itself is read there.
    """
    if STATUS.exists():
        told = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return int(told["VmHWM"].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _together(shard: Shard, settings: Settings, tally: Tally) -> Iterator[list[Article]]:
    """Yield the shard's articles, as many together as are read best, each of them once."""
    held, size, met = list[Article](), 0, set[str]()
    for found in (found for part in shard.parts for found in documents(part)):
        if isinstance(found, Skipped):
            tally.skip(found)
            continue
        article = found.article
        if article.sha256 in met:
            tally.skip(Skipped(article.source, "the same article stands in the source before"))
            continue
        if len(article.text) > settings.longest:
            reason = f"its text is longer than {settings.longest:,} characters, the most that --memory allows"
            tally.skip(Skipped(article.source, reason))
            continue
        met.add(article.sha256)
        if held and size + len(article.text) > TOGETHER:
            yield held
            held, size = [], 0
        held.append(article)
        size += len(article.text)
    if held:
        yield held


def _row(article: Article, made: Profile, box: str, offset: int, length: int) -> dict[str, Any]:
    return {
        "article": article.id,
        "key": f"{article.published}\t{article.id}",
        "sha256": article.sha256,
        "source": article.source,
        "day": made.published,
        "box": box,
        "offset": offset,
        "length": length,
        "statements": len(made.ids),
        "bands": bands(made.passages),
        "lead": made.lead.tobytes(),
        "names": sorted(made.names),
    }
