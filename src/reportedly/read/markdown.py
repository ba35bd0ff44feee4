"""Markdown with front matter: its blocks joined to one text, markup taken off, wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportedly.read.assemble import assemble
from reportedly.read.charset import decode
from reportedly.read.dates import iso
from reportedly.read.page import MAX_TEXT, Capture, Draft, Facts, Piece, Unreadable
from reportedly.types import PublishedFrom, Role

_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.{0,65536}?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.S | re.M)
_PARSER = MarkdownIt("commonmark").disable(["code", "html_block"])  # news has no indented code: indents are typography
_SPACE = re.compile(r"\s+")
_STARS = re.compile(r"\*{2,}|_{3,}")  # emphasis that opens or closes nothing
_KEYS = {
    "title": ("title", "headline"),
    "url": ("url", "source_url", "link", "canonical_url", "original_url"),
    "outlet": ("outlet", "publisher", "publication", "site_name", "sitename", "site"),
    "author": ("author", "authors", "byline", "creator"),
    "credit": ("credit", "agency"),
}
_NAMES = 50  # of authors; more are no list of authors
_DATES = ("published", "published_time", "published_at", "date_published", "pubdate", "date", "created")


def read_markdown(capture: Capture) -> Draft:
    """Read a Markdown document. Broken front matter is passed over."""
    text = decode(capture.data, capture.charset)
    if len(text) > MAX_TEXT:
        raise Unreadable(f"it has more than {MAX_TEXT:,} characters: no article")
    front, body = _front_matter(text)
    return assemble(_pieces(body), facts_of(front), not_after=capture.not_after)


def facts_of(said: Mapping[str, object]) -> Facts:
    """Return what a record of keys and values says, by the names that are common for it."""
    named = {str(key).lower().replace("-", "_"): value for key, value in said.items()}
    texts = {
        field: next((text for key in keys if (text := _text(named.get(key)))), "") for field, keys in _KEYS.items()
    }
    published = next((moment for key in _DATES if (moment := iso(named.get(key)))), "")
    return Facts(
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.UNKNOWN,
        **texts,
    )


def _text(value: object) -> str:
    if isinstance(value, list):  # one level of it: YAML can fold a world into a few aliases
        return ", ".join(text for member in value[:_NAMES] if not isinstance(member, list) and (text := _text(member)))
    if isinstance(value, dict):
        return _text(value.get("name")) if isinstance(value.get("name"), str) else ""
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _front_matter(text: str) -> tuple[Mapping[str, object], str]:
    if (found := _FRONT.match(text)) is None:
        return {}, text
    try:
        said = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        said = None
    return (said if isinstance(said, dict) else {}), text[found.end() :]


def _pieces(body: str) -> Iterator[Piece]:
    role, quoted = Role.PARAGRAPH, 0
    for token in _PARSER.parse(body):
        if token.type in {"blockquote_open", "blockquote_close"}:
            quoted += token.nesting
        elif token.type == "heading_open":
            role = Role.HEADLINE
        elif token.type in {"heading_close", "paragraph_close"}:
            role = Role.PARAGRAPH
        elif token.type == "inline":
            for line in _lines(token):
                yield Piece(Role.QUOTE if quoted else role, line)
        elif token.type == "fence":
            yield Piece(Role.PARAGRAPH, _SPACE.sub(" ", token.content))


def _lines(token: Token) -> Iterator[str]:
    """Yield the words of a paragraph, cut at hard breaks; what stands in for a picture is no text."""
    words: list[str] = []
    for child in token.children or ():
        if child.type == "hardbreak":
            yield _SPACE.sub(" ", "".join(words)).strip()
            words = []
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type in {"text", "code_inline", "text_special"}:
            words.append(_STARS.sub("", child.content))
    yield _SPACE.sub(" ", "".join(words)).strip()
