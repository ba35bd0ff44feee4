"""From what a person typed to the thing they mean: an id, or as much of one as is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.desk import NotFoundError, View
from reportedly.show.cli.trouble import Code, Trouble
from reportedly.types import Article, ClaimView, Statement

_PARAGRAPH = re.compile(r"(.+?)[:¶](\d+)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article, numbered from 1 as pins are."""

    article: Article
    number: int


def resolve(view: View, name: str) -> Article | Paragraph | Statement | ClaimView:
    """Return the article, paragraph ("a1b2c3:4"), statement ("a1b2c3:s4") or claim that a name means."""
    if (match := _PARAGRAPH.match(name)) is not None:
        article, number = _article(view, match[1]), int(match[2])
        if article is None or not 1 <= number <= len(article.blocks):
            raise _missing(name)
        return Paragraph(article, number)
    if ":" in name:
        return _statement(view, name)
    found = _article(view, name) or _claim(view, name)
    if found is None:
        raise _missing(name)
    return found


def story_id(view: View, name: str) -> str:
    """Return the id of the story that a name means, "" for none at all."""
    if not name:
        return ""
    try:
        return view.story(name).id
    except NotFoundError:
        found = _only(name, (story.id for story in view.stories()))
    if not found:
        raise Trouble(
            Code.NOT_FOUND, f"no story in the ledger is called {name!r}", todo="reportedly brief, for stories"
        )
    return found


def _statement(view: View, name: str) -> Statement:
    head, tail = name.split(":", 1)
    article = _article(view, head)
    try:
        return view.statement(f"{article.id}:{tail}" if article else name)
    except NotFoundError:
        raise _missing(name) from None


def _article(view: View, name: str) -> Article | None:
    try:
        return view.article(name)
    except NotFoundError:
        found = _only(name, (article.id for article in view.articles()))
        return view.article(found) if found else None


def _claim(view: View, name: str) -> ClaimView | None:
    try:
        return view.claim(name)
    except NotFoundError:
        found = _only(name, (claim.claim.id for claim in view.claims()))
        return view.claim(found) if found else None


def _only(prefix: str, names: Iterable[str]) -> str:
    found = [name for name in names if name.startswith(prefix)]
    if len(found) > 1:
        some = ", ".join(found[:4]) + (", ..." if len(found) > 4 else "")
        raise Trouble(Code.NOT_FOUND, f"{prefix!r} could be {some}", todo="more of the id")
    return found[0] if found else ""


def _missing(name: str) -> Trouble:
    return Trouble(
        Code.NOT_FOUND, f"nothing in the ledger is called {name!r}", todo="reportedly claims, for ids of claims"
    )
