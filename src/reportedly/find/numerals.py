"""Numerals as news writes them: "1,460", "1.04 lakh", "6.8 million", "one hundred and thirty-one", "half a million"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNITS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SUFFIXES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}
_ARTICLES = {"a": 1.0, "an": 1.0, "half": 0.5}

_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_UNIT})"
_LARGE = "thousand|lakh|million|crore|billion|trillion"
_GROUP = rf"(?:(?:an?|{_SMALL})[- ]hundred\b(?:(?: and)?[- ]{_SMALL}\b)?|{_SMALL}(?: point {_SMALL}\b)?)"
_WORDS = (
    rf"(?:(?:half(?: an?)?|an?)[- ](?:{_LARGE}|dozen)\b"
    rf"|{_GROUP}(?:[- ](?:{_LARGE}|dozen)s?\b"
    rf"(?:,? (?:and )?{_GROUP}(?:[- ](?:{_LARGE})\b)?(?: (?:and )?{_GROUP})?)?)?)"
)
_DIGITS = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,5}(?!\d)(?:\.\d{1,6})?"
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)|\d{1,15}(?!\d)(?:[.·]\d{1,6})?)"
    rf"(?:[- ]?(?:{_LARGE}|hundred|dozen)s?\b|(?:k|mn|bn|tn)\b)?"
)
#: One numeral, in digits or words, with its scale. Starts and ends at a word's edge; nothing nests, so it is linear.
NUMERAL = rf"(?:{_DIGITS}|\b{_WORDS}\b)"

#: The words, in lower case, that a numeral in words can begin with.
FIRST_WORDS = frozenset({*_UNITS, *_TENS, *_ARTICLES})


def all_cases(*words: Iterable[str]) -> frozenset[str]:
    """Return words as they stand in a sentence, at its start and in a headline in capitals."""
    return frozenset(case for group in words for word in group for case in (word, word.capitalize(), word.upper()))


_PARTS = re.compile(r"\d[\d,\u00a0\u202f]*(?:[.·]\d+)?|[a-z]+")


def value(numeral: str) -> float:
    """Return the number that a match of NUMERAL stands for ("two lakh" is 200000.0)."""
    total = group = 0.0
    fraction = False
    for part in _PARTS.findall(numeral.lower()):
        word = part.removesuffix("s") if part.removesuffix("s") in _SCALES else part
        if part[0].isdigit():
            group += float(re.sub(r"[,\u00a0\u202f]", "", part).replace("·", "."))
        elif word == "point":
            fraction = True
        elif word in _SCALES or word in _SUFFIXES:
            scale = _SCALES.get(word) or _SUFFIXES[word]
            group = (group or 1.0) * scale
            if scale >= 1_000:
                total, group = total + group, 0.0
        elif word in _ARTICLES:
            group = group or _ARTICLES[word]
        elif word in _UNITS or word in _TENS:
            number = _UNITS.get(word) or _TENS[word]
            group += number / 10 if fraction else number
    return round(total + group, 6)
