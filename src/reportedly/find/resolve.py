"""What each kind of time expression resolves to, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from reportedly.find import days
from reportedly.find.numerals import value

_NIGHT = 2  # an article published before this hour still calls the day before "today"
_MONTH_NAME = re.compile("|".join(days.MONTHS), re.IGNORECASE)
_LAST_NIGHT = frozenset(("yesterday", "last night", "last evening", "overnight"))
_STEP = {"last": -1, "this": 0, "next": 1}


class Resolver:
    """Resolves one article's expressions in order, remembering the day last spoken of ("that evening", "at 3 p.m.")."""

    def __init__(self, text: str, published: str) -> None:
        """Take `published` as ISO 8601; where it is "" or no sane date, only expressions with their year resolve."""
        self.text = text
        self.moment = moment_of(published)
        self.today = self.moment.date() if self.moment is not None else None
        self.anchor: date | None = None  # the day last spoken of in this paragraph
        self.spoken: date | None = None  # the day last spoken of in this article, clock times aside

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
        """Tell whether an expression's clause speaks of what is to come."""
        return days.looks_ahead(self.text, match.start(), match.end())

    @property
    def day(self) -> date:
        """Return the article's day; kinds that need it are not tried without one."""
        assert self.today is not None
        return self.today


def moment_of(published: str) -> datetime | None:
    """Return the article's moment; of a date alone, its last minute, so that no clock time lies ahead of it."""
    try:
        moment = datetime.fromisoformat(published).replace(tzinfo=None)
    except ValueError:
        return None
    if not 1000 <= moment.year <= 9000:
        return None
    return moment if len(published) > 10 else moment.replace(hour=23, minute=59)


def _iso(resolver: Resolver, match: re.Match[str]) -> str:
    del resolver
    try:
        date.fromisoformat(match["iso"])
    except ValueError:
        return ""
    return match["iso"] + (f"T{match['isotime']}" if match["isotime"] else "")


def _clock(resolver: Resolver, match: re.Match[str]) -> str:
    hour, minute = (int(part) for part in re.findall(r"\d+", match["clock"] + ".0")[:2])
    suffix = match["clock"].lower().rstrip(".")
    if suffix.endswith("m"):
        hour = hour % 12 + (12 if "p" in suffix else 0)
    if hour > 23:
        return ""
    named = (match["clockday"] or "").lower()
    if named in days.WEEKDAYS:
        day = days.weekday(resolver.day, named, resolver.ahead(match))
    elif named == "yesterday":
        day = resolver.day - timedelta(days=1)
    elif resolver.spoken is not None and not named and not _starts_line(resolver.text, match.start()):
        day = resolver.spoken
    else:
        assert resolver.moment is not None
        later = (hour, minute) > (resolver.moment.hour, resolver.moment.minute)
        day = resolver.day - timedelta(days=1 if later and not resolver.ahead(match) else 0)
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}"


def _starts_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _weekday(resolver: Resolver, match: re.Match[str]) -> str:
    if match["wdate"]:
        month = _MONTH_NAME.search(match["wdate"])
        number = re.search(r"\d+", match["wdate"])
        assert month is not None and number is not None
        return _date(resolver, match, month[0], number[0], match["wyear"])
    which = (match["wwhich"] or "").lower()
    if match["nextweek"]:
        monday = resolver.day - timedelta(days=resolver.day.weekday()) + timedelta(weeks=1)
        return (monday + timedelta(days=days.WEEKDAYS.index(match["weekday"].lower()))).isoformat()
    return days.weekday(resolver.day, match["weekday"], which != "the" and resolver.ahead(match), which).isoformat()


def _date(resolver: Resolver, match: re.Match[str], month: str, number: str, year: str | None) -> str:
    """Return the value of a day and month, with or without a year."""
    day = int(re.sub(r"\D", "", number))
    if year is not None:
        try:
            return date(int(year), days.month_number(month), day).isoformat()
        except ValueError:
            return ""
    if resolver.today is None:
        return ""
    resolved = days.day_of_month(resolver.today, days.month_number(month), day, resolver.ahead(match))
    return resolved.isoformat() if resolved is not None else ""


def _interval(first: str, second: str) -> str:
    return f"{first}/{second}" if first and second and first < second else first or second


