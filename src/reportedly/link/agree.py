"""A name in a pronoun's place, and the verb after it agreeing: "They've left" of Ardaland is "Ardaland has left"."""

from __future__ import annotations

import re

_PRONOUN = re.compile(r"(it|they|he|she|we|i|its|their|his|her|our|my)\b", re.IGNORECASE)
_POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my"})
_FIRST = frozenset({"i", "we", "my", "our"})
_OF_ONE = frozenset({"i", "my", "he", "she", "his", "her"})
_SINGULAR = frozenset({"it", "he", "she"})  # the verb agrees with a name already
_RUN_ON = re.compile(r"[’'](ve|re|m|ll)\b", re.IGNORECASE)
_FULL = {"ve": "have", "re": "are", "m": "am", "ll": "will"}
_AGREE = {
    "have": "has",
    "are": "is",
    "am": "is",
    "were": "was",
    "do": "does",
    "don't": "doesn't",
    "don’t": "doesn’t",
    "deny": "denies",
}
_ALSO = frozenset({"also", "still", "now", "already", "never", "always", "just", "only", "both", "all"})
_REGULAR = frozenset(
    "accept accuse acknowledge admit agree appreciate apologise apologize believe blame call claim condemn demand"
    " disagree doubt expect fear feel hope insist intend know like love mean need oppose plan regret reject remain say"
    " see seek stand support take think trust understand urge want welcome".split()
)


def starts_with_pronoun(text: str) -> bool:
    """Tell whether a text's first word points to somebody."""
    return _PRONOUN.match(text) is not None


def named(text: str, side: str, person: str = "", *, plural: bool, quoted: bool) -> str:
    """Return a text with the speaker's name for the pronoun it begins with, as it is where it has none or none fits.

    Only the `person` who speaks is "he" or "I", and nobody where that is not told: "he was treated there", a clinic
    said. `plural` tells that the side is many people ("Residents"), whose verb stays as it was; `quoted` that the words
    are the speaker's own, who calls himself "I" or "we" and somebody else "it".
    """
    found = _PRONOUN.match(text)
    if found is None or (quoted and found[1].lower() not in _FIRST):
        return text
    pronoun, rest = found[1].lower(), text[found.end() :]
    name = person if pronoun in _OF_ONE else side
    if not name:
        return text
    if pronoun in _POSSESSIVE:
        return f"{name}'s{rest}"
    if (run_on := _RUN_ON.match(rest)) is not None:
        rest = f" {_FULL[run_on[1].lower()]}{rest[run_on.end() :]}"
    elif rest[:1] in {"'", "’"}:  # "it's", "he'd": is, has, had or would
        return text
    return name + (rest if plural or pronoun in _SINGULAR else _agreeing(rest))


def _agreeing(rest: str) -> str:
    """Return words with the verb they begin with in the third person singular."""
    words = rest.split(" ")
    at = next((i for i, word in enumerate(words) if word and not _is_aside(word.lower())), None)
    if at is None:
        return rest
    word = words[at]
    words[at] = _AGREE.get(word, f"{word}s" if word in _REGULAR else word)
    return " ".join(words)


def _is_aside(low: str) -> bool:
    return low in _ALSO or low.endswith("ly")
