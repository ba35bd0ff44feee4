"""Put decoded words and labels together into the statements of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find import decode, mend
from reportedly.find.decode import Anchor, Floats
from reportedly.find.labels import ROLES
from reportedly.find.mode import mode_of
from reportedly.find.quotes import quoted
from reportedly.find.windows import Tokens
from reportedly.types import Article, Span, Stance, Statement

# A statement may do without words of its own only where its source holds something back.
SILENT = frozenset({Stance.NO_COMMENT, Stance.AWAITED, Stance.CANNOT_CONFIRM, Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the pairing head says of one anchor: roles (tokens, 3), labels, and whether it is a statement at all."""

    roles: Floats
    labels: Floats
    valid: float


@dataclass(frozen=True, slots=True)
class Raw:
    """A statement's words and labels before it has a number."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...]
    labels: decode.Labels
    score: float

    @property
    def start(self) -> int:
        """Return where the first of its words stands."""
        return min(s.start for s in (*self.content, *self.via, self.source, self.cue) if s is not None)

    @property
    def end(self) -> int:
        """Return where the last of its words ends."""
        return max(s.end for s in (*self.content, *self.via, self.source, self.cue) if s is not None)


def raw(text: str, marks: Sequence[Span], tokens: Tokens, anchor: Anchor, outputs: Outputs) -> Raw | None:
    """Read one anchor's statement, or None where it is none; `marks` are the text's quoted stretches."""
    valid = 1 / (1 + 2.718281828 ** -max(-30.0, min(30.0, outputs.valid)))
    score = (valid * anchor.score) ** 0.5
    if score < decode.STATEMENT_FLOOR:
        return None
    odds = decode.sigmoid(outputs.roles)
    words = Span(int(tokens.spans[anchor.start, 0]), int(tokens.spans[anchor.end - 1, 1]))
    source = decode.source(text, tokens.spans, odds[:, ROLES.index("source")])
    cue = decode.whole_words(text, words) or words if anchor.is_cue else None
    if cue is None:
        source = source or words
    content_odds = odds[:, ROLES.index("content")].copy()
    content_odds[anchor.start : anchor.end] = 0
    content = mend.content(text, marks, decode.pieces(text, tokens.spans, content_odds), (source, cue))
    labels = decode.labels(outputs.labels)
    if not content and labels.stance not in SILENT:
        return None
    via = decode.pieces(text, tokens.spans, odds[:, ROLES.index("via")])
    return Raw(source, cue, content, via, labels, score)


def quotations(article: Article) -> list[Span]:
    """Return the quoted stretches of an article, block by block."""
    return [span for block in article.blocks for span in quoted(article.text, block.span)]


def statements(article: Article, marks: Sequence[Span], raws: Sequence[Raw]) -> list[Statement]:
    """Number the statements of an article in order of its text and tell which stands inside which."""
    kept = sorted(_distinct(raws), key=lambda r: (r.start, r.end))
    return [
        Statement(
            id=f"{article.id}:s{number}",
            article=article.id,
            source=r.source,
            cue=r.cue,
            content=r.content,
            via_spans=r.via,
            act=r.labels.act,
            stance=r.labels.stance,
            certainty=r.labels.certainty,
            mode=mode_of(r.source, r.content, marks, r.labels),
            channel=r.labels.channel,
            said="",
            within=_within(article, kept, r),
            score=round(r.score, 4),
        )
        for number, r in enumerate(kept, 1)
    ]


def _distinct(raws: Sequence[Raw]) -> list[Raw]:
    """Drop the weaker of two statements with one source and content: one attribution whose cue was read in two."""
    best: dict[tuple[Span | None, tuple[Span, ...] | Span | None], Raw] = {}
    for r in raws:
        key = (r.source, r.content or r.cue)
        if key not in best or best[key].score < r.score:
            best[key] = r
    return list(best.values())


def _within(article: Article, kept: Sequence[Raw], inner: Raw) -> str | None:
    """Return the id of the statement in whose content this one's cue stands, the closest where there are several."""
    place = inner.cue or inner.source
    if place is None:
        return None
    around = [
        (span.end - span.start, number)
        for number, outer in enumerate(kept, 1)
        if outer is not inner
        for span in outer.content
        if span.holds(place) and not any(c.holds(outer.cue) for c in inner.content if outer.cue)
    ]
    return f"{article.id}:s{min(around)[1]}" if around else None
