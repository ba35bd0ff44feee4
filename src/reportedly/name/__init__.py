"""Names the voice of every statement: speaker, body and side, with the reasons; remembers speakers between articles."""

from __future__ import annotations

from reportedly.name.gazetteer import Gazetteer, load, shipped
from reportedly.name.joint import split_joint
from reportedly.name.learning import learn
from reportedly.name.memory import Memory
from reportedly.name.naming import name
from reportedly.name.voices import Cast, voices
from reportedly.name.weights import version

__all__ = [
    "Cast",
    "Gazetteer",
    "Memory",
    "learn",
    "load",
    "name",
    "shipped",
    "split_joint",
    "version",
    "voices",
]
