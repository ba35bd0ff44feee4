"""The whole stage: joint speakers told apart, every statement given its voice."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.name.joint import named_apart, split_joint
from reportedly.name.memory import Memory
from reportedly.name.naming import name
from reportedly.types import Article, Statement


def voices(article: Article, statements: Sequence[Statement], memory: Memory | None = None) -> list[Statement]:
    """Return found statements with their voices; what two sides said together is two statements."""
    if not statements:
        return []  # and nobody to look for
    return named_apart(name(article, split_joint(article, statements), memory))
