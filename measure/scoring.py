"""Score found attributions against gold ones: cue, source and content as sets of words, paired one to one.

The rules are those of the published PolNeAR comparisons (Pareti 2015; Newell et al. 2018): a role is the set of word
tokens its spans touch, punctuation apart; attributions are paired greedily by the Dice of their contents; "full" asks
for Dice >= 0.5 of content and of source, both without a source also agreeing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.types import Span, Statement

THRESHOLD = 0.5
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as sets of word numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    kind: str = ""


class Words:
    """The word tokens of a text; turns spans into sets of word numbers."""

    def __init__(self, text: str) -> None:
        self.owner = [-1] * len(text)
        self.solid: set[int] = set()
        for number, match in enumerate(TOKEN.finditer(text)):
            self.owner[match.start() : match.end()] = [number] * (match.end() - match.start())
            if any(ch.isalnum() for ch in match[0]):
                self.solid.add(number)

    def of(self, spans: Sequence[Span | tuple[int, int]]) -> frozenset[int]:
        """Return the words that spans touch; punctuation only where there is nothing else."""
        touched = {n for start, end in spans for n in self.owner[start:end] if n >= 0}
        return frozenset(touched & self.solid or touched)

    def attribution(self, statement: Statement) -> Attribution:
        """Return a statement as sets of words."""
        source = (statement.source,) if statement.source else ()
        cue = (statement.cue,) if statement.cue else ()
        return Attribution(self.of(source), self.of(cue), self.of(statement.content), statement.mode)


def dice(x: frozenset[int], y: frozenset[int]) -> float:
    """Return the Dice coefficient; two empty sets agree."""
    if not x and not y:
        return 1.0
    return 2 * len(x & y) / (len(x) + len(y))


def pairs(gold: Sequence[Attribution], found: Sequence[Attribution], role: str) -> Iterator[tuple[int, int, float]]:
    """Yield (gold, found, Dice) one to one, best first."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            if getattr(g, role) & getattr(f, role):
                likeness = dice(getattr(g, role), getattr(f, role))
                candidates.append((-likeness, -dice(g.source, f.source), -dice(g.cue, f.cue), i, j))
    used_gold, used_found = set[int](), set[int]()
    for likeness, _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield i, j, -likeness


def count(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Counter[str]:
    """Count one document; counts of documents add up."""
    c: Counter[str] = Counter(gold=len(gold), found=len(found))
    for role in ("cue", "content"):
        c[f"{role} gold"] = sum(bool(getattr(g, role)) for g in gold)
        c[f"{role} found"] = sum(bool(getattr(f, role)) for f in found)
        for i, j, _ in pairs(gold, found, role):
            shared = len(getattr(gold[i], role) & getattr(found[j], role))
            _add(c, f"{role} p", shared / len(getattr(found[j], role)))
            _add(c, f"{role} r", shared / len(getattr(gold[i], role)))
    for i, j, likeness in pairs(gold, found, "content"):
        if likeness >= THRESHOLD:
            c["matched"] += 1
            c["exact"] += gold[i].content == found[j].content
            right = dice(gold[i].source, found[j].source) >= THRESHOLD
            c["full"] += right
            if gold[i].source:
                c["matched with source"] += 1
                c["source right"] += right
    return c


def _add(counter: Counter[str], key: str, value: float) -> None:
    counter[key] += value  # type: ignore[assignment]  # shares of words are counted too


def of_kind(
    kind: str, gold: Sequence[Attribution], found: Sequence[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """Keep gold of one kind; found ones that belong to gold of another kind are set aside, neither right nor wrong."""
    keep, rest = [g for g in gold if g.kind == kind], [g for g in gold if g.kind != kind]

    def meets(f: Attribution, others: Sequence[Attribution]) -> bool:
        return any(f.content & g.content for g in others)

    return keep, [f for f in found if meets(f, keep) or not meets(f, rest)]


def f1(true_p: float, found: float, true_r: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall."""
    p, r = (true_p / found if found else 0.0), (true_r / gold if gold else 0.0)
    return 2 * p * r / (p + r) if p + r else 0.0


def figures(c: Counter[str]) -> dict[str, float]:
    """Return the figures that counts stand for."""
    return {
        "full F1": f1(c["full"], c["found"], c["full"], c["gold"]),
        "full P": c["full"] / max(1, c["found"]),
        "full R": c["full"] / max(1, c["gold"]),
        "cue overlap F1": f1(c["cue p"], c["cue found"], c["cue r"], c["cue gold"]),
        "content overlap F1": f1(c["content p"], c["content found"], c["content r"], c["content gold"]),
        "content exact given match": c["exact"] / max(1, c["matched"]),
        "source right given content": c["source right"] / max(1, c["matched with source"]),
    }
