"""Numerals that count nothing: dates, times, ages, ordinals, article numbers, designations, scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_MONTH_LEFT = re.compile(rf"\b(?:{_MONTHS})\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? (?:the )?$", re.IGNORECASE)

# Words after which a number is a name: "Article 5", "Flight 204", "gate 2".
_NAMERS = frozenset(
    """
    age aged apartment article battalion berth brigade building channel chapter clause district division exhibit
    flight gate hangar highway no. nos. number page paragraph phase pier pillar pit platform psalm pump reactor
    resolution route runway scene section sector shaft terminal tier unit verse ward zone
    """.split()
)
_DIGIT_NAMERS = frozenset(  # these name only before digits: "Line 7", but "in order nine left"
    """
    act block case class decree flat grade house level line lot mark model order part point room seat stage step
    turned turns type well
    """.split()
)
_GLUE = frozenset("-‐./:,#+§№&°=_–")  # right before a digit: Su-27, 09:40, 9/11
_RIGHT = re.compile(
    rf"""
      (?:st|nd|rd|th|s)\b                                                   # ordinals, decades
    | [-‐](?!plus\b|odd\b|strong\b)[a-zA-Z]                                  # two-page, five-year, 31-year-old
    | \ (?:years?|months?|weeks?|days?)[- ](?:old|of\ age)\b
    | [:/]\d | \ calibre\b
    | \s*(?:[ap]\.?\s?m\b|o['’]clock|noon\b|midnight\b|gmt\b|utc\b|hours?\ gmt)
    | \ (?:past|minutes\ (?:past|to)|(?:this|in\ the)\ (?:morning|afternoon|evening)|at\ night)\b
    | \ (?:of\ )?(?:{_MONTHS})\b
    | \ (?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)
      \ (?:ago|earlier|later|before|after|on|previously|hence|away)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LAPSED = frozenset("past last next first previous coming".split())  # the past 24 hours
_LAPSE = re.compile(r"\s+(?:seconds|minutes|hours|days|nights|weeks|months|years|decades)\b")

_YEAR = re.compile(r"(?:1\d|20|21)\d\d$")
_YEAR_LEFT = frozenset(
    "in since of by until till from before after during early late and to the summer spring autumn winter".split()
)
_PLURAL = re.compile(
    r"\s+(?!seasons?\b|elections?\b|was\b|has\b|this\b|its\b|across\b|his\b)(?:[a-z]{2,}s|people|men|women|children|dead|killed|injured|missing)\b"
)

_SHARE = re.compile(r" in (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?! [a-z]+s\b)")  # 3 in 10
_SHARE_LEFT = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) in $", re.IGNORECASE)
_PARENT = frozenset("family father mother parent grandmother grandfather".split())  # a father of four
_AGED = frozenset("he she i they was were is am are he's she's i'm".split())  # she was 15
_AGED_RIGHT = re.compile(r"[,.;:)”\"]| (?:when|and|at|at the time|now)\b")
_AGE_LEFT = re.compile(r"[\w'’.\")”], $")
_AGE_RIGHT = re.compile(r"\s*[,.;)”\"]")

_CAPITALISED = re.compile(r"(?:^|[\s(“\"'‘])([A-Z][\w'’]+) $")
_NO_NAMES = frozenset(
    """
    about admits after all almost another are around as at been before between but by claims confirmed confirms
    counted counts dead find finds for found free freed frees from further had has have her his if in is its just
    kill killed kills least leave leaves left lost missing most nearly no not of offers on only or our over put puts
    reports said say says seeks some than that the their to toll up wants was were when where with monday tuesday
    wednesday thursday friday saturday sunday today yesterday
    """.split()
)
_NEXT = re.compile(r"\s+([A-Za-z][\w'’-]*)")
_NO_NOUNS = frozenset(
    """
    was is are were has had have will would could can may might did does do that which who whom on in at of from
    with by to for and or but as said says also since until when where while after before the a an its his her their
    """.split()
)

_SCORE = re.compile(r"\s?[-–]\s?(\d{1,2})\b(?!\s+[a-z]+s\b)")
_RESULT = frozenset(
    "won lost beat beaten defeated drew draw victory win wins voted scored final ahead lead led by".split()
)
_CLOCK_MARKS = frozenset(("am", "pm"))
_CLOCK = re.compile(r"[012]?\d\.[0-5]\d$")
_CLOCK_LEFT = frozenset("at since until till by before after around".split())

_NO_ONE = frozenset("no any some every each this that another which the a day".split())
_COUNTED_ONE = frozenset("least than only just exactly".split())
_HARMED = re.compile(
    r"(?: (?!of\b)[a-z-]+){0,3} (?:dead|died|killed|hurt|injured|wounded|missing|arrested|detained|shot)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\s+(?:sides|leaders|countries|nations|presidents|parties|neighbou?rs|states|governments|powers|capitals)\b"
)


def counts_nothing(numeral: str, left: str, right: str, words: Sequence[str]) -> bool:
    """Tell whether a numeral is no figure.

    `left` and `right` are some forty characters on either side, `words` the last words of `left` in lower case.
    """
    last = words[-1] if words else ""
    spaced = left[-1:].isspace()
    if not spaced and (left[-1:].isalnum() or left[-1:] in _GLUE):
        return True
    named = last in _NAMERS or (last in _DIGIT_NAMERS and numeral[0].isdigit())
    if (spaced and named) or _MONTH_LEFT.search(left[-18:]) or _RIGHT.match(right):
        return True
    if last == "past" or (last == "to" and words[-2:-1] in (["quarter"], ["minutes"])):
        return True
    if _SHARE.match(right) or _SHARE_LEFT.search(left[-9:]) or (last == "of" and not _PARENT.isdisjoint(words[-2:])):
        return True
    if last in _LAPSED and _LAPSE.match(right):
        return True
    if numeral.lower() == "one":
        return last in _NO_ONE or (last not in _COUNTED_ONE and _HARMED.match(right) is None)
    if numeral.lower() == "two" and last == "the" and _PAIR.match(right):
        return True
    if last in _CLOCK_LEFT and _CLOCK.match(numeral):
        return True
    if (
        numeral[0].isupper()
        and last.isalpha()
        and not numeral.isupper()
        and last not in _CLOCK_MARKS
        and left[-2:-1].islower()
    ):
        return True  # told Nine News
    return numeral.isdigit() and (
        _year(numeral, last, right)
        or _age(numeral, left, right, words)
        or _name(left, right)
        or _score(numeral, words, right)
    )


def _year(numeral: str, last: str, right: str) -> bool:
    """Tell "in 2031" and "2031 prices" from "2000 people"."""
    return _YEAR.match(numeral) is not None and (last in _YEAR_LEFT or _PLURAL.match(right) is None)


def _age(numeral: str, left: str, right: str, words: Sequence[str]) -> bool:
    """Tell "Dulce Montero, 19, was carried off" and "she was 15 when"."""
    if int(numeral) >= 120:
        return False
    if left.endswith("(") and right.startswith(")"):
        return True
    if len(words) > 1 and _AGED.issuperset(words[-2:]) and _AGED_RIGHT.match(right):
        return True
    return _AGE_LEFT.search(left[-4:]) is not None and _AGE_RIGHT.match(right) is not None


def _name(left: str, right: str) -> bool:
    """Tell "Boeing 747" and "Kivikuja 8 was" from "Varland 14 soldiers"."""
    before = _CAPITALISED.search(left[-24:])
    if before is None or before[1].lower() in _NO_NAMES:
        return False
    after = _NEXT.match(right)
    if before[1].isupper() and (after is None or after[1].isupper()):
        return False  # a headline in capitals
    return after is None or after[1].lower() in _NO_NOUNS


def _score(numeral: str, words: Sequence[str], right: str) -> bool:
    """Tell "won 3-1" from "20-30 people"."""
    other = _SCORE.match(right)
    return other is not None and (int(other[1]) < int(numeral) or not _RESULT.isdisjoint(words))
