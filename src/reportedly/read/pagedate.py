"""When an article was published, as its own words tell: date lines, datelines, "said on Tuesday, 15 February"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.read.dates import EARLIEST, LATEST, iso

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<m{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<d{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?P<w>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+(?:the\s+)?)?"
_YEAR = r"(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"
DATE = re.compile(
    rf"\b{_WEEKDAY}(?:{_DAY.format(1)}\s+(?:of\s+)?{_MONTH.format(1)}|{_MONTH.format(2)}\s+{_DAY.format(2)}(?!\d)){_YEAR}"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)\b"
)
_LABEL = re.compile(
    r"^\W*(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|created|issued|date|released)(?:\s+(?:on|at|date))?\b\s*:?)",
    re.I,
)
_FIRST = re.compile(r"^\W*(?:first\s+)?(?:published|posted|created|issued|released)", re.I)
_SAYING = (
    r"(?:said|says|told|announced|reported|confirmed|denied|added|declared|warned|wrote|tweeted|posted|stated|briefed"
    r"|issued|claimed|insisted|acknowledged|admitted)"
)
_SAID_ON = re.compile(rf"\b{_SAYING}\b[^.!?\"“”]{{0,60}}?(?:\bon\s+|,\s*|\b(?:late|early)\s+|\()$", re.I)
_ON_SAID = re.compile(rf"^[,)]?\s+(?:[\w'’-]+\s+){{0,4}}?{_SAYING}\b", re.I)
_DATELINE = re.compile(r"^[A-Z][A-Z .'’/-]+(?:,\s*[A-Z][\w .'’-]+)?[,(\s]+$")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_MOST, _LONGEST = 400, 4000  # paragraphs and characters that are looked through for a year
_LEAD = 8  # paragraphs in which a report says when its news was given out


def from_lines(lines: Iterable[str], *, labelled: bool = False) -> str:
    """Return the moment that a date line of the page gives ("Published: 15 Feb 2022, 10:30 pm IST"), or "".

    `labelled` asks for lines that say what their date is; others may be of another story.
    """
    updated = ""
    for line in lines:
        text = " ".join(line.split())
        if len(text) > 120 or (found := DATE.search(text)) is None:
            continue
        label = _LABEL.match(text)
        rest = (text[: found.start()] + text[found.end() :]).strip(" |,.-–—•:()")
        if label is None and (labelled or len(rest) > 24):  # a sentence with a date in it
            continue
        if not (moment := _moment(text[label.end() if label else 0 :], found)):
            continue
        if label is None or _FIRST.match(text):
            return moment
        updated = updated or moment
    return updated


def from_prose(paragraphs: Sequence[str], not_after: str = "") -> str:
    """Return the day that the opening paragraphs report from, or "". A missing year is sought in the whole text.

    `not_after` (ISO 8601) is when the document was fetched, where that is known. No clock is asked.
    """
    paragraphs = [paragraph[:_LONGEST] for paragraph in paragraphs[:_MOST]]
    everything = "\n".join(paragraphs)
    dates = [
        day
        for number, paragraph in enumerate(paragraphs[:_LEAD])
        for found in DATE.finditer(paragraph)
        if _reports(paragraph, found, first=number == 0)
        and (day := _resolved(found, everything, not_after)) is not None
    ]
    return max(dates).isoformat() if dates else ""


def _reports(paragraph: str, found: re.Match[str], *, first: bool) -> bool:
    before, after = paragraph[max(0, found.start() - 120) : found.start()], paragraph[found.end() : found.end() + 60]
    if first and len(before) < 60 and _DATELINE.match(before):
        return True
    return bool(_SAID_ON.search(before) or (re.search(r"\bOn\s+$", before) and _ON_SAID.match(after)))


def _moment(text: str, found: re.Match[str]) -> str:
    if not found["iso"] and not found["y"]:
        return ""
    text = re.sub(r"\([^)]*\)", " ", text)
    return iso(re.sub(r"\s*[|•–—]\s*|\s+-\s+|\bIST\s+on\b", " ", text).strip(" :,.()")) or _day_of(found)


def _day_of(found: re.Match[str]) -> str:
    if found["iso"]:
        return iso(found["iso"])
    day = _date(int(found["y"]), found) if found["y"] else None
    return day.isoformat() if day else ""


def _resolved(found: re.Match[str], text: str, not_after: str) -> date | None:
    """Give a date its year: its own, that of the same day elsewhere in the text, or one whose weekday agrees."""
    if found["iso"] or found["y"]:
        whole = _day_of(found)
        return _kept(date.fromisoformat(whole), not_after) if whole else None
    same = [d for d in _whole_dates(text) if (d.month, d.day) == _month_day(found)]
    if same:
        return _kept(max(same), not_after)
    years = {int(year) for year in _YEARS.findall(text)} if found["w"] else set()
    if limit := not_after[:4]:
        years |= set(range(int(limit) - (6 if found["w"] else 1), int(limit) + 1))
    days = (_date(year, found) for year in sorted(years, reverse=True))
    return next((day for day in days if day is not None and _kept(day, not_after)), None)


def _whole_dates(text: str) -> list[date]:
    return [date.fromisoformat(day) for found in DATE.finditer(text) if (day := _day_of(found))]


def _kept(day: date, not_after: str) -> date | None:
    return day if not not_after or day.isoformat() <= not_after[:10] else None


def _month_day(found: re.Match[str]) -> tuple[int, int]:
    month = (found["m1"] or found["m2"]).lower()[:3]
    return _MONTHS.index(month) + 1, int(found["d1"] or found["d2"])


def _date(year: int, found: re.Match[str]) -> date | None:
    """Return the date in a year, or None where there is no such day or it falls on another weekday."""
    month, day = _month_day(found)
    try:
        there = date(year, month, day)
    except ValueError:
        return None
    wrong = found["w"] and _DAYS.index(found["w"].lower()[:3]) != there.weekday()
    return None if wrong or not EARLIEST <= year <= LATEST else there
