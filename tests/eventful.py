"""Articles and marked events from lines of examples: `AID | - | - | [a Norvik] [e sent grain] [t on Monday].`"""

from __future__ import annotations

from corpus.events.check import Example, read
from reportedly.find.marked import Marked
from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    EventType,
    Flag,
    Mode,
    PublishedFrom,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)


def told(*lines: str, outlet: str = "The Lantern", published: str = "2022-02-15") -> tuple[Article, list[list[Marked]]]:
    """Return an article, a paragraph a line, and the marks of each line's one sentence."""
    text, blocks, marked = "", list[Block](), list[list[Marked]]()
    for line in lines:
        example = read(line)
        assert isinstance(example, Example), example
        text += "\n\n" if text else ""
        blocks.append(Block(Role.PARAGRAPH, len(text), len(text) + len(example.text)))
        marked.append([] if example.type == "NONE" else [mark(example, len(text))])
        text += example.text
    digest = sha256(text)
    article = Article(
        "a1", "test", "", outlet, "", published, PublishedFrom.METADATA, text, digest, digest, tuple(blocks)
    )
    return article, marked


def mark(example: Example, start: int = 0) -> Marked:
    """Return what an example marks, its sentence beginning at an offset."""
    spans: dict[str, Span] = {}
    for tag, first, last in example.spans:
        spans.setdefault(tag, Span(start + first, start + last))
    return Marked(
        EventType(example.type),
        "" if example.mode == "-" else example.mode,
        frozenset(map(Flag, example.flags)),
        spans["e"],
        spans.get("a"),
        spans.get("r"),
        spans.get("p"),
        spans.get("t"),
        spans.get("q"),
    )


def said(article: Article, number: int, source: str, cue: str, content: str, party: str, within: str = "") -> Statement:
    """Return a statement of an article by its words, each their first occurrence."""

    def at(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    return Statement(
        f"{article.id}:s{number}",
        article.id,
        at(source),
        at(cue),
        (at(content),),
        (),
        Act.FACT,
        Stance.ASSERTS,
        Certainty.CERTAIN,
        Mode.INDIRECT,
        Channel.STATEMENT,
        article.published,
        within=within or None,
        voice=Voice(party),
    )
