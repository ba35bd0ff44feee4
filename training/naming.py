"""Learns the weights of `reportedly.name` on the corpus's train stories: python -m training.naming.

Three small linear models, all in src/reportedly/name/data/weights.txt:
* land: does a capitalised name stand for a state? (logistic; a state is what the story declares as one)
* home: which state does an unmarked office belong to? (softmax over the states of the article)
* he, it, they, one, noun, voice, document: whom does it point back to? (softmax over what stands before)
The choices are learnt from the namer's own run over gold statements, in a few rounds, since each decision leans on
the ones before it.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.stories import GoldStory, stories
from measure.party import Row, alike, meanings, plain
from reportedly.name import weights as learnt
from reportedly.name.actors import Actor
from reportedly.name.forms import fold
from reportedly.name.gazetteer import shipped
from reportedly.name.home import UNTOLD
from reportedly.name.lands import Lands, candidates, enter_listed, features, setting
from reportedly.name.learning import learn
from reportedly.name.lexicon import DATA
from reportedly.name.memory import Memory
from reportedly.name.naming import Teller, scene_of
from reportedly.types import UNATTRIBUTED, PartyKind, Statement, Voice

Floats = npt.NDArray[np.float64]
ROUNDS, STEPS, RATE, DECAY, FEW = 2, 1500, 0.5, 0.003, 4.0
HEADER = (
    "# Learnt by training/naming.py on the train stories of the corpus. One feature a line; others weigh nothing.\n"
)


@dataclass(frozen=True, slots=True)
class Example:
    """Options with their features, and which of them are right."""

    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


def land_examples(story: GoldStory) -> Iterable[tuple[dict[str, float], bool]]:
    """Yield the features of each name of a story's articles, and whether it is one of its states."""
    states = {fold(plain(name)) for name, kind in story.parties.values() if kind is PartyKind.STATE}
    for gold in story.articles:
        scene = scene_of(gold.article, gold.statements, Memory(), shipped())
        listed = Lands()
        enter_listed(scene.page, shipped(), listed)
        where = setting(scene.page, listed)
        bare = Lands(cities=scene.lands.cities, persons=scene.lands.persons, forms=scene.lands.forms)
        for group in candidates(bare):
            keys = {fold(form.text) for form in group}
            yield features(group, where), any(key == state or key in state.split() for key in keys for state in states)


def choices(story: GoldStory) -> Iterable[Example]:
    """Run the namer over a story and yield its choices with what was right."""
    memory, rows = Memory(), list[Row]()
    told: list[tuple[Statement, Teller]] = []
    for gold in sorted(story.articles, key=lambda a: a.article.published):
        bare = [replace(s, voice=Voice()) for s in gold.statements]
        teller = Teller(scene_of(gold.article, bare, memory, shipped()), bare)
        voices = teller.voices()
        memory = learn(memory, gold.article, [replace(s, voice=voices[s.id]) for s in bare])
        rows += [Row(story.id, gold.article, s, voices[s.id], True) for s in gold.statements]
        told += [(s, teller) for s in gold.statements]
    means = meanings(rows)
    yield from _articles(told)
    for statement, teller in told:
        actor = teller.actor(statement)
        if actor.choice is not None and statement.voice.kind is PartyKind.STATE:
            right = [_one_state(option, statement.voice.party) for option in actor.choice.options]
            right[-1] = not any(right)  # the last option says that the state is not told
            yield Example(actor.choice.features, tuple(right))
        if actor.back is not None:
            sides = tuple(means.get(option.party) == statement.voice.party for option in actor.back.options)
            yield Example(actor.back.features, sides)
        choice = teller.choices.get(statement.id)
        if choice is not None:
            yield Example(choice.features, tuple(_right(option, statement.voice, means) for option in choice.options))


def _articles(told: Sequence[tuple[Statement, Teller]]) -> Iterable[Example]:
    """Yield, for each article, the choice of the state of its unmarked offices, with the one most of them spoke for."""
    spoke: dict[int, Counter[str]] = defaultdict(Counter)
    tellers = {id(teller): teller for _, teller in told}
    for statement, teller in told:
        if teller.actor(statement).choice is not None and statement.voice.kind is PartyKind.STATE:
            spoke[id(teller)][statement.voice.party] += 1
    for key, counts in spoke.items():
        choice = tellers[key].scene.homes.article()
        party = counts.most_common(1)[0][0]
        right = [_one_state(option, party) for option in choice.options]
        right[-1] = not any(right)
        yield Example(choice.features, tuple(right))


def fold_examples(story: GoldStory) -> Iterable[tuple[dict[str, float], bool]]:
    """Yield the features of each public body that speaks in a story, and whether it speaks for its state there."""
    memory = Memory()
    for gold in sorted(story.articles, key=lambda a: a.article.published):
        bare = [replace(s, voice=Voice()) for s in gold.statements]
        teller = Teller(scene_of(gold.article, bare, memory, shipped()), bare)
        voices = teller.voices()
        memory = learn(memory, gold.article, [replace(s, voice=voices[s.id]) for s in bare])
        for s in gold.statements:
            why = teller.actor(s).fold
            if why is not None and s.voice.party != UNATTRIBUTED:
                yield why, s.voice.kind is PartyKind.STATE


def _one_state(ours: str, gold: str) -> bool:
    return ours != UNTOLD and alike(ours, gold)


