"""A denial has to deny in its words: by its verb, by what it tells, or by a verb that holds against something.

The model learns from stories whose claims it does not see, so it also takes for a denial what only the story makes one
("The ministry said that the dam was holding"). And what neither of two witnesses remembers is nobody's word.
"""

from __future__ import annotations

import re

from reportedly.types import Span

# Odds that a denial must have: by words that reject ("doubles down on" is none at .5), by a mere negation, and by a
# verb that holds against something ("insisted that it was lawful"). In the corpus one statement in eight denies, in
# news one in fifty. Of negations told by a plain verb 15 in 20 are denials from .8 on (in real stories seven in nine),
# 7 in 25 below it.
_REJECTS, _NEGATES, _INSISTS = 0.6, 0.8, 0.9
# Verbs that can deny where neither they nor what they tell say so. Of 40 denials by any other verb ("put down the coup
# attempt", "resent any talk of him as a hero") 37 were none on 39 real stories; of 24 right ones on the corpus's
# development and test stories these keep 19.
_INSISTING = re.compile(
    r"\b(?:insist|maintain|swear|swore|sworn|blam|attribut|exclud|counter|retort|wav|laugh|brush|shrug|sweep|swept"
    r"|downplay|play(?:s|ed|ing) down|disagree|debunk|repeat)\w*|\bput\b.*\bdown to\b",
    re.IGNORECASE,
)
_NAMING = re.compile(r"\b(?:call|term|brand|label|describ|dub)\w*", re.IGNORECASE)
_NAMED = re.compile(r"(?:it|them|this|that|these|those|the|such|any|all)\b", re.IGNORECASE)
# What a negated verb must mean to deny: "does not accept that"; "did not ditch him" is no answer to anybody.
_JUDGING = re.compile(
    r"\b(?:plea|find|found|th(?:ink|ought)|believ|accept|recogni|agree|support|back|endors|label|call|wish|count|claim"
    r"|contend|say|said|kn[eo]w|hear|plan|intend|want)\w*",
    re.IGNORECASE,
)
NEGATIONS = "no|not|never|nothing|nobody|neither|nor|without|cannot"
_NEGATING = re.compile(
    rf"\b(?:{NEGATIONS}|none|nowhere|hardly)\b|n['’]t\b",
    re.IGNORECASE,
)
_REJECTING = re.compile(
    r"\b(?:contrary|so-called|false(?:ly|hoods?)?|untrue|lies?|lying|liars?|baseless|groundless|unfounded|faked?|fakes"
    r"|nonsense|rumou?rs?|hoax|wrong(?:ly)?(?! (?:place|time|with)\b)|mistaken|fabricat\w+|myths?|slander\w*"
    r"|propaganda|invent\w*|fiction|fantasy|absurd|ridiculous|rubbish|gossip|provocation"
    r"|den(?:y|ies|ied|ial|ials|ying)|dismiss(?!al)\w*|reject\w*|refut\w*|rebut\w*|disput\w*|contradict\w*|disown\w*"
    r"|scoff\w*|mock\w*|ridicul\w*|rul\w+ out|contest\w*|challeng\w*|disavow\w*|repudiat\w*|oppos\w*)\b",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(r"\b(?:falsely|wrongly|mistakenly)\b", re.IGNORECASE)  # so says whoever tells of it
# Who tells of another's denial denies nothing: "The king denied any knowledge of it," the president said.
_RELAYED = re.compile(r"(?<!\bI )(?<!\bwe )\b(?:den(?:ied|ies|ying)|denials?)\b", re.IGNORECASE)
# Who turns down an offer answers no charge.
_REFUSED = re.compile(
    r"\b(?:reject|refus|dismiss|declin|spurn)\w* (?:(?:the|an?|any|its|his|her|their|this|that) )?(?:\w+ )?"
    r"(?:offers?|proposals?|invitations?|requests?|demands?|bids?|deals?|plans?)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:neither|none|not (?:one|a single)|nobody|no[ -]one|no (?!\.|\d|less|fewer|longer|doubt|10\b)\w+)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:neither|none|not one)(?: of)?\s+$", re.IGNORECASE)


# Of 43 statements of the corpus that find no trace of something, 29 doubt it and 9 deny it; two assert.
_NO_TRACE = re.compile(
    r"\b(?:(?:no|little|scant|not enough|insufficient)|(?:not|never|n['’]t)\b.{0,40}\bany) (?:\w+ )?"
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


# How somebody says that it was not he, or not another: "it was not involved", "Lunt had nothing to do with it". Of the
# corpus's 78 that disclaim a deed 65 deny; to have no knowledge is not to be able to confirm.
_NOT_ME = re.compile(
    r"[\"“‘']?(?:that )?(?!who\b|there\b)(?:[\w'’.-]+ ){0,4}?[\w'’.-]+(?: categorically| certainly| definitely)? (?:"
    r"(?:had |have |has )?(?:was|were|is|are|am|been)(?: not|n['’]t)(?: in any way| directly)?"
    r" (?:involved|responsible|behind|to blame|implicated)"
    r"|(?:had|have|has) (?:had )?(?:nothing to do with"
    r"|no (?:\w+ )?(?:role|part|hand|involvement|connections?|links?|ties) (?:in|with|to))"
    r"|(?:took|played|plays|takes) no (?:\w+ )?part in)\b",
    re.IGNORECASE,
)
_CHARGES = r"reports?|allegations?|accusations?|claims?|charges?|rumou?rs?|suggestions?|assertions?"
# What is said of what others say: "reports of a plot are untrue", "there is no truth in it".
_UNTRUE = re.compile(
    r"[\"“‘']?(?:that )?(?:there (?:is|was)(?: absolutely)? no (?:truth|substance|foundation)\b"
    r"|(?:(?:the|these|those|such|any|all|both|his|her|its|their|\w+['’]s) )?(?:\w+ ){0,2}?"
    rf"(?:{_CHARGES})\b"
    r"(?! (?:sa(?:id|ys?)|f(?:ound|inds?)|show(?:ed|s)?|stat(?:ed|es)|conclud(?:ed|es)))[^,.;”\"]{0,70}?"
    r" (?:is|are|was|were) (?:\w+ly |simply |just |all |pure |complete |a )*(?:untrue|false|baseless|groundless"
    r"|unfounded|absurd|ridiculous|nonsense|fabricat\w+|fake|lies?|hoax|inaccurate|incorrect|preposterous"
    r"|politically motivated|without (?:any )?(?:foundation|merit|basis|substance))\b)",
    re.IGNORECASE,
)
# How a British press office denies: "We do not recognise that figure".
_NO_SUCH = re.compile(
    r"[\"“‘']?(?:that )?(?:(?:I|we|it|he|she|they) )?(?:(?:do|does|did) ?)?[\"“‘']?(?:not|n['’]t) recogni[sz]e[”\"’']?"
    r" (?:that|this|these|those|the|such|his|her|their|its|any) (?:\w+ )?(?:figures?|numbers?|claims?|accounts?"
    r"|descriptions?|versions?|allegations?|accusations?|pictures?|charact\w+|reports?|portrayals?)\b",
    re.IGNORECASE,
)

# A verb that denies, and what is denied: "denied reports that ...", "rejected the western assessments".
_DENIES = re.compile(r"\bden(?:y|ied|ies|ying)\b", re.IGNORECASE)
_TURNS_DOWN = re.compile(r"\b(?:reject|dismiss|disput|refut|rebuff|rubbish|brush)\w*", re.IGNORECASE)
_CHARGE = re.compile(
    r"(?:(?:of|as) )?(?:(?:the|these|those|such|any|all|his|her|its|their|\w+['’]s) )?(?:[\w-]+ ){0,3}?"
    rf"(?:{_CHARGES}|assessments?|conclusions?|findings?)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"(?:\w+ )?(?:entry|access|visas?|permission|bail|asylum|passage|requests?|aid)\b", re.IGNORECASE
)
_NOT_DENYING = re.compile(rf"\b(?:{NEGATIONS}|longer|stop\w*|ceas\w*|refus\w*|declin\w*)\b|n['’]t\b", re.IGNORECASE)


def outright(cue: str, content: str) -> bool:
    """Tell whether a cue alone says that its content is denied, whatever else the sentence holds."""
    if _NOT_DENYING.search(cue) is not None:
        return False
    if _DENIES.search(cue) is not None:
        return _WITHHELD.match(content) is None
    turned = _TURNS_DOWN.search(cue)
    return turned is not None and _CHARGE.match(f"{cue[turned.end() :].strip()} {content}".strip()) is not None


def contradicts(content: str) -> bool:
    """Tell whether what is said opens by contradicting: "On the contrary, ..."."""
    return _CONTRARY.match(content) is not None


def disclaims(content: str) -> bool:
    """Tell whether what is said is a denial in so many words, however plainly told: "it was not involved"."""
    return any(words.match(content) is not None for words in (_NOT_ME, _UNTRUE, _NO_SUCH))


def finds_nothing(words: str) -> bool:
    """Tell whether somebody has seen no trace of what is claimed: "no sign of a withdrawal"."""
    return _NO_TRACE.search(words) is not None


def nobody(text: str, source: Span) -> bool:
    """Tell whether a source is a denied one: "neither of the two reporters" (also cut short), "no official"."""
    before = text[max(0, source.start - 16) : source.start]
    return _NOBODY.match(text, source.start, source.end) is not None or _BEFORE.search(before) is not None


def can_deny(cue: str, content: str, sure: float) -> bool:
    """Tell whether a statement can be a denial by its cue ("" where it has none), its content and the model's odds."""
    words = f"{cue} {content}"
    if _NOT_ITS_OWN.search(cue) is not None or _REFUSED.search(words) is not None:
        return False
    if _REJECTING.search(cue) is not None or _REJECTING.search(_RELAYED.sub("", words)) is not None:
        return sure >= _REJECTS
    if _NEGATING.search(content) is not None or (
        _NEGATING.search(cue) is not None and _JUDGING.search(cue) is not None
    ):
        return sure >= _NEGATES
    return sure >= _INSISTS and _holds_against(cue, content)


def _holds_against(cue: str, content: str) -> bool:
    named = _NAMING.search(cue) is not None and _NAMED.match(content.strip()) is not None
    return named or _INSISTING.search(cue) is not None
