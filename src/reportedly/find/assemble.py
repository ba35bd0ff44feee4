"""Put decoded words and labels together into the statements of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reportedly.find import decode, extent, mend
from reportedly.find.channel import channel
from reportedly.find.decode import Anchor, Floats, Labels
from reportedly.find.denial import can_deny, contradicts, disclaims, finds_nothing, nobody, outright
from reportedly.find.extent import Edges
from reportedly.find.hearer import is_hearer
from reportedly.find.labels import ROLES
from reportedly.find.mode import mode_of
from reportedly.find.nesting import Nesting
from reportedly.find.noise import is_cause, is_medium, is_noise
from reportedly.find.pictures import PICTURES, with_pictures
from reportedly.find.quotes import quoted, touching
from reportedly.find.raw import Raw
from reportedly.find.relay import relayed
from reportedly.find.subject import shared
from reportedly.find.sureness import is_sure, keeps_silent
from reportedly.find.topics import without_topics
from reportedly.find.windows import Tokens
from reportedly.types import Article, Mode, Span, Stance, Statement

# A statement may do without words of its own only where its source holds something back.
SILENT = frozenset({Stance.NO_COMMENT, Stance.AWAITED, Stance.CANNOT_CONFIRM, Stance.DENIES, Stance.DOUBTS})

# What the model takes a denial for where a plain verb tells it.
_PLAIN = frozenset({Stance.ASSERTS, Stance.NO_COMMENT, Stance.CANNOT_CONFIRM, Stance.DOUBTS})
SPOKEN = frozenset({Stance.ASSERTS, Stance.CONFIRMS})  # what nobody does where "neither of them" is the source

# How sure the model must be, by where a statement stands (set on the corpus's dev stories).
# Quotation marks vouch for a statement; one inside another's content is more often part of it; and the first person
# inside a quotation ("I think", "we hope") is mostly its speaker's own voice.
QUOTED_FLOOR, PLAIN_FLOOR, NESTED_FLOOR, OWN_VOICE_FLOOR = 0.5, 0.7, 0.85, 0.97
FIRST_PERSON = frozenset({"i", "we"})
# Pictures vouch as quotation marks do: "state television broadcast footage of tanks" shows what it says.
_SHOWN = re.compile(r"(?:[\w'’-]+ ){0,3}" + PICTURES, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the pairing head says of one anchor: roles (tokens, 3), labels, and whether it is a statement at all."""

    roles: Floats
    labels: Floats
    valid: float


def raw(text: str, marks: Sequence[Span], tokens: Tokens, edges: Edges, anchor: Anchor, outputs: Outputs) -> Raw | None:
    """Read one anchor's statement, or None where it is none; `marks` are the text's quoted stretches."""
    score = (float(decode.sigmoid(np.float32(outputs.valid))) * anchor.score) ** 0.5
    if score < decode.STATEMENT_FLOOR:
        return None
    words = Span(int(tokens.spans[anchor.start, 0]), int(tokens.spans[anchor.end - 1, 1]))
    if words.start >= words.end:  # a mark between blocks, which stands for no words
        return None
    cue = decode.whole_words(text, words) or words if anchor.is_cue else None
    if cue is not None and is_medium(cue.of(text)):
        return None
    odds = decode.sigmoid(outputs.roles)
    source = decode.source(text, tokens.spans, odds[:, ROLES.index("source")])
    if cue is None:
        source = source or words
    elif source is not None:
        source = None if is_hearer(text, source, cue) else mend.source(text, source, cue)
    via = tuple(mend.name(text, span) for span in decode.pieces(text, tokens.spans, odds[:, ROLES.index("via")]))
    own = _holding(tokens, (source, *via))
    own[anchor.start : anchor.end] = True
    own |= tokens.apart(anchor.start)
    stretches = extent.pieces(text, tokens.spans, outputs.roles[:, ROLES.index("content")], own, edges)
    content = mend.content(text, marks, stretches, (source, cue))
    told = " ".join(piece.of(text) for piece in content)
    labels = _labels(text, outputs, source, cue, content, told)
    if not content and labels.stance not in SILENT:
        return None
    if is_noise(told) or (cue is not None and is_cause(cue.of(text), told)):
        return None
    return Raw(source, cue, content, via, labels, score)


def _holding(tokens: Tokens, words: Sequence[Span | None]) -> NDArray[np.bool_]:
    """Tell of each token whether it stands in one of these words."""
    held = np.zeros(len(tokens), np.bool_)
    for span in words:
        if span is not None:
            held |= (tokens.spans[:, 0] < span.end) & (tokens.spans[:, 1] > span.start)
    return held


