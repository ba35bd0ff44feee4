"""Where an article was written, by its dateline: "KYIV, Ukraine (Reuters) - ", "Brussels, Belgium (CNN) In grainy ...".

Whoever writes from a state leaves its offices unmarked, wherever the outlet is at home: "police" are Belgium's there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.name.forms import fold
from reportedly.name.lands import Lands
from reportedly.name.within import state_around
from reportedly.types import Article, Role

_PLACE = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_DAY = r"(?:, ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2})?"
_AGENCY = r" ?\([A-Z][\w &/.,-]{1,30}\)| [A-Z]{2,8}(?= ?[–—―])"
_DATELINE = re.compile(
    rf"(?P<city>{_PLACE}?)(?:, (?P<land>{_PLACE}?))??{_DAY}"
    rf"(?:(?P<agency>{_AGENCY})(?: ?[-–—―]+ ?| (?=[A-Z“\"'‘]))| ?[–—―] ?| -{{1,2}} )"
)
_BLOCKS = 3  # of the body: a by-line may stand before


class Laid(NamedTuple):
    """The town of a dateline and its state; "" where none is known."""

    town: str = ""
    state: str = ""


NOWHERE = Laid()


def laid_in(article: Article, lands: Lands) -> Laid:
    """Return where an article says that it was written, where the state is known: told, or the one its town lies in."""
    body = [b for b in article.blocks if b.role in {Role.PARAGRAPH, Role.BYLINE}]
    for block in body[:_BLOCKS]:
        found = _DATELINE.match(article.text, block.start, block.end)
        if found is None or not (found["city"].isupper() or found["agency"]):
            continue  # "The strike – the third in a week" is none
        for name in (found["land"], found["city"]):
            state = _state_of(fold(name or ""), lands, article.published[:10])
            if state:
                return Laid(_town(found["city"]), state)
    return NOWHERE


def _town(name: str) -> str:
    return name.title() if name.isupper() else name


def _state_of(key: str, lands: Lands, day: str) -> str:
    return lands.states.get(key) or lands.cities.get(key) or state_around(key, day)
