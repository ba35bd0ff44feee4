"""One page: its body, and what the frame around it needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its frame."""

    title: str
    body: Markup
    section: str = ""  # the entry of the menu it stands under
    live: str = ""  # where the page hears of changes, "" where it need not
    feed: str = ""  # where its feeds are
    query: str = ""  # what was searched for
    seen: int | None = None  # the entry up to which the reader can say that everything was seen
    notice: str = ""


def live(story: str = "") -> str:
    """Return where a page hears of changes: of one story, or of all."""
    return f"/live?{urlencode({'story': story})}" if story else "/live"
