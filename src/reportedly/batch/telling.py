"""Rooms told: the fold of their links, and the rows of every dataset.

readings, links --unpack--> Bundle --desk.Room--> statements, claims with their standing, origins, copies
  --RoomView, Datasets--> <dataset>/month=<publication>/<task>.parquet       one file a month and dataset
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportedly.batch.boxes import Ref, unpack
from reportedly.batch.datasets import Datasets
from reportedly.batch.looking import RoomView
from reportedly.batch.packing import found, named
from reportedly.batch.places import Place
from reportedly.batch.settings import TOLD, Settings
from reportedly.batch.tables import parquet
from reportedly.desk.room import Room
from reportedly.desk.shelf import Shelf
from reportedly.ledger.codec import decode
from reportedly.ledger.records import KIND
from reportedly.name import Memory, learn
from reportedly.text import sha256
from reportedly.types import Article, Event, Link, Statement

UNDATED = "unknown"
Member = tuple[str, Ref, Ref]  # article, where its reading and its links are packed


@dataclass
class Bundle(Shelf):
    """The shelf of a room, filled from boxes and not from a ledger's entries."""

    said: dict[str, list[Statement]] = field(default_factory=dict)
    found: dict[str, tuple[Event, ...]] = field(default_factory=dict)
    held: list[Link] = field(default_factory=list)

    def of(self, article: str) -> list[Statement]:
        """Return the statements of an article, in order of its text."""
        return self.said[article]

    def events(self, article: str) -> tuple[Event, ...]:
        """Return the events of an article, in order of its text."""
        return self.found[article]

    def links(self, *, reasons: bool = True) -> Iterator[Link]:
        """Yield the links; their reasons are not kept."""
        del reasons
        yield from self.held


def bundle(members: Iterable[Member], place: Place) -> Bundle:
    """Return the shelf of a room's articles, which come in order of publication.

    Whom statements speak for is told anew here, with what the room's earlier articles tell of speakers, as the desk
    remembers them: "Mr Dane" in a follow-up is the minister that the first report had introduced.
    """
    made, memory = Bundle(), Memory()
    for name, read, linked in members:
        record = unpack(place, read)
        article = decode(Article, record["article"])
        made.articles[name] = article
        made.said[name], told = named(article, found(record), memory)
        made.found[name] = tuple(told)
        memory = learn(memory, article, made.said[name])
        made.held += (
            Link(KIND[kind], subject, target, score) for kind, subject, target, score in unpack(place, linked)
        )
    return made


def tell(name: str, groups: Sequence[Sequence[Member]], datasets: Datasets, settings: Settings) -> dict[str, Any]:
    """Write the rows of some rooms; return what was written."""
    place = settings.place
    months: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for members in groups:
        room = Room(bundle(members, place))
        for row in datasets.rows(RoomView(room)):
            months[row.dataset, month(room.articles[row.article].published)].append(row.cells)
    files, schemas = [], datasets.schemas()
    for (dataset, of), held in sorted(months.items()):
        data = parquet(held, schemas[dataset])
        path = f"{dataset}/month={of}/{name}.parquet"
        place.write(path, data)
        files.append({"path": path, "rows": len(held), "bytes": len(data), "sha256": sha256(data)})
    told = {"files": files, "articles": sum(len(members) for members in groups)}
    place.write(f"{TOLD}/{name}.json", json.dumps(told).encode())
    return told


def month(published: str) -> str:
    """Return the month of an ISO moment, "unknown" where it tells none."""
    found = published[:7]
    return found if len(found) == 7 and found[4] == "-" and found.replace("-", "").isdigit() else UNDATED
