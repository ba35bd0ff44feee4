"""Phrases beside a numeral that move its bounds: "at least", "up to", "or more", "about" (corpus/GUIDE.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

ABOUT: Final = 0.1  # "about n" is n give or take a tenth

Factors = tuple[float | None, float | None]  # low and high as multiples of the number; None is open
_FROM: Final[Factors] = (1, None)
_UPTO: Final[Factors] = (None, 1)
_NEAR: Final[Factors] = (1 - ABOUT, 1 + ABOUT)
_NEARLY: Final[Factors] = (1 - ABOUT, 1)
_JUST_OVER: Final[Factors] = (1, 1 + ABOUT)

_PHRASES: Final[Mapping[Factors, str]] = {
    _FROM: """
        no fewer than | no less than | not fewer than | not less than | not under | not below | at least
        | at the least | at the very least | more than | over | above | upward | upwards | in excess
        | exceed | exceeds | exceeded | exceeding | surpass | surpassed | surpassing | cross | crosses
        | crossed | a minimum | minimum | as few as | greater than | topped | beyond
        """,
    _UPTO: """
        no more than | not more than | no greater than | no higher than | not over | not above | do not pass
        | does not pass | did not pass | does not exceed | did not exceed | not exceeding | not even
        | at most | at the most | at the very most | up to | upto | as many as | as much as | as high as
        | fewer than | less than | under | below | barely | hardly | scarcely | a maximum | maximum
        """,
    _NEAR: """
        about | around | some | roughly | approximately | approx | circa | ca | an estimated | estimated
        | in the region | in the order | on the order | close to | near | something like | perhaps | maybe
        """,
    _NEARLY: "nearly | almost | just under | not quite | close on",
    _JUST_OVER: "just over | just above | a little over | slightly over | a little more than | slightly more than",
}
_BEFORE: Final = {phrase.strip(): factors for factors, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_LONGEST: Final = max(len(phrase.split()) for phrase in _BEFORE)
_SKIPPED: Final = frozenset({"of", "a", "an"})  # "in excess of 40", "about a dozen"

_AFTER: Final = tuple(
    (factors, re.compile(rf"(?:\s+[a-z]+)?[,.]?\s*[\"“”'‘’]?(?:{phrases})\b", re.IGNORECASE))
    for factors, phrases in (
        (
            _FROM,
            r"or (?:[a-z]+ )?more|or (?:above|over)|at least|-?plus|and (?:more|counting|growing|rising)"
            r"|(?:maybe|perhaps) more",
        ),
        (_UPTO, r"or (?:fewer|less|under)|at (?:the )?most|at the outside|maximum"),
        (_NEAR, r"or so|or thereabouts|give or take|approximately"),
    )
)

_REACH: Final = 3  # words looked at for what rules more out
_NOTS: Final = frozenset({"cannot", "not", "never"})
# Verbs whose negation leaves the number as it is, and words that begin another clause.
_SPOKEN: Final = frozenset(
    "say said confirm know think believe deny rule exclude expect dispute doubt mean include count".split()
) | {"and", "that", "but", "if"}

_WITHIN: Final = re.compile(r"\s?(?:k?m|kilomet\w+|met(?:re|er)s?|miles?|yards?|feet|nautical miles?)\b")
_LASTING: Final = re.compile(r"\s+(?:minutes|hours|days|weeks|months|years|decades)\b")
_RISEN: Final = re.compile(
    r"\b(?:revised?|w[ae]nt|go(?:es|ing|ne)?|r[io]se[ns]?|raised?|moved?|put|pushed?|br(?:ing|ought)s?|takes?n?|climb\w*)"
    r" (?:\w+ ){0,4}up to\W*$",
    re.IGNORECASE,
)


def bounds(number: float, left: str, right: str, words: Sequence[str]) -> Factors:
    """Return the bounds of a number, given the text on either side of it.

    `words` are the last words of `left`, in lower case and without quotation marks.
    """
    factors = _before(left, right, words) or next((f for f, p in _AFTER if p.match(right)), (1, 1))
    low, high = factors
    return (None if low is None else round(number * low, 6), None if high is None else round(number * high, 6))


def _before(left: str, right: str, words: Sequence[str]) -> Factors | None:
    """Return what the longest bounding phrase right before a numeral does to it."""
    if words[-1:] == ["within"]:
        return _UPTO if _WITHIN.match(right) else None  # within 40 km; within 48 hours is a term of 48 hours
    end = len(words)
    while end and words[end - 1] in _SKIPPED:
        end -= 1
    for start in range(max(0, end - _LONGEST), end):
        for phrase in (" ".join(words[start:]), " ".join(words[start:end])):
            if (factors := _BEFORE.get(phrase)) is None:
                continue
            if phrase == "over" and _LASTING.match(right):
                return None  # a withdrawal over 45 days
            if phrase == "up to" and _RISEN.search(left):
                return None  # the toll was revised up to 41
            return _UPTO if factors is _FROM and _ruled_out(words[:start]) else factors
    return None


def _ruled_out(words: Sequence[str]) -> bool:
    """Tell whether more is said not to be: "cannot hold | more than 35,000", but "did not say that | more than 20"."""
    near = words[-_REACH:]
    nots = [i for i, word in enumerate(near) if word in _NOTS or word.endswith(("n't", "n’t"))]
    return bool(nots) and len(near) - nots[-1] > 1 and _SPOKEN.isdisjoint(near[nots[-1] :])
