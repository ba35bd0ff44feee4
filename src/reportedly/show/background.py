"""Figures of an article's plain narration: what the outlet says in its own voice, with nobody named for it."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.quantities import quantities
from reportedly.types import Article, Quantity, Role, Span, Statement


def background(article: Article, statements: Sequence[Statement]) -> list[Quantity]:
    """Return the figures of an article's paragraphs that stand in no statement's content, in order of the text."""
    spoken = [span for statement in statements for span in statement.content]
    return [
        figure
        for block in article.blocks
        if block.role is Role.PARAGRAPH
        for figure in quantities(article.text, block.span)
        if not any(span.overlaps(Span(figure.start, figure.end)) for span in spoken)
    ]
