"""Whom an article credits: the agency it comes from, and those who worked on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_AGENCY = (
    "(?:Thomson )?Reuters|REUTERS|AP|(?:The )?Associated Press|AFP|Agence France-Presse|PTI|ANI|IANS|UNI|UPI|dpa|DPA"
    "|EFE|ANSA|TASS|Tass|RIA(?: Novosti)?|Interfax|Xinhua|Kyodo|Yonhap|Anadolu(?: Agency)?|Bloomberg|PA(?: Media)?"
    "|Press Association|AAP|(?:The )?Canadian Press|CNN|Sputnik|Ukrinform|Belga|APA|ATS|Lusa|SANA|WAFA|IRNA|KUNA"
    "|SPA|WAM|Europa Press"
)
_HEAD = 2000  # characters of a line that are looked at
_AGENCIES = rf"(?:{_AGENCY})(?: ?[/,;&] ?(?:{_AGENCY}))*"
_WORK = "(?:additional )?reporting|(?:agency )?inputs?|contributions?|files"
_CREDITS = (
    re.compile(rf"\((?P<who>{_AGENCIES})\) ?(?:[-–—―]|$|[A-Z\"“])"),  # a dateline: "MOSCOW (Reuters) - "
    re.compile(
        rf"\b(?P<who>(?:[Ww]ith )?(?i:{_WORK}) (?:from|by) (?:{_AGENCY}|agenc(?:y|ies))"
        rf"(?:(?:, | and )(?:{_AGENCY}|agencies))*)"
    ),
    re.compile(r"^(?i:source|agency|credit) ?: ?(?P<who>[A-Z][\w&.'’/ -]{1,40})$"),
    re.compile(
        rf"^(?P<who>{_AGENCY}) (?:in|at|and agencies)\b(?: [A-Z][\w'’-]+){{0,4}}$"
    ),  # "Associated Press in Valencia"
    re.compile(rf"^[-–—(]? ?(?P<who>{_AGENCIES}) ?\)?$"),
)
_STAFF = re.compile(
    rf"[(—–-]? ?(?i:(?:further |with )?(?:{_WORK}|reports?|writing|editing|edited|compiled) (?:by|from)\b"
    rf"|with (?:{_WORK})\b|(?:first|originally) published (?:in|by|on|at)\b|(?:source|agency) ?: ?.{{2,60}}$)"
    r"|\(?(?:With|with) [A-Z]{2,6}\)?$"
    r"|(?!(?:They|We|It) )[A-Z][\w'’-]+(?: and [A-Z][\w'’-]+)? (?:reported|contributed) from [A-Z][\w'’., -]{2,60}$"
    r"|.{1,400}\bcontributed (?:reporting|to this (?:report|story))\b.{0,60}$"
)


def agency_credit(lines: Iterable[str]) -> str:
    """Return the first agency credit among lines: "Reuters" from "(Reuters) -", "with inputs from PTI"."""
    texts = [" ".join(line[:_HEAD].split()) for line in lines]
    return next((found["who"] for pattern in _CREDITS for text in texts if (found := pattern.search(text))), "")


def is_staff_credit(line: str) -> bool:
    """Tell whether a line says who worked on the article: "Reporting by Ann Lee; Editing by Bo Ek"."""
    text = " ".join(line.split())
    return len(text) < 500 and _STAFF.match(text) is not None


def is_agency(name: str) -> bool:
    """Tell whether an author's name is an agency's."""
    return re.fullmatch(_AGENCIES, name.strip()) is not None
