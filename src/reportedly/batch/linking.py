"""One tile, linked: what each of its articles is compared with, and what the linker says of them.

    the tile and those up to 60 days before it --leads, rarer names--> 24 nearest articles
      pairs that share a passage, whenever published --+--> neighbours --profiles--> link.linked --> links, packed

The scorer is the desk's, and so are the neighbours, with one difference: the desk also remembers an article that shares
its rarer names, or whose opening lines mean the same, from any season before, and here only opening lines of the last
60 days tell.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from reportedly.batch.boxes import Box, Ref, unpack
from reportedly.batch.places import Place
from reportedly.batch.settings import LINKED, Settings
from reportedly.batch.tables import parquet, rows_of
from reportedly.batch.tiles import Tile, count_names, read_tile
from reportedly.ledger.codec import decode
from reportedly.link.decide import linked
from reportedly.link.index import COMMON, FAR, FLOOR, NEIGHBOURS, SHARED, WINDOW
from reportedly.link.profile import Profile
from reportedly.types import LinkKind

LINKS = pa.schema(
    [
        ("article", pa.string()),
        ("key", pa.string()),
        ("read", pa.struct([("box", pa.string()), ("offset", pa.int64()), ("length", pa.int32())])),
        ("linked", pa.struct([("box", pa.string()), ("offset", pa.int64()), ("length", pa.int32())])),
        ("near", pa.list_(pa.struct([("article", pa.string()), ("score", pa.float64())]))),
    ]
)
_NEAR = frozenset({LinkKind.STORY, LinkKind.COPY})
_KEPT = 1_500  # profiles at hand: some 100 MB
DIGITS = 6

Found = tuple[float, str, Ref]  # cosine, article, where it is


def link_tile(name: str, tile: str, earlier: Sequence[str], shared: str, settings: Settings) -> int:
    """Link the articles of a tile to earlier ones and to each other; return how many links there are."""
    place = settings.place
    this = read_tile(place, tile)
    best = _nearest(this, [*earlier, tile], place)
    passages = _sharing(place, shared)
    box, rows, count = Box(), list[dict[str, Any]](), 0
    for row, article in enumerate(this.articles):
        refs = {other: ref for _, other, ref in best[row]} | passages.get(this.keys[row], {})
        refs.pop(article, None)
        new = _profile(settings.out, this.refs[row])
        links = linked(new, [_profile(settings.out, refs[other]) for other in sorted(refs)])
        packed = [[x.kind.value, x.subject, x.target, round(x.score, DIGITS)] for x in links]
        count += len(packed)
        where = Ref(f"{LINKED}/{name}.box", *box.add(packed))
        near = sorted(
            (x.target if x.subject == article else x.subject, round(x.score, DIGITS)) for x in links if x.kind in _NEAR
        )
        rows.append(
            {
                "article": article,
                "key": this.keys[row],
                "read": this.refs[row]._asdict(),
                "linked": where._asdict(),
                "near": [{"article": other, "score": score} for other, score in near],
            }
        )
    box.write(place, f"{LINKED}/{name}.box")
    place.write(f"{LINKED}/{name}.parquet", parquet(rows, LINKS))
    return count


def _nearest(this: Tile, tiles: Sequence[str], place: Place) -> list[list[Found]]:
    """Return each article's nearest earlier ones, as `Index.neighbours` would, one tile in memory at a time."""
    best: list[list[Found]] = [[] for _ in this.articles]
    rare = _rare(this, count_names(place, tiles[:-1]))
    for name in tiles:
        other = this if name == tiles[-1] else read_tile(place, name)
        near = this.leads @ other.leads.T
        apart = (this.days[:, None] > 0) & (other.days[None, :] > 0)
        apart &= np.abs(this.days[:, None] - other.days[None, :]) > WINDOW
        near[apart & (near < FAR)] = -1.0
        near[near < FLOOR] = -1.0
        for row, column, share in _familiar(this, other, rare):
            near[row, column] = max(near[row, column], np.float32(0)) + np.float32(share)
        if other is this:
            near[np.triu_indices(len(this.articles))] = -1.0
        for row in range(len(best)):
            columns = np.flatnonzero(near[row] >= _least(near[row], best[row])).tolist()
            found = [(float(near[row, i]), other.articles[i], other.refs[i]) for i in columns]
            best[row] = heapq.nlargest(NEIGHBOURS, [*best[row], *found])
    return best


def _rare(this: Tile, before: Counter[str]) -> list[frozenset[str]]:
    """Return, of each article's names, those that few articles before it had."""
    found = []
    for names in this.names:
        found.append(frozenset(name for name in names if before[name] <= COMMON))
        before.update(names)
    return found


def _familiar(this: Tile, other: Tile, rare: Sequence[frozenset[str]]) -> Iterator[tuple[int, int, float]]:
    """Yield (row, row of the other, share of names in common) of articles that share rarer names."""
    postings: dict[str, list[int]] = defaultdict(list)
    for column, names in enumerate(other.names):
        for name in names:
            postings[name].append(column)
    for row, names in enumerate(rare):
        shared = Counter(column for name in names for column in postings.get(name, ()))
        for column, count in shared.items():
            if count >= SHARED:
                yield row, column, count / min(len(this.names[row]), len(other.names[column]))


def _least(near: NDArray[np.float32], best: Sequence[Found]) -> float:
    """Return the likeness that an article of one more tile needs at least to be among the nearest."""
    held = best[-1][0] if len(best) == NEIGHBOURS else 0.0
    among = float(np.partition(near, -NEIGHBOURS)[-NEIGHBOURS]) if len(near) > NEIGHBOURS else 0.0
    return max(0.0, held, among)


def _sharing(place: Place, name: str) -> dict[str, dict[str, Ref]]:
    """Return, by key, the earlier articles that share a band of a passage."""
    found: dict[str, dict[str, Ref]] = defaultdict(dict)
    for row in rows_of(place.read(name)) if name else ():
        found[row["later"]][row["earlier"].rpartition("\t")[2]] = Ref(row["box"], row["offset"], row["length"])
    return found


@lru_cache(maxsize=_KEPT)
def _profile(out: str, ref: Ref) -> Profile:
    return decode(Profile, unpack(Place(out), ref)["profile"])


def edges(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[float, str, str]]:
    """Yield (score, article, other) of the links between articles, from rows of LINKS."""
    for row in rows:
        yield from ((near["score"], row["article"], near["article"]) for near in row["near"])
