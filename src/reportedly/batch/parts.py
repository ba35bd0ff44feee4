"""Where the documents of a run lie: parts of files, and shards of parts. Values that go through the engine as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from reportedly.text import sha256

TO_END = -1
FEW_BYTES = 4 << 20  # of whole pages in one shard


class Form(StrEnum):
    """What a part is made of."""

    WARC = "WARC"
    JSONL = "JSONL"
    PARQUET = "Parquet"
    PAGE = "page"  # a file that is one document, or a small container of them


@dataclass(frozen=True, slots=True)
class Part:
    """Some records of one file, or a whole file."""

    url: str
    form: Form
    start: int = 0  # offset in the file from which it is unpacked; of Parquet, the first row
    skip: int = 0  # bytes to pass over once unpacked
    length: int = TO_END  # bytes once unpacked, to the file's end or first damage where TO_END; of Parquet, rows
    first: int = 0  # records of the file before it
    records: int = 1
    size: int = 0  # bytes, about: of whole files only
    digest: str = ""  # SHA-256 of its bytes

    @classmethod
    def of(cls, held: dict[str, Any]) -> Self:
        """Return the part that was written as JSON."""
        return cls(**(held | {"form": Form(held["form"])}))


@dataclass(frozen=True, slots=True)
class Shard:
    """What one task reads. Its name is a digest of what is in it, where that lies and who reads it."""

    name: str
    parts: tuple[Part, ...]

    @property
    def records(self) -> int:
        """Return how many records it has; a file of its own counts as one."""
        return sum(part.records for part in self.parts)

    def dumps(self) -> str:
        """Return it as JSON."""
        return json.dumps({"name": self.name, "parts": [asdict(part) for part in self.parts]})

    @classmethod
    def loads(cls, text: str) -> Self:
        """Return the shard that `dumps` wrote."""
        held = json.loads(text)
        return cls(held["name"], tuple(Part.of(part) for part in held["parts"]))


def shards(parts: Iterable[Part], most: int, by: str) -> Iterator[Shard]:
    """Yield shards of at most `most` records: parts of containers as they are, whole pages together."""
    pages: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.url, part.first)):
        if part.form is not Form.PAGE:
            yield _shard([part], by)
            continue
        if pages and (len(pages) >= most or sum(page.size for page in pages) + part.size > FEW_BYTES):
            yield _shard(pages, by)
            pages = []
        pages.append(part)
    if pages:
        yield _shard(pages, by)


def _shard(parts: list[Part], by: str) -> Shard:
    told = json.dumps([by, [[p.url, p.form, p.first, p.records, p.digest] for p in parts]])
    return Shard(sha256(told)[:16], tuple(parts))
