"""How sure the model must be of a stance that is out of the ordinary.

In the corpus one statement in two asserts plainly, in news nine in ten. So another stance needs odds of its own, and
more where its words do not say that something is held back: "the army said it had pictures" is no refusal, whatever was
refused in the sentence before. Denials have rules of their own (denial.py).
"""

from __future__ import annotations

import re

from reportedly.find.denial import NEGATIONS
from reportedly.types import Stance

_ORDINARY = frozenset({Stance.ASSERTS, Stance.NONE, Stance.DENIES})
_SURE = 0.55  # set on the corpus's dev stories, where it costs one statement in a hundred of these stances
_WORDLESS = 0.8
_DOUBTING = 0.8  # of doubts: of 21 above it on the dev stories twelve doubt, of seven below it two
# What nine in ten of the corpus's refusals, and nearly all of "cannot confirm", hold a word of.
_NEGATION = rf"\b(?:{NEGATIONS})\b|n['’]t\b"
_HELD_BACK = {
    Stance.NO_COMMENT: re.compile(
        rf"{_NEGATION}|\b(?:declin|refus|comment|respon|answer|repl[iy]|silen|question|ask|unavailable|reach|return"
        r"|dodg|duck|deflect|refer|avoid|ignor|demur|brush|withh[eo]l|speak|spoke|discuss|elaborat|drawn|mum\b|shrug"
        r"|stop(?:s|ped) short|only)\w*",
        re.IGNORECASE,
    ),
    Stance.AWAITED: re.compile(
        rf"{_NEGATION}|\b(?:yet|none|nothing|nobody|silen|quiet|await|wait|un(?:able|willing|answered|heard)|without|still"
        r"|mum\b|kept|keeps?\b|pending|outstanding|due\b)",
        re.IGNORECASE,
    ),
    Stance.CANNOT_CONFIRM: re.compile(
        rf"{_NEGATION}|\b(?:none|un(?:able|clear|known|certain|sure|aware|\w+ed)|inconclusive|incomplete|insufficient"
        r"|impossible|independent|yet|difficult|hard|fail|could|lack|beyond|few|little|doubt|whether|if|question"
        r"|too (?!ha[ds]\b|have|was|were|saw|will)"  # "it too had seen them" holds nothing back
        r"|await|wait|aware|open|maybe|stop(?:s|ped) short|dispute)",
        re.IGNORECASE,
    ),
}
# "She said that she had had no notice" tells something; "said it would not comment" and "replied that it was too early"
# do not. On the corpus's development and test stories 11 in 18 refusals told by a plain verb are some, on ten real
# stories one in eight.
_PLAINLY = re.compile(
    r"(?:(?:also|later|now|then) )?"
    r"(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|add(?:ed|s|ing)|tweet(?:ed|s)|wrote|respond(?:ed|s))",
    re.IGNORECASE,
)
_OF_COMMENT = re.compile(
    r"\b(?:comment|discuss|answer|detail|elaborat|speculat|speak|spoke|talk|say|confirm|disclos|reveal|statement|question"
    r"|principle|explain|examin|investigation|appropriate|too early|time being|wait|focus|busy|due course)",
    re.IGNORECASE,
)
# Who goes back on a word says so. On the development and test stories 20 of 24 retractions told with such a word are
# right and four of 13 without, 49 of 58 concessions with and ten of 30 without; of retractions on eight real stories
# none of eight.
_SAID_SO = {
    Stance.RETRACTS: re.compile(
        r"\b(?:earlier version|retract|withdr[ae]w(?!\w* from)|tak(?:e|es|ing|en) back|took back|backtrack"
        r"|walk(?:s|ed|ing)? back"
        r"|correct(?!ional)|clarif|rectif|recant|rescind|apolog|sorry|revis|amend|misspoke|revok"
        r"|back(?:s|ed|ing) (?:down|away|off)|gave up|giv(?:es|en|ing) up|abandon|scrap|delet|drop|cancel|overturn"
        r"|revers|disown|disavow|regret|excuse|conced|admit)\w*"
        r"|\bno longer (?:believ|claim|consider|hold|intend|insist|maintain|plan|sa(?:y|id)|stand|support"
        r"|th(?:ink|ought)|want)"
        # "The notion is wrong" denies what others say; "we said so, and it was wrong" is of one's own.
        r"|\b(?:I|we|my|our|its|his|her|their)\b.{0,80}\b(?:wrong|mistak|misread|error|inaccura)\w*",
        re.IGNORECASE,
    ),
    Stance.CONCEDES: re.compile(
        r"\b(?:admit|admission|acknowledg|conced|concession|confess|accept|recogni[sz]|own(?:s|ed|ing)? (?:up|to)"
        r"|regret|mistak|error|wrong|fault|apolog|sorry|unintention|guilty|blame|yes|true|grant|after all)\w*",
        re.IGNORECASE,
    ),
}
_NO_DOUBT = re.compile(
    r"\b(?:no|little|any|beyond|without|never) (?:\w+ )?doubts?\b|no reason to (?:doubt|dispute|question)|undoubted",
    re.IGNORECASE,
)


def is_sure(stance: Stance, words: str, sure: float) -> bool:
    """Tell whether a statement can be of a stance by its words and the model's odds of it."""
    if stance in _ORDINARY:
        return True
    if stance is Stance.DOUBTS:
        return sure >= _DOUBTING and _NO_DOUBT.search(words) is None
    if stance in _SAID_SO:
        return sure >= _SURE and _SAID_SO[stance].search(words) is not None
    held_back = _HELD_BACK.get(stance)
    return sure >= (_SURE if held_back is None or held_back.search(words) is not None else _WORDLESS)


def keeps_silent(cue: str, said: str) -> bool:
    """Tell whether what a cue tells can be a refusal to speak: a plain "said" has to be about saying nothing."""
    return _PLAINLY.fullmatch(cue) is None or _OF_COMMENT.search(said) is not None
