"""Articles that repeat an earlier one: word for word, in other words, or a passage of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.link.pairs import FEATURES as STATEMENT_FEATURES
from reportedly.link.profile import Profile
from reportedly.link.quotes import sameness
from reportedly.link.score import Feature, probability, scorer
from reportedly.link.shingles import containment
from reportedly.types import Link, LinkKind, Reason
from reportedly.wording import stems

FEATURES = (
    Feature("contained", "runs of words of it stand in the other, in tenths of the text, one at most"),
    Feature("holds", "runs of words of the other stand in it, in tenths of the text, one at most"),
    Feature("quotes", "its quotations stand in the other"),
    Feature("meaning", "its statements mean what the other's mean"),
    Feature("returned", "the other's statements mean what its own mean"),
    Feature("covered", "most of its statements have their like in the other"),
    Feature("partners", "its statements go back to the other's origins"),
    Feature("names", "its names stand in the other"),
    Feature("words", "its words stand in the other"),
    Feature("rare", "its words stand in the other, and in no third article"),
    Feature("credit", "it names the other's outlet"),
    Feature("hours", "hours lie between them"),
    Feature("length", "it is as long as the other"),
    Feature("lead_contained", "no other article holds as much of its words"),
    Feature("lead_partners", "no other article shares as many of its origins"),
    Feature("lead_names", "no other article shares as many of its names"),
    Feature("lead_words", "no other article shares as many of its words"),
    Feature("lead_rare", "no other article shares as many words with it alone"),
)
PASSAGE = 0.6  # share of a passage's runs of words from which it counts as copied
OWN = 0.1  # share of its own runs of words that must stand in the other, where likeness alone proves no rewrite
LONG = 350  # words from which all reports of one event are alike in what they tell, and a copy repeats words
_MEANING = next(i for i, f in enumerate(STATEMENT_FEATURES) if f.name == "meaning")
_LIKE = 0.6  # cosine of statements that say the like
_ALONE = 0.1  # what an article without any rival is taken to lead by, at most
_LED = ("contained", "partners", "names", "words", "rare")

Values = NDArray[np.float32]


def copies(new: Profile, compared: Sequence[tuple[Profile, Values]]) -> list[Link]:
    """Return the links of a new article to those that it repeats, or that repeat it, wholly or in a passage.

    `compared` pairs each known article with the features of every pair of statements (new one's, known one's).
    """
    scores = scorer("copy", FEATURES)
    found = []
    for later, earlier, values in observed(new, compared):
        logit = float(scores.logit(values)) - scores.threshold
        passage, score = _passage(later, earlier), probability(logit)
        if not _may_rewrite(later, earlier):
            logit, score = -math.inf, min(score, OWN)
        if logit >= 0 or passage >= PASSAGE:
            reasons = (Reason("passage", round(passage, 2), "the most of one passage that stands in the other"),)
            found.append(Link(LinkKind.COPY, later.article, earlier.article, score, reasons + scores.reasons(values)))
    return found


def _may_rewrite(later: Profile, earlier: Profile) -> bool:
    """Tell whether likeness of what is said can come of rewriting.

    Two briefings of one ministry on two days say the like about the like, an outlet follows up what it told itself, and
    long reports of one event say the same by nature.
    """
    alike = later.outlet == earlier.outlet or later.length >= LONG
    return not alike or containment(later.own, earlier.own) >= OWN


def observed(new: Profile, compared: Sequence[tuple[Profile, Values]]) -> list[tuple[Profile, Profile, Values]]:
    """Return (later article, earlier article, features) for each known article; the earlier one is published first."""
    ordered = [
        (new, other, values)
        if (other.moment, other.article) <= (new.moment, new.article)
        else (other, new, values.transpose(1, 0, 2))
        for other, values in compared
    ]
    seen = [(later, earlier, _features(later, earlier, values)) for later, earlier, values in ordered]
    for later, earlier, found in seen:
        third = [_vocabulary(e.running) for other, e, _ in seen if other is later and e is not earlier]
        alone = (_vocabulary(later.running) & _vocabulary(earlier.running)).difference(*third)
        found["rare"] = len(alone) / max(1, len(_vocabulary(later.running)))
    return [(later, earlier, _with_leads(row, seen)) for row, (later, earlier, _) in enumerate(seen)]


@lru_cache(maxsize=512)
def _vocabulary(running: str) -> frozenset[str]:
    return stems(running)


def _features(later: Profile, earlier: Profile, values: Values) -> dict[str, float]:
    origins = scorer("origin", STATEMENT_FEATURES)
    some = bool(values.size)
    meaning = values[..., _MEANING]
    partner = (origins.logit(values).max(1) >= origins.threshold).mean() if some else 0.0
    quoted = [q for quotes in later.quotes for q in quotes]
    known = [q for quotes in earlier.quotes for q in quotes]
    return {
        "contained": min(1.0, 10 * containment(later.shingles, earlier.shingles)),
        "holds": min(1.0, 10 * containment(earlier.shingles, later.shingles)),
        "quotes": sum(sameness([q], known) > 0 for q in quoted) / len(quoted) if quoted else 0.0,
        "meaning": float(meaning.max(1).mean()) if some else 0.0,
        "returned": float(meaning.max(0).mean()) if some else 0.0,
        "covered": float((meaning.max(1) >= _LIKE).mean()) if some else 0.0,
        "partners": float(partner),
        "names": _share(later.names, earlier.names),
        "words": _share(_vocabulary(later.running), _vocabulary(earlier.running)),
        "credit": float(_credits(later, earlier)),
        "hours": float(np.log1p(max(0.0, _hours(earlier.moment, later.moment)))),
        "length": min(2.0, later.length / max(1, earlier.length)),
    }


def _with_leads(row: int, seen: Sequence[tuple[Profile, Profile, dict[str, float]]]) -> Values:
    """Add by how much a pair is ahead of the later article's other candidates, and put all in order."""
    later, _, own = seen[row]
    leads = {}
    for key in _LED:
        rivals = [f[key] for i, (other, _, f) in enumerate(seen) if i != row and other is later]
        leads[f"lead_{key}"] = own[key] - max(rivals) if rivals else min(own[key], _ALONE)
    every = own | leads
    return np.array([every[feature.name] for feature in FEATURES], np.float32)


def _passage(later: Profile, earlier: Profile) -> float:
    """Return the largest share of one of the later article's passages that stands in the earlier article."""
    return max((containment(passage, earlier.shingles) for passage in later.passages), default=0.0)


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _credits(later: Profile, earlier: Profile) -> bool:
    """Tell whether the later article names the earlier one's outlet, which must not be its own."""
    outlet = earlier.outlet.removeprefix("the ")
    return bool(outlet) and earlier.outlet != later.outlet and f" {outlet} " in later.running


def _hours(start: str, end: str) -> float:
    try:
        gap = datetime.fromisoformat(end).replace(tzinfo=None) - datetime.fromisoformat(start).replace(tzinfo=None)
    except ValueError:
        return 0.0
    return gap.total_seconds() / 3600
