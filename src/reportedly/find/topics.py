"""Topics of headlines: "Ukraine: some troops reportedly retreat" names its subject before the colon, nobody who speaks.

"Mayor: we had it in February" is the same to the eye. What tells them apart is the article: it lets the mayor speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.find.raw import Raw
from reportedly.text import OPENING_QUOTES
from reportedly.types import Article, Role, Span, Stance

_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_LETTERS = 5  # that "Ukraine" and "Ukrainian" share
_MARKS = OPENING_QUOTES + "'‘"
_SPEAKS = frozenset(Stance) - {Stance.AWAITED, Stance.NO_COMMENT, Stance.NONE}


def without_topics(article: Article, raws: Sequence[Raw]) -> list[Raw]:
    """Return the statements without those of a headline's topic: a bare name that says nothing in the article."""
    text = article.text
    headlines = [block.span for block in article.blocks if block.role is Role.HEADLINE]
    labelled = [raw for raw in raws if _has_label(text, raw, headlines)]
    if not labelled:
        return list(raws)
    speakers = [
        raw.source.of(text).casefold()
        for raw in raws
        if raw.source is not None
        and raw.labels.stance in _SPEAKS
        and not any(h.overlaps(raw.source) for h in headlines)
    ]
    topics = [raw for raw in labelled if raw.source and not any(_stem(raw.source.of(text)) in who for who in speakers)]
    return [raw for raw in raws if raw not in topics]


def _has_label(text: str, raw: Raw, headlines: Sequence[Span]) -> bool:
    """Tell whether a statement is a headline's words after a name and a colon, outside quotation marks."""
    source, cue = raw.source, raw.cue
    if source is None or cue is None or not raw.content or cue.of(text) != ":" or not _NAME.fullmatch(source.of(text)):
        return False
    quoted = text[raw.content[0].start] in _MARKS
    return not quoted and any(h.start == source.start and h.holds(cue) for h in headlines)


def _stem(name: str) -> str:
    return name.split()[-1][:_LETTERS].casefold()
