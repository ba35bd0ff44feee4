"""When a statement was said: the day named beside its cue, else the day of the article's dateline, else of the article.

Measured against the corpus's `said` by measure/quantities.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.find.numerals import value
from reportedly.find.resolve import moment_of
from reportedly.find.times import Time
from reportedly.types import Article, Span, Stance, Statement

_REACH = 60  # characters between a cue and the day it was said on
_LONGEST = 40  # characters of the longest day
_MORNING = 8  # an article published before this hour tells of the day before
_CROSSED = re.compile(
    r"[;:?!\n]|\.\s|\b(?:since|until|by|after|before|who|which|whose|when|where|due|for|from|and|but|while|scheduled|expected)\b|[\"“”]",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:\w*[^s\W]s|has|have|is|are|say|deny|claim|believe|think|want|fear|insist|yet to|according to|:|—)(?: \w+)*$",
    re.IGNORECASE,
)
_ASIDE_REACH = 48
_ASIDE = re.compile(
    r"\b(?:who|which|whose|after|before|since|until|by|of|from)\b[^.;:\n]*$"
)  # "who returned on Sunday, denied"
_STILL = frozenset((Stance.AWAITED, Stance.NO_COMMENT, Stance.CANNOT_CONFIRM))
_PRONOUNS = frozenset("he she they it the ministry the minister the spokesman the spokeswoman".split())
# "acknowledged on Friday that ..., two days after its ministry denied ..."
_SINCE = re.compile(r"\b(a|one|two|three|four|five|six|seven) (day|week)s? after\s+(?:the |its |his |her |their )?$")
_DAYS = {"day": 1, "week": 7}
_LEAD = 32  # characters of such words, at most
_AFTER_DATELINE = re.compile(r"\.?,?\s?(?:\(|/|[-–—]|\. ?[-–—(/]|:)")


def said(article: Article, statements: Sequence[Statement], found: Sequence[Time]) -> tuple[str, ...]:
    """Return the day each statement was said, as ISO, "" where nothing tells; `found` are the article's times."""
    days = [time for time in found if len(time.value) >= 10 and "/" not in time.value]
    dateline = _dateline(article.text, days)
    outside = _outside(days, [span for statement in statements for span in statement.content], article.published[:10])
    dates, last, reached = list[str](), "", 0
    for statement in statements:
        day = _beside(article.text, statement, outside)
        day = day or _before(article, statement, last or dateline or article.published[:10])
        start = statement.extent.start
        if "\n" in article.text[reached:start]:
            last = ""
        dates.append(
            day or (last if _continues(article.text, statement) else "") or _otherwise(article, statement, dateline)
        )
        last, reached = day or last, max(reached, start)
    return tuple(dates)


def _before(article: Article, statement: Statement, day: str) -> str:
    """Return the day so many before another on which a statement is told to have been made, "" where none is told."""
    start = statement.extent.start
    found = _SINCE.search(article.text, max(0, start - _LEAD), start)
    moment = moment_of(day) if found is not None else None
    if found is None or moment is None:
        return ""
    return (moment.date() - timedelta(days=value(found[1]) * _DAYS[found[2]])).isoformat()


def _continues(text: str, statement: Statement) -> bool:
    """Tell whether a statement's source is one its paragraph has named before ("he added")."""
    return statement.source is not None and statement.source.of(text).lower() in _PRONOUNS


def _dateline(text: str, days: Sequence[Time]) -> str:
    """Return the day of a dateline ("MOSCOW, April 29 (CPI) -"), "" where there is none."""
    for time in days:
        line = text.rfind("\n", 0, time.span.start) + 1
        place = text[line : time.span.start]
        if (
            len(place) < 60
            and place[:3].isupper()
            and len(time.value) == 10
            and _AFTER_DATELINE.match(text, time.span.end)
        ):
            return time.value
    return ""


def _outside(days: Sequence[Time], contents: Sequence[Span], today: str) -> list[Time]:
    """Return the days that stand in no content and are not yet to come, in order of the text."""
    edges = sorted(contents)
    reached, place, kept = -1, 0, list[Time]()
    for time in days:
        while place < len(edges) and edges[place].start < time.span.end:
            reached = max(reached, edges[place].end)
            place += 1
        if reached <= time.span.start and not (today and time.value[:10] > today):
            kept.append(time)
    return kept


def _beside(text: str, statement: Statement, days: Sequence[Time]) -> str:
    """Return the day named nearest to the cue, in its own clause, "" where none is."""
    cue = statement.cue or statement.source
    if cue is None:
        return ""
    best, value = _REACH + 1, ""
    first = bisect_left(days, cue.start - _REACH - _LONGEST, key=lambda time: time.span.start)
    for time in days[first:]:
        if time.span.start > cue.end + _REACH:
            break
        before = time.span.end <= cue.start
        gap = Span(time.span.end, cue.start) if before else Span(cue.end, time.span.start)
        if not 0 <= gap.end - gap.start < best or _crosses(text, gap, statement):
            continue
        if before and _ASIDE.search(text, max(0, time.span.start - _ASIDE_REACH), time.span.start):
            continue
        best, value = gap.end - gap.start, time.value[:10]
    return value


def _crosses(text: str, gap: Span, statement: Statement) -> bool:
    """Tell whether words between a cue and a day part them; the statement's own source does not."""
    between = gap.of(text)
    source = statement.source
    if source is not None and gap.holds(source):
        between = text[gap.start : source.start] + text[source.end : gap.end]
    return _CROSSED.search(between) is not None


def _otherwise(article: Article, statement: Statement, dateline: str) -> str:
    """Return the day of the dateline or of the article; a morning's article tells of the day before."""
    published = article.published
    if dateline or len(published) < 13 or statement.stance in _STILL:
        return dateline or published[:10]
    cue = statement.cue.of(article.text) if statement.cue is not None else ""
    if int(published[11:13]) < _MORNING and not _PRESENT.match(cue):
        return (date.fromisoformat(published[:10]) - timedelta(days=1)).isoformat()
    return published[:10]
