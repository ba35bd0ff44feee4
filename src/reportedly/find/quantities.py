"""Figures with their bounds: "more than 100,000 troops" is low 100000, high open; "about 300" is 270 to 330.

A numeral is found first (numerals.py); traps are sprung, for dates, ages and article numbers count nothing
(traps.py); what stands beside it moves its bounds (bounds.py); the noun after it tells what is counted (items.py).
No library was good enough: docs/design/2026-11-28-quantities-and-times.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.bounds import bounds
from reportedly.find.items import counted
from reportedly.find.numerals import FIRST_WORDS, NUMERAL, all_cases, value
from reportedly.find.traps import counts_nothing
from reportedly.types import Quantity, Span

_REACH = 48  # characters looked at on either side of a numeral
_Bounds = tuple[float | None, float | None]

_VAGUE: dict[str, _Bounds] = {
    "a few dozen": (24, 60),
    "a couple of dozen": (24, 30),
    "several dozen": (36, None),
    "dozens": (24, None),
    "tens": (20, None),
    "scores": (40, None),
    "a few hundred": (200, 500),
    "several hundred": (200, None),
    "hundreds": (200, None),
    "a few thousand": (2_000, 5_000),
    "several thousand": (2_000, None),
    "thousands": (2_000, None),
    "tens of thousands": (20_000, None),
    "hundreds of thousands": (200_000, None),
    "several million": (2_000_000, None),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, None),
    "hundreds of millions": (200_000_000, None),
}
_VAGUE_WORDS = "|".join(sorted(_VAGUE, key=len, reverse=True))
_HARMED = "dead|die[ds]?|killed|hurt|injured|wounded|harmed|lost|missing|aboard|on board|arrested|detained|shot|present"
_NONE = (
    rf"(?:no one|nobody|not (?:one|a single|a soul))(?! (?:of|more|another|to)\b)(?=[^.;,\n]{{0,40}} (?:{_HARMED})\b)"
    r"|no(?= (?:incidents|dead|deaths?|casualt|injur|fatal|victims|survivors|lives|losses))"
)
_UNKNOWN = (
    r"(?:an? )?(?:unknown|unspecified|undisclosed|undetermined|uncertain) (?:number|amount|quantity)(?: of)?"
    r"|(?:the )?(?:exact )?number of (?:[\w-]+ ){1,4}?"
    r"(?=(?:is|was|remains) (?:still )?(?:yet|not|un\w+)|has (?:not|yet))"
)
_MONEY = r"(?:US\$|C\$|A\$|NZ\$|HK\$|[$£€₹¥₽₴]|Rs\.? ?|USD ?|EUR ?|GBP ?)"
_FIGURE = re.compile(
    rf"(?P<vague>{_VAGUE_WORDS})\b|(?P<money>{_MONEY})?(?<![\d.,])(?P<number>{NUMERAL})"
    rf"|(?P<none>{_NONE})\b|(?P<unknown>{_UNKNOWN})",
    re.IGNORECASE,
)
# A figure can only begin with one of these; looking a word up is several times cheaper than trying the pattern on it.
_WORD = re.compile(r"[A-Za-z]+|[\d$£€₹¥₽₴]")
_OPENERS = all_cases(
    """
    no nobody not unknown unspecified undisclosed undetermined uncertain the exact number us c nz hk rs usd eur gbp
    """.split(),
    FIRST_WORDS,
    (phrase.split()[0] for phrase in _VAGUE),
)
_SECOND = re.compile(
    rf"(?:%| per ?cent| ?km| ?kg)?(?P<joint> to | or | and |[-–—])"
    rf"(?P<money>{_MONEY})?(?P<number>{NUMERAL})(?![-‐]\w|:\d)",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"m\b", re.IGNORECASE)
_SCALE = re.compile(r"(?:thousand|lakh|million|crore|billion|trillion)$", re.IGNORECASE)
_QUOTES = "\"“”'‘’«»"


def quantities(text: str, within: Span | None = None) -> tuple[Quantity, ...]:
    """Return the figures of `text` that lie in `within` (default: all of it), in order, in linear time.

    The words around `within` are read too: they tell what is counted and how the figure is bounded.
    """
    start, limit = within if within is not None else Span(0, len(text))
    found = list[Quantity]()
    for word in _WORD.finditer(text, start, limit):
        token = word[0]
        if (token not in _OPENERS and token.isalpha()) or word.start() < start:
            continue
        match = _FIGURE.match(text, word.start(), limit)
        if match is None:
            continue
        figure = _figure(text, match, limit)
        start = max(match.end(), figure.end if figure is not None else 0)
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _figure(text: str, match: re.Match[str], limit: int) -> Quantity | None:
    """Turn one match into a quantity, or None where it counts nothing."""
    start, end = match.span()
    left = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    money = match["money"] or ""
    if match["number"]:
        words = [word.strip(_QUOTES) for word in left.lower().split()[-6:]]
        if not money and counts_nothing(match["number"], left, text[end : end + _REACH], words):
            return None
        (low, high), end = _number(text, match, limit, words)
    elif match["vague"]:
        low, high = _VAGUE[match["vague"].lower()]
    elif match["none"]:
        low, high = 0, 0
    else:
        low, high = None, None
    item, end = counted(text, Span(start, end), left, money)
    return Quantity(low, high, item, start, min(end, limit))


def _number(text: str, match: re.Match[str], limit: int, words: Sequence[str]) -> tuple[_Bounds, int]:
    """Return the bounds of a numeral, or of the range it opens, and where it ends."""
    number, end = _millions(text, value(match["number"]), match["money"], match.end())
    second = _SECOND.match(text, end, limit)
    if second is not None:
        high, last = _millions(text, value(second["number"]), second["money"], second.end())
        scale = _SCALE.search(second["number"])
        if scale is not None and number < 1_000 <= high and "and" not in second["joint"]:
            number *= value(f"one {scale[0]}")  # 2 to 3 million
        if _is_range(number, high, second["joint"].strip().lower(), words):
            return (number, high), last
    left = text[max(0, match.start() - _REACH) : match.start()]
    return bounds(number, left, text[end : end + _REACH], words), end


def _millions(text: str, number: float, money: str | None, end: int) -> tuple[float, int]:
    """Take in the "m" of "$60m"; without a currency "60m" is metres."""
    if money and (suffix := _MILLIONS.match(text, end)) is not None:
        return number * 1e6, suffix.end()
    return number, end


def _is_range(low: float, high: float, joint: str, words: Sequence[str]) -> bool:
    """Tell "40 to 50", "between 40 and 50" and "four or five" from two figures side by side ("cut from 50 to 40")."""
    before = words[-1] if words else ""
    if joint == "and":
        return before == "between" and low <= high
    if joint == "or":
        return low < high <= 1.5 * low
    return low < high and before != "from"
