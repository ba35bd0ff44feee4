"""Numbers for one quantity: who gives which, what they leave open, and which of them cannot both be so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reportedly.counts import comparable, is_measure, may_be_part, of_one_order, one_thing, overlap
from reportedly.stand.moment import DAY
from reportedly.types import AFFIRMS, UNATTRIBUTED, Act, Article, Bounds, Figure, Quantity, Relation, Rival, Statement

# What somebody does or will do himself: "it is expelling", "that they would withdraw", "to send".
_PLAN = re.compile(
    r"(?:that )?(?:to \w"
    r"|(?:it|we|they|he|she|I)(?: too| also| all)?(?:['’]ll| will| would| (?:is|are|was|were) \w+ing)\b)",
    re.IGNORECASE,
)


def figures(statements: Iterable[Statement], moments: Mapping[str, str]) -> tuple[Figure, ...]:
    """Return every figure given with an affirmation, oldest first. `moments` says when each statement was made."""
    found = [
        Figure(s.voice.party, quantity, s.id, moments[s.id])
        for s in statements
        if s.stance in AFFIRMS
        for quantity in s.quantities
        if quantity.low is not None or quantity.high is not None
    ]
    return tuple(sorted(found, key=lambda f: (f.at, f.statement, f.quantity.start)))


def own_deeds(statements: Iterable[Statement], articles: Mapping[str, Article]) -> frozenset[str]:
    """Return the statements in which a side tells what it does itself: "it is expelling ten diplomats".

    Ten of one side's and four of another's are no two numbers for one thing.
    """
    return frozenset(s.id for s in statements if s.act is Act.INTENTION or _tells_of_itself(s, articles))


def _tells_of_itself(statement: Statement, articles: Mapping[str, Article]) -> bool:
    article = articles.get(statement.article)
    return article is not None and _PLAN.match(statement.content_in(article.text)) is not None


def relation(
    left: Figure, right: Figure, denials: frozenset[str] = frozenset(), own: frozenset[str] = frozenset()
) -> Relation | None:
    """Compare two figures, `left` the older one; None where they count different things.

    `denials` holds the parties that reject another's figure outright: theirs contradict whatever the day. What nobody
    named said contradicts no one, nor does what a side says of its `own` deeds. Two of one unit are seldom of one
    thing: a plane flew at 38,000 feet and struck a mountain at 6,000.
    """
    apart = {left.statement, right.statement} <= own and left.party != right.party
    if apart or not comparable(left.quantity, right.quantity):
        return None
    if overlap(left.quantity, right.quantity):
        return Relation.AGREES
    if left.party == right.party:
        return Relation.REVISED
    one_day = left.at[:DAY] == right.at[:DAY]
    measures = is_measure(left.quantity) or is_measure(right.quantity)
    opposed = (one_day and not measures) or {left.party, right.party} & denials
    surely = UNATTRIBUTED not in {left.party, right.party} and own.isdisjoint({left.statement, right.statement})
    surely = surely and _surely_one(left.quantity, right.quantity)
    return Relation.CONTRADICTS if opposed and surely else Relation.DIFFERS


def _surely_one(left: Quantity, right: Quantity) -> bool:
    """Tell whether two quantities that may count one thing surely do: a bare "212" hardly is of the 11 dead."""
    if not (left.item or right.item):  # "25,766" and "8,566" in a report of two exchanges
        return False
    named = bool(left.item and right.item)
    return not may_be_part(left, right) and (named or of_one_order(left, right))


def newest(given: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return each party's newest figures: a later one for the same thing replaces the earlier."""
    kept: list[Figure] = []
    for figure in sorted(given, key=lambda f: (f.at, f.statement, f.quantity.start)):
        kept = [k for k in kept if k.party != figure.party or not comparable(k.quantity, figure.quantity)]
        kept.append(figure)
    return tuple(kept)


def rivals(
    given: Sequence[Figure], denials: frozenset[str] = frozenset(), own: frozenset[str] = frozenset()
) -> tuple[Rival, ...]:
    """Return the pairs that no single number satisfies: every revision, and what the newest figures leave apart.

    Two figures of one statement count two things, or tell how one has changed; neither is the other's rival. One that
    tells not what it counts, beside others, may count anything ("14 patients, seven of whom have been discharged").
    """
    current, of = set(newest(given)), Counter(f.statement for f in given)
    told = [f for f in given if f.quantity.item or of[f.statement] == 1]
    found = []
    for left, right in combinations(told, 2):
        kind = relation(left, right, denials, own)
        if kind is None or kind is Relation.AGREES or left.statement == right.statement:
            continue
        if kind is Relation.REVISED or (left in current and right in current):
            found.append(Rival(left, right, kind))
    return tuple(found)


def bounds(given: Sequence[Figure], own: frozenset[str] = frozenset()) -> Bounds | None:
    """Return low, best and high of the newest figures that count what most of them count, or None without any.

    Nor are there any where two sides count their `own` deeds: no number lies between ten expelled here and four there.

    Those of parties with a name come before those that nobody is named for. Best is the midpoint of a figure for what
    most parties count, and count most often, without an open end if there is one ("more than 2" agrees with
    everything): the one that most agree with, the newest of those on a tie.
    """
    current = _named(given)
    best = _best(current, given)
    if best is None or len({f.party for f in current if f.statement in own}) > 1:
        return None
    alike = [f for f in current if one_thing(f.quantity, best.quantity)]
    lows = [f.quantity.low if f.quantity.low is not None else 0.0 for f in alike]
    highs = [f.quantity.high for f in alike]
    high = None if any(h is None for h in highs) else max(h for h in highs if h is not None)
    return Bounds(min(lows), _middle(best.quantity), high)


def beside(given: Sequence[Figure]) -> frozenset[str]:
    """Return the statements that only count something else than most sides count: "two Americans dead" of 31."""
    best = _best(_named(given), given)
    counted = {f.statement for f in given if best is not None and one_thing(f.quantity, best.quantity)}
    return frozenset(f.statement for f in given if f.statement not in counted)


def _named(given: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the newest figures of parties with a name, or where there are none those that nobody is named for."""
    current = newest(given)
    return tuple(f for f in current if f.party != UNATTRIBUTED) or current


def _best(current: Sequence[Figure], given: Sequence[Figure]) -> Figure | None:
    return max(current, key=lambda f: _weight(f, current, given), default=None)


def _weight(
    figure: Figure, current: Sequence[Figure], given: Sequence[Figure]
) -> tuple[bool, int, int, bool, int, str, str]:
    """Return what makes a figure the best of all, the most telling first."""
    alike = [o for o in current if one_thing(figure.quantity, o.quantity)]
    parties = len({o.party for o in alike})
    told = sum(one_thing(figure.quantity, o.quantity) for o in given)
    closed = figure.quantity.low is not None and figure.quantity.high is not None
    agreeing = sum(overlap(figure.quantity, o.quantity) for o in alike)
    return bool(figure.quantity.item), parties, told, closed, agreeing, figure.at, figure.statement


def _middle(quantity: Quantity) -> float | None:
    if quantity.low is None or quantity.high is None:
        return quantity.low if quantity.high is None else quantity.high
    return (quantity.low + quantity.high) / 2
