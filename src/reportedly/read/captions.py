"""Captions: what a picture is worth as evidence, and who supplied it."""

from __future__ import annotations

import re

from reportedly.types import Evidence

_ILLUSTRATIVE = re.compile(
    r"\b(?:representational|representative\s+(?:image|photo|picture|purposes?)|for\s+representation|illustrative|illustrations?"
    r"|for\s+illustration|symbolic\s+(?:image|photo|picture)|stock\s+(?:photo|image|picture)|composite|photo\s?illustration"
    r"|artist['’]s\s+impression|AI[- ]generated|generic\s+(?:image|photo|picture)|image\s+used\s+for)\b",
    re.I,
)
_FILE = re.compile(
    r"\b(?:file\s+(?:photo(?:graph)?|picture|image|pic|footage)|archiv(?:e|al|es)\b|library\s+(?:photo|picture|image)|undated\s+(?:photo|picture|image)"
    r"|(?:photo|picture|image)\s+from\s+(?:the\s+)?(?:archives?|files?))|[(\[/]\s*file\s*[)\]/]|\bFILE\b\s*[-–—:]|^file\s*[-–—:]",
    re.I,
)
_CREDIT = re.compile(
    r"[(\[]?\s*\b(?:(?:photo|image|picture|pic|video|graphic|illustration)s?\s*(?:credits?|courtesy|by|source)?|credits?|courtesy|source"
    r"|photograph(?:er|ed)?(?:\s+by)?)\s*(?::|\bby\b|\bcourtesy\s+of\b|\|)\s*(?P<who>[^\n]{2,120}?)[)\]]?\s*\.?\s*$",
    re.I,
)
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?:\s+Images)?|EPA(?:-EFE)?|PA(?:\s+(?:Wire|Media))?|TASS|Tass|Xinhua|ANI|PTI|IANS|Anadolu|DPA|dpa"
    r"|Bloomberg|Shutterstock|iStock|Alamy|Maxar(?:\s+Technologies)?|Planet\s+Labs|UPI|Sputnik|Kyodo|Yonhap|CBC|BBC|Canadian\s+Press|Press\s+Association)"
)
_TRAILING = re.compile(
    rf"[(\[](?P<in>[^()\[\]]{{2,100}}(?:/|,\s*|\bvia\s+|\bphoto\b)[^()\[\]]{{1,60}}|{_AGENCY}(?:\s+Photo)?)[)\]]\s*\.?\s*$"
    rf"|(?:^|(?<=[.!?”\"])\s+|\s+[|–—-]\s+)(?P<bare>(?:[A-Z][\w.'’-]+\s+){{0,4}}[\w.'’ -]{{0,40}}(?:/|\bvia\s+){_AGENCY}(?:/[\w ]+)*|{_AGENCY}(?:/[\w ]+)*)\s*\.?\s*$"
)
_ALONE = re.compile(rf"^[(\[]?\s*(?:©\s*)?(?:[\w.'’ -]{{2,60}}(?:/|\bvia\s+|,\s*)\s*)?{_AGENCY}(?:\s+(?:Photo|Images))?(?:/[\w ]+)*\s*[)\]]?$")


def evidence(caption: str) -> Evidence:
    """Say what a caption's own words make of its picture: UNKNOWN where they say nothing."""
    if _ILLUSTRATIVE.search(caption):
        return Evidence.ILLUSTRATIVE
    return Evidence.FILE if _FILE.search(caption) else Evidence.UNKNOWN


def credit(caption: str) -> str:
    """Return who took or supplied the picture, as the caption has it, or ""."""
    text = " ".join(caption.split())
    if found := _CREDIT.search(text):
        return found["who"].strip(" .)]")
    if found := _TRAILING.search(text):
        return (found["in"] or found["bare"]).strip(" .")
    return ""


def is_credit(line: str) -> bool:
    """Tell whether a whole line is only a picture credit: "(Photo: Ann Lee/AP)", "Reuters"."""
    text = " ".join(line.split())
    if len(text) > 120:
        return False
    found = _CREDIT.match(text)
    return (found is not None and found.start() == 0) or _ALONE.match(text) is not None


def is_caption(line: str) -> bool:
    """Tell whether a line of plain text says of itself that it stands under a picture."""
    text = " ".join(line.split())
    return len(text) <= 300 and (
        is_credit(text)
        or bool(re.match(r"^[(\[]?\s*(?:(?:file|archive)\s+)?(?:photo|image|picture|pic|caption)s?\b\s*(?:[:|(]|used|shows|courtesy|credit)", text, re.I))
        or (len(text) <= 200 and bool(_ILLUSTRATIVE.search(text) or _FILE.search(text)) and bool(re.search(r"\b(?:photo|image|picture|pic|purposes?|FILE)\b", text, re.I)))
    )
