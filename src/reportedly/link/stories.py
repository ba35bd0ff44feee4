"""Which articles tell of one developing event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.link.profile import Profile
from reportedly.link.score import Feature, probability, scorer
from reportedly.types import Link, LinkKind

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
        values = features(new, other)
        logit = float(scores.logit(values)) - scores.threshold
        if logit >= 0:
            found.append(Link(LinkKind.STORY, new.article, other.article, probability(logit), scores.reasons(values)))
    return found


def features(left: Profile, right: Profile) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Return what two articles have in common as stories go, in order of FEATURES."""
    lead = float(left.lead @ right.lead)
    fewest = min(len(left.names), len(right.names))
    names = len(left.names & right.names) / fewest if fewest else 0.0
    return np.array([lead, names, lead * names], np.float32)
