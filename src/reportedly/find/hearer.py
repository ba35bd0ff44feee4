"""Who hears and does not speak: the subject of "the envoy was told that", "he had been warned".

In the corpus such a statement has no source, whoever the sentence around it lets speak.
"""

from __future__ import annotations

import re

from reportedly.types import Span

_HEARS = re.compile(
    r"(?:had |has |have |will |would |should )?(?:been|was|were|is|are|being|be) (?:\w+ly |also |then )?"
    r"(?:told|warned|informed|assured|advised|notified|asked|ordered|urged|instructed|summoned)\b",
    re.IGNORECASE,
)


def is_hearer(text: str, source: Span, cue: Span) -> bool:
    """Tell whether what was taken for a source is whom the words were said to."""
    return source.end <= cue.start and _HEARS.match(text, cue.start, cue.end) is not None
