"""Plain text, kept exactly: blocks are found over it, and no character is moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reportedly.read import captions, pagedate
from reportedly.read.charset import decode
from reportedly.read.credits import agency_credit, is_staff_credit
from reportedly.read.furniture import is_furniture, is_markup
from reportedly.read.names import author_of, is_speaker_line
from reportedly.read.page import MAX_LINES, MAX_TEXT, Capture, Draft, Facts, Piece, Unreadable
from reportedly.read.runs import runs
from reportedly.text import CLOSING_QUOTES, OPENING_QUOTES
from reportedly.types import Block, Evidence, PublishedFrom, Role, Span

_TITLE = 250  # characters that a headline may have
_STANDFIRST = 400
_LABEL = 60  # characters of a subheading
_STAFF = re.compile(r"(?:EXCLUSIVE )?(?:[Bb]y|BY|From|FROM) \S+(?: \S+){0,7}$")  # "By our staff and agencies"
_LABEL_WORDS = 4  # of a section's or an outlet's name
_ENDS = ".!?…\"”’)'"


def read_plain(capture: Capture) -> Draft:
    """Read a plain text document. Its text is the decoded file; a byte order mark is no part of it."""
    text = decode(capture.data, capture.charset)
    if len(text) > MAX_TEXT:
        raise Unreadable(f"it has more than {MAX_TEXT:,} characters: no article")
    if len(runs(text)) > MAX_LINES:
        raise Unreadable(f"it has more than {MAX_LINES:,} lines: no article")
    return plain_draft(text, title=capture.facts.title or None, not_after=capture.not_after)


def plain_pieces(text: str) -> list[Piece]:
    """Cut a text that is the body of something else into pieces."""
    return [Piece(line.role, line.text, line.evidence, line.credit) for line in _lines(text, title="")]


def plain_draft(text: str, *, title: str | None = None, not_after: str = "") -> Draft:
    """Find the blocks of a text and what its lines say about it.

    A `title` that is known beforehand ("" where there is none) keeps other lines from being taken for it.
    """
    lines = _lines(text, title)
    blocks = tuple(Block(line.role, *line.span, line.evidence, line.credit) for line in lines)
    return Draft(text, blocks, _facts(lines, not_after))


@dataclass(slots=True)
class _Line:
    """One block in the making; `role` is settled step by step."""

    span: Span
    text: str
    role: Role = Role.PARAGRAPH
    evidence: Evidence | None = None
    credit: str = ""

    @property
    def open(self) -> bool:
        return self.role is Role.PARAGRAPH

    @property
    def prose(self) -> bool:
        """Tell whether it reads like sentences and not like a label."""
        return (len(self.text) > _LABEL and self.text[-1] in _ENDS + ":,;") or self.text[-1] in ".!?…”"


def _lines(text: str, title: str | None) -> list[_Line]:
    """Give every line its role: what says itself what it is first, then what its place on the page tells."""
    lines = [_Line(span, " ".join(span.of(text).split())) for span in runs(text)]
    for line in lines:
        _by_itself(line)
    if title is None or title in (line.text for line in lines[:1]):
        _header(lines)
    _captions(lines)
    for quote, name in pairwise(lines):
        if quote.open and name.open and _is_quotation(quote.text) and is_speaker_line(name.text):
            quote.role, name.role = Role.QUOTE, Role.BYLINE
    return lines


def _by_itself(line: _Line) -> None:
    if is_markup(line.text):
        line.role = Role.FURNITURE
    elif captions.is_caption(line.text):
        line.role = Role.CAPTION
        line.evidence, line.credit = captions.evidence(line.text), captions.credit(line.text)
    elif author_of(line.text):
        line.role = Role.BYLINE
    elif is_furniture(line.text) or is_staff_credit(line.text) or pagedate.from_lines([line.text]):
        line.role = Role.FURNITURE


def _header(lines: list[_Line]) -> None:
    """Find headline, standfirst and the labels above the first paragraph."""
    first = next((n for n, line in enumerate(lines) if line.open), len(lines))
    if first == len(lines) or not _is_title(lines[first], lines[first + 1 :]):
        return
    lines[first].role = Role.HEADLINE
    body = next((n for n in range(first + 1, len(lines)) if lines[n].open and lines[n].prose), len(lines))
    below = next((n for n in range(body + 1, len(lines)) if lines[n].open and lines[n].prose), len(lines))
    between = lines[body + 1 : below]
    if body < len(lines) and len(lines[body].text) <= _STANDFIRST and any(not line.open for line in between):
        lines[body].role = Role.STANDFIRST
        body = below
    for line in lines[first + 1 : body]:
        if line.open:
            label = len(line.text.split()) <= _LABEL_WORDS or _STAFF.match(line.text)
            line.role = Role.FURNITURE if label else Role.STANDFIRST


def _is_title(line: _Line, rest: list[_Line]) -> bool:
    if len(line.text) > _TITLE or not rest or not any(other.open for other in rest):
        return False
    if not line.text.endswith((".", ",", ";")) or _in_title_case(line.text):
        return True
    return len(line.text) < 100 and line.text.count(". ") == 0 and len(rest) > 2


def _in_title_case(text: str) -> bool:
    """Tell Headline Style, in which every long word has a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _captions(lines: list[_Line]) -> None:
    """Join a credit line to the caption over it: both then say who took the picture and what it is worth."""
    for caption, line in pairwise(lines):
        if line.role is Role.CAPTION and captions.is_credit(line.text):
            line.credit = line.credit or line.text.strip("()[] ")
            if caption.role is Role.CAPTION:
                caption.credit = caption.credit or line.credit
                line.evidence = max(line.evidence or Evidence.UNKNOWN, caption.evidence or Evidence.UNKNOWN, key=_worse)


def _worse(evidence: Evidence) -> int:
    return (Evidence.UNKNOWN, Evidence.EVENT, Evidence.FILE, Evidence.ILLUSTRATIVE).index(evidence)


def _is_quotation(text: str) -> bool:
    """Tell whether a block is someone's words from its first character to its last."""
    opening, closing = OPENING_QUOTES + "‘'", CLOSING_QUOTES + "“’'"
    return text[0] in opening and text.rstrip(" .,")[-1:] in closing


def _facts(lines: list[_Line], not_after: str) -> Facts:
    prose = [line.text for line in lines if line.role in {Role.PARAGRAPH, Role.QUOTE, Role.STANDFIRST}]
    published = pagedate.from_lines(line.text for line in lines if line.role in {Role.FURNITURE, Role.BYLINE})
    published = published or pagedate.from_prose(prose, not_after)
    return Facts(
        title=next((line.text for line in lines if line.role is Role.HEADLINE), ""),
        outlet=_outlet(lines),
        published=published,
        published_from=PublishedFrom.PAGE_TEXT if published else PublishedFrom.UNKNOWN,
        author=next((who for line in lines if (who := author_of(line.text))), ""),
        credit=agency_credit(prose[:2] + [line.text for line in lines[-4:]]),
    )


def _outlet(lines: list[_Line]) -> str:
    """Return a label above the first paragraph that the page calls itself by elsewhere ("At The Quint, we ...")."""
    body = next((n for n, line in enumerate(lines) if line.open), len(lines))
    others = [line.text for line in lines if line.role is Role.FURNITURE and len(line.text) > _LABEL]
    labels = (line.text for line in lines[:body] if line.role is Role.FURNITURE and 2 < len(line.text) <= 40)
    return next((label for label in labels if label[0].isupper() and any(label in other for other in others)), "")
