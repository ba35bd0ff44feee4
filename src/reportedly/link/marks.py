"""Quotation marks of words cut out of a text: in pairs, and none around the whole."""

from __future__ import annotations

_CLOSING = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_APOSTROPHES = frozenset("’'")


def paired(text: str) -> str:
    """Return a text in which every quotation mark has its other half.

    One left open closes at the end, one never opened goes, and a pair around everything goes. Marks that may be
    apostrophes stay where nothing was opened.
    """
    pairs, unopened, opened = _pairs(text)
    lost = unopened | {i for i, c in enumerate(text) if c.isspace()}
    first, last = 0, len(text) - 1
    while first <= last:
        if first in lost or first in opened:  # a quotation of all of it, whose end is elsewhere
            first += 1
        elif last in lost:
            last -= 1
        elif pairs.get(first) == last:
            first, last = first + 1, last - 1
        else:
            break
    kept = "".join(text[i] for i in range(first, last + 1) if i not in unopened)
    return kept + "".join(_CLOSING[text[i]] for i in sorted(opened, reverse=True) if i >= first)


def _pairs(text: str) -> tuple[dict[int, int], set[int], set[int]]:
    """Return where marks open with where they close, marks that close nothing, and marks that nothing closes."""
    pairs: dict[int, int] = {}
    unopened, opened = set[int](), list[int]()
    for i, mark in enumerate(text):
        if opened and mark == _CLOSING[text[opened[-1]]] and _may_close(text, i):
            pairs[opened.pop()] = i
        elif mark in _CLOSING and _may_open(text, i):
            opened.append(i)
        elif mark in {"”", "»", '"'}:
            unopened.add(i)
    return pairs, unopened, set(opened)


def _may_open(text: str, i: int) -> bool:
    before, behind = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    return text[i] in "“«‘" or (not before.isalnum() and not (before and before in ".,!?)") and not behind.isspace())


def _may_close(text: str, i: int) -> bool:
    behind = text[i + 1 : i + 2]
    return text[i] not in _APOSTROPHES or not behind.isalnum()
