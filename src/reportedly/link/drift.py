"""Attribution drift: what was somebody's word in the original stands as flat fact in the copy, or in the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.text import pin, sentences
from reportedly.types import AFFIRMS, Act, Article, Pin, Role, Span, Statement
from reportedly.wording import dice, stems

_FEWEST = 3  # telling words that a content must have to be known again
_REPEATED = 0.6  # share of them that the flat sentence repeats
_OWN = 0.5  # share of the flat sentence's telling words that come from the content
_PROSE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH})


def drift(
    original: Article, attributed: Sequence[Statement], copy: Article, kept: Sequence[Statement]
) -> tuple[tuple[Pin, Pin], ...]:
    """Return (what the original attributes, the copy's sentence that states it flatly), in order of the original."""
    flat = list(_flat(copy, kept, _PROSE))
    return tuple(_pairs(original, attributed, copy, flat))


def headline_drift(article: Article, statements: Sequence[Statement]) -> tuple[tuple[Pin, Pin], ...]:
    """Return (what the body attributes, the headline that states it flatly): one pair at most."""
    flat = list(_flat(article, statements, frozenset({Role.HEADLINE})))
    return tuple(_pairs(article, statements, article, flat))[:1]


def _flat(article: Article, statements: Sequence[Statement], roles: frozenset[Role]) -> Iterator[Span]:
    """Yield the sentences that no statement of the article touches."""
    taken = [span for s in statements for span in (*s.content, s.cue, s.source) if span is not None]
    for block in article.blocks:
        if block.role in roles:
            for sentence in sentences(article.text, block.span):
                if not any(sentence.overlaps(span) for span in taken):
                    yield sentence


def _pairs(
    original: Article, attributed: Sequence[Statement], copy: Article, flat: Sequence[Span]
) -> Iterator[tuple[Pin, Pin]]:
    for statement in attributed:
        content = stems(statement.content_in(original.text))
        if statement.stance not in AFFIRMS or statement.act is not Act.FACT or len(content) < _FEWEST:
            continue
        best = max(flat, key=lambda s: dice(content, stems(s.of(copy.text))), default=None)
        if best is None:
            continue
        there = stems(best.of(copy.text))
        shared = len(content & there)
        if shared >= _REPEATED * len(content) and shared >= _OWN * len(there):
            yield pin(original, statement.anchor), pin(copy, best)
