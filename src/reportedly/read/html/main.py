"""Which lines of a page are its article: trafilatura's judgement, and that of the page's own build."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

from lxml.etree import _Element

from reportedly.read.html.lines import Line, packed

_ANCHOR = 40  # characters, without white space, that do not stand twice on a page by accident
_SHORT = 25  # fewer say nothing by themselves: "Comments", "0", "Video"
_FEW = 200  # characters of main text below which a page is read by its paragraphs instead
_CROWD = 4_000_000  # children squared and summed: trafilatura's time grows with it, by a second for so much
_APART = frozenset({"nav", "footer", "form"})
_PROSE_TAGS = frozenset({"p", "div", "li", "section", "article", "td", "body", "span", "main", "dd"})
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what it could not find; we say so ourselves


def main_lines(root: _Element, lines: Sequence[Line]) -> list[bool]:
    """Tell for each line whether it is of the article. `root` is used up: trafilatura takes it apart."""
    main, elements = _main(root)
    found = [line.packed in elements or (len(line.packed) >= _SHORT and line.packed in main) for line in lines]
    for n in range(1, len(lines) - 1):  # a heading between two paragraphs of the article is of it
        found[n] = found[n] or (lines[n].place.heading > 1 and found[n - 1] and found[n + 1])
    anchors = [n for n, line in enumerate(lines) if found[n] and len(line.packed) >= _ANCHOR]
    if len(main) < _FEW or not anchors:
        return [_is_paragraph(line) for line in lines]
    kin = _kin([lines[n] for n in anchors])
    akin = [_is_akin(line, kin) for line in lines]
    first, last = anchors[0], anchors[-1]
    while first and akin[first - 1]:
        first -= 1
    while last + 1 < len(lines) and akin[last + 1]:
        last += 1
    return [first <= n <= last and _belongs(line, in_main=found[n], akin=akin[n]) for n, line in enumerate(lines)]


def _main(root: _Element) -> tuple[str, frozenset[str]]:
    """Return trafilatura's main text, and the texts of all its elements, both without white space."""
    if sum(len(element) ** 2 for element in root.iter()) > _CROWD:
        return "", frozenset()
    import trafilatura  # here, because it takes a quarter of a second that other formats need not spend

    try:
        document = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False)
    except Exception:  # it breaks on some trees; the page's paragraphs are read instead
        return "", frozenset()
    body = getattr(document, "body", None)
    if body is None:
        return "", frozenset()
    texts = [packed("".join(element.itertext())) for element in body.iterdescendants()]
    return "\n".join(packed("".join(element.itertext())) for element in body), frozenset(texts)


def _kin(anchors: Sequence[Line]) -> frozenset[tuple[int, str, str]]:
    """Return the places, as parent and build, in which the page keeps its paragraphs: two anchors make a place."""
    count = Counter(line.place.kin for line in anchors)
    return frozenset(kin for kin, times in count.items() if times > 1)


def _is_akin(line: Line, kin: frozenset[tuple[int, str, str]]) -> bool:
    """Tell whether a line stands in such a place, or in a block quote beside such paragraphs (one may end a page)."""
    place = line.place
    beside = place.quote > 0 and any(place.kin[0] == parent for parent, _, _ in kin)
    return (
        (place.kin in kin or beside)
        and not place.hidden
        and place.region not in _APART
        and not place.heading
        and not place.listed
    )


def _belongs(line: Line, *, in_main: bool, akin: bool) -> bool:
    place = line.place
    if akin:
        return in_main or not line.all_link or line.text.endswith((".", "”", '"'))
    if not in_main or place.region in _APART:
        return False
    return len(line.packed) >= _SHORT or place.heading > 0 or place.listed or place.tag == "p"


def _is_paragraph(line: Line) -> bool:
    """Tell whether a line reads like a paragraph by itself, where nothing better is known."""
    place = line.place
    if place.hidden or place.region in {*_APART, "aside", "header"} or place.caption or place.heading:
        return False
    wordy = len(line.text.split()) >= 8 and re.search(r"[.!?…”\"')]$", line.text) is not None
    return place.tag in _PROSE_TAGS and wordy and line.linked < 0.5 * len(line.packed)
