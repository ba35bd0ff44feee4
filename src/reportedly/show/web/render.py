"""Templates: every word of an article is text to them, never markup."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reportedly.show.brief import words
from reportedly.show.brief.moments import age, reads
from reportedly.show.web import paths
from reportedly.types import Stance

_TEMPLATES = Path(__file__).parent / "templates"
_STEERING = {"Cc", "Cf", "Cs", "Co"}  # controls, bidi marks, surrogates, private use
_KEPT = frozenset("\n\t\u200d")
GLYPH = {
    Stance.ASSERTS: "●",
    Stance.CONFIRMS: "◉",
    Stance.CONCEDES: "◐",
    Stance.RETRACTS: "↶",
    Stance.DENIES: "✕",
    Stance.DOUBTS: "?",
    Stance.CANNOT_CONFIRM: "∅",
    Stance.NO_COMMENT: "–",
    Stance.AWAITED: "…",
    Stance.NONE: "?",
}


def render(template: str, **values: Any) -> Markup:
    """Return a template filled in; whatever is not markup of ours is escaped."""
    return Markup(environment().get_template(template).render(values))


@cache
def environment() -> Environment:
    """Return the templates, compiled once."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
        auto_reload=False,
    )
    made.globals.update(
        words=words, paths=paths, reads=reads, age=age, glyph=GLYPH.__getitem__, ledger_time=ledger_time
    )
    return made


def harmless(value: Any) -> Any:
    """Take out of text what could turn its reading direction, or cannot be encoded."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return "".join(c for c in value if c in _KEPT or unicodedata.category(c) not in _STEERING)


def ledger_time(at: str) -> str:
    """Return a moment of the ledger's time as people read it: "28 Nov 2031, 14:05"."""
    return reads(at, clock=True)
