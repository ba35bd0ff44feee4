"""Lines that are a name: under a block quote, the author's own, or what a page says of its author."""

from __future__ import annotations

import re

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_CAPITAL}][\w.'’-]*"
_PARTICLE = "de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|of|the|for|and|&|du|dos|ter|zu"
_NAME = rf"{_WORD}(?: (?:(?:{_PARTICLE}) )*{_WORD}){{0,6}}"
_PERSON = rf"{_WORD}(?: (?:(?:de|da|del|der|den|van|von|bin|ibn|al|el|la|le) )*{_WORD}){{1,4}}"
_NAME_LINE = re.compile(rf"(?P<name>{_NAME})(?P<rest> ?(?:,|\(| [-–—|] ).*)?")
_DASHED = re.compile(r"(?:[–—―~]|--?\s) ?\S.{1,120}")  # "— Ann Lee", "— RT (@RT_com) July 16, 2026"
_SPEAKER = re.compile(r"(?:An?|One|From|Our) [^.!?\"“”]{3,110}")
_SENTENCE = re.compile(r"[\"“”«»?!]|(?<!\b[JS]r)[.…]$")
_BY = re.compile(
    rf"(?:(?:Written|Reported|Story|Words) )?(?:[Bb]y|BY):? (?P<who>{_PERSON}(?: ?(?:,|and|&) ?{_PERSON})*|{_NAME})"
    r"(?: ?(?:[|,•·–—-] ?.{1,80}|(?:[Ff]or|FOR|[Ii]n|[Aa]t) .{1,60}))?"
)
_DATE_AFTER = re.compile(r" (?:[|•·]|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)")
_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|Oct|Nov|Dec"
)
_POST = re.compile(r"\b(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Dd]esk)s?\b")
_LIFE = re.compile(
    rf"(?P<who>(?:{_WORD} ){{0,5}})[iI]s (?:an?|the) [^.]{{0,60}}?\b(?:professor|research\w*|lecturer|reporter|editor"
    r"|correspondent|writer|journalist|columnist|fellow|producer|author|analyst|director|contributor)\b"
)


def is_name_line(line: str) -> bool:
    """Tell whether a short line names a speaker: "Igor Konashenkov, Spokesperson for ...", "— Ann Lee"."""
    text = " ".join(line.split())
    if not text or len(text) > 160 or _SENTENCE.search(text):
        return False
    if _DASHED.fullmatch(text):
        return True
    found = _NAME_LINE.fullmatch(text)
    if found is None or len(found["name"].split()) > 7:
        return False
    return bool(found["rest"] or 2 <= len(found["name"].split()) <= 4)


def is_speaker_line(line: str) -> bool:
    """Tell whether the line under a quotation says whose words it is: a name, or "A nurse at the hospital"."""
    return is_name_line(line) or _SPEAKER.fullmatch(" ".join(line.split())) is not None


def author_of(line: str) -> str:
    """Return the names of an author's line ("By Ann Lee and Bo Ek"), or "" where the line is none."""
    text = _DATE_AFTER.split(" ".join(line.split()), maxsplit=1)[0]
    found = _BY.fullmatch(text) if len(text) < 160 else None
    if found is None or _TIME.match(found["who"]):
        return ""
    names = found["who"].split(", ")
    return ", ".join(name for name in names if not _POST.search(name)) or names[0]


def is_life(line: str, author: str) -> bool:
    """Tell whether a line says who its author is. `author` holds the names, parted by commas or "and"."""
    if (found := _LIFE.match(line)) is None or len(line) > 500:
        return False
    return not found["who"] or any(name and name in found["who"] for name in re.split(r", ?| and ", author))
