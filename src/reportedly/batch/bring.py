"""What a batch has read, taken into a ledger: linked there as if the desk had read it, without finding it again.

The raw bytes of a page stay with the batch's sources. What the ledger keeps as the article's capture is the record that
was imported: the article with its statements and events as the batch packed them, so that whoever checks an entry finds
what it was made from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.batch.boxes import Ref, unpack
from reportedly.batch.frames import Frames
from reportedly.batch.packing import found
from reportedly.batch.places import Place
from reportedly.batch.settings import MANIFEST, READ
from reportedly.desk import Desk, Outcome
from reportedly.find import Found
from reportedly.ledger.codec import decode, dumps
from reportedly.ledger.port import Ledger
from reportedly.read import Document
from reportedly.text import sha256
from reportedly.types import Article, Statement


class NoBatchError(Exception):
    """There is no batch at that place, or none that can be imported, in words for people."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch's output: where it is, who read it and what was read, shard by shard."""

    place: Place
    by: str
    finder: str  # its version
    shards: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the digest of its manifest, which stands for all of it."""
        return sha256(self.place.read(MANIFEST))[:12]

    def records(self) -> Iterator[tuple[Article, Any]]:
        """Yield every article once, in order of publication, with what was packed for it."""
        before = ""
        for row in Frames([self.place.at(f"{READ}/{shard}.parquet") for shard in self.shards]).ordered():
            if row["key"] != before:
                before = row["key"]
                packed = unpack(self.place, Ref(row["box"], row["offset"], row["length"]))
                yield decode(Article, packed["article"]), packed


def batch(where: str) -> Batch:
    """Return the batch in a folder or at a URL. Raises NoBatchError."""
    place = Place(where)
    try:
        manifest = json.loads(place.read(MANIFEST))
    except (OSError, ValueError) as error:
        raise NoBatchError(f"there is no manifest of a batch: {error}") from error
    aside = {what.removeprefix("read ") for what in manifest["set_aside"]}
    shards = tuple(s["name"] for s in manifest["shards"] if s["name"] not in aside)
    if missing := [name for name in shards if not place.holds(f"{READ}/{name}.parquet")]:
        raise NoBatchError(f"{len(missing)} of its {len(shards)} shards are gone from {READ}: run the batch again")
    return Batch(place, manifest["by"], manifest["finder"], shards)


def bring(source: Batch, ledger: Ledger) -> Iterator[Outcome]:
    """Take every article of a batch into a ledger; yield what became of it, once it is safe there.

    What the ledger holds already stays as it is, so importing twice changes nothing, and an import that was cut off
    goes on where it was. Speakers are named with what the ledger remembers, and linked to what it holds.
    """
    recalled = _Recalled(source.finder)
    desk = Desk(ledger, recalled)
    for article, packed in source.records():
        raw = dumps({"batch": source.name, "by": source.by, **{part: packed[part] for part in _KEPT}}).encode("utf-8")
        recalled.found = found(packed)
        yield desk.keep(Document(replace(article, capture=sha256(raw)), raw))
    desk.finish()


_KEPT = ("article", "statements", "marked")


class _Recalled:
    """A finder that has found already: it gives what the batch packed for the article in hand."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.found = Found([])

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        return [self.found.statements for _ in articles]

    def find_both(self, articles: Sequence[Article]) -> list[Found]:
        return [self.found for _ in articles]
