"""Which articles tell of one developing event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.link.profile import Profile
from reportedly.link.score import Feature, probability, scorer
from reportedly.types import Link, LinkKind, Reason

# After two weeks each further week costs a point of log-odds. Not learnt: a story of the corpus lasts weeks, and its
# names are its own, while in the world the same states are named in two pieces of news half a year apart.
FRESH, FADES = 14, 7.0

FEATURES = (
    Feature("lead", "their opening lines mean the same"),
    Feature("names", "they name the same people and places"),
    Feature("lead_names", "their opening lines mean the same, and they name the same people and places"),
)


def kin(new: Profile, near: Sequence[Profile]) -> list[Link]:
    """Return the links of a new article to the articles of its story, the strongest of them if it has many."""
    scores = scorer("story", FEATURES)
    found = []
    for other in near:
        values, faded = features(new, other), _faded(new, other)
        logit = float(scores.logit(values)) - scores.threshold - faded
        if logit >= 0:
            reasons = scores.reasons(values)
            if faded >= 0.05:
                reasons = (*reasons, Reason("days apart", round(-faded, 2), "they were published some time apart"))
            found.append(Link(LinkKind.STORY, new.article, other.article, probability(logit), reasons))
    return found


def _faded(left: Profile, right: Profile) -> float:
    """Return the log-odds that two articles lose by the days between them, none where a date is missing."""
    if not left.published or not right.published:
        return 0.0
    return max(0, abs(left.published - right.published) - FRESH) / FADES


def features(left: Profile, right: Profile) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Return what two articles have in common as stories go, in order of FEATURES."""
    lead = float(left.lead @ right.lead)
    fewest = min(len(left.names), len(right.names))
    names = len(left.names & right.names) / fewest if fewest else 0.0
    return np.array([lead, names, lead * names], np.float32)
