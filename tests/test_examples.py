"""The example stories are read as pages should be: whole, dated, attributed to their outlet, free of furniture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.read import expand, read_input
from reportedly.types import Article, Evidence, PublishedFrom, Role, Skipped

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGES = sorted(EXAMPLES.glob("*/*.html"))
FURNITURE = re.compile(
    r"advertisement|newsletter|subscribe|cookie|read more|all rights reserved|most read", re.IGNORECASE
)
MONTHS = {"november": 11, "may": 5, "october": 10}


def _read(page: Path) -> Article:
    [item] = expand([str(page)])
    [reading] = read_input(item)
    assert not isinstance(reading, Skipped), reading
    return reading.article


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {page.stem: _read(page) for page in PAGES}


def test_there_are_three_stories_of_four_outlets_or_more() -> None:
    stories: dict[str, set[str]] = {}
    for page in PAGES:
        stories.setdefault(page.parent.name, set()).add(page.stem)
    assert len(stories) == 3
    assert all(len(pages) >= 4 for pages in stories.values())


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_the_day_of_a_page_is_the_one_its_file_is_named_after(name: str, articles: dict[str, Article]) -> None:
    _, day, month = name.rsplit("-", 2)
    article = articles[name]
    assert article.published[:10] == f"2031-{MONTHS[month]:02d}-{int(day):02d}"
    assert article.published_from is not PublishedFrom.UNKNOWN


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_a_page_keeps_its_prose_and_drops_its_furniture(name: str, articles: dict[str, Article]) -> None:
    article = articles[name]
    assert FURNITURE.search(article.text) is None
    assert sum(block.role is Role.PARAGRAPH for block in article.blocks) >= 5
    assert article.blocks[0].role is Role.HEADLINE


def test_a_file_photo_is_no_evidence(articles: dict[str, Article]) -> None:
    captions = [b for b in articles["northern-wire-11-november"].blocks if b.role is Role.CAPTION]
    assert [c.evidence for c in captions] == [Evidence.FILE]


def test_a_block_quote_keeps_the_name_under_it(articles: dict[str, Article]) -> None:
    article = articles["il-molo-2-october"]
    roles = [block.role for block in article.blocks]
    quote = roles.index(Role.QUOTE)
    assert roles[quote + 1] is Role.BYLINE
    assert article.blocks[quote + 1].span.of(article.text) == "Arben Kola, lorry driver"
