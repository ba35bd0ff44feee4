"""Dates as metadata and feeds write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

EARLIEST, LATEST = 1900, 2100  # years outside are typing errors or placeholders ("0001-01-01")
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s*(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.I,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}\s+\d{1,2}:\d\d")
_CLOCK = re.compile(r"\d\s*[ap]\.?m\b|\d:\d\d", re.I)
_EITHER_WAY = re.compile(r"\b(?:0?\d|1[0-2])[/.-](?:0?\d|1[0-2])[/.-]\d{4}\b")  # 02/03/2022: March or February
_SETTINGS = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}


def iso(value: object) -> str:
    """Return a date, or a moment to the second with the offset it came with, in ISO 8601; "" where it is neither."""
    if isinstance(value, datetime):
        return _written(value)
    if isinstance(value, date):
        return _written(value)
    text = " ".join(str(value).split()) if isinstance(value, str | int) else ""
    if not 8 <= len(text) <= 60:
        return ""
    for read in (_moment, _epoch, _mail, _english):
        if (found := read(text)) is not None:
            return _written(found)
    return ""


def _written(value: date) -> str:
    if not EARLIEST <= value.year <= LATEST:
        return ""
    return value.replace(microsecond=0).isoformat() if isinstance(value, datetime) else value.isoformat()


def _moment(text: str) -> date | None:
    """ISO 8601 with the liberties that content systems take: a blank for the T, a space before the offset."""
    if (found := _MOMENT.fullmatch(text)) is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day))
        offset = "" if zone is None else "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone
        return datetime.fromisoformat(f"{year}-{month}-{day}T{int(hour):02}:{minute}:{second or '00'}{offset}")
    except ValueError:
        return None


def _epoch(text: str) -> date | None:
    return datetime.fromtimestamp(int(text[:10]), UTC) if _EPOCH.fullmatch(text) else None


def _mail(text: str) -> date | None:
    """RFC 2822, as RSS has it."""
    try:
        return parsedate_to_datetime(text) if _MAIL.match(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _english(text: str) -> date | None:
    """Any English spelling that names day, month and year beyond doubt: nothing is filled in from a clock."""
    if not re.search(r"\d{4}", text) or _EITHER_WAY.search(text):
        return None
    import dateparser  # here, because few dates need it and it takes a tenth of a second

    try:
        moment = dateparser.parse(text, languages=["en"], settings=_SETTINGS)
    except (ValueError, OverflowError, TypeError):
        return None
    if moment is None or _CLOCK.search(text):
        return moment
    return moment.date()