def _labels(
    text: str, outputs: Outputs, source: Span | None, cue: Span | None, content: Sequence[Span], told: str
) -> Labels:
    """Return what the head says of a statement, where its words can bear it out; `told` are those of its content."""
    labels = decode.labels(outputs.labels)
    if labels.stance in SPOKEN and source is not None and nobody(text, source):
        return replace(labels, stance=Stance.AWAITED)
    if source is None and labels.stance is Stance.AWAITED:  # a gap without an agent (corpus/GUIDE.md)
        return replace(labels, stance=Stance.CANNOT_CONFIRM)
    if source is None and labels.second is Stance.AWAITED:
        labels = replace(labels, second=Stance.CANNOT_CONFIRM)
    spoken = " ".join(span.of(text) for span in (source, cue, *content) if span is not None)
    told_by = cue.of(text) if cue is not None else ""
    doubtful = labels.stance is Stance.DENIES and not can_deny(told_by, told, labels.sure)
    talks = labels.stance is Stance.NO_COMMENT and not keeps_silent(told_by, told)
    if doubtful or talks or not is_sure(labels.stance, spoken, labels.sure):
        said_so = (
            can_deny(told_by, told, 1.0) if labels.second is Stance.DENIES else is_sure(labels.second, spoken, 1.0)
        )
        labels = replace(labels, stance=labels.second if said_so else Stance.ASSERTS)
    said = content[0].of(text) if content else ""
    if labels.stance is Stance.ASSERTS and contradicts(said):
        return replace(labels, stance=Stance.DENIES)
    if labels.stance in _PLAIN and (disclaims(said) or outright(told_by, said)):
        return replace(labels, stance=Stance.DENIES)
    if labels.stance is Stance.ASSERTS and finds_nothing(spoken):
        return replace(labels, stance=Stance.DOUBTS)
    return labels


def quotations(article: Article) -> list[Span]:
    """Return the quoted stretches of an article, block by block."""
    return [span for block in article.blocks for span in quoted(article.text, block.span)]


def statements(article: Article, marks: Sequence[Span], lines: Sequence[Span], raws: Sequence[Raw]) -> list[Statement]:
    """Number the statements of an article in order of its text and tell which stands inside which.

    `marks` are the text's quoted stretches, `lines` its sentences.
    """
    told = [with_pictures(article.text, raw) for raw in _distinct(raws)]
    sure = without_topics(article, relayed(article.text, _trusted(article.text, marks, told)))
    kept = shared(article.text, lines, sorted(sure, key=lambda r: (r.start, r.end)))
    nesting = Nesting(kept)
    return [
        Statement(
            id=f"{article.id}:s{place + 1}",
            article=article.id,
            source=r.source,
            cue=r.cue,
            content=r.content,
            via_spans=r.via,
            act=r.labels.act,
            stance=r.labels.stance,
            certainty=r.labels.certainty,
            mode=Mode.DIRECT if r.verbatim else mode_of(r.source, r.content, marks, r.labels),
            channel=channel(article.text, lines, r),
            said="",
            within=None if (outer := nesting.around(place)) is None else f"{article.id}:s{outer + 1}",
            score=round(r.score, 4),
        )
        for place, r in enumerate(kept)
    ]


def _distinct(raws: Sequence[Raw]) -> list[Raw]:
    """Drop the weaker of two statements with one source and content: one attribution whose cue was read in two.

    A transcript's turn is the rule's, which has read it whole; one of courtesies only says nothing.
    """
    colons = {r.cue for r in raws if r.verbatim}
    best: dict[tuple[Span | None, tuple[Span, ...] | Span | None], Raw] = {}
    for r in raws:
        if r.cue in colons and not (r.verbatim and r.content):
            continue
        key = (r.source, r.content or r.cue)
        if key not in best or best[key].score < r.score:
            best[key] = r
    return list(best.values())


def _trusted(text: str, marks: Sequence[Span], raws: Sequence[Raw]) -> list[Raw]:
    """Keep the statements that are sure enough for where they stand."""
    nesting = Nesting(raws)
    return [
        raw
        for number, raw in enumerate(raws)
        if raw.score >= _floor(text, marks, raw, nested=nesting.around(number) is not None)
    ]


def _floor(text: str, marks: Sequence[Span], r: Raw, *, nested: bool) -> float:
    if nested:
        own_voice = r.source is not None and r.source.of(text).lower() in FIRST_PERSON
        return OWN_VOICE_FLOOR if own_voice else NESTED_FLOOR
    vouched = any(_SHOWN.match(text, c.start, c.end) or touching(marks, c) for c in r.content)
    return QUOTED_FLOOR if vouched else PLAIN_FLOOR
