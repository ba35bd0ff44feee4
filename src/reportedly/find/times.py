"""Dates and times in news prose, resolved from the article's own: "on Tuesday", "8 August", "10.25 am:", "last month".

Values are ISO 8601: "2031-03-04", "2031-03", "2031", "2031-03-04T10:00", or an interval "2031-01/2031-03".
No library was good enough: docs/design/2026-11-28-quantities-and-times.md has the figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.find.numerals import NUMERAL, all_cases
from reportedly.find.resolve import Resolver
from reportedly.types import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A date or time expression and what it resolves to."""

    span: Span
    value: str


_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_PART = "morning|afternoon|evening|night|noon"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_SEASON = "spring|summer|autumn|winter"
_UNIT = "day|week|fortnight|month|year"
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d%])(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?"

_TO = r"(?:\ (?:and|to|or)\ |\s?[-–]\s?)"

_EXPRESSION = re.compile(
    rf"""
    (?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?:T(?P<isotime>[0-2]\d:[0-5]\d))?
  | (?P<clock>{_CLOCK})(?:(?:\ (?:on|this)(?:\ the)?|,)?\ (?P<clockday>(?:{_WEEKDAY}|today|yesterday|{_PART})\b))?
  | (?:(?P<wwhich>last|next|this|the)\ )?(?P<weekday>{_WEEKDAY})\b(?:['’]s)?
    (?P<nextweek>\ of\ next\ week)?(?:\ (?:{_PART})\b)?
    (?:,?\ (?P<wdate>(?:{_DAY}\ (?:of\ )?(?:{_MONTH})|(?:{_MONTH})\.?\ {_DAY})\b)(?:,?\ (?P<wyear>{_YEAR})\b)?)?
  | (?P<d1>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\ (?:of\ )?(?P<dmonth>{_MONTH})\b\.?(?:,?\ (?P<dyear>{_YEAR})\b)?
  | (?P<mmonth>{_MONTH})\b\.?\ (?P<m1>{_DAY})\b(?!:|\.\d|,\d)
    (?:{_TO}(?:(?P<mmonth2>{_MONTH})\b\.?\ )?(?P<m2>{_DAY})\b)?
    (?:,?\ (?P<myear>{_YEAR})\b)?
  | (?:(?P<which>last|next|this|late|early|mid)[-\ ])?(?P<month>{_MONTH})\b\.?
    (?:,?\ (?:of\ )?(?P<year>{_YEAR}|(?:last|this|next)\ year)\b)?
  | (?P<decade>{_YEAR[:-4]}\d0)s\b
  | (?P<year1>{_YEAR})(?:\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d)\b)?(?![\d,.]?\d|-)
  | (?P<now>(?:(?:earlier|later)\ )?to-?day|yesterday|tomorrow|tonight|overnight
    |this\ (?:morning|afternoon|evening)|last\ (?:night|evening))\b
  | (?P<rel>last|this|next|that|(?:the|that)\ (?:same|previous|following))
    \ (?P<unit>week|month|year|weekend|{_PART}|day|{_SEASON})\b
  | (?P<count>{NUMERAL}|an?)\ (?P<span>{_UNIT})s?\ (?P<way>ago|earlier|later)\b
  | the\ (?P<beside>day|evening|night|morning|afternoon|week)\ (?P<side>before|after)(?=[,.;:])
  | the\ (?P<nth>[12]?\d|3[01])(?:st|nd|rd|th)\b(?=[,.;:!?"”’)]|\ (?:and|he|she|it|they|in|at|but|by|we)\b|\n|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# An expression can only begin with one of these; looking a word up is several times cheaper than trying the pattern.
_WORD = re.compile(r"[A-Za-z]+|\d+|\n")
_OPENERS = all_cases(
    f"{_WEEKDAY}|{_MONTH}|today|to|yesterday|tomorrow|tonight|overnight|earlier|later".split("|"),
    """
    last next this that the late early mid a an one two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    """.split(),
)
_LINKS = "in|since|of|by|until|till|from|and|to|before|after|during|between"
_MONTHLY = re.compile(rf"\b(?:{_LINKS}|or|on|a|the|last|next|this)\s+$", re.IGNORECASE)
_YEARLY = re.compile(
    rf"(?:\b(?:{_LINKS}|early|late|mid|years?|spring|summer|autumn|winter|for)[\s-]+|[(,]\s?)$", re.IGNORECASE
)
_CLOCKLY = re.compile(
    r"(?:^|\n|\b(?:at|since|about|around|by|until|till|before|after|from|to|and|just|on)\s+)$", re.IGNORECASE
)
# "at 17.40" is a time where nothing counted follows; "0.50 calibre" and "1.34 km" are none.
_CLOCK_RIGHT = re.compile(
    r"[,.;:)”\"'’]|\s(?:[A-Z]|(?:on|and|when|that|but|or|to|local|in|he|she|it|they|as|the)\b)|\s*$"
)
_OF_THAT_DAY = re.compile(r",?(?: local time)?(?: in| on)?(?: the (?:morning|afternoon|evening|night) of)? ")
# "May" and "March" are words too, and an abbreviation may be a name: these need a preposition before them.
_AMBIGUOUS = frozenset("may march jan feb mar apr jun jul aug sep sept oct nov dec".split())


def times(text: str, published: str, within: Span | None = None) -> tuple[Time, ...]:
    """Return the date and time expressions of `text` in `within` (default: all of it), in order, in linear time.

    `published` is ISO 8601; where it is "", only expressions that carry their year are resolved, the others left out.
    """
    start, limit = within if within is not None else Span(0, len(text))
    resolver = Resolver(text, published)
    found = list[Time]()
    for word in _WORD.finditer(text, start, limit):
        token = word[0]
        if token == "\n":
            resolver.anchor = None
            continue
        if (token not in _OPENERS and token.isalpha()) or word.start() < start:
            continue
        match = _EXPRESSION.match(text, word.start(), limit)
        if match is None or not _stands_alone(text, match):
            continue
        resolved = resolver.resolve(match)
        if resolved:
            start = match.end()
            if found and len(resolved) == 10 and _OF_THAT_DAY.fullmatch(text, found[-1].span.end, match.start()):
                found[-1] = _on(found[-1], resolved)
            found.append(Time(Span(match.start(), match.end()), resolved))
    return tuple(found)


def _on(time: Time, day: str) -> Time:
    """Move a clock time to the day named right after it ("at 2:03 p.m. on April 10")."""
    return Time(time.span, day + time.value[10:]) if len(time.value) == 16 else time


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Spring the traps: "Su-27", "42.05 km", "may", "1788 people", a word's second half."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if match["clock"] and match["clock"].startswith("0."):
        return False
    if before.isalnum() or (before and before in "-$£€.:,/#+" and match.lastgroup != "isotime") or after.isalnum():
        return False
    if after == "-" and text[match.end() + 1 : match.end() + 2].isalpha():
        return False  # Sunday-school
    left = text[max(0, match.start() - 14) : match.start()]
    if match["clock"]:
        marked = ":" in match["clock"] or match["clock"].rstrip(".")[-1] in "mM"
        return marked or (_CLOCKLY.search(left) is not None and _CLOCK_RIGHT.match(text, match.end()) is not None)
    if match["month"] and not match["year"]:
        named = match["month"][0].isupper() and (match["month"].lower() not in _AMBIGUOUS or match["which"] is not None)
        return named or (match["month"][0].isupper() and _MONTHLY.search(left) is not None)
    if match["year1"] and not match["year2"]:
        return _YEARLY.search(left) is not None
    return True
