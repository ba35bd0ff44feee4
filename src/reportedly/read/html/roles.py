"""What each line of a page is: headline, standfirst, paragraph, quote, byline, caption, or no part of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportedly.read import captions
from reportedly.read.furniture import is_furniture
from reportedly.read.html.lines import Line, packed
from reportedly.read.page import Piece
from reportedly.types import Role

_STANDFIRST = re.compile(
    r"(?:^|[-_\s])(?:stand-?first|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|excerpt|lede|teaser|intro"
    r"|key-?points?)(?:$|[-_\s])"
    r"|subtitle|standfirst|subheadline|article-?summary|detailsummary|keypoints",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[.:h]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?", re.I)  # over a post of a live blog
_SPEAKABLE = re.compile(r"speakable\S*", re.I)  # marks what a voice may read out: often the first paragraph
_TWEET_LINK = re.compile(r"\s*(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)")
_NOT_PROSE = re.compile(
    r"author|by-?line|contributor|(?:^|[-_\s])bio(?:$|[-_\s])|pull-?(?:ed-?)?quote|related|newsletter|promo", re.I
)
_CLUTTER = re.compile(
    r"^(?:\[\d+/\d+\]|\d+ of \d+\s*\|?|image (?:source|caption),|(?:caption|photo)\s*:)\s*"
    r"|\s*(?:,?\s*opens new tab|purchase licensing rights|view image in fullscreen|(?:hide|toggle) caption"
    r"|enlarge this image|read more)+$",
    re.I,
)
_NEW_TAB = re.compile(
    r",?\s*\bopens (?:in (?:a )?)?new (?:tab|window)\b", re.I
)  # said to screen readers inside the prose


def pieces(lines: Sequence[Line], main: Sequence[bool], title: str, descriptions: Sequence[str]) -> Iterator[Piece]:
    """Yield the lines from headline to last paragraph with their roles; what is no part of the article is furniture."""
    head = _headline(lines, title)
    prose = [n for n, of_article in enumerate(main) if of_article and n != head]
    if not prose:
        return
    start = head if head is not None and head < prose[-1] else max(0, prose[0] - 1)
    end = prose[-1] + 1
    while end < len(lines) and _of_picture(lines[end]):  # the picture under the last paragraph
        end += 1
    of_article = _without_link_lists(lines, main)
    captioned = _pictures(lines[start:end])
    summaries = {packed(text) for text in descriptions}
    body = False  # whether the first paragraph has been passed
    for n in range(start, end):
        line = lines[n]
        picture = line.place.figure or line.place.caption
        if n == head:
            yield Piece(Role.HEADLINE, line.text)
        elif picture and _of_picture(line):
            if picture in captioned:
                yield captioned.pop(picture)
        elif not body and _is_standfirst(line, lines[n + 1 : n + 2], summaries):
            yield Piece(Role.STANDFIRST, line.text)
        else:
            role = _role(line, of_article=of_article[n])
            body = body or role is Role.PARAGRAPH
            yield Piece(role, _clean(line.text, role))


def _clean(text: str, role: Role) -> str:
    """Take out what the page's machinery put between the words."""
    if role is Role.CAPTION:
        return _CLUTTER.sub("", text)
    return (_TWEET_LINK if role is Role.QUOTE else _NEW_TAB).sub("", text)


def _headline(lines: Sequence[Line], title: str) -> int | None:
    """Return the line that shows the title: a heading if there is one."""
    shown = [n for n, line in enumerate(lines) if line.packed == packed(title)]
    return next((n for n in shown if lines[n].place.heading == 1), next(iter(shown), None))


def _role(line: Line, *, of_article: bool) -> Role:
    place = line.place
    if any(_NOT_PROSE.search(hint) for hint in place.hints[-3:]):
        return Role.FURNITURE
    if line.all_link and not (of_article and line.text.endswith((".", "”", '"'))):
        return Role.FURNITURE
    if place.quote and not place.hidden:
        return Role.BYLINE if place.cite else Role.QUOTE
    if not of_article:
        return Role.CAPTION if _is_slide(line) else Role.FURNITURE
    if place.heading:
        return Role.FURNITURE if _TIME.fullmatch(line.text) else Role.HEADLINE
    return Role.PARAGRAPH


def _is_standfirst(line: Line, following: Sequence[Line], summaries: set[str]) -> bool:
    """Tell a standfirst by its build or because the page sums itself up in the same words."""
    place = line.place
    if line.all_link or place.hidden or place.region == "nav" or is_furniture(line.text):
        return False
    if place.listed and line.linked == 0 and len(line.text.split()) >= 4:  # the points over a tabloid's story
        return True
    if len(line.packed) < 20:
        return False
    if any(_STANDFIRST.search(_SPEAKABLE.sub("", hint)) for hint in place.hints[-3:]):
        return True
    apart = not following or following[0].place.kin != place.kin
    return apart and len(line.packed) >= 40 and any(line.packed[:50] in summary for summary in summaries)


def _is_slide(line: Line) -> bool:
    """Tell a picture's caption by the credit at its end, where the markup does not tell."""
    return (
        not line.all_link
        and len(line.text.split()) > 6
        and line.text.endswith(")")
        and bool(captions.credit(line.text))
    )


def _of_picture(line: Line) -> bool:
    place = line.place
    return place.caption > 0 or (place.figure > 0 and _is_credit(line))


def _is_credit(line: Line) -> bool:
    return line.place.credit or captions.is_credit(line.text) or captions.bracketed(line.text) == line.text.strip("()")


def _pictures(lines: Sequence[Line]) -> dict[int, Piece]:
    """Return the caption of each picture, its credit joined to it. A picture with nothing but a credit has none."""
    said: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if _of_picture(line) and not line.all_link and not is_furniture(line.text):
            said[line.place.figure or line.place.caption].append(line)
    found: dict[int, Piece] = {}
    seen: set[str] = set()
    for picture, parts in said.items():
        text = " ".join(_CLUTTER.sub("", part.text) for part in parts if not _is_credit(part))
        if text and packed(text) not in seen:
            seen.add(packed(text))
            credits = dict.fromkeys(
                captions.credit(part.text) or part.text.strip("()[] ") for part in parts if _is_credit(part)
            )
            found[picture] = Piece(Role.CAPTION, text, credit="; ".join(credits))
    return found


def _without_link_lists(lines: Sequence[Line], main: Sequence[bool]) -> list[bool]:
    """Take out lists that are mostly links or pleas, with the line over them, and headings over nothing."""
    kept = list(main)
    for listed, group in groupby(range(len(lines)), key=lambda n: lines[n].place.listed):
        numbers = [n for n in group if main[n]]
        foreign = sum(lines[n].all_link or is_furniture(lines[n].text) for n in numbers)
        if listed and numbers and 2 * foreign >= len(numbers):
            over = numbers[0] - 1
            label = over >= 0 and not lines[over].text.endswith((".", "”", '"', ":")) and len(lines[over].text) < 80
            for n in [over, *numbers] if label else numbers:
                kept[n] = False
    under = False
    for n in reversed(range(len(lines))):
        if lines[n].place.heading > 1:
            kept[n] = kept[n] and under
            under = False
        under = under or kept[n]
    return kept