def _day_month(resolver: Resolver, match: re.Match[str]) -> str:
    first = _date(resolver, match, match["dmonth"], match["d1"], match["dyear"])
    return (
        _interval(first, _date(resolver, match, match["dmonth"], match["d2"], match["dyear"])) if match["d2"] else first
    )


def _month_day(resolver: Resolver, match: re.Match[str]) -> str:
    first = _date(resolver, match, match["mmonth"], match["m1"], match["myear"])
    if not match["m2"]:
        return first
    return _interval(first, _date(resolver, match, match["mmonth2"] or match["mmonth"], match["m2"], match["myear"]))


def _month(resolver: Resolver, match: re.Match[str]) -> str:
    number, year = days.month_number(match["month"]), match["year"]
    if year and year[0].isdigit():
        return f"{year}-{number:02d}"
    if resolver.today is None:
        return ""
    if year:
        return f"{resolver.day.year + _STEP[year.split()[0].lower()]:04d}-{number:02d}"
    resolved = days.month(resolver.day, number, resolver.ahead(match), (match["which"] or "").lower())
    return f"{resolved[0]:04d}-{resolved[1]:02d}"


def _years(resolver: Resolver, match: re.Match[str]) -> str:
    del resolver
    first, second = match["year1"], match["year2"]
    return _interval(first, second if len(second) == 4 else first[:2] + second) if second else first


def _decade(resolver: Resolver, match: re.Match[str]) -> str:
    del resolver
    return f"{match['decade']}/{match['decade'][:3]}9"


def _now(resolver: Resolver, match: re.Match[str]) -> str:
    word = match["now"].lower()
    shift = -1 if word in _LAST_NIGHT else 1 if word == "tomorrow" else 0
    assert resolver.moment is not None
    if resolver.moment.hour < _NIGHT and word not in _LAST_NIGHT:
        shift -= 1
    return (resolver.day + timedelta(days=shift)).isoformat()


def _relative(resolver: Resolver, match: re.Match[str]) -> str:
    """Resolve "last week", "this summer", "that evening", "the previous afternoon"."""
    which, unit = match["rel"].lower().split()[-1], match["unit"].lower()
    day = resolver.day
    if unit in days.SEASONS:
        first = date(day.year + _STEP.get(which, 0), days.SEASONS[unit], 1)
        if which == "last" and date(day.year, days.SEASONS[unit], 1) + timedelta(days=92) <= day:
            first = date(day.year, days.SEASONS[unit], 1)
        return f"{days.months_from(first, 0)}/{days.months_from(first, 2)}"
    step = {"previous": -1, "following": 1}.get(which, _STEP.get(which, 0))
    if unit == "week":
        return days.week(day, step)
    if unit == "month":
        return days.months_from(day if which in _STEP else resolver.anchor or day, step)
    if unit == "year":
        return f"{day.year + step:04d}"
    if unit == "weekend":
        saturday = (
            day - timedelta(days=day.weekday() - 5) + timedelta(weeks=min(step, 0) if day.weekday() < 5 else step)
        )
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    return ((resolver.anchor or day) + timedelta(days=step)).isoformat()


def _counted(resolver: Resolver, match: re.Match[str]) -> str:
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
        return days.months_from(base, sign * int(count))
    length = {"day": 1, "week": 7, "fortnight": 14}[unit]
    return (base + timedelta(days=sign * int(count * length))).isoformat()


def _beside(resolver: Resolver, match: re.Match[str]) -> str:
    count = 7 if match["beside"].lower() == "week" else 1
    return (
        (resolver.anchor or resolver.day) + timedelta(days=count if match["side"].lower() == "after" else -count)
    ).isoformat()


def _nth(resolver: Resolver, match: re.Match[str]) -> str:
    number = int(match["nth"])
    ahead = resolver.ahead(match)
    for step in (0, 1) if ahead else (0, -1, -2):
        try:
            day = date.fromisoformat(f"{days.months_from(resolver.day, step)}-{number:02d}")
        except ValueError:
            continue
        if (day > resolver.day) == ahead or day == resolver.day:
            return day.isoformat()
    return ""


_KINDS: dict[str, Callable[[Resolver, re.Match[str]], str]] = {
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
