"""Captions: what a picture is worth as evidence, and who supplied it."""

from __future__ import annotations

import re

from reportedly.read.furniture import is_speech
from reportedly.types import Evidence

_PICTURE = "(?:photo|photograph|image|picture|pic|video|graphic|illustration|caption)s?"
_ILLUSTRATIVE = re.compile(
    r"\b(?:representational|representative (?:image|photo|picture|purposes?)|for representation|illustrative"
    r"|illustrations?|for illustration|(?:symbolic|stock|generic) (?:image|photo|picture)|photo ?illustration"
    r"|artist['’]s impression|AI[- ]generated|(?:image|photo|picture) (?:is )?used for)\b",
    re.I,
)
_FILE = re.compile(
    r"\b(?:file (?:photo(?:graph)?|picture|image|pic|footage)|archiv(?:e|al|es)|(?:library|undated) (?:photo|image)"
    r"|(?:photo|picture|image) from (?:the )?(?:archives?|files?))\b"
    r"|[(\[/] ?file ?[)\]/]|^file ?[-–—:]|(?-i:\bFILE) ?[-–—:]",
    re.I,
)
_SAYS_SO = re.compile(rf"[(\[]? ?(?:(?:file|archive) )?{_PICTURE}\b ?(?:[:|(]|used|courtesy|credit)", re.I)
_SAYS_WHO = re.compile(
    r"[.!?)”\"] (?:Photo|Picture|Image|Map|Graphic|Drawing|Chart|Foto)s?(?: credits?)? ?: ?[^:!?]{2,60}$"
    r"|\. (?:[A-Z][\w'’-]* ){1,3}(?:photo|photograph|picture|graphic|map)$"
)
_AGENCY = (
    "(?:AP(?: (?:Photo|Images))?|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|PA(?: (?:Wire|Media))?|TASS|Tass"
    "|Xinhua|ANI|PTI|IANS|AAP|Anadolu|DPA|dpa|Bloomberg|Shutterstock|iStock|Alamy|Maxar(?: Technologies)?|Planet Labs"
    "|UPI|Sputnik|Kyodo|Yonhap|Canadian Press|(?:The )?Associated Press)"
)
_LABELLED = re.compile(  # "Photo: Ann Lee", "Photo by Ann Lee /AP", "Courtesy of the ministry"
    rf"\b(?:(?:AP )?{_PICTURE} ?(?:credits?|courtesy|by|source)?|credits?|courtesy|photographed|©)"
    r" ?(?::|\bby\b|\bcourtesy of\b|\|) ?(?P<who>[^\n()\[\]:]{2,120}?) ?[)\]]? ?\.?$",
    re.I,
)
_BRACKETED = re.compile(  # "(AP Photo/Ann Lee)", "(Ann Lee/Getty Images) - Copyright Getty"
    rf"[(\[](?P<who>[^()\[\]]{{2,100}}(?:/|\bvia |\bphoto\b|\bfor )[^()\[\]]{{1,60}}"
    rf"|{_AGENCY}(?:[/,] ?[^()\[\]]{{2,60}})?)[)\]]"
    rf"(?= ?(?:[-–—]? ?(?:Copyright )?{_AGENCY})? ?\.?$)"
)
_PERSON = r"(?:[A-ZÀ-Þ][\w.'’-]* ){0,5}"
_LAST = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}"
_BARE = re.compile(  # "... in 2023. REUTERS/Ann Lee", "Ann Lee | Moment | Getty Images"
    r"(?:^|[.!?”\"] |\s[|–—-] )(?:Copyright |© ?)?"
    rf"(?P<who>{_PERSON}(?:[A-ZÀ-Þ][\w.'’-]* ?/ ?|via )?{_AGENCY}(?:/{_LAST})*) ?\.?$"
)
_LAST_BRACKET = re.compile(r"\((?P<who>[A-Z][^()]{1,60})\)$")


def evidence(caption: str) -> Evidence:
    """Say what a caption's own words make of its picture: UNKNOWN where they say nothing."""
    if _ILLUSTRATIVE.search(caption):
        return Evidence.ILLUSTRATIVE
    return Evidence.FILE if _FILE.search(caption) else Evidence.UNKNOWN


def credit(caption: str) -> str:
    """Return who took or supplied the picture, as the caption has it, or ""."""
    text = " ".join(caption.split())
    for pattern in (_LABELLED, _BRACKETED, _BARE):
        if found := pattern.search(text):
            return found["who"].strip(" .")
    return ""


def bracketed(caption: str) -> str:
    """Return what stands in brackets at the end of what is known to be a caption: "(Nine)"."""
    found = _LAST_BRACKET.search(" ".join(caption.split()))
    return found["who"] if found and not _FILE.fullmatch(found[0]) else ""


def is_credit(line: str) -> bool:
    """Tell whether a line under or over a picture is only its credit: "(Photo: Ann Lee/AP)", "Reuters"."""
    text = " ".join(line.split())
    if not 1 < len(text) <= 120:
        return False
    return any((found := p.search(text)) is not None and found.start() <= 1 for p in (_LABELLED, _BRACKETED, _BARE))


def is_caption(line: str) -> bool:
    """Tell whether a line says of itself, where no markup does, that it stands under a picture."""
    text = " ".join(line.split())
    if len(text) > 300 or is_speech(text):
        return False
    if (
        _SAYS_SO.match(text)
        or _SAYS_WHO.search(text)
        or (len(text) <= 120 and ("/" in text or ":" in text) and is_credit(text))
    ):
        return True
    named = re.search(rf"\b{_PICTURE}\b|\bpurposes?\b|\bFILE\b", text, re.I)
    return len(text) <= 200 and named is not None and evidence(text) is not Evidence.UNKNOWN
