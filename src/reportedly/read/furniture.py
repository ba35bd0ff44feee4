"""Lines that belong to the page and not to the article: advertisements, pleas, share rows, links to other stories.

The patterns lie in `furniture.txt`. A line is judged whole; prose that reports someone's words is never furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

MAX_LINE = 400  # characters; what is longer is prose, whatever words it holds
_BARE_PLEA = 100  # characters of a plea that need not say whom it speaks to


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Read the patterns for whole lines and for pleas."""
    sections: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in (files("reportedly.read") / "furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].isalpha():
            section = line[1:-1]
        elif line and not line.startswith("# "):
            sections[section].append(line)
    words = dict(line.split(" = ", 1) for line in sections["words"])
    lines = "|".join(sections["lines"])
    for name, pattern in words.items():
        lines = lines.replace(f"{{{name}}}", pattern)
    return re.compile(rf"[(\[ ]*(?:{lines})[)\] ]*", re.I), re.compile(rf"\b(?:{'|'.join(sections['pleas'])})", re.I)


_ADDRESSED = re.compile(r"\b(?:you|your|us|our|we|its (?:readers|listeners))\b|here ?[.)!]*$", re.I)
_SPEECH = re.compile(
    r"[\"“”«»]|^[‘']"
    r"|^[A-Z][A-Z .’'-]{2,50}: .{80}|^Q .{40}"  # a transcript: "MS. PSAKI:  ...", "Q  ..."
    r"|\b(?:said|says|told|according to|announced|added|wrote|claimed|denied|confirmed|reported|warned)\b"
)
_MARKUP = re.compile(
    r"\s*<(?:!--|/?(?:a|article|aside|br|center|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|link|meta|ol|p|script|section"
    r"|span|strong|style|table|td|tr|ul)\b)[^>]*>",
    re.I,
)


# "Watchdogs:All the times a minister broke the rules", a link to another story; no blank stands behind its colon.
_LINKED = re.compile(r"[A-Z][\w’' -]{2,40}:[A-Z][^.]*[^.:;,\"”’']")


def is_furniture(line: str) -> bool:
    """Tell whether a whole line or short paragraph is part of the page."""
    text = " ".join(line.split())
    if not text or len(text) > MAX_LINE:
        return not text
    line_of_page, asking = _patterns()
    if is_markup(text) or line_of_page.fullmatch(text) or _LINKED.fullmatch(text):
        return True
    plea = asking.search(text)
    if plea is None or is_speech(text):
        return False
    return _ADDRESSED.search(text) is not None or (plea.start() == 0 and len(text) < _BARE_PLEA)


def is_speech(text: str) -> bool:
    """Tell whether a line quotes or reports words, which makes it prose."""
    return _SPEECH.search(text) is not None


def is_markup(line: str) -> bool:
    """Tell whether a line of text is a scrap of HTML that was pasted with it."""
    return _MARKUP.match(line) is not None
