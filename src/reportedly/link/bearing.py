"""How two statements bear on each other by stance and act: a side keeps its line, gives way or takes back."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from reportedly.link.profile import ACT, STANCE, Codes
from reportedly.link.score import Feature
from reportedly.types import Act, Stance

Plane = NDArray[np.float32]  # (statements of the one article, statements of the other)

_LINE = {  # what a stance comes to, by one letter
    Stance.ASSERTS: "+",
    Stance.CONFIRMS: "+",
    Stance.DENIES: "-",
    Stance.DOUBTS: "-",
    Stance.CONCEDES: "c",
    Stance.RETRACTS: "r",
    Stance.NO_COMMENT: "s",
    Stance.AWAITED: "s",
    Stance.CANNOT_CONFIRM: "s",
    Stance.NONE: "0",
}
_ACT = {Act.FACT: "f", Act.INTENTION: "i", Act.OPINION: "o", Act.DEMAND: "d", Act.QUESTION: "q"}

_ONE_SIDE = {
    "++": Feature("side_affirms", "one side affirms twice"),
    "--": Feature("side_denies", "one side denies twice"),
    "+-": Feature("side_both_ways", "one side affirms one and denies the other"),
    "-c": Feature("side_gives_way", "one side denied and concedes"),
    "+r": Feature("side_takes_back", "one side affirmed and takes back"),
    "+c": Feature("side_affirms_concedes", "one side affirms one and concedes the other"),
    "cc": Feature("side_concedes", "one side concedes twice"),
    "ss": Feature("side_silent", "one side keeps silent twice"),
}
_OTHER_SIDES = {
    "++": Feature("sides_affirm", "two sides affirm"),
    "--": Feature("sides_deny", "two sides deny"),
    "+-": Feature("sides_opposed", "one side affirms and another denies"),
    "-c": Feature("sides_deny_concede", "one side denies and another concedes"),
    "+c": Feature("sides_affirm_concede", "one side affirms and another concedes"),
    "cc": Feature("sides_concede", "two sides concede"),
}
_ACTS = {
    "ii": Feature("plans", "both are plans"),
    "fi": Feature("plan_fact", "one is a plan, the other a fact"),
    "oo": Feature("judgements", "both are judgements"),
}
FEATURES = (*_ONE_SIDE.values(), *_OTHER_SIDES.values(), *_ACTS.values())


def _couples(letters: str) -> tuple[dict[str, int], NDArray[np.int64]]:
    """Return the number of each unordered couple of letters, and the table that looks it up by two places."""
    table, numbers = np.zeros((len(letters), len(letters)), np.int64), dict[str, int]()
    for number, (a, b) in enumerate(combinations_with_replacement(range(len(letters)), 2)):
        table[a, b] = table[b, a] = number
        numbers[letters[a] + letters[b]] = number
    return numbers, table


_LINES, _ACT_LETTERS = "+-crs0", "fiodq"
_LINE_OF = np.array([_LINES.index(_LINE[s]) for s in sorted(STANCE, key=STANCE.__getitem__)], np.int64)
_ACT_OF = np.array([_ACT_LETTERS.index(_ACT[a]) for a in sorted(ACT, key=ACT.__getitem__)], np.int64)
_LINE_COUPLES, _LINE_TABLE = _couples(_LINES)
_ACT_COUPLES, _ACT_TABLE = _couples(_ACT_LETTERS)


def bearing(stances: tuple[Codes, Codes], acts: tuple[Codes, Codes], one_party: Plane) -> dict[str, Plane]:
    """Return the planes of FEATURES by name, from the stances and acts of the two articles' statements.

    Sides that are not known to be one count as two.
    """
    lines = _LINE_TABLE[_LINE_OF[stances[0]][:, None], _LINE_OF[stances[1]][None, :]]
    kinds = _ACT_TABLE[_ACT_OF[acts[0]][:, None], _ACT_OF[acts[1]][None, :]]
    two = 1 - one_party
    planes = {f.name: (lines == _LINE_COUPLES[couple]) * one_party for couple, f in _ONE_SIDE.items()}
    planes |= {f.name: (lines == _LINE_COUPLES[couple]) * two for couple, f in _OTHER_SIDES.items()}
    return planes | {f.name: (kinds == _ACT_COUPLES[couple]).astype(np.float32) for couple, f in _ACTS.items()}
