"""A page's tree laid out as lines, in reading order, each with what the markup says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from lxml.etree import _Element, iterwalk

_BREAKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul amp-img picture video audio".split()
)
_SILENT = frozenset(
    "script style noscript template svg iframe object embed button select option datalist textarea input canvas math"
    " map head title audio video picture img amp-ad amp-analytics amp-iframe".split()
)
_REGIONS = frozenset({"header", "footer", "nav", "aside", "form"})
_HEADING = re.compile(r"h([1-6])$")
_CAPTION = re.compile(
    r"(?:^|[-_\s])(?:fig|image|img|photo|media|picture)?captions?(?:$|[-_\s])"
    r"|(?:image|media|photo)-?caption|caption-?text",
    re.I,
)
_NO_CAPTION = re.compile(r"(?:^|[-_\s])ads?(?:$|[-_\s])|dfp|closed-?caption", re.I)
_CREDIT = re.compile(
    r"(?:^|[-_\s])(?:credits?|copyright|photographer|attribution)(?:$|[-_\s])|(?:photo|image|embed)-?credit", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ASIDE = re.compile(r"visually-?hidden|sr-only|screen-?reader", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: what its element is and what is around it. Numbers tell elements apart; 0 is none."""

    number: int = 0
    tag: str = ""
    hint: str = ""  # class, id and role of the element
    hints: tuple[str, ...] = ()  # of the elements around too, outermost first
    kin: tuple[int, str, str] = (0, "", "")  # parent, tag and class: paragraphs of one article have them in common
    heading: int = 0  # 1 to 6 inside a heading
    listed: bool = False
    quote: int = 0  # the block quote around it
    cite: bool = False  # the part of a block quote that names whose words they are
    figure: int = 0
    caption: int = 0
    credit: bool = False  # the part of a caption that says who took the picture
    region: str = ""  # innermost of header, footer, nav, aside, form
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page."""

    text: str
    place: Place
    linked: int = 0  # characters of it, without white space, that are links
    packed: str = field(default="", compare=False)  # without white space, to compare by

    @property
    def all_link(self) -> bool:
        """Tell whether the line is a link and nothing else."""
        return self.linked >= 0.9 * len(self.packed)


def packed(text: str) -> str:
    """Return the text without white space, to compare by."""
    return "".join(text.split())


def lines(root: _Element) -> Iterator[Line]:
    """Yield the lines of a page. It walks without recursion: pages may be nested as deep as the parser lets them."""
    numbers = count(1)
    places = [Place()]
    words: list[str] = []
    linked = links = silent = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if silent or tag in _SILENT or not tag:
            silent += 1 if starts else -1
            text = element.tail if not starts and not silent else None
        else:
            if tag in _BREAKS:
                yield from _line(words, places[-1], linked)
                words, linked = [], 0
            links += (1 if starts else -1) if tag == "a" else 0
            if starts:
                places.append(_place(element, tag, places[-1], next(numbers)))
            else:
                places.pop()
            text = element.text if starts else element.tail
        if text:
            words.append(text)
            linked += len(packed(text)) if links else 0


def _line(words: list[str], place: Place, linked: int) -> Iterator[Line]:
    text = " ".join("".join(words).split())
    if text:
        yield Line(text, place, linked, packed(text))


@lru_cache(4096)
def _says(hint: str) -> tuple[bool, bool]:
    """Tell whether a class or id speaks of a caption, and of a credit. Pages repeat the same few hundreds of them."""
    captions = _CAPTION.search(hint) is not None and _NO_CAPTION.search(hint) is None
    return captions, _CREDIT.search(hint) is not None


def _place(element: _Element, tag: str, above: Place, number: int) -> Place:
    hint = " ".join(filter(None, map(element.get, ("class", "id", "role", "data-component"))))
    if tag not in _BREAKS and not (hint or tag == "cite"):  # plain inline markup changes nothing
        return above
    heading = _HEADING.match(tag)
    captions, credits = _says(hint)
    inline = tag not in _BREAKS
    return Place(
        number=number,
        tag=above.tag if inline else tag,
        hint=hint,
        hints=(*above.hints, hint) if hint else above.hints,
        kin=above.kin if inline or above.quote else (above.number, tag, element.get("class") or ""),
        heading=int(heading[1]) if heading else above.heading,
        listed=above.listed or tag == "li",
        quote=number if tag == "blockquote" and not above.quote else above.quote,
        cite=above.cite or (above.quote > 0 and tag in {"cite", "footer", "figcaption"}),
        figure=number if tag == "figure" and not above.figure else above.figure,
        caption=number if (captions or tag == "figcaption") and not above.caption else above.caption,
        credit=above.credit or credits,
        region=tag if tag in _REGIONS else above.region,
        hidden=above.hidden
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None,
    )
