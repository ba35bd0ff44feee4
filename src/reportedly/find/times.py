"""Dates and times in news prose, resolved from the article's own date: "on Tuesday", "8 August", "10.25 am:", "last month".

Values are ISO 8601: "2031-03-04", "2031-03", "2031", "2031-03-04T10:00", or an interval "2031-01/2031-03".
No library was good enough: docs/design/2026-11-28-quantities-and-times.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.find import calendar
from reportedly.find.numerals import NUMERAL, value
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
_UNIT = "day|week|fortnight|month|year"
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d%])(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?"

_EXPRESSION = re.compile(
    rf"""
    (?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?:T(?P<isotime>[0-2]\d:[0-5]\d))?
  | (?P<clock>{_CLOCK})(?:(?:\ (?:on|this)(?:\ the)?|,)?\ (?P<clockday>(?:{_WEEKDAY}|today|yesterday|{_PART})\b))?
  | (?:(?P<wwhich>last|next|this|the)\ )?(?P<weekday>{_WEEKDAY})\b(?:['’]s)?(?P<nextweek>\ of\ next\ week)?
    (?:\ (?:{_PART})\b)?(?:,?\ (?P<wdate>(?:{_DAY}\ (?:of\ )?(?:{_MONTH})|(?:{_MONTH})\.?\ {_DAY})\b)(?:,?\ (?P<wyear>{_YEAR})\b)?)?
  | (?P<d1>{_DAY})(?:(?:\ (?:and|to|or)\ |\s?[-–]\s?)(?P<d2>{_DAY}))?\ (?:of\ )?(?P<dmonth>{_MONTH})\b\.?(?:,?\ (?P<dyear>{_YEAR})\b)?
  | (?P<mmonth>{_MONTH})\b\.?\ (?P<m1>{_DAY})\b(?!:|\.\d|,\d)(?:(?:\ (?:and|to|or)\ |\s?[-–]\s?)(?:(?P<mmonth2>{_MONTH})\b\.?\ )?(?P<m2>{_DAY})\b)?
    (?:,?\ (?P<myear>{_YEAR})\b)?
  | (?:(?P<which>last|next|this|late|early|mid)[-\ ])?(?P<month>{_MONTH})\b\.?(?:,?\ (?:of\ )?(?P<year>{_YEAR}|(?:last|this|next)\ year)\b)?
  | (?P<decade>{_YEAR[:-4]}\d0)s\b
  | (?P<year1>{_YEAR})(?:\s?[-–/]\s?(?P<year2>{_YEAR}|\d\d)\b)?(?![\d,.]?\d|-)
  | (?P<now>(?:earlier\ |later\ )?to-?day|yesterday|tomorrow|tonight|overnight|this\ (?:morning|afternoon|evening)|last\ (?:night|evening))\b
  | (?P<rel>last|this|next|that|(?:the|that)\ (?:same|previous|following))\ (?P<unit>week|month|year|weekend|{_PART}|day|spring|summer|autumn|winter)\b
  | (?P<count>{NUMERAL}|an?)\ (?P<span>{_UNIT})s?\ (?P<way>ago|earlier|later)\b
  | the\ (?P<beside>day|evening|night|morning|afternoon|week)\ (?P<side>before|after)(?=[,.;:])
  | the\ (?P<nth>[12]?\d|3[01])(?:st|nd|rd|th)\b(?=[,.;:!?"”’)]|\ (?:and|he|she|it|they|bear|in|at|but|by|we)\b|\n|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# An expression can only begin with one of these; looking a word up is several times cheaper than trying the pattern on it.
_WORD = re.compile(r"[A-Za-z]+|\d+|\n")
_OPENERS = frozenset(
    f"{_WEEKDAY}|{_MONTH}|today|to|yesterday|tomorrow|tonight|overnight|earlier|later|last|next|this|that|the|late|early|mid|a|an|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty|thirty".split("|")
)
_MONTHLY = re.compile(r"\b(?:in|since|of|by|until|till|from|and|to|or|before|after|during|between|on|a|the|last|next|this)\s+$", re.IGNORECASE)
_YEARLY = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|and|to|before|after|during|between|early|late|mid|years?|spring|summer|autumn|winter|for)[\s-]+|[(,]\s?)$",
    re.IGNORECASE,
)
_CLOCKLY = re.compile(r"(?:^|\n|\b(?:at|since|about|around|by|until|till|before|after|from|to|and|just|on)\s+)$", re.IGNORECASE)
_NIGHT = 2  # an article published before this hour still calls the day before "today"
_OF_THAT_DAY = re.compile(r",?(?: local time)?(?: in| on)?(?: the (?:morning|afternoon|evening|night) of)? ")
_AMBIGUOUS = frozenset(("may", "march", "mar", "sun", "dec", "sep", "jan", "jun", "nov", "oct", "apr", "feb", "jul", "aug", "sept"))


def times(text: str, published: str, within: Span | None = None) -> tuple[Time, ...]:
    """Return the date and time expressions of `text` that lie in `within` (default: all of it), in order, in linear time.

    `published` is ISO 8601; where it is "", only expressions that carry their year are resolved, the others left out.
    """
    start, limit = within if within is not None else Span(0, len(text))
    resolver = _Resolver(text, _moment(published))
    found = list[Time]()
    for word in _WORD.finditer(text, start, limit):
        if word[0] == "\n":
            resolver.anchor = None
            continue
        if word.start() < start or (word[0].isalpha() and word[0].lower() not in _OPENERS):
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


def _moment(published: str) -> datetime | None:
    try:
        return datetime.fromisoformat(published).replace(tzinfo=None) if published else None
    except ValueError:
        return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Spring the traps: "Su-27", "42.05 km", "may", "1788 people", a word's second half."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if before.isalnum() or (before and before in "-$£€.:,/#+" and match.lastgroup != "isotime") or after.isalnum():
        return False
    left = text[max(0, match.start() - 14) : match.start()]
    if match["clock"]:
        marked = ":" in match["clock"] or match["clock"].rstrip(".")[-1] in "mM"
        return marked or _CLOCKLY.search(left) is not None
    if match["month"] and not match["year"]:
        named = match["month"][0].isupper() and (match["month"].lower() not in _AMBIGUOUS or not match["which"] is None)
        return named or (match["month"][0].isupper() and _MONTHLY.search(left) is not None)
    if match["year1"] and not match["year2"]:
        return _YEARLY.search(left) is not None
    return True


class _Resolver:
    """Resolves one article's expressions in order, remembering the day last spoken of ("that evening", "at 3 p.m.")."""

    def __init__(self, text: str, moment: datetime | None) -> None:
        self.text = text
        self.moment = moment
        self.today = moment.date() if moment is not None else None
        self.late = moment is not None and moment.hour < _NIGHT  # filed after midnight: "today" is the day before
        self.anchor: date | None = None  # of this paragraph
        self.spoken: date | None = None  # of the article

    def resolve(self, match: re.Match[str]) -> str:
        """Return the value of an expression, "" where it has none."""
        kind = next(name for name in _KINDS if match[name] is not None)
        if self.today is None and kind not in _ABSOLUTE:
            return ""
        resolved = _KINDS[kind](self, match)
        if len(resolved) >= 10 and "/" not in resolved:
            self.anchor = date.fromisoformat(resolved[:10])
            self.spoken = self.anchor if kind != "clock" else self.spoken
        return resolved

    def ahead(self, match: re.Match[str]) -> bool:
        return calendar.looks_ahead(self.text, match.start(), match.end())

    @property
    def day(self) -> date:
        """Return the article's day; kinds that need it are not tried without one."""
        assert self.today is not None
        return self.today


def _iso(resolver: _Resolver, match: re.Match[str]) -> str:
    del resolver
    try:
        date.fromisoformat(match["iso"])
    except ValueError:
        return ""
    return match["iso"] + (f"T{match['isotime']}" if match["isotime"] else "")


def _clock(resolver: _Resolver, match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in re.findall(r"\d+", match["clock"] + ".0")[:2])
    suffix = match["clock"].lower().rstrip(".")
    if suffix.endswith("m"):
        hour = hour % 12 + (12 if "p" in suffix else 0)
    if hour > 23:
        return ""
    named = (match["clockday"] or "").lower()
    if named in calendar.WEEKDAYS:
        day = calendar.weekday(resolver.day, named, resolver.ahead(match))
    elif named == "yesterday":
        day = resolver.day - timedelta(days=1)
    elif resolver.spoken is not None and not named and not _starts_line(resolver.text, match.start()):
        day = resolver.spoken
    else:
        later = resolver.moment is not None and (hour, minute) > (resolver.moment.hour, resolver.moment.minute)
        day = resolver.day - timedelta(days=1 if later and not resolver.ahead(match) else 0)
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}"


def _starts_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _weekday(resolver: _Resolver, match: re.Match[str]) -> str:
    if match["wdate"]:
        month = re.search(_MONTH, match["wdate"], re.IGNORECASE)
        number = re.search(r"\d+", match["wdate"])
        assert month is not None and number is not None
        return _date(resolver, match, month[0], number[0], match["wyear"])
    which = (match["wwhich"] or "").lower()
    if match["nextweek"]:
        monday = resolver.day - timedelta(days=resolver.day.weekday()) + timedelta(weeks=1)
        return (monday + timedelta(days=calendar.WEEKDAYS.index(match["weekday"].lower()))).isoformat()
    return calendar.weekday(resolver.day, match["weekday"], which != "the" and resolver.ahead(match), which).isoformat()


def _date(resolver: _Resolver, match: re.Match[str], month: str, number: str, year: str | None) -> str:
    """Return the value of a day and month, with or without a year."""
    day = int(re.sub(r"\D", "", number))
    if year is not None:
        try:
            return date(int(year), calendar.month_number(month), day).isoformat()
        except ValueError:
            return ""
    if resolver.today is None:
        return ""
    resolved = calendar.day_of_month(resolver.today, calendar.month_number(month), day, resolver.ahead(match))
    return resolved.isoformat() if resolved is not None else ""


def _interval(first: str, second: str) -> str:
    return f"{first}/{second}" if first and second and first < second else first or second


def _day_month(resolver: _Resolver, match: re.Match[str]) -> str:
    first = _date(resolver, match, match["dmonth"], match["d1"], match["dyear"])
    return _interval(first, _date(resolver, match, match["dmonth"], match["d2"], match["dyear"])) if match["d2"] else first


def _month_day(resolver: _Resolver, match: re.Match[str]) -> str:
    first = _date(resolver, match, match["mmonth"], match["m1"], match["myear"])
    if not match["m2"]:
        return first
    return _interval(first, _date(resolver, match, match["mmonth2"] or match["mmonth"], match["m2"], match["myear"]))


def _month(resolver: _Resolver, match: re.Match[str]) -> str:
    number, year = calendar.month_number(match["month"]), match["year"]
    if year and year[0].isdigit():
        return f"{year}-{number:02d}"
    if resolver.today is None:
        return ""
    if year:
        return f"{resolver.day.year + _STEP[year.split()[0].lower()]:04d}-{number:02d}"
    resolved = calendar.month(resolver.day, number, resolver.ahead(match), (match["which"] or "").lower())
    return f"{resolved[0]:04d}-{resolved[1]:02d}"


def _years(resolver: _Resolver, match: re.Match[str]) -> str:
    del resolver
    first, second = match["year1"], match["year2"]
    return _interval(first, second if len(second) == 4 else first[:2] + second) if second else first


def _decade(resolver: _Resolver, match: re.Match[str]) -> str:
    del resolver
    return f"{match['decade']}/{match['decade'][:3]}9"


def _now(resolver: _Resolver, match: re.Match[str]) -> str:
    word = match["now"].lower()
    shift = -1 if word in {"yesterday", "last night", "last evening", "overnight"} else 1 if word == "tomorrow" else 0
    shift -= resolver.late and resolver.moment is not None and word not in {"yesterday", "last night", "last evening", "overnight"}
    return (resolver.day + timedelta(days=shift)).isoformat()


_STEP = {"last": -1, "this": 0, "next": 1}


def _relative(resolver: _Resolver, match: re.Match[str]) -> str:
    """Resolve "last week", "this summer", "that evening", "the previous afternoon"."""
    which, unit = match["rel"].lower().split()[-1], match["unit"].lower()
    day = resolver.day
    if unit in calendar.SEASONS:
        first = date(day.year + _STEP.get(which, 0), calendar.SEASONS[unit], 1)
        if which == "last" and date(day.year, calendar.SEASONS[unit], 1) + timedelta(days=92) <= day:
            first = date(day.year, calendar.SEASONS[unit], 1)
        return f"{calendar.months_from(first, 0)}/{calendar.months_from(first, 2)}"
    step = {"previous": -1, "following": 1}.get(which, _STEP.get(which, 0))
    if unit == "week":
        return calendar.week(day, step)
    if unit == "month":
        return calendar.months_from(day if which in _STEP else resolver.anchor or day, step)
    if unit == "year":
        return f"{day.year + step:04d}"
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday() - 5) + timedelta(weeks=min(step, 0) if day.weekday() < 5 else step)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    return ((resolver.anchor or day) + timedelta(days=step)).isoformat()


