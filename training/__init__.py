"""Corpus -> weights. torch is needed here only (requirements/train.txt)."""

from functools import cache
from pathlib import Path


@cache
def held() -> frozenset[str]:
    """Return the stories that the sentence encoder is not taught, so that linking can learn how far to trust it."""
    return frozenset(Path(__file__).with_name("held.txt").read_text("utf-8").split())
