"""Who says so? A ledger of who says what in the news, pinned to the words it came from.

import reportedly

with reportedly.open("crisis.db") as desk:
    desk.read("page.html")
    print(desk.brief())
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportedly.types import Article, Claim, ClaimView, Origin, Pin, Position, Skipped, Span, Statement, Story

if TYPE_CHECKING:
    from reportedly.show.desk import Desk, View, open

__all__ = [
    "Article",
    "Claim",
    "ClaimView",
    "Desk",
    "Origin",
    "Pin",
    "Position",
    "Skipped",
    "Span",
    "Statement",
    "Story",
    "View",
    "open",
]


def __getattr__(name: str) -> Any:
    """Import the desk when it is first asked for: whoever needs only the types shall not wait for a database."""
    if name in {"Desk", "View", "open"}:
        return getattr(import_module("reportedly.show.desk"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
