"""The same direct quotation, though one paper trims it, another leaves words out and a third changes the marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from reportedly.wording import words

ENOUGH = 4  # words a quotation must have to be known again
ALIKE = 88.0  # rapidfuzz partial ratio from which two quotations are one
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]+)(?:[”\"»]|$)|(?<!\w)[‘']([^‘’']+(?:[’'](?=\w)[^‘’']+)*)[’'](?!\w)")
_ELLIPSIS = re.compile(r"\.\.\.|…|\[[^\]]*\]|\([^)]*\)")


def quotations(text: str) -> tuple[str, ...]:
    """Return the quoted pieces of a text, normalised to words and cut at ellipses and insertions."""
    found = []
    for match in _QUOTED.finditer(text):
        for piece in _ELLIPSIS.split(match[1] or match[2]):
            tokens = words(piece)
            if len(tokens) >= ENOUGH:
                found.append(" ".join(tokens))
    return tuple(found)


def unquoted(text: str) -> str:
    """Return what a paragraph says in its own words, without what it quotes."""
    return _QUOTED.sub(" ", text)


def sameness(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how surely two sets of quotations share one, from 0 to 1.

    Pieces are compared by the best matching stretch of the longer one, so trimmed ends cost nothing; the shorter
    piece must be long enough by itself.
    """
    best = 0.0
    for a in left:
        for b in right:
            if not _may_match(a, b):
                continue
            best = max(best, fuzz.partial_ratio(a, b, score_cutoff=ALIKE) / 100.0)
    return best


def _may_match(left: str, right: str) -> bool:
    """Rule most pairs out cheaply: half of the shorter one's words must be in the longer one."""
    a, b = set(left.split()), set(right.split())
    return 2 * len(a & b) >= min(len(a), len(b))
