"""Whoever tells the very words in which another denies a claim, denies it too, however his own are told.

"The attorney general wrote that the inquiry found no plot" and "the inquiry found no plot, according to its head" are
read apart, and one may come out as a denial and the other as an assertion. Of 37 disputes that led 25 real stories six
were nothing but that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.link.affirmed import denies
from reportedly.types import AFFIRMS, Article, Stance, Statement
from reportedly.wording import NEGATION, stems

_FEWEST = 4  # stems of telling words that both must have
_REPEATED = 0.8  # of the shorter one's


def echoing(statements: Sequence[Statement], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the statements of a claim that affirm what another one denies in the same words, sorted."""
    contested = any(s.stance is Stance.DENIES for s in statements)
    return tuple(sorted(_echoing(statements, articles))) if contested else ()


def _echoing(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[str]:
    negating = [(s, stems(s.content_in(text))) for s in statements if negates(s, text := articles[s.article].text)]
    denied = [told for s, told in negating if s.stance is Stance.DENIES]
    for statement, told in negating:
        if statement.stance in AFFIRMS and any(_repeats(told, other) for other in denied):
            yield statement.id


def negates(statement: Statement, text: str) -> bool:
    """Tell whether a statement in a text says by a negation that something is not so.

    "Denied that nobody was hurt" has its negation from somebody else.
    """
    return not denies(statement, text) and NEGATION.search(statement.content_in(text)) is not None


def _repeats(left: frozenset[str], right: frozenset[str]) -> bool:
    shorter = min(len(left), len(right))
    return shorter >= _FEWEST and len(left & right) >= _REPEATED * shorter
