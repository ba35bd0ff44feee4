"""What a teacher makes of sentences: its odds for each, kept in a file, so that a smaller model learns them too.

A label says that a sentence tells of an arrest; a teacher says that it is an arrest but might be a sanction, and never
an offer of aid. Such odds teach more than labels do (Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a
Neural Network"), and sentences that nobody has labelled have them too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.augment import STRAIGHT


class Opinion(NamedTuple):
    """Odds for one sentence."""

    types: NDArray[np.float32]  # (len(EVENT_TYPES),), of sum 1
    roles: NDArray[np.float32]  # (tokens, len(EVENT_ROLES)), each for itself


def key_of(sentence: str) -> str:
    """Return what a sentence goes by in all its variants (see augment.py)."""
    return sentence.translate(STRAIGHT).lower()


def write(path: Path, opinions: Mapping[str, Opinion]) -> None:
    """Keep opinions, by key, in half precision."""
    np.savez_compressed(
        path,
        keys=np.array(list(opinions)),
        types=np.array([told.types for told in opinions.values()], np.float16),
        roles=np.concatenate([told.roles for told in opinions.values()]).astype(np.float16),
        tokens=np.array([len(told.roles) for told in opinions.values()]),
    )


def read(path: Path) -> dict[str, Opinion]:
    """Return the opinions of a file, by key. Raises FileNotFoundError where there is none."""
    with np.load(path) as held:
        ends = np.cumsum(held["tokens"])
        roles = np.split(held["roles"].astype(np.float32), ends[:-1])
        types = held["types"].astype(np.float32)
        return {key: Opinion(*told) for key, *told in zip(held["keys"].tolist(), types, roles, strict=True)}
