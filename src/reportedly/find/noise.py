"""What looks like something said and is not: terms of anonymity, handles and tags of a post, credits, bare links."""

from __future__ import annotations

import re

_NOISE = (
    re.compile(r"^(?:on )?(?:the |strict )?condition of anonymity\b", re.IGNORECASE),
    re.compile(r"^(?:not to be|that (?:he|she|they) not be) (?:named|identified|quoted)\b", re.IGNORECASE),
    re.compile(r"^anonymity$", re.IGNORECASE),
    re.compile(r"^(?:[@#]\w+[\s,.]*)+$"),
    re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE),
    re.compile(r"^\((?:AP |AFP |Reuters |Getty |file )?(?:photo|image)\b", re.IGNORECASE),
)


# Whoever is led, forced or helped to do something was told nothing.
_CAUSES = re.compile(
    r"(?:\w+ ){0,2}(?:led|leads?|leading|caus(?:e|es|ed|ing)|prompt(?:s|ed|ing)|forc(?:e|es|ed|ing)|allow(?:s|ed|ing)"
    r"|enabl(?:e|es|ed|ing)|help(?:s|ed|ing)|managed|managed to)",
    re.IGNORECASE,
)


# The end of a speaker's name, never a cue in the corpus: "Norvik's state television | broadcast".
_MEDIA = frozenset(
    "agency broadcaster channel daily magazine media network news newspaper paper press radio station television "
    "tv".split()
)


def is_medium(cue: str) -> bool:
    """Tell whether a cue is but what a medium is."""
    return cue.lower() in _MEDIA


def is_cause(cue: str, content: str) -> bool:
    """Tell whether a cue is what made somebody do something: "tensions had led Russia to mobilise"."""
    return content.startswith("to ") and _CAUSES.fullmatch(" ".join(cue.split())) is not None


def is_noise(content: str) -> bool:
    """Tell whether words that were taken for what somebody says are the frame of it."""
    words = " ".join(content.split()).strip("\"“”'’ ")
    return any(pattern.match(words) for pattern in _NOISE)
