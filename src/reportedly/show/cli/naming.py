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
    """Return the article, paragraph ("a1b2c3:4"), statement ("a1b2c3:s4") or claim ("c1b2c3:s4") that a name means."""
    found: Article | Paragraph | Statement | ClaimView | None
    if name.startswith("c"):
        found = _claim(view, name)
    elif (match := _PARAGRAPH.match(name)) is not None:
        found = _paragraph(view, match[1], int(match[2]))
    elif ":" in name:
        found = _statement(view, name)
    else:
        found = _article(view, name)
    if found is None:
        raise Trouble(
            Code.NOT_FOUND, f"nothing in the ledger is called {name!r}", todo="reportedly claims, for ids of claims"
        )
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


def _paragraph(view: View, name: str, number: int) -> Paragraph | None:
    article = _article(view, name)
    return Paragraph(article, number) if article and 1 <= number <= len(article.blocks) else None


def _statement(view: View, name: str) -> Statement | None:
    head, tail = name.split(":", 1)
    article = _article(view, head)
    if article is None:
        return None
    for one in (view, view.machine):  # what a person has rejected can still be looked at
        try:
            return one.statement(f"{article.id}:{tail}")
        except NotFoundError:
            continue
    return None


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


def _only(name: str, ids: Iterable[str]) -> str:
    """Return the one id that a name may be short for: the part before the colon may be cut, what follows may not."""
    head, _, tail = name.partition(":")
    found = [i for i in ids if i.startswith(head) and (not tail or i.partition(":")[2] == tail)]
    if len(found) > 1:
        some = ", ".join(found[:4]) + (", ..." if len(found) > 4 else "")
        raise Trouble(Code.NOT_FOUND, f"{name!r} could be {some}", todo="more of the id")
    return found[0] if found else ""
