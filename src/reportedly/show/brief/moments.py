"""Moments as they are kept (ISO 8601, of any precision, or an interval) and as people read them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](.+))?$")
_HOUR, _DAY = 3600, 86400


def instant(iso: str) -> datetime | None:
    """Return the moment as a UTC time (an interval's end; the first of a year, month or day), None where unreadable."""
    match = _DATE.match(iso.rsplit("/", 1)[-1].strip())
    if match is None:
        return None
    year, month, day, clock = match.groups()
    text = f"{year}-{month or '01'}-{day or '01'}" + (f"T{clock}" if clock else "")
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the year 10000 in UTC
        return None


def sort_key(iso: str) -> tuple[bool, datetime]:
    """Order moments, unknown ones last."""
    moment = instant(iso)
    return (moment is None, moment or datetime.max.replace(tzinfo=UTC))


def after(iso: str, other: str) -> bool:
    """Tell whether the first moment is later than the second; an unknown one is never later."""
    one, two = instant(iso), instant(other)
    return one is not None and two is not None and one > two


def days_between(earlier: str, later: str) -> float | None:
    """Return the days from one moment to another, None where either is unknown."""
    one, two = instant(earlier), instant(later)
    return None if one is None or two is None else (two - one).total_seconds() / _DAY


def reads(iso: str, now: str = "", clock: bool = False) -> str:
    """Return a moment in words: "15 Feb", the year unless `now` has it too, the hour if asked and known."""
    if "/" in iso:
        start, end = iso.split("/", 1)
        return f"{reads(start, now)} to {reads(end, now)}"
    moment, match = instant(iso), _DATE.match(iso.strip())
    if moment is None or match is None:
        return iso
    _, month, day, hour = match.groups()
    year = "" if month and iso[:4] == now[:4] else f" {moment.year:04d}"
    date = " ".join(part for part in (str(moment.day) if day else "", moment.strftime("%b") if month else "") if part)
    return (date + year).strip() + (f", {moment:%H:%M}" if clock and hour else "")


def age(since: str, now: str) -> str:
    """Return how long ago a moment was, in its largest sensible unit: "40 min", "9 h", "today", "17 days"."""
    one, two = instant(since), instant(now)
    if one is None or two is None:
        return ""
    seconds = (two - one).total_seconds()
    exact = "T" in since and "T" in now
    if not exact or seconds >= 2 * _DAY:
        return _days((two.date() - one.date()).days)
    if seconds < _HOUR:
        return f"{int(seconds // 60)} min" if seconds >= 60 else "just now"
    return f"{int(seconds // _HOUR)} h"


def _days(days: int) -> str:
    if days <= 0:
        return "today"
    if days < 60:
        return f"{days} day" + "s" * (days != 1)
    return f"{days // 30} months" if days < 730 else f"{days // 365} years"