def _right(actor: Actor, gold: Voice, means: Mapping[str, str]) -> bool:
    if gold.speaker:
        return bool(actor.name) and fold(actor.name).split()[-1] == fold(gold.speaker).split()[-1]
    return means.get(actor.party) == gold.party


def way_of(example: Example) -> str:
    """Return which kind of choice an example is: "home", "place", "he" ..."""
    names = Counter(name.split(".")[0].replace("untold", "place") for f in example.features for name in f)
    return names.most_common(1)[0][0] if names else ""


def fit(examples: Sequence[Example], start: Mapping[str, float]) -> dict[str, float]:
    """Return weights that make the right options likely, each kind of choice by itself."""
    found: dict[str, float] = {}
    for way in sorted({way_of(e) for e in examples}):
        found |= _fit_way([e for e in examples if way_of(e) == way], start)
    return found


def _fit_way(examples: Sequence[Example], start: Mapping[str, float]) -> dict[str, float]:
    """Return weights by gradient steps (softmax, marginal over the right options)."""
    usable = [e for e in examples if any(e.right) and not all(e.right)]
    if not usable:
        return {}
    names = sorted({name for e in usable for f in e.features for name in f})
    matrix = _matrix([f for e in usable for f in e.features], {name: i for i, name in enumerate(names)})
    right = np.array([float(r) for e in usable for r in e.right])
    sizes = np.array([len(e.right) for e in usable])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.array([start.get(name, 0.0) for name in names])
    decay = DECAY + FEW / len(usable)  # few examples may not move far
    for _ in range(STEPS):
        p = _softmax(matrix @ weights, starts, sizes)
        mass = np.repeat(np.add.reduceat(p * right, starts), sizes)
        weights -= RATE * (matrix.T @ (p - p * right / np.maximum(mass, 1e-12)) / len(usable) + decay * weights)
    return dict(zip(names, weights.tolist(), strict=True))


def fit_binary(examples: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Return logistic weights that tell right from wrong."""
    names = sorted({name for f, _ in examples for name in f})
    index = {name: i for i, name in enumerate(names)}
    matrix = _matrix([f for f, _ in examples], index)
    truth = np.array([float(y) for _, y in examples])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-matrix @ weights))
        weights -= 4 * RATE * (matrix.T @ (p - truth) / len(truth) + 0.0005 * weights)
    return dict(zip(names, weights.tolist(), strict=True))


def _matrix(rows: Sequence[Mapping[str, float]], index: Mapping[str, int]) -> Floats:
    matrix = np.zeros((len(rows), len(index)))
    for r, row in enumerate(rows):
        for name, value in row.items():
            if name in index:
                matrix[r, index[name]] = value
    return matrix


def _softmax(scores: Floats, starts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> Floats:
    """Return the softmax within each run of rows."""
    raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    result: Floats = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
    return result


def accuracy(examples: Sequence[Example], weights: Mapping[str, float]) -> dict[str, tuple[float, int]]:
    """Return, by way of choosing, the share of examples whose best option is right, over all where one is."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for e in examples:
        if any(e.right):
            scores = [sum(weights.get(n, 0.0) * v for n, v in f.items()) for f in e.features]
            way = Counter(name.split(".")[0].replace("untold", "place") for f in e.features for name in f).most_common(
                1
            )
            hits[way[0][0] if way else ""].append(e.right[scores.index(max(scores))])
    return {way: (sum(h) / len(h), len(h)) for way, h in sorted(hits.items())}


def write(weights: Mapping[str, float], path: Path) -> None:
    """Write the weights, sorted, and make the namer use them."""
    weights = dict(weights) | BY_HAND
    path.write_text(HEADER + "".join(f"{name}: {value:.3f}\n" for name, value in sorted(weights.items())), "utf-8")
    learnt.weights.cache_clear()


# The corpus has no government's own pages, few outlets of known countries, and hardly an article of the real world that
# is about no state, so these are set, not learnt.
BY_HAND = {
    "place.government": 5.0,
    "place.outlet country beside": -3.0,
    "place.outlet country": 0.3,
    "place.outlet country named": 1.5,
    "place.bodies": 1.5,
    "place.laid": 3.0,
    "place.listed places": 1.5,
    "fold.unnamed": 1.5,
    "land.listed state": -3.0,
    "land.no state noun": -1.5,
    "land.nothing of a state": -3.0,
}


def main() -> None:
    """Learn, write, and print how often each kind of choice is right on train and dev."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=DATA / "weights.txt")
    options = parser.parse_args()
    train = list(stories("train"))
    weights = dict(learnt.weights()) | BY_HAND
    weights |= fit_binary([e for story in train for e in land_examples(story)])
    write(weights, options.out)
    for number in range(ROUNDS):
        weights |= fit_binary([e for story in train for e in fold_examples(story)])
        write(weights, options.out)
        examples = [e for story in train for e in choices(story)]
        weights |= fit(examples, weights)
        write(weights, options.out)
        print(number, {way: f"{share:.2f} of {n}" for way, (share, n) in accuracy(examples, weights).items()})
    dev = [e for story in stories("dev") for e in choices(story)]
    print("dev", {way: f"{share:.2f} of {n}" for way, (share, n) in accuracy(dev, weights).items()})


if __name__ == "__main__":
    main()
