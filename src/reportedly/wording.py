"""Words of a text for comparing: normalised, stemmed, without the small ones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL_WORDS = (
    "a an the of to in on at by for from with as and or but nor so if than then that this these those it its he "
    "him his she her they them their we us our you your i me my who whom whose which what when where why how is "
    "are was were be been being am has have had having do does did done will would shall should can could may "
    "might must not no nor any some all each both more most other such only own same too very s t just now there "
    "here also into about over after before under between out up down off again once said says say saying told "
    "tell tells according"
)
SMALL = frozenset(_SMALL_WORDS.split())
_REFERS = re.compile(
    r"(?:[\w'’-]+ ){0,3}(?:claims?|reports?|accusations?|allegations?|charges?|assertions?|accounts?|version|denials?"
    r"|suggestions?|rumou?rs?)(?: against (?:it|him|her|them)| of this kind)?"
    r"(?: as [^.;]{1,60}"
    r"| (?:is|are|was|were) (?:not |un)?(?:true|false|baseless|founded|groundless|wrong|nonsense|lies))?",
    re.IGNORECASE,
)
AUXILIARIES = "is|are|was|were|has|have|had|will|would|could|can|should"
NEGATION = re.compile(
    rf"\b(?:(?:{AUXILIARIES}|do|does|did)(?:n't|n’t)|"
    r"(?:wo|ca|sha)n['’]t|cannot|not|never|no(?! longer)|nobody|none|nothing|neither|without|false|untrue|baseless|"
    r"den(?:y|ies|ied))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?<=\w )|(?<=\w[,;:] ))[A-Z][\w'’-]{2,}")
_HOUR = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b", re.IGNORECASE)
_CALENDAR_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december the mrs"
)
_CALENDAR = frozenset(_CALENDAR_WORDS.split())
_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ness", "ers", "ies", "ied", "ians", "ian", "ans", "an",
             "ed", "es", "er", "ly", "s", "e", "y")  # fmt: skip
_STEM = 4  # letters a stem keeps at least
_FEWEST, _MOST_OF = 3, 0.6  # stems, and share of the shorter text's, that are nearly the same words


def words(text: str) -> list[str]:
    """Return the words of a text in order: case folded, accents off, apostrophes straight."""
    return [w.casefold() for w in _WORD.findall(text if text.isascii() else _plain(text))]


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).replace("’", "'")
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 14)  # the same words again and again
def stem(word: str) -> str:
    """Cut a common English ending, so that "denied", "denies" and "denying" meet. Crude on purpose: no dictionary."""
    word = word.removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words."""
    return frozenset(stem(w) for w in words(text) if w not in SMALL)


def is_bare(content: str) -> bool:
    """Tell whether what is said tells nothing by itself: "it", "the Kestrian claim", "" of "has yet to comment"."""
    return not stems(content) or _REFERS.fullmatch(content.strip()) is not None


def contained(left: str, right: str) -> float:
    """Return the share of the shorter text's telling words that the other has too, 0 where it has none."""
    ours, theirs = stems(left), stems(right)
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) / shorter if shorter else 0.0


def alike(left: str, right: str) -> bool:
    """Tell whether two texts are nearly the same words: most of the shorter one's, and not too few."""
    ours, theirs = stems(left), stems(right)
    shared = len(ours & theirs)
    return shared >= _FEWEST and shared >= _MOST_OF * min(len(ours), len(theirs))


def hours(text: str) -> frozenset[str]:
    """Return the days of the week and the hours that a text names: "Saturday", "8 pm"."""
    return frozenset(re.sub(r"[\s.]", "", found.casefold()) for found in _HOUR.findall(text))


def names(text: str) -> frozenset[str]:
    """Return the words that a text writes with a capital inside a sentence, case folded: names, by and large."""
    return frozenset(w.casefold() for w in _NAME.findall(text) if w.casefold() not in _CALENDAR)


def dice(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the Dice overlap of two sets, 0 where both are empty."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0
