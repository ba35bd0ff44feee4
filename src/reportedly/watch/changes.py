"""What a newer version of a page says otherwise: its headline, and its figures. A quiet change is news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reportedly.find.quantities import quantities
from reportedly.text import sentences
from reportedly.types import Article, Quantity, Role, Span

_PROSE = frozenset({Role.STANDFIRST, Role.PARAGRAPH, Role.QUOTE})
_ALIKE = 0.5  # share of their words that two sentences must have in common to be versions of one


class NewsKind(StrEnum):
    """What happened to a page."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to a page, for whoever watches."""

    kind: NewsKind
    url: str
    article: str  # id of its newest version
    outlet: str
    title: str
    lines: tuple[str, ...] = ()  # what it says otherwise than before
    statements: int = 0


def changes(before: Article, after: Article) -> tuple[str, ...]:
    """Return in words for people what `after` says otherwise: headline and figures, each with the words before."""
    headline = [f"headline: “{before.title}” → “{after.title}”"] if before.title.split() != after.title.split() else []
    return (*headline, *_figures(before, after))


def _figures(before: Article, after: Article) -> Iterator[str]:
    """Compare the figures of sentences that are versions of one another, and of no others."""
    old, new = _sentences(before), _sentences(after)
    gone = [words for words in old if words not in set(new)]
    for words in (words for words in new if words not in set(old)):
        model = max(gone, key=lambda other: _alike(other, words), default="")
        if not model or _alike(model, words) < _ALIKE:
            continue
        gone.remove(model)
        for left, right in zip(*_differing(model, words), strict=False):
            yield f"figure: “{left}” → “{right}” in “{words}”"


def _differing(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the figures of two versions of a sentence that the other one lacks, in their order."""
    left, right = quantities(before), quantities(after)
    ours, theirs = {_value(one) for one in left}, {_value(one) for one in right}
    return (
        [_words(one, before) for one in left if _value(one) not in theirs],
        [_words(one, after) for one in right if _value(one) not in ours],
    )


def _value(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _words(quantity: Quantity, text: str) -> str:
    return Span(quantity.start, quantity.end).of(text)


def _sentences(article: Article) -> list[str]:
    blocks = [block.span for block in article.blocks if block.role in _PROSE]
    return [" ".join(span.of(article.text).split()) for block in blocks for span in sentences(article.text, block)]


def _alike(left: str, right: str) -> float:
    return SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()
