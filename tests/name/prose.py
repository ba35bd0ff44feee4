"""Articles and statements from marked prose: «1:a source», {1:its content}, <1:a go-between>.

Each source is followed or preceded by the content of the same number: «1:The minister» said {1:that it rained}.
"""

from __future__ import annotations

import re

from reportedly.name import Memory, name
from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Mode,
    PublishedFrom,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)

_OPEN = re.compile(r"(?P<mark>[«{<])(?P<number>\d+):")
_CLOSE = {"«": "»", "{": "}", "<": ">"}


def marked(prose: str, outlet: str = "The Lantern", published: str = "2022-02-15") -> tuple[Article, list[Statement]]:
    """Return an article of the prose without its marks, its blocks parted by blank lines, and its statements."""
    text, spans = _unmark("\n\n".join(line.strip() for line in prose.strip().split("\n\n")))
    article = Article(
        id="a1",
        source="test",
        url="",
        outlet=outlet,
        title="",
        published=published,
        published_from=PublishedFrom.METADATA,
        text=text,
        sha256=sha256(text),
        capture="",
        blocks=tuple(_blocks(text)),
    )
    numbers = sorted({number for number, _ in spans}, key=int)
    return article, [_statement(article, number, spans) for number in numbers]


def voices(
    prose: str, outlet: str = "The Lantern", published: str = "2022-02-15", memory: Memory | None = None
) -> list[Voice]:
    """Return the voices of marked prose, in the order of the numbers."""
    article, statements = marked(prose, outlet, published)
    return [s.voice for s in name(article, statements, memory)]


def parties(prose: str, outlet: str = "The Lantern", published: str = "2022-02-15") -> list[str]:
    """Return the parties of marked prose, in the order of the numbers."""
    return [voice.party for voice in voices(prose, outlet, published)]


def _unmark(prose: str) -> tuple[str, dict[tuple[str, str], list[Span]]]:
    spans: dict[tuple[str, str], list[Span]] = {}
    opened: list[tuple[str, str, int]] = []
    text = ""
    i = 0
    while i < len(prose):
        match = _OPEN.match(prose, i)
        if match:
            opened.append((match["number"], match["mark"], len(text)))
            i = match.end()
        elif opened and prose[i] == _CLOSE[opened[-1][1]]:
            number, mark, start = opened.pop()
            spans.setdefault((number, mark), []).append(Span(start, len(text)))
            i += 1
        else:
            text += prose[i]
            i += 1
    return text, spans


def _blocks(text: str) -> list[Block]:
    found, start = [], 0
    for number, piece in enumerate(text.split("\n\n")):
        role = Role.HEADLINE if number == 0 and not piece.endswith((".", "”", '"')) else Role.PARAGRAPH
        found.append(Block(role, start, start + len(piece)))
        start += len(piece) + 2
    return found


def _statement(article: Article, number: str, spans: dict[tuple[str, str], list[Span]]) -> Statement:
    source = next(iter(spans.get((number, "«"), [])), None)
    after = re.match(r"\s*(\w+)", article.text[source.end :]) if source else None
    cue = Span(source.end + after.start(1), source.end + after.end(1)) if source and after else None
    return Statement(
        id=f"a1:s{number}",
        article="a1",
        source=source,
        cue=cue,
        content=tuple(spans.get((number, "{"), [])),
        via_spans=tuple(spans.get((number, "<"), [])),
        act=Act.FACT,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.UNKNOWN,
        said="",
    )