def _counted(resolver: _Resolver, match: re.Match[str]) -> str:
    """Resolve "three days ago" from the article's day, "three days earlier" from the day last spoken of."""
    count = 1.0 if match["count"].lower() in {"a", "an"} else value(match["count"])
    sign = 1 if match["way"].lower() == "later" else -1
    base = resolver.day if match["way"].lower() == "ago" else resolver.anchor or resolver.day
    unit = match["span"].lower()
    if not 0 < count < 1_000:
        return ""
    if unit == "year":
        return f"{base.year + sign * int(count):04d}" if 0 < base.year + sign * int(count) < 10_000 else ""
    if unit == "month":
        return calendar.months_from(base, sign * int(count))
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    return (base + timedelta(days=sign * int(days))).isoformat()


def _beside(resolver: _Resolver, match: re.Match[str]) -> str:
    days = 7 if match["beside"].lower() == "week" else 1
    return ((resolver.anchor or resolver.day) + timedelta(days=days if match["side"].lower() == "after" else -days)).isoformat()


def _nth(resolver: _Resolver, match: re.Match[str]) -> str:
    number = int(match["nth"])
    ahead = resolver.ahead(match)
    for step in (0, 1) if ahead else (0, -1, -2):
        try:
            day = date.fromisoformat(f"{calendar.months_from(resolver.day, step)}-{number:02d}")
        except ValueError:
            continue
        if (day > resolver.day) == ahead or day == resolver.day:
            return day.isoformat()
    return ""


_KINDS: dict[str, Callable[[_Resolver, re.Match[str]], str]] = {
    "iso": _iso,
    "clock": _clock,
    "weekday": _weekday,
    "dmonth": _day_month,
    "mmonth": _month_day,
    "month": _month,
    "decade": _decade,
    "year1": _years,
    "now": _now,
    "rel": _relative,
    "count": _counted,
    "beside": _beside,
    "nth": _nth,
}
_ABSOLUTE = frozenset(("iso", "dmonth", "mmonth", "month", "decade", "year1"))
