"""Mode by rule, from the quotation marks: the source's own words, some of them, none, or nobody named."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.decode import Labels
from reportedly.find.quotes import touching
from reportedly.types import Certainty, Mode, Span, Stance

# Silence is somebody's, even where the sentence leaves them out ("no comment was given").
_SILENCE = frozenset({Stance.AWAITED, Stance.NO_COMMENT, Stance.CANNOT_CONFIRM})


def mode_of(source: Span | None, content: Sequence[Span], marks: Sequence[Span], labels: Labels) -> Mode:
    """Return a statement's mode; `marks` are the article's quoted stretches, marks included."""
    length = sum(span.end - span.start for span in content)
    inside = sum(min(c.end, m.end) - max(c.start, m.start) for c in content for m in touching(marks, c))
    if source is None and not inside and (labels.certainty is Certainty.REPORTED or labels.stance not in _SILENCE):
        return Mode.REPORT
    if length and inside >= 0.9 * length:
        return Mode.DIRECT
    return Mode.MIXED if inside else Mode.INDIRECT
