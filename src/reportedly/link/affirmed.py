"""What a denial in the negative denies: its negated clause alone, told in the affirmative."""

from __future__ import annotations

import re

from reportedly.link.clause import is_clause
from reportedly.types import Statement
from reportedly.wording import AUXILIARIES, words

# Whoever denies in so many words says what there is to deny: "denied that its forces were behind the attack".
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|disput|rul\w+ out)", re.IGNORECASE)
_PLAIN = (  # how a negated clause says its affirmative, tried in order
    (re.compile(r"\b(is|are|was|were|be)\s+in\s+no\s+way\b", re.IGNORECASE), r"\1"),
    (re.compile(rf"\b({AUXILIARIES}|do|does|did)(?:n't|n’t|\s+not|\s+never)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(?:cannot|can['’]t)\b", re.IGNORECASE), "can"),
    (re.compile(r"\bwon['’]t\b", re.IGNORECASE), "will"),
    (re.compile(r"\bnothing\b", re.IGNORECASE), "something"),
    (re.compile(r"\b(?:nobody|no one)\b", re.IGNORECASE), "somebody"),
    (re.compile(r"\bnone of\b", re.IGNORECASE), "some of"),
    (re.compile(r"\b(?:never|not)\s+", re.IGNORECASE), ""),
    (re.compile(r"\b(?:no|any)\s+", re.IGNORECASE), ""),
)
_LEANING = re.compile(r"\byet (?=been\b)|\bany (?=\w)", re.IGNORECASE)  # on the negation
_OPENING = re.compile(r"^(?:but|and|so far|yet)[,\s]+", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])[\"”’']?\s+")
_LINK = re.compile(r"[\"”’']?,?\s+(?:and|but)\s+|,\s+(?=(?:I|we|he|she|it|they)\b)", re.IGNORECASE)
_FEWEST = 4  # words of a clause that stands by itself


def denies(statement: Statement, text: str) -> bool:
    """Tell whether a statement's own verb denies, where it has one."""
    return statement.cue is not None and _DENYING.search(statement.cue.of(text)) is not None


def affirmed(text: str) -> str:
    """Return a text's first negated clause in the affirmative; as it is, where nothing in it is negated.

    "The parcels have been examined and no bomb was found" denies that a bomb was found, not that parcels were examined.
    """
    clause = _negated(text)
    while (shorter := _OPENING.sub("", clause)) != clause:
        clause = shorter
    for negated, plain in _PLAIN:
        told, changed = negated.subn(plain, clause, count=1)
        if changed:
            return _LEANING.sub("", told).strip()
    return clause


def _negated(text: str) -> str:
    """Return the first sentence that is negated, and of that the one clause that is, where both can stand alone."""
    if not _can_be_told(text):
        return text
    sentence = next((part for part in _SENTENCE.split(text) if _can_be_told(part) and _stands(part)), text)
    for link in _LINK.finditer(sentence):
        before, behind = sentence[: link.start()], sentence[link.end() :]
        if _stands(before) and _stands(behind):
            return _negated(before if _can_be_told(before) else behind)
    return sentence


def _can_be_told(text: str) -> bool:
    """Tell whether a text has a negation that can be told in the affirmative: "false" has none."""
    return any(negated.search(text) for negated, _ in _PLAIN)


def _stands(text: str) -> bool:
    return len(words(text)) >= _FEWEST and is_clause(text)
