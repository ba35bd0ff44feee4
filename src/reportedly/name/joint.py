"""Joint speakers are two: one statement whose source names several sides becomes one statement for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.name.phrase import parse
from reportedly.name.words import page_of
from reportedly.types import Article, Span, Statement


def split_joint(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each whose source names several ("Ukrainian or NATO officials") once for each of them.

    The first keeps its id and stands first, the others follow as "<id>+2", "<id>+3". Every copy keeps the whole source:
    the words are shared, as the corpus nests its tags. Statements that already share one source are left as they are.
    """
    page = page_of(article)
    shared: dict[Span, int] = {}
    for s in statements:
        if s.source is not None:
            shared[s.source] = shared.get(s.source, 0) + 1
    found: list[Statement] = []
    for s in statements:
        found.append(s)
        if s.source is not None and shared[s.source] == 1:
            members = parse(page.between(s.source)).joined
            found += [replace(s, id=f"{s.id}+{number}") for number in range(2, len(members) + 1)]
    return found
