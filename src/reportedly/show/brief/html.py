"""The brief as one HTML page that stands alone: no script, nothing loaded; every pin opens its paragraph below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from reportedly.show.brief import deciding, words
from reportedly.show.brief.documents import places
from reportedly.show.brief.model import Brief, Entry, Passage, Side, StoryBrief
from reportedly.show.brief.moments import reads
from reportedly.types import Span

_TEMPLATES = Path(__file__).parent / "templates"


def to_html(brief: Brief) -> str:
    """Return the brief as a whole page; whatever comes from an article is escaped."""
    return _template().render(brief=brief, css=(_TEMPLATES / "brief.css").read_text("utf-8"))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, deciding=deciding, reads=reads)
    environment.globals.update(numbers=words.numbers, columns=columns, pieces=pieces)
    return environment.get_template("brief.html.j2")


def columns(entry: Entry) -> tuple[tuple[str, tuple[Side, ...]], ...]:
    """Return the sides in columns: for, against, who may speak of something else (if any), and who has not said."""
    told = (*words.FOR, *words.AGAINST)
    held = [side for side in entry.sides if not side.loose]
    loose = tuple(side for side in entry.sides if side.loose)
    return (
        ("say so", tuple(s for s in held if s.said.stance in words.FOR)),
        ("say otherwise", tuple(s for s in held if s.said.stance in words.AGAINST)),
        *((("speak of it", loose),) if loose else ()),
        ("have not said", tuple(s for s in held if s.said.stance not in told)),
    )


def pieces(story: StoryBrief, source: int, passage: Passage) -> Iterator[tuple[str, bool]]:
    """Yield a cited paragraph in pieces, each with whether a line of the brief is pinned to it."""
    at, end = passage.span.start, passage.span.end
    for start, stop in _merged(story, source, passage.span):
        if start > at:
            yield passage.text[at - passage.span.start : start - passage.span.start], False
        yield passage.text[start - passage.span.start : stop - passage.span.start], True
        at = stop
    if at < end:
        yield passage.text[at - passage.span.start :], False


def _merged(story: StoryBrief, source: int, within: Span) -> list[tuple[int, int]]:
    """Return the pinned stretches inside a paragraph, overlapping ones joined."""
    pins = {(p.pin.start, p.pin.end) for p in places(story) if p.source == source}
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(s, within.start), min(e, within.end)) for s, e in pins):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
