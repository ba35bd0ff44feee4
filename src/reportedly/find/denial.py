"""A denial told by a plain "said" has to deny in its words.

The model learns from stories whose claims it does not see, so it also takes for a denial what only the story makes one
("The ministry said that the dam was holding"). Where the verb denies ("called it gossip") a sure word stands. And what
neither of two witnesses remembers is nobody's word.
"""

from __future__ import annotations

import re

from reportedly.types import Span

_SURE = 0.6  # odds that a denial without a denying word must have: "doubles down on" is none at .5
# Odds that one told by a plain verb and a mere negation must have. In the corpus one statement in ten denies, in news
# one in fifty: below this, five of seven are denials there, and on saved pages none of four.
_PLAIN_SURE = 0.7
_PLAIN_CUE = re.compile(
    r"(?:had |has |have |also |then |later |would |did )*(?:sa(?:y|ys|id|ying)|say|tells?|told|telling|add(?:s|ed|ing)?"
    r"|stat(?:es|ed|ing)|according to|announc(?:es|ed|ing)|wrote|writes|writing|posted|not(?:es|ed|ing)|:|—"
    r"|explain(?:s|ed|ing)|report(?:s|ed|ing)?|inform(?:s|ed)?|went on|continued|told reporters|put it|testified"
    r"|recalled|describ(?:es|ed|ing)|found|finds|believes?|thinks?|thought)",
    re.IGNORECASE,
)
_NEGATING = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|neither|nor|nowhere|without|cannot|hardly|only|merely|just|instead|rather)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_REJECTING = re.compile(
    r"\b(?:contrary|so-called|false(?:ly|hoods?)?|untrue|lies?|lying|liars?|baseless|groundless|unfounded|faked?|fakes"
    r"|nonsense|rumou?rs?|hoax|wrong(?:ly)?|mistaken|fabricat\w+|myths?|slander\w*|propaganda|invent\w*|fiction|fantasy"
    r"|absurd|ridiculous|rubbish|gossip|provocation|den(?:y|ies|ied|ial|ials|ying)|dismiss\w*|reject\w*|refut\w*"
    r"|rebut\w*|disput\w*|contradict\w*|disown\w*|scoff\w*|mock\w*|ridicul\w*|rul\w+ out|contest\w*|challeng\w*"
    r"|disavow\w*|repudiat\w*|oppos\w*)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:neither|none|not (?:one|a single)|nobody|no[ -]one|no (?!\.|\d|less|fewer|longer|doubt|10\b)\w+)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:neither|none|not one)(?: of)?\s+$", re.IGNORECASE)


# Of 43 statements of the corpus that find no trace of something, 29 doubt it and 9 deny it; two assert.
_NO_TRACE = re.compile(
    r"\b(?:(?:no|little|scant)|(?:not|never|n['’]t)\b.{0,40}\bany) (?:\w+ )?"
    r"(?:signs?|evidence|indications?|traces?|proof) (?:of|that|to)\b",
    re.IGNORECASE,
)


# How a quotation opens that contradicts what was said before it.
_CONTRARY = re.compile(
    r"[\"“‘']?(?:(?:on|quite) the contrary|quite the opposite|nothing of the (?:sort|kind)|not true"
    r"|that(?: is| was|['’]s) (?:simply |just |completely |absolutely )?"
    r"(?:not true|untrue|false|nonsense|a lie|wrong))\b",
    re.IGNORECASE,
)


def contradicts(content: str) -> bool:
    """Tell whether what is said opens by contradicting: "On the contrary, ..."."""
    return _CONTRARY.match(content) is not None


def finds_nothing(words: str) -> bool:
    """Tell whether somebody has seen no trace of what is claimed: "no sign of a withdrawal"."""
    return _NO_TRACE.search(words) is not None


def nobody(text: str, source: Span) -> bool:
    """Tell whether a source is a denied one: "neither of the two reporters" (also cut short), "no official"."""
    before = text[max(0, source.start - 16) : source.start]
    return _NOBODY.match(text, source.start, source.end) is not None or _BEFORE.search(before) is not None


def can_deny(cue: str, words: str, sure: float) -> bool:
    """Tell whether a statement can be a denial by its cue ("" where it has none), its words and the model's odds."""
    plain = not cue or _PLAIN_CUE.fullmatch(" ".join(cue.split())) is not None
    if _REJECTING.search(words) is not None:
        return True
    negated = _NEGATING.search(words) is not None
    return (negated and sure >= _PLAIN_SURE) if plain else (negated or sure >= _SURE)
