"""Linked by the tile, articles and statements get the very links that the desk's index gives them.

Seasons and names are left out on both sides: that the desk brings an article back from years before, or by the rarer
names it shares, is the known difference.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow.dataset as ds
import pytest

from corpus.stories import GoldArticle, stories
from reportedly.batch import linking, reading, tiles
from reportedly.batch.boxes import Ref, unpack
from reportedly.batch.places import Place
from reportedly.ledger.codec import decode
from reportedly.link import Index, fold, index, link
from reportedly.types import Article, Link, LinkKind, Statement
from tests.batch.alone import go

STORIES = 6
ALWAYS = 10**6  # days


class Gold:
    """A finder that knows the corpus."""

    version = "gold"

    def __init__(self, golds: Sequence[GoldArticle]) -> None:
        self.golds = {gold.article.text: gold for gold in golds}

    def find(self, articles: Sequence[Article]) -> list[list[Statement]]:
        return [[*self.of(article)] for article in articles]

    def of(self, article: Article) -> Iterator[Statement]:
        for number, found in enumerate(self.golds[article.text].statements, 1):
            yield replace(found, id=f"{article.id}:s{number}", article=article.id, within=None)


@dataclass(frozen=True)
class Linked:
    """The same articles and statements, linked by both."""

    batch: dict[tuple[str, str, str], float]
    desk: list[Link]
    articles: list[Article]
    statements: list[Statement]
    out: Path


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Linked]:
    folder = tmp_path_factory.mktemp("linked")
    told = [s for s in stories("dev") if any(gold.copy_of for gold in s.articles)][:STORIES]
    golds = [gold for story in told for gold in story.articles]
    with (folder / "news.jsonl").open("w", encoding="utf-8") as file:
        for a in (gold.article for gold in golds):
            record = {"text": a.text, "title": a.title, "outlet": a.outlet, "published": a.published}
            file.write(json.dumps(record) + "\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "finder", lambda: Gold(golds))
        for module in (linking, index, tiles):
            patch.setattr(module, "WINDOW", ALWAYS)
        patch.setattr(index, "SHARED", sys.maxsize)  # names that are shared bring nobody back
        go(folder / "out", folder / "news.jsonl", tile=9)
        yield _linked(folder / "out")


def _linked(out: Path) -> Linked:
    place, rows = Place(str(out)), ds.dataset(sorted(out.glob("work/linked/*.parquet"))).to_table().to_pylist()
    batch, desk, known = {}, list[Link](), Index()
    articles, statements = list[Article](), list[Statement]()
    for row in sorted(rows, key=lambda row: str(row["key"])):
        for kind, subject, target, score in unpack(place, Ref(**row["linked"])):
            batch[kind, subject, target] = score
        packed = unpack(place, Ref(**row["read"]))
        article, said = decode(Article, packed["article"]), [decode(Statement, s) for s in packed["statements"]]
        desk += link(article, said, known)
        known.add(article, said)
        articles.append(article)
        statements += said
    return Linked(batch, desk, articles, statements, out)


def test_the_links_are_the_desks(linked: Linked) -> None:
    desk = {(x.kind.value, x.subject, x.target): x.score for x in linked.desk}
    assert linked.batch.keys() == desk.keys()
    assert {kind for kind, _, _ in desk} == {kind.value for kind in LinkKind}
    assert all(linked.batch[key] == pytest.approx(score, abs=1e-4) for key, score in desk.items())


def test_the_copies_are_the_desks(linked: Linked) -> None:
    wanted = fold(linked.desk, linked.statements, linked.articles).copies
    rows = ds.dataset(linked.out / "copies").to_table().to_pylist()
    assert len(rows) > 3
    assert {(row["article"], row["of"], row["whole"], row["containment"]) for row in rows} == {
        (c.article, c.of, c.whole, c.containment) for c in wanted
    }


def test_the_claims_are_the_desks(linked: Linked) -> None:
    wanted = fold(linked.desk, linked.statements, linked.articles).claims
    rows = ds.dataset(linked.out / "claims").to_table().to_pylist()
    assert {(row["id"], tuple(row["statements"])) for row in rows} == {(c.id, c.statements) for c in wanted}
