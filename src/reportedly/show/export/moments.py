"""Moments as other formats want them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(moment: str) -> str:
    """Return the day of a moment (its last, of an interval) as YYYY-MM-DD, "" where it has none."""
    found = _DAY.match(moment.rpartition("/")[2])
    try:
        return date.fromisoformat(found[0]).isoformat() if found else ""
    except ValueError:
        return ""


def instant(moment: str) -> str:
    """Return a moment as an instant in UTC, to the microsecond; one without a zone is UTC. "" where it is none."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    try:
        utc = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return ""
    return utc.strftime(f"{utc.year:04}-%m-%dT%H:%M:%S.%fZ")
