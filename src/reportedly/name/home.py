"""Which state an office belongs to that names none: "the interior ministry", "police", "the governor".

Offices of the state a story plays in go unmarked, foreign ones are marked. The features say how much the article
speaks of each state, where, and for which state unmarked offices have spoken before.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from reportedly.name.choice import Choice, choose
from reportedly.name.forms import fold
from reportedly.name.lands import Lands
from reportedly.name.words import Page


UNTOLD = "Government"  # the party's name where no word tells the state


@dataclass(slots=True)
class Homes:
    """What is known of the states of an article while it is being named."""

    page: Page
    lands: Lands
    remembered: Counter[str]  # states that unmarked offices spoke for in earlier articles of this outlet
    unmarked: Counter[str] = field(default_factory=Counter)  # and so far in this one
    marked: Counter[str] = field(default_factory=Counter)  # offices that the article marks as a state's
    spoke: list[tuple[int, str]] = field(default_factory=list)  # (offset, state) of sources so far

    def at(self, offset: int, head: str) -> Choice[str] | None:
        """Return the state of an office mentioned at an offset, None where no state is known at all."""
        counts = Counter(state for _, state in self.lands.mentions)
        options = [*sorted({*counts, *self.remembered} - {UNTOLD}), UNTOLD]
        told = [self._features(state, offset, head, counts) for state in options[:-1]]
        return choose(options, [*told, self._untold(told)])

    def _untold(self, told: list[dict[str, float]]) -> dict[str, float]:
        """Return what speaks for the article not telling the state at all: a local paper on its own police."""
        return {
            "untold.bias": 1.0,
            "untold.no state": float(not told),
            "untold.one state": float(len(told) == 1),
            "untold.doubtful": float(all(f.get("home.odds", 0.0) < 0 for f in told)),
            "untold.remembered": self.remembered[UNTOLD] / max(1, sum(self.remembered.values())),
            "untold.unmarked": self.unmarked[UNTOLD] / max(1, sum(self.unmarked.values())),
            "untold.marked": float(bool(self.marked)),
            "untold.spoke": min(3.0, float(len({state for _, state in self.spoke}))),
        }

    def _features(self, state: str, offset: int, head: str, counts: Counter[str]) -> dict[str, float]:
        mentions = self.lands.mentions
        before = [s for o, s in mentions[: bisect_left(mentions, (offset, ""))]]
        recent = list(dict.fromkeys(reversed(before)))
        sentence = self._sentence(offset)
        near = {s for o, s in mentions if self._sentence(o) == sentence}
        spoken = [s for o, s in self.spoke if o < offset]
        found = {
            "home.odds": max(-3.0, min(3.0, self.lands.odds.get(state, 3.0 if counts[state] else 0.0))),
            "home.count": math.log1p(counts[state]),
            "home.share": counts[state] / max(1, sum(counts.values())),
            "home.absent": float(not counts[state]),
            "home.first": float(bool(mentions) and mentions[0][1] == state),
            "home.last": float(recent[:1] == [state]),
            "home.before": float(state in recent),
            "home.same sentence": float(state in near),
            "home.outlet": float(self._in_outlet(state)),
            "home.remembered": self.remembered[state] / max(1, sum(self.remembered.values())),
            "home.unmarked": self.unmarked[state] / max(1, sum(self.unmarked.values())),
            "home.marked": self.marked[state] / max(1, sum(self.marked.values())),
            "home.spoke last": float(spoken[-1:] == [state]),
        }
        if head in {"embassy", "ambassador", "consul", "consulate"}:
            found["home.embassy last"] = found["home.last"]
            found["home.embassy unmarked"] = found["home.unmarked"]
        if head in {"ministry", "minister", "spokesman", "spokeswoman"}:
            found["home.ministry last"] = found["home.last"]
        return {name: value for name, value in found.items() if value}

    def _sentence(self, offset: int) -> int:
        words = self.page.words
        i = self.page.index_at(offset)
        return words[i].sentence if i < len(words) else -1

    def _in_outlet(self, state: str) -> bool:
        outlet = fold(self.page.article.outlet)
        return any(word[: max(4, len(word) - 2)] in outlet for word in fold(state).split() if len(word) > 3)  # noqa: PLR2004
