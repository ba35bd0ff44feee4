"""Learn link/meaning.npy: a linear map that draws statements of one claim together. numpy only.

A supervised contrastive loss (Khosla et al. 2020) inside each training story, on the frozen vectors of the sentence
encoder. The map starts as the principal directions of all statements, is pulled back towards that start, and sees half
of its inputs at a time: ninety stories are few for so many weights, and without all three it learns them by heart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from measure.labelled import Labelled
from reportedly.link.vectors import raw, unit
from reportedly.models import EMBEDDING

MAP = Path(__file__).parents[1] / "src" / "reportedly" / "link" / "meaning.npy"
WIDTH = 128
NEIGHBOURS = 0.25  # weight of the statements beside at the start
EPOCHS, RATE, DROPPED, PULL, TEMPERATURE = 4, 1e-3, 0.5, 0.02, 0.3
UNCLAIMED = (
    1.0  # nats by which a statement about no claim weighs less as a stranger: its writer may have passed it over
)

Matrix = NDArray[np.float64]


class Example(NamedTuple):
    """The statements of one story: inputs of shape (statements, INPUT) and their claims, "" for none."""

    inputs: Matrix
    claims: NDArray[np.str_]


def example(story: Labelled) -> Example:
    """Return a story's statements as the map sees them."""
    inputs = np.concatenate([raw(a, story.statements[a.id]) for a in story.articles]).astype(np.float64)
    return Example(inputs, np.array([story.claim.get(s.id, "") for s in story.every()]))


def learn(examples: Sequence[Example], seed: int = 0) -> Matrix:
    """Return a map of shape (INPUT, WIDTH), by Adam, one story a step."""
    start = _start(examples)
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    dice, step = np.random.default_rng(seed), 0
    for _ in range(EPOCHS):
        for number in dice.permutation(len(examples)):
            of = examples[number]
            kept = dice.random(of.inputs.shape) > DROPPED
            slope = gradient(weights, of._replace(inputs=of.inputs * kept / (1 - DROPPED)))
            step += 1
            first = 0.9 * first + 0.1 * slope
            second = 0.999 * second + 0.001 * slope * slope
            weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            weights -= PULL * (weights - start)
    return weights


def gradient(weights: Matrix, of: Example) -> Matrix:
    """Return the slope of the loss in one story with respect to the weights."""
    mapped = of.inputs @ weights
    length = np.linalg.norm(mapped, axis=1, keepdims=True) + 1e-9
    vectors = mapped / length
    named = of.claims != ""
    same = np.equal.outer(of.claims, of.claims) & np.logical_and.outer(named, named)
    np.fill_diagonal(same, False)
    scores = vectors @ vectors.T / TEMPERATURE - np.where(named, 0, UNCLAIMED)[None, :]
    np.fill_diagonal(scores, -np.inf)
    chance = np.exp(scores - scores.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    friends = same.sum(1)
    has = friends > 0
    wanted = same / np.maximum(friends, 1)[:, None]
    off = (chance - wanted) * has[:, None] / max(1, has.sum()) / TEMPERATURE
    pulled = (off + off.T) @ vectors
    return np.asarray(of.inputs.T @ ((pulled - (pulled * vectors).sum(1, keepdims=True) * vectors) / length))


def _start(examples: Sequence[Example]) -> Matrix:
    """Return the map that keeps the principal directions of content and sentence."""
    every = np.concatenate([unit(e.inputs[:, :EMBEDDING] + e.inputs[:, EMBEDDING : 2 * EMBEDDING]) for e in examples])
    directions = np.linalg.svd(every[::2].astype(np.float64), full_matrices=False)[2][:WIDTH].T
    return np.concatenate([directions, directions, NEIGHBOURS * directions])


def write(weights: Matrix) -> None:
    """Write the map as 16-bit floats."""
    np.save(MAP, weights.astype(np.float16))
