"""Captions: what a picture is worth as evidence, and who supplied it."""

from __future__ import annotations

import re

from reportedly.read.furniture import is_speech
from reportedly.types import Evidence

_ILLUSTRATIVE = re.compile(
    r"\b(?:representational|representative\s+(?:image|photo|picture|purposes?)|for\s+representation|illustrative|illustrations?"
    r"|for\s+illustration|symbolic\s+(?:image|photo|picture)|stock\s+(?:photo|image|picture)|photo\s?illustration"
    r"|artist['’]s\s+impression|AI[- ]generated|generic\s+(?:image|photo|picture)|(?:image|photo|picture)\s+(?:is\s+)?used\s+for)\b",
    re.I,
)
_FILE = re.compile(
    r"\b(?:file\s+(?:photo(?:graph)?|picture|image|pic|footage)|archiv(?:e|al|es)|library\s+(?:photo|picture|image)|undated\s+(?:photo|picture|image)"
    r"|(?:photo|picture|image)\s+from\s+(?:the\s+)?(?:archives?|files?))\b|[(\[/]\s*file\s*[)\]/]|\bFILE\b\s*[-–—:]|^file\s*[-–—:]",
    re.I,
)
_PICTURE = r"(?:photo|photograph|image|picture|pic|video|graphic|illustration|caption)s?"
_SAYS_SO = re.compile(rf"^[(\[]?\s*(?:(?:file|archive)\s+)?{_PICTURE}\b\s*(?:[:|(]|used|shows|courtesy|credit)", re.I)
_LABELLED = re.compile(
    rf"\b(?:(?:AP\s+)?{_PICTURE}\s*(?:credits?|courtesy|by|source)?|credits?|courtesy|photographed|©)"
    r"\s*(?::|\bby\b|\bcourtesy\s+of\b|\|)\s*(?P<who>[^\n()\[\]:]{2,120}?)\s*[)\]]?\s*\.?$",
    re.I,
)
_AGENCY = (
    r"(?:AP(?:\s+(?:Photo|Images))?|AFP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA(?:-EFE)?|PA(?:\s+(?:Wire|Media))?|TASS|Tass|Xinhua|ANI|PTI|IANS|AAP|Anadolu|DPA|dpa"
    r"|Bloomberg|Shutterstock|iStock|Alamy|Maxar(?:\s+Technologies)?|Planet\s+Labs|UPI|Sputnik|Kyodo|Yonhap|Canadian\s+Press|(?:The\s+)?Associated\s+Press)"
)
_BRACKETED = re.compile(
    rf"[(\[](?P<who>[^()\[\]]{{2,100}}(?:/|\bvia\s+|\bphoto\b|\bfor\s+)[^()\[\]]{{1,60}}|{_AGENCY}(?:[/,]\s*[^()\[\]]{{2,60}})?)[)\]]"
    rf"(?=\s*(?:[-–—]?\s*(?:Copyright\s+)?{_AGENCY})?\s*\.?$)"
)
_BARE = re.compile(
    rf"(?:^|[.!?”\"]\s+|\s[|–—-]\s+)(?:Copyright\s+|©\s*)?(?P<who>(?:[A-ZÀ-Þ][\w.'’-]*\s+){{0,5}}(?:[A-ZÀ-Þ][\w.'’-]*\s*/\s*|via\s+)?{_AGENCY}(?:/[\w .'’-]+)?)\s*\.?$"
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
    if _SAYS_SO.match(text) or (len(text) <= 120 and ("/" in text or ":" in text) and is_credit(text)):
        return True
    named = re.search(rf"\b{_PICTURE}\b|\bpurposes?\b|\bFILE\b", text, re.I)
    return len(text) <= 200 and named is not None and evidence(text) is not Evidence.UNKNOWN
