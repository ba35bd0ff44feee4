"""Lines that are a name: under a block quote, or the author's own; and the agencies that articles credit."""

from __future__ import annotations

import re

_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|of|the|for|and|&|du|dos|ter|zu)"
_NAME = rf"{_WORD}(?:[ ]+(?:{_PARTICLE}[ ]+)*{_WORD}){{0,6}}"
_NAME_LINE = re.compile(rf"^(?P<name>{_NAME})(?P<rest>\s*(?:,|\(|\s[-–—|]\s).*)?$")
_DASHED = re.compile(r"^(?:[–—―~]|--?\s)\s*\S.{1,120}$")  # "— Ann Lee", "— RT (@RT_com) July 16, 2026"
_BY = re.compile(
    rf"^(?:written\s+|reported\s+|story\s+|words\s+)?by\s*:?\s+(?P<who>{_NAME}(?:\s*(?:,|and|&)\s*{_NAME}){{0,5}})(?P<rest>\s*(?:[|,•–—-].{{0,80}}|for\s.{{0,60}}|in\s.{{0,40}})?)$",
    re.I,
)
_AGENCIES = (
    r"(?:Thomson\s+)?Reuters|REUTERS|AP|The\s+Associated\s+Press|Associated\s+Press|AFP|Agence\s+France-Presse|PTI|ANI|IANS|UNI|UPI|dpa|DPA"
    r"|EFE|ANSA|TASS|Tass|RIA(?:\s+Novosti)?|Interfax|Xinhua|Kyodo|Yonhap|Anadolu(?:\s+Agency)?|Bloomberg|PA(?:\s+Media)?|Press\s+Association|AAP"
    r"|The\s+Canadian\s+Press|Canadian\s+Press|CNN|Sputnik|Ukrinform|Belga|APA|ATS|Lusa|SANA|WAFA|IRNA|KUNA|SPA|WAM|BNO|Europa\s+Press"
)
_AFTER = re.compile(r"\s+(?:[|•·]|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)")  # a date on the same line
_CREDITS = (
    re.compile(rf"\((?P<who>(?:{_AGENCIES})(?:\s*[/,;&]\s*(?:{_AGENCIES}))*)\)\s*(?:[-–—―]|$|[A-Z\"“])"),
    re.compile(rf"\b(?P<who>(?:with\s+)?(?:inputs?|reporting|contributions?|additional\s+reporting|files?|agency\s+inputs?)\s+(?:from|by)\s+(?:{_AGENCIES}|agenc(?:y|ies))(?:(?:\s*,\s*|\s+and\s+)(?:{_AGENCIES}|agencies))*)", re.I),
    re.compile(rf"^(?:source|agency|credit)\s*:\s*(?P<who>(?:{_AGENCIES})(?:\s*[/,&]\s*(?:{_AGENCIES}))*)\s*$", re.I),
    re.compile(rf"^(?P<who>{_AGENCIES})\s+(?:in|at|and agencies)\b(?:\s+[A-Z][\w'’-]+){{0,4}}$"),
    re.compile(rf"^[-–—(]?\s*(?P<who>(?:{_AGENCIES})(?:\s*[/,&]\s*(?:{_AGENCIES}))*)\s*[)]?$"),
)
_STAFF = re.compile(
    r"^[(—–-]?\s*(?:(?:additional|further|with)?\s*(?:reporting|writing|editing|compiled|edited|contributions?|files?|inputs?|reports?)\s+(?:by|from)\b"
    r"|with\s+(?:additional\s+)?(?:reporting|files|inputs?|contributions?|agency\s+inputs?)\b|(?:first|originally)\s+published\s+(?:in|by|on|at)\b"
    r"|[A-Z][\w'’-]+\s+(?:reported|contributed)\s+(?:from|to\s+this\s+(?:report|story)))",
    re.I,
)
_LIFE = re.compile(
    r"^(?P<who>(?:[A-ZÀ-Þ][\w.'’-]*\s+){0,5})[iI]s\s+(?:an?|the)\s[^.]{0,60}?\b(?:professor|research\w*|lecturer|reporter|editor|correspondent"
    r"|writer|journalist|columnist|fellow|producer|author|analyst|director|contributor)\b"
)
_AGENCY_ALONE = re.compile(rf"^(?:{_AGENCIES})(?:\s*[/,&]\s*(?:{_AGENCIES}))*$", re.I)


def is_name_line(line: str) -> bool:
    """Tell whether a short line names a speaker: "Igor Konashenkov, Spokesperson for ...", "— Ann Lee"."""
    text = " ".join(line.split())
    if not text or len(text) > 160 or re.search(r"[\"“”«»?!]|[.…]$", text.removesuffix(" Jr.").removesuffix(" Sr.")):
        return False
    if _DASHED.match(text):
        return True
    found = _NAME_LINE.match(text)
    if found is None or len(found["name"].split()) > 7:
        return False
    return bool(found["rest"] or 2 <= len(found["name"].split()) <= 4)


def author_of(line: str) -> str:
    """Return the names of an author's line ("By Ann Lee and Bo Ek"), or "" where the line is none."""
    text = _AFTER.split(" ".join(line.split()), maxsplit=1)[0]
    found = _BY.match(text)
    return found["who"] if found and len(text) < 160 else ""


def agency_credit(lines: list[str]) -> str:
    """Return the first agency credit among lines: "Reuters" from "(Reuters) -", "with inputs from PTI"."""
    for pattern in _CREDITS:
        for line in lines:
            if found := pattern.search(" ".join(line.split())):
                return found["who"]
    return ""


def is_staff_credit(line: str) -> bool:
    """Tell whether a line says who worked on the article: "Reporting by Ann Lee; Editing by Bo Ek"."""
    text = " ".join(line.split())
    return len(text) < 500 and _STAFF.match(text) is not None


def is_life(line: str, author: str) -> bool:
    """Tell whether a line says who its author is. `author` holds the names, parted by commas or "and"."""
    if (found := _LIFE.match(line)) is None or len(line) > 500:
        return False
    return not found["who"] or any(name and name in found["who"] for name in re.split(r",\s*|\s+and\s+", author))


def is_agency(name: str) -> bool:
    """Tell whether an author's name is an agency's."""
    return _AGENCY_ALONE.match(name.strip()) is not None
