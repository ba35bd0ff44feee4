"""Statements that say little but whom their whole article is about: "the nomination of Lunt", "that Norvik".

All of them look alike, and in news of one person they drew what everybody said of everything into one claim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.types import Stance, Statement
from reportedly.wording import stem

SHARE, FEWEST = 0.2, 4  # of an article's statements that name somebody, for it to be about him or her
LEFT = 1  # other telling words that such a statement has at most
_SMALL_LETTERS = re.compile(r"(?<!\w)[a-z][\w'’-]+")


def thin(
    text: str, named: frozenset[str], told: Sequence[frozenset[str]], statements: Sequence[Statement]
) -> list[bool]:
    """Tell of each statement whether it asserts nothing but the names that stand in a fifth of all.

    `named` are the names in an article's text, `told` the stems of what each of its statements says. Whoever denies or
    keeps silent answers what others said, however few the words.
    """
    always = {stem(name) for name in named.difference(_SMALL_LETTERS.findall(text))}
    stands = Counter(word for words in told for word in words & always)
    enough = max(FEWEST, SHARE * len(statements))
    about = {name for name, count in stands.items() if count >= enough}
    return [
        statement.stance is Stance.ASSERTS and not words.isdisjoint(about) and len(words - about) <= LEFT
        for statement, words in zip(statements, told, strict=True)
    ]
