"""What a statement's own words tell beside who says what: its figures, and the day it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.quantities import quantities
from reportedly.find.said import said
from reportedly.find.times import times
from reportedly.types import Article, Statement


def detailed(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return an article's statements with their quantities and the day they were said."""
    days = said(article, statements, times(article.text, article.published))
    return [
        replace(
            statement,
            said=day,
            quantities=tuple(q for span in statement.content for q in quantities(article.text, span)),
        )
        for statement, day in zip(statements, days, strict=True)
    ]
