"""Articles of given blocks, for tests that care for nothing else."""

from __future__ import annotations

from reportedly.text import sha256
from reportedly.types import Article, Block, PublishedFrom, Role

SEPARATOR = "\n\n"


def article(*blocks: tuple[Role, str], title: str = "") -> Article:
    """Return an article of blocks in order, their words joined by blank lines."""
    text, found = "", []
    for role, words in blocks:
        text += SEPARATOR if text else ""
        found.append(Block(role, len(text), len(text) + len(words)))
        text += words
    digest = sha256(text)
    return Article("a1", "-", "", "", title, "", PublishedFrom.UNKNOWN, text, digest, digest, tuple(found))
