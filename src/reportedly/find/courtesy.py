"""What is spoken around an answer and is none: "Great. Thanks.", "Go ahead, Jacqui." Transcripts keep every word."""

from __future__ import annotations

import re

from reportedly.text import sentences
from reportedly.types import Span

_WORD = re.compile(r"[\w'’]+")
# Words that a sentence of courtesies is made of.
_COURTEOUS = frozenset(
    "great thanks thank you very much so a lot hi hey hello good morning afternoon evening everyone everybody all okay "
    "ok sure yeah yep yes right well sorry oh um uh mm hmm mhm please go ahead again and for your the question".split()
)
# What opens a short sentence that calls somebody by name.
_OPENING = re.compile(
    r"(?:go ahead|thanks?(?: you)?|hi|hey|hello|good (?:morning|afternoon|evening|question)|yeah|sure|okay)\b", re.I
)
# What a transcript's writer adds: "(Laughter.)", "END 5:03 P.M. EST".
_STAGE = re.compile(r"\([^()]{1,60}\)\.?|(?:END\s+)?\d{1,2}[:.]\d\d ?[AP]\.?M\.?(?: [A-Z]{2,4})?", re.I)
_CALL = 5  # words of such a sentence at most


def without_courtesies(text: str, words: Span) -> Span | None:
    """Return a stretch without the courtesies that it opens and closes with, None where nothing is left."""
    said = [sentence for sentence in sentences(text, words) if not _is_courtesy(sentence.of(text))]
    return Span(said[0].start, said[-1].end) if said else None


def _is_courtesy(sentence: str) -> bool:
    if _STAGE.fullmatch(sentence.strip()) is not None:
        return True
    spoken = [word.lower() for word in _WORD.findall(sentence)]
    return all(word in _COURTEOUS for word in spoken) or (
        len(spoken) <= _CALL and _OPENING.match(sentence.strip()) is not None
    )
