"""Which day a relative expression means: "Tuesday", "8 August", "in March", seen from an article's date."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_FAR = timedelta(days=240)  # a bare "8 August" further ahead than this is last year's, whatever the clause says

_AHEAD = frozenset(
    """
    will would shall won't wouldn't due scheduled set expected expects expect plans planned plan hopes hope intends
    intend promised promises vows vowed resume resumes reopen reopens expire expires deadline begins starts meets
    opens returns next tomorrow upcoming prolonged extended postponed adjourned delayed threatens threaten
    scheduling booked vote convene convoked
    """.split()
)
_BEHIND = frozenset(
    """
    was were had said told wrote came went did been made took gave put sent met spoke held left saw found shot began
    fell broke brought stood struck lost drew ran rang sat flew swore threw tore torn knew known seen says since ago
    last late published taken issued has have must
    """.split()
)
_WORDS = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.!?;:]\s|\n")
_AFTER = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?\s(?:will|would|is to|are to)\b")
_MOVED = frozenset("moved moves back off forward".split())
_HAD = frozenset("had has heard reached".split())
_PAST = re.compile(r",?(?:\s[\w'’]+){0,2}\s(?:said|had|was|were|came|no)\b")
REACH = 70


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Tell whether the clause around a time expression speaks of what is to come: its nearest telling word decides."""
    if _AFTER.match(text, end):
        return True
    words = _WORDS.findall(text, max(0, start - REACH), start)
    last, before = words[-1:], words[-2:-1]
    if last == ["for"] or (last == ["to"] and before and before[0].lower() in _MOVED):
        return True  # a vigil called for Wednesday, the gala moved to June
    if last in (["by"], ["until"]) and _HAD.isdisjoint(words) and not _PAST.match(text, end):
        return True
    for place in range(len(words) - 1, -1, -1):
        word = words[place].lower().replace("’", "'")
        if word[0] in ".!?;:\n":
            return False
        if word in _AHEAD or word.endswith("'ll") or (word == "to" and words[place - 1 : place] in (["is"], ["are"])):
            return True
        if word in _BEHIND or (word.endswith("ed") and len(word) > 4):
            if words[place - 1 : place] == ["be"]:
                continue  # will be held
            return False
    return False


def weekday(day: date, name: str, ahead: bool, which: str = "") -> date:
    """Return the day a weekday's name means: the last at or before `day`, or the next where the clause looks ahead.

    `which` is "last" (never `day` itself), "next" (of the week after) or "".
    """
    number = WEEKDAYS.index(name.lower())
    if which == "next":
        return day + timedelta(days=7 - day.weekday() + number)
    back = (day.weekday() - number) % 7
    if which == "last":
        return day - timedelta(days=back or 7)
    if ahead and back:
        return day + timedelta(days=7 - back)
    return day - timedelta(days=back)


def month_number(name: str) -> int:
    """Return 1 to 12 for "September", "Sept." or "sep"."""
    return MONTHS.index(name[:3].lower()) + 1


def day_of_month(day: date, month: int, number: int, ahead: bool) -> date | None:
    """Return the date a bare "8 August" means, or None where the calendar has none."""
    candidates = list[date]()
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            candidates.append(date(year, month, number))
        except ValueError:
            continue
    past = [c for c in candidates if c <= day]
    coming = [c for c in candidates if c > day]
    if not past or not coming:
        return coming[0] if coming else past[-1] if past else None
    wait, lag = coming[0] - day, day - past[-1]
    return coming[0] if wait < lag / 6 or (ahead and wait < _FAR) else past[-1]


def month(day: date, number: int, ahead: bool, which: str = "") -> tuple[int, int]:
    """Return year and month of a bare "March", "last March", "next March"."""
    year = day.year if number <= day.month else day.year - 1
    if which == "last" and number == day.month:
        year -= 1
    if which == "next" or (ahead and which != "last" and number != day.month):
        year = day.year if number > day.month else day.year + 1
    return year, number


def months_from(day: date, count: int) -> str:
    """Return the month `count` months from a day's, as "2031-03"."""
    index = day.year * 12 + day.month - 1 + count
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def week(day: date, count: int) -> str:
    """Return the Monday-to-Sunday interval `count` weeks from a day's."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
