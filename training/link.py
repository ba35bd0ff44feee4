"""Learn link/directions.npy and link/weights.toml from the corpus's training stories: python -m training.link

Name kinds (story, origin, claim, copy) to learn these anew and leave the others.

Weights come by logistic regression with an L2 penalty (Newton's method: thirty weights need no library). Those of
claims and origins hang on vectors, so they are learnt on the stories that the sentence encoder was not taught (held.txt
and the development stories), else they would trust it too much; those of stories and copies on all. What they are
learnt on is taken twice, with gold statements and with our own, whose dates and sides are often wrong.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from measure.clusters import b_cubed
from measure.found import relabelled
from measure.labelled import Labelled, labelled
from reportedly.link import copies, pairs
from reportedly.link import stories as kinship
from reportedly.link.cluster import MOST, Groups, merge
from reportedly.link.decide import LEAST
from reportedly.link.fold import MERGING
from reportedly.link.profile import Profile, profile
from reportedly.link.score import Feature, Scorer, scorer, table
from reportedly.link.vectors import Vectors, directions, pooled
from reportedly.types import LinkKind
from training import held

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "reportedly" / "link" / "weights.toml"
DIRECTIONS = WEIGHTS.with_name("directions.npy")
HEADER = "# Learnt by training/link.py; one weight a feature, added up to log-odds of being the same.\n"
PENALTY = 5.0
ROUNDS = 50
WIDTH = 128  # directions kept
CROWD = -1.0  # set, not learnt: the chance that two of n statements are of one claim falls as 1/n; no story has so many

Matrix = NDArray[np.float64]
Read = list[tuple[Labelled, list[Profile]]]


def fit(values: Matrix, same: Matrix) -> tuple[Matrix, float]:
    """Return weights and bias that predict `same` (0 or 1) from values of shape (pairs, features)."""
    mean, spread = values.mean(0), values.std(0) + 1e-6
    x = np.c_[(values - mean) / spread, np.ones(len(values))]
    weights, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], PENALTY)
    penalty[-1] = 0
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - same) + penalty * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    scaled = weights[:-1] / spread
    return scaled, float(weights[-1] - scaled @ mean)


def read(stories: Iterable[Labelled]) -> Read:
    """Return stories with the profiles of their articles."""
    return [(story, [profile(a, story.statements[a.id]) for a in story.articles]) for story in stories]


def principal(rows: Sequence[Vectors], width: int = WIDTH) -> Vectors:
    """Return the `width` principal directions of vectors, of shape (EMBEDDING, width)."""
    return np.asarray(np.linalg.svd(np.concatenate(rows), full_matrices=False)[2][:width].T, np.float32)


def write(kept: Vectors) -> None:
    """Write the directions as 16-bit floats."""
    np.save(DIRECTIONS, kept.astype(np.float16))


def statement_pairs(read: Read, label: Callable[[Labelled], dict[str, str]], across: bool) -> tuple[Matrix, Matrix]:
    """Return features of the pairs of labelled statements, and whether their labels are equal.

    Two labelled "" are left out: nobody knows what they share. `across` leaves out pairs inside one article.
    """
    values, same = [], []
    for story, profiles in read:
        labels = label(story)
        for left, right in _articles(profiles, across):
            rows = [i for i, s in enumerate(left.ids) if s in labels]
            columns = [j for j, s in enumerate(right.ids) if s in labels]
            planes = pairs.compare(left, right)
            for i in rows:
                for j in columns:
                    one, other = labels[left.ids[i]], labels[right.ids[j]]
                    if (left is not right or j < i) and (one or other):
                        values.append(planes[i, j])
                        same.append(one == other)
    return np.array(values, np.float64), np.array(same, np.float64)


def claims(story: Labelled) -> dict[str, str]:
    """Return the claim of each statement, "" for one about none: what is beside the matter must stay apart from it."""
    return story.claim | dict.fromkeys(story.apart, "")


def _articles(profiles: Sequence[Profile], across: bool) -> Iterable[tuple[Profile, Profile]]:
    yield from combinations(profiles, 2)
    if not across:
        yield from ((p, p) for p in profiles)


def copy_pairs(read: Read) -> tuple[Matrix, Matrix]:
    """Return features of each article with every earlier one of its story, and whether it repeats it."""
    values, same = [], []
    for story, profiles in read:
        for place, later in enumerate(profiles):
            compared = [(earlier, pairs.compare(later, earlier)) for earlier in profiles[:place]]
            for one, other, row in copies.observed(later, compared):
                values.append(row)
                same.append((one.article, other.article) in story.copies)
    return np.array(values, np.float64), np.array(same, np.float64)


def story_pairs(read: Read) -> tuple[Matrix, Matrix]:
    """Return features of pairs of articles, and whether they are of one story."""
    every = [(story.story.id, p) for story, profiles in read for p in profiles]
    values = [kinship.features(a, b) for (_, a), (_, b) in combinations(every, 2)]
    same = [left == right for (left, _), (right, _) in combinations(every, 2)]
    return np.array(values, np.float64), np.array(same, np.float64)


def best_f1(logits: Matrix, same: Matrix) -> float:
    """Return the threshold of the best F1 over pairs."""
    order = np.argsort(-logits)
    hits = np.cumsum(same[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + same.sum())
    return float(logits[order[int(f1.argmax())]])


def best_clusters(read: Read, of: Scorer) -> float:
    """Return the threshold at which merging what `link` would keep gives the best claims, by B-cubed.

    Precision weighs eight times recall: a claim that mixes two propositions shows disputes that nobody has, while of
    two claims that are one, each still shows its own sides.
    """
    gold, merging = {s: c for story, _ in read for s, c in story.claim.items()}, MERGING[LinkKind.CLAIM]
    dense = [_logits(profiles, of) for _, profiles in read]

    def value(threshold: float) -> float:
        found: dict[str, str] = {}
        for ids, logits in dense:
            groups = Groups(ids)
            merge(groups, _kept(ids, logits - threshold), merging.absent, merging.spark)
            found |= {member: members[0] for members in groups.groups() for member in members}
        precision, recall = b_cubed(found, gold)
        return precision * recall / (precision / 8 + recall)

    return float(max(np.arange(-2.2, -0.3, 0.1), key=value))


def _logits(profiles: Sequence[Profile], of: Scorer) -> tuple[list[str], Matrix]:
    """Return the statements of a story and the scores of all their pairs."""
    rows = [np.concatenate([of.logit(pairs.compare(p, q)) for q in profiles], axis=1) for p in profiles]
    return [name for p in profiles for name in p.ids], np.concatenate(rows).astype(np.float64)


def _kept(ids: Sequence[str], logits: Matrix) -> dict[tuple[str, str], float]:
    """Return the scores that `link` keeps as the statements arrive in this order."""
    kept = {}
    for row in range(1, len(ids)):
        best = np.argsort(-logits[row, :row], kind="stable")[:MOST]
        for column in best[logits[row, best] >= LEAST[LinkKind.CLAIM]]:
            kept[min(ids[row], ids[column]), max(ids[row], ids[column])] = float(logits[row, column])
    return kept


def _parts() -> dict[str, str]:
    """Return the parts of the present file by kind: those not learnt yet are needed to learn the others."""
    if not WEIGHTS.exists():
        return {}
    found: dict[str, str] = {}
    for part in re.split(r"\n(?=\[\w+\]\n)", WEIGHTS.read_text("utf-8").partition("\n\n")[2]):
        found[part[1 : part.index("]")]] = part.rstrip("\n") + "\n"
    return found


def main() -> None:
    """Fit story, origin, claim and copy, in that order, and write them down."""
    chosen = sys.argv[1:] or ["story", "origin", "claim", "copy"]
    whole = list(labelled("train"))
    unseen = [*(story for story in whole if story.story.id in held()), *labelled("dev")]
    write(principal([pooled(a, story.statements[a.id]) for story in unseen for a in story.articles]))
    directions.cache_clear()
    every, judged = read(whole), read([*unseen, *(relabelled(story) for story in unseen)])
    parts = _parts()

    def keep(kind: str, features: Sequence[Feature], weights: Matrix, bias: float, threshold: float) -> None:
        if kind not in chosen:
            return
        parts[kind] = table(kind, [f.name for f in features], weights.tolist(), bias, threshold)
        WEIGHTS.write_text("\n".join([HEADER, *parts.values()]), "utf-8")
        scorer.cache_clear()

    values, same = story_pairs(every)
    weights, bias = fit(values, same)
    keep("story", kinship.FEATURES, weights, bias, best_f1(values @ weights + bias, same))

    values, same = statement_pairs(judged, lambda story: story.origin, across=True)
    weights, bias = fit(values, same)
    keep("origin", pairs.FEATURES, weights, bias, best_f1(values @ weights + bias, same))

    values, same = statement_pairs(judged, claims, across=False)
    weights, bias = fit(values, same)
    weights[[f.name for f in pairs.FEATURES].index("crowd")] = CROWD
    learnt = Scorer(pairs.FEATURES, weights.astype(np.float32), bias, 0.0)
    keep("claim", pairs.FEATURES, weights, bias, best_clusters(judged, learnt))

    values, same = copy_pairs(every)
    weights, bias = fit(values, same)
    keep("copy", copies.FEATURES, weights, bias, best_f1(values @ weights + bias, same))


if __name__ == "__main__":
    main()
