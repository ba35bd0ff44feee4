"""Linked by the tile, articles get the links that the desk's index gives them; only seasons back is missed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow.dataset as ds
import pytest

from corpus.stories import stories
from reportedly.batch.boxes import Ref, unpack
from reportedly.batch.places import Place
from reportedly.link import Index, fold, link
from reportedly.link.index import WINDOW
from reportedly.link.profile import day
from reportedly.read import Document
from reportedly.read.stage import read
from reportedly.types import Article, Link, LinkKind
from tests.batch.alone import go

STORIES = 14

Pair = tuple[str, str, str, float]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of some stories, in the order of publication."""
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    golds = [gold.article for story in [*stories("dev"), *stories("train")][:STORIES] for gold in story.articles]
    with path.open("w", encoding="utf-8") as file:
        for a in golds:
            told = {"text": a.text, "title": a.title, "outlet": a.outlet, "published": a.published}
            file.write(json.dumps(told) + "\n")
    return path


@pytest.fixture(scope="module")
def articles(news: Path) -> list[Article]:
    found = (r.article for r in read([str(news)]) if isinstance(r, Document))
    return sorted(found, key=lambda article: (article.published, article.id))


@pytest.fixture(scope="module")
def linked(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("linked")
    go(out, news, find=False, tile=9)
    return out


def by_desk(articles: list[Article]) -> Iterator[Link]:
    index = Index()
    for article in articles:
        yield from link(article, [], index)
        index.add(article, [])


def by_batch(out: Path) -> Iterator[Pair]:
    for path in sorted(out.glob("work/linked/*.parquet")):
        for row in ds.dataset(path).to_table().to_pylist():
            yield from unpack(Place(str(out)), Ref(**row["linked"]))


def test_the_links_are_the_desks(articles: list[Article], linked: Path) -> None:
    days = {article.id: day(article.published) for article in articles}
    wanted = {(x.kind.value, x.subject, x.target): x.score for x in by_desk(articles)}
    found = {(kind, subject, target): score for kind, subject, target, score in by_batch(linked)}
    near = {key for key in wanted if abs(days[key[1]] - days[key[2]]) <= WINDOW}
    assert len(found) > 50
    assert near <= found.keys() <= wanted.keys()
    assert len(wanted) - len(found) <= len(wanted) // 50
    stories_only = [key for key in found if key[0] == LinkKind.STORY.value]
    assert all(found[key] == pytest.approx(wanted[key], abs=1e-4) for key in stories_only)


def test_the_copies_are_the_desks(articles: list[Article], linked: Path) -> None:
    wanted = fold(by_desk(articles), [], articles).copies
    rows = ds.dataset(linked / "copies").to_table().to_pylist()
    assert len(rows) > 5
    assert {(row["article"], row["of"], row["whole"]) for row in rows} == {(c.article, c.of, c.whole) for c in wanted}
    assert {(row["article"], row["of"]): row["containment"] for row in rows} == {
        (c.article, c.of): c.containment for c in wanted
    }
