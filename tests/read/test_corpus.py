"""The story corpus dressed as pages and as plain text: what was written as a paragraph or a quote is read as one."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from corpus.stories import HERE
from reportedly.read import read_text
from reportedly.read.plain import plain_draft
from reportedly.types import Role
from tests.read.reading import only

ROLES = {
    "head": Role.HEADLINE,
    "stand": Role.STANDFIRST,
    "p": Role.PARAGRAPH,
    "quote": Role.QUOTE,
    "byline": Role.BYLINE,
    "caption": Role.CAPTION,
    "junk": Role.FURNITURE,
}
TAGS = {
    "head": "<h1>{}</h1>",
    "stand": "<p class='standfirst'>{}</p>",
    "p": "<p>{}</p>",
    "quote": "<blockquote>{}</blockquote>",
    "byline": "<p>{}</p>",
    "caption": "<figure><figcaption>{}</figcaption></figure>",
    "junk": "<div>{}</div>",
}
Parts = list[tuple[str, str]]
AUTHORS = re.compile(r"By (?:the )?[A-Z][^.!?]{2,60}")


def written(step: int) -> Iterator[Parts]:
    """Yield every `step`-th article as tags and words; the lines that name its authors are no paragraphs of it."""
    paths = sorted((HERE / "stories").glob("*.xml"))
    articles = chain.from_iterable(ET.parse(path).getroot().iter("article") for path in paths)
    for article in islice(articles, 0, None, step):
        parts = [(e.tag, " ".join("".join(e.itertext()).split())) for e in article if e.tag in ROLES]
        yield [(tag, text) for tag, text in parts if tag != "p" or not AUTHORS.fullmatch(text)]


def test_as_pages(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    right: Counter[tuple[Role, bool]] = Counter()
    for parts in written(20):
        body = "".join(TAGS[tag].format(html.escape(text)) for tag, text in parts)
        path.write_text(f"<html><body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>", "utf-8")
        article = only(path)
        read = {block.span.of(article.text): block.role for block in article.blocks}
        for tag, text in parts:
            right[ROLES[tag], read.get(text, Role.FURNITURE) is ROLES[tag]] += 1
    for role, least in {Role.HEADLINE: 1, Role.PARAGRAPH: 0.97, Role.QUOTE: 1, Role.FURNITURE: 0.9}.items():
        assert right[role, True] >= least * (right[role, True] + right[role, False]), role


def test_as_plain_text() -> None:
    right: Counter[tuple[Role, bool]] = Counter()
    for parts in written(1):
        text = "\n\n".join(words for _, words in parts)
        read = {block.span.of(text): block.role for block in plain_draft(text).blocks}
        for tag, words in parts:
            right[ROLES[tag], read.get(words) is ROLES[tag]] += 1
    for role, least in {Role.HEADLINE: 0.98, Role.PARAGRAPH: 0.95, Role.QUOTE: 0.85, Role.FURNITURE: 0.7}.items():
        assert right[role, True] >= least * (right[role, True] + right[role, False]), role


def test_prose_alone_is_all_paragraphs() -> None:
    """Bare text given to the finder must not lose its sentences to furniture and captions."""
    lost = total = 0
    for parts in written(7):
        for role in (
            block.role for block in read_text("\n\n".join(words for tag, words in parts if tag == "p")).blocks
        ):
            total += 1
            lost += role not in {Role.PARAGRAPH, Role.BYLINE}
    assert lost <= 0.01 * total
