"""The order in which the model's outputs stand for our words. Changing it needs new weights."""

from __future__ import annotations

from reportedly.types import Act, Certainty, Channel, Stance

ANCHOR_TAGS = ("O", "B-cue", "I-cue", "B-name", "I-name")  # "name": the name line of a block quote without any cue
ROLES = ("source", "content", "via")
ACTS = tuple(Act)
STANCES = tuple(Stance)
CERTAINTIES = tuple(Certainty)
CHANNELS = tuple(Channel)
