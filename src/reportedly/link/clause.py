"""Whether words are a sentence of their own, told without a parser: a finite verb, and no end inside a phrase."""

from __future__ import annotations

import re

_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should shall do does did isn't aren't wasn't "
    "weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't doesn't didn't cannot".split()
)
# Pasts that do not end in -ed, as news uses them.
_PASTS = frozenset(
    "became began bore bought broke brought built came caught chose cost cut dealt drew drove fell felt fled flew "
    "fought found froze gave got grew heard held hit kept knew laid led left lent lost made meant met paid "
    "put ran rose said sank sat saw sent set shook shot shut sold sought spent split spoke spread stole stood struck "
    "swore taught thought threw told took understood went withdrew woke won wrote overthrew overran".split()
)
_DANGLING = frozenset(
    "a an the of to that and or but nor in on at by for from with as than into between against during "
    "his her its their our my your".split()
)
_SHORTEST_PAST = 4  # letters that a past in -ed has more than: "need" and "shed" are none
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORT_FORM = re.compile(r"['’](?:s|re|ve|ll|d|m)$", re.IGNORECASE)
_INFINITIVE = re.compile(r"^(?:to|not to)\b", re.IGNORECASE)


def is_clause(text: str) -> bool:
    """Tell whether a text reads as a sentence: "the bridge fell" does, "an act of war" and "to remain calm" do not."""
    found = [word.replace("’", "'").casefold() for word in _WORD.findall(text)]
    if len(found) < 2 or found[-1] in _DANGLING or _INFINITIVE.match(text.strip()):
        return False
    return any(_finite(word) for word in found[1:]) or bool(_SHORT_FORM.search(found[0]))


def _finite(word: str) -> bool:
    return word in _AUXILIARIES or word in _PASTS or (len(word) > _SHORTEST_PAST and word.endswith("ed"))
