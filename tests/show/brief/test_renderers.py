"""The renderers: the small story exactly, every story within its bounds, hostile words harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from corpus.stories import split
from reportedly.show.brief.as_json import to_json
from reportedly.show.brief.compose import compose
from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.html import to_html
from reportedly.show.brief.markdown import to_markdown
from reportedly.show.brief.model import Brief
from reportedly.show.brief.text import SCREEN, to_text
from tests.show.gold import coverage
from tests.show.golden import GOLDEN, HOW, renderings

RENDERERS: tuple[Callable[[Brief], str], ...] = (to_text, to_markdown, to_html, to_json)
HOSTILE = "<script>alert(1)</script> [red]x[/red] **b** [a](javascript:x) \x1b[31m `c` \u202e & | \"q\" 'q'"
VERDICTS = re.compile(r"\b(true|false|fake|lie|lies|proven|debunked|fact-check\w*|misinformation)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(renderings()))
def test_the_small_story_looks_as_it_was_last_approved(name: str) -> None:
    assert renderings()[name] == (GOLDEN / name).read_text("utf-8"), HOW


@pytest.mark.parametrize("story", (*split()["dev"], *split()["train"][::9]))
def test_a_story_fits_one_screen_of_80_columns(story: str) -> None:
    lines = to_text(compose(coverage(story))).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) <= SCREEN + 3  # the brief's own head, and the line after the story
    assert not any(line != line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [60, 72, 100, 132])
def test_the_text_fills_the_width_it_is_given(width: int) -> None:
    assert max(map(len, to_text(compose(coverage()), width).splitlines())) == width


def test_every_line_of_the_text_that_says_something_ends_with_a_pin() -> None:
    text = to_text(compose(coverage()), 300, None)
    labels = ("moved", "asserts", "denies", "concedes", "can't confirm", "figures", "contradicts", "open")
    said = [line for line in text.splitlines() if line.strip().startswith(labels)]
    assert len(said) > 10
    assert all(re.search(r"\[\d+¶\d+( \d+¶\d+)*\]$", line) for line in said)


def hostile() -> Coverage:
    """Return the small story with the same hostile words in everything that comes from outside."""
    gold = coverage()
    articles = {
        k: replace(a, outlet=HOSTILE, title=HOSTILE, url=f"https://x.example/{HOSTILE}")
        for k, a in gold.articles.items()
    }
    statements = {
        k: replace(s, voice=replace(s.voice, speaker=HOSTILE, role=HOSTILE, organisation=HOSTILE, via=(HOSTILE,)))
        for k, s in gold.statements.items()
    }
    views = {
        k: replace(v, rule=HOSTILE, unheard=(HOSTILE,), claim=replace(v.claim, gist=HOSTILE))
        for k, v in gold.claims.items()
    }
    stories = [replace(story, title=HOSTILE) for story in gold.stories]
    return replace(gold, articles=articles, statements=statements, claims=views, stories=stories)


@pytest.mark.parametrize("renderer", (to_text, to_markdown))
def test_hostile_words_cannot_steer_a_terminal(renderer: Callable[[Brief], str]) -> None:
    rendered = renderer(compose(hostile()))
    assert "alert(1)" in rendered
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rendered)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    return tags


def test_hostile_words_are_text_in_html() -> None:
    tags = parsed(to_html(compose(hostile())))
    names = {tag for tag, _ in tags.found}
    assert not names & {"script", "img", "iframe", "link", "object"}
    assert not tags.open
    addresses = [attrs["href"] or "" for tag, attrs in tags.found if tag == "a"]
    assert all(address.startswith(("#", "https://x.example/")) for address in addresses)
    assert not any(name.startswith("on") for _, attrs in tags.found for name in attrs)


def test_hostile_words_are_text_in_markdown() -> None:
    tokens = MarkdownIt("commonmark").parse(to_markdown(compose(hostile())))
    inside = [child for token in tokens for child in token.children or ()]
    assert not [token for token in (*tokens, *inside) if token.type.startswith("html")]
    links = [str(token.attrs["href"]) for token in inside if token.type == "link_open"]
    assert links
    assert all(link.startswith("https://x.example/") for link in links)


def test_every_pin_in_html_opens_a_paragraph_of_the_page() -> None:
    for page in (to_html(compose(coverage())), to_html(compose(coverage(split()["dev"][0])))):
        tags = parsed(page)
        ids = [attrs["id"] for _, attrs in tags.found if "id" in attrs]
        assert len(ids) == len(set(ids))
        links = [(attrs["href"] or "")[1:] for tag, attrs in tags.found if tag == "a" and attrs.get("class") == "pin"]
        assert links
        assert set(links) <= set(ids)


def test_html_marks_exactly_the_pinned_words() -> None:
    page = to_html(compose(coverage()))
    marked = re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)
    assert "that the route and the hour had been communicated" in " ".join(marked)
    assert "A criminal case has been opened" not in " ".join(marked)


@pytest.mark.parametrize("renderer", RENDERERS)
def test_nothing_is_called_true_or_false(renderer: Callable[[Brief], str]) -> None:
    """The screens' own words, the story's removed: positions, origins and dates, never a verdict."""
    gold = coverage()
    told = " ".join(article.text for article in gold.articles.values())
    own = [
        word for word in VERDICTS.findall(re.sub(r'": (true|false)', "", renderer(compose(gold)))) if word not in told
    ]
    assert own in ([], ["true"])  # HTML's footer: "Not a judgement of what is true."


def test_json_holds_the_whole_brief() -> None:
    brief = compose(coverage())
    found = json.loads(to_json(brief))
    assert found["version"] == 1
    assert found["moment"] == "2034-05-19T16:30"
    assert [e["claim"] for e in found["stories"][0]["headline"]] == [e.claim for e in brief.stories[0].headline]
    side = found["stories"][0]["headline"][0]["sides"][0]
    assert side["said"]["stance"] == "asserts"
    assert side["said"]["place"]["pin"]["exact"]


@pytest.mark.parametrize("renderer", RENDERERS)
def test_an_empty_brief_is_printed_without_complaint(renderer: Callable[[Brief], str]) -> None:
    assert "0 stories" in renderer(Brief("", "", ())) or renderer is to_json
