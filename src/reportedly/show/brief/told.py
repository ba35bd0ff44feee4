"""A side's own words on a claim, where the claim's do not say them already.

Whoever condemns an attack stands in one claim with those who say whose it was; only the words tell the one from the
other.
"""

from __future__ import annotations

from reportedly.link.clause import is_clause
from reportedly.link.marks import paired
from reportedly.show.brief.words import SILENT, clean, shorten
from reportedly.types import Article, Statement
from reportedly.wording import stems

MOST = 300  # characters
_SAID = 0.7  # share of the words' stems that the claim has too
_APART = 3  # characters between a verb and what it rules: "called it", "condemned the"


def told(statement: Statement, article: Article, gist: str) -> str:
    """Return a statement's words as they stand in its article, its verb with them where they are no sentence.

    "" where the claim says as much, and where somebody keeps silent.
    """
    if not statement.content or statement.stance in SILENT:
        return ""
    phrase = _phrase(statement, article.text)
    own = stems(phrase)
    if not own or len(own & stems(gist)) >= _SAID * len(own):
        return ""
    return shorten(paired(clean(phrase).removeprefix("that ").rstrip(",;: ")), MOST)


def _phrase(statement: Statement, text: str) -> str:
    content = statement.content_in(text)
    cue, first = statement.cue, statement.content[0]
    if cue is None or is_clause(content) or not stems(cue.of(text)):
        return content
    beside = cue.end <= first.start <= cue.end + _APART
    return f"{cue.of(text)} {content}" if beside else content
