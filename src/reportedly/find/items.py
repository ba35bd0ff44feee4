"""What a figure counts: the head noun after it, or the state of people ("dead", "injured") around it."""

from __future__ import annotations

import re

from reportedly.types import Span

REACH = 72
_STATES = {
    "dead": r"dead|deaths?|died?|dying|killed|killing|kills?|fatalit\w+|perish\w*|lost their li\w+|lives|slain|toll|"
    r"expired|drown\w*|losses",
    "injured": r"injur\w+|wounded|wounding|wounds|hurt|casualties",
    "missing": r"missing|unaccounted",
    "detained": r"detain\w+|arrest\w*|in custody",
    "prisoners": r"prisoners|captives|captured",
    "evacuated": r"evacuat\w+|displaced|left their homes|homeless",
    "trapped": r"trapped|underground",
    "bodies": r"bod(?:y|ies)|corpses",
    "aboard": r"aboard|on board",
}
_STATE = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _STATES.items()), re.IGNORECASE)
_SOME = r"(?:more|at|some|about|up|another|over|around|nearly|dozens|scores|hundreds|thousands|many|several|others|\d)"
_CUT = re.compile(
    rf"[.;:!?¶\n\"“”]|\s[—–-]\s|,? (?:and|but|while)\b(?= {_SOME})|\d"
    rf"|,? and (?=(?:injur|wound|kill|arrest|detain|captur)\w+ {_SOME})"  # "killed 31 people and injured 330"
    r"|, (?:and )?(?=(?:injur|wound|kill|arrest|detain|captur)ing\b)"
)
_PEOPLE = frozenset(
    "people persons person men women children souls lives others individuals names civilians victims".split()
)
_CURRENCIES = dict.fromkeys(("$", "us$", "c$", "a$", "nz$", "hk$", "usd"), "dollars") | {
    "£": "pounds",
    "gbp": "pounds",
    "€": "euros",
    "eur": "euros",
    "₹": "rupees",
    "rs": "rupees",
    "rs.": "rupees",
    "¥": "yen",
    "₽": "roubles",
    "₴": "hryvnias",
}
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b|percent\b)(?:age points?)?|\s?percentage points?\b", re.IGNORECASE)
_UNIT = re.compile(r"\s?(km|kms|kg|mph|sq km|hectares|p)\b")
_UNIT_NAMES = {"km": "kilometres", "kms": "kilometres", "kg": "kilograms", "p": "pence", "sq km": "square kilometres"}
_NOUNS = re.compile(
    r"(?:[ ]?[\"”’])?"
    r"(?:\s+(?:of|or more|or so|more|other|further|the|its|their|his|her|our|my|such|these|those|all)\b){0,3}"
    r"((?:[ ]+(?:(?:[A-Z]\.){2,}|[A-Za-z][\w'’-]*)){1,5})"
)
_NUMBER_OF = re.compile(  # the number of arrests at 412
    r"\b(?:number|total|tally|count) of ((?:[a-z-]+ )?[a-z-]+) (?:[a-z]+ ){0,2}(?:at|as|is|was|to|from|of|reached) "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_STOP = frozenset(
    """
    a an the and or but nor of in on at to from by for with without within into onto over under between among after
    before since until as than that which who whom whose when where while if because is are was were be been being
    has have had do does did will would shall should can could may might must not no it he she they we i you his her
    its their our this these those there said says say told killed dead died injured hurt wounded missing trapped
    aboard still now so far yesterday today per each every across near around during last next ago earlier later
    monday tuesday wednesday thursday friday saturday sunday up down out off back left long wide high deep away
    short taken taking counted claimed announced alone inside outside went go goes come came gone lost saw seen got
    get gets made make makes remain remained remains us them others other five six seven eight nine ten
    """.split()
)


def counted(text: str, span: Span, left: str, money: str) -> tuple[str, int]:
    """Return what the figure at `span` counts, and where the figure ends once its unit or noun is taken in.

    `left` is the text before the figure, `money` a currency sign in front of it.
    """
    right = text[span.end : span.end + REACH]
    if money:
        return _CURRENCIES.get(money.strip().lower(), "dollars"), span.end
    if percent := _PERCENT.match(right):
        return ("percentage points" if "point" in percent[0] else "per cent"), span.end + percent.end()
    if unit := _UNIT.match(right):
        return _UNIT_NAMES.get(unit[1], unit[1]), span.end + unit.end()
    noun, length = _noun(right)
    if not noun and (named := _NUMBER_OF.search(left)):
        noun = named[1].lower()
    state = _state(left, right)
    if not state or noun in _STATES or state == noun:
        return noun or state, span.end + length
    if not noun or noun.split()[-1] in _PEOPLE:
        return state, span.end + length
    return f"{noun} {state}", span.end + length


def _noun(right: str) -> tuple[str, int]:
    """Return the noun phrase right after a numeral (the last two words at most) and how far it reaches."""
    match = _NOUNS.match(right)
    if match is None:
        return "", 0
    words = list[str]()
    end = match.start(1)
    for word in re.finditer(r"[^\s]+", match[1]):
        if word[0].lower() in _STOP or word[0].endswith(("ly", "ing")) or (words and word[0].endswith("ed")):
            break
        words.append(word[0])
        end = match.start(1) + word.end()
        if word[0].endswith("s") and not word[0].endswith(("ss", "'s", "’s", "ous")):
            break
    if not words or words[-1].endswith("ed"):
        return "", 0  # nothing, or a verb: "44 opened"
    head = [w.lower() if not w[0].isupper() else w for w in words[-2:]]
    return " ".join(head), end


def _state(left: str, right: str) -> str:
    """Return the state of people that a clause names after its figure, else before it."""
    after = _CUT.split(right, maxsplit=1)[0]
    if match := _STATE.search(after):
        return match.lastgroup or ""
    before = _CUT.split(left)[-1]
    states = [m.lastgroup or "" for m in _STATE.finditer(before)]
    return states[-1] if states else ""
