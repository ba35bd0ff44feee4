"""A choice by learnt weights: among what a claim may say happened, and among the sides that may have had a part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from reportedly.weights import Features, score, table

T = TypeVar("T")
FILE = Path(__file__).with_name("weights.txt")


@cache
def weights() -> Mapping[str, float]:
    """Return feature -> weight of weights.txt; training/happenings.py writes it."""
    return table(FILE.read_text("utf-8").splitlines())


def likeliest(options: Mapping[T, Features]) -> T:
    """Return the option with the greatest weighted sum, the first of equals. Raises ValueError where there is none."""
    return max(options, key=lambda option: score(options[option], weights()))
