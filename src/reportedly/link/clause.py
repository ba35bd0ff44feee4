"""Whether words are a sentence of their own, told without a parser: a main clause has a finite verb."""

from __future__ import annotations

import re

_AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should shall do does did isn't aren't wasn't "
    "weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't doesn't don't didn't cannot".split()
)
# Pasts that do not end in -ed, as news uses them.
_PASTS = frozenset(
    "became began bore bought broke brought built came caught chose cost cut dealt drew drove fell felt fled flew "
    "fought found froze gave got grew heard held hit kept knew laid led left lent lost made meant met paid "
    "put ran rose said sank sat saw sent set shook shot shut sold sought spent split spoke spread stole stood struck "
    "swore taught thought threw told took understood went withdrew woke won wrote overthrew overran".split()
)
# Presents that are hardly ever nouns.
_PRESENTS = frozenset(
    "wants seems appears remains says denies believes knows expects intends refuses continues becomes makes takes "
    "gives goes comes gets keeps holds seem appear believe want".split()
)
_BEGIN_CLAUSES = frozenset(
    "who whom whose which that where when as if whether after before because since while until although though unless "
    "what how why".split()
)
_BEGIN_NONE = frozenset("who whom which been being not said".split())  # a sentence's first word, unless it asks
_PARTICIPLES = frozenset({"by", "as"})  # words behind a participle: "placed by", "described as"
_HELD_TO = frozenset(  # participles before "to be": "purported to be"
    "alleged allowed believed designed expected forced known linked ordered purported reported suspected".split()
)
_BEGIN_FIRST = _BEGIN_CLAUSES - {"that"}  # "that the bridge fell" is told as "the bridge fell"
_NO_ADVERBS = frozenset("ally assembly family rally reply supply".split())
_THINGS = frozenset({"nothing", "something", "anything", "everything", "during"})  # no participles
_DANGLING = frozenset(
    "a an the of to that and or but nor in on at by for from with as than into between against during "
    "his her its their our my your not".split()
)
_DESCRIBED = _DANGLING - {"and", "or", "but", "nor", "that"}  # words behind which a past describes: "a locked door"
_LINKS = frozenset({"and", "or"})
_OPENERS = frozenset({"and", "but", "or", "so", "yet"})  # a sentence may begin so, and needs its subject
_HELPERS = _AUXILIARIES | {"be", "been", "being"}
_SUBJECTLESS = _AUXILIARIES | _PASTS | _BEGIN_NONE  # a sentence that begins so has lost its subject
_SHORTEST_PAST = 4  # letters that a past in -ed has more than: "need" and "shed" are none
_HELPED = 3  # words behind an auxiliary in which a past is its participle: "was then badly hit"
_WORD = re.compile(r"[^\W\d_]+(?:(?:['’-]|\.-?)[^\W\d_]+)*|,")  # "U.S.-based" is no verb
_SHORT_FORM = re.compile(r"'(?:s|re|ve|ll|d|m)$")
_INFINITIVE = re.compile(r"^(?:to|not to)\b", re.IGNORECASE)


def is_clause(text: str) -> bool:
    """Tell whether a text reads as a sentence: "the bridge fell" does, "an act of war" and "to remain calm" do not.

    Each "who", "that" or "as" takes the next finite verb for itself: "the mine that was found" is no sentence.
    """
    written = [word.replace("’", "'") for word in _WORD.findall(text)]
    if written and written[0].casefold() in _OPENERS:
        written = written[1:]
    found = [word.casefold() for word in written]
    if len(found) < 2 or found[-1] in _DANGLING or _INFINITIVE.match(text.strip()) or not _can_begin(written[0]):
        return False
    if _SHORT_FORM.search(found[0]):
        return True
    if written[0].islower() and _is_adverb(found[0]) and _finite(found, 1):  # "deliberately crashed the plane"
        return False
    opened = found[0] in _BEGIN_FIRST
    for place, word in enumerate(found[1:], start=1):
        if word == ",":
            opened = False
        elif word in _BEGIN_CLAUSES:
            opened = True
        elif _finite(found, place) and found[place - 1] not in _LINKS:  # "Norvik and expelled ten" has lost a verb
            if not opened:
                return True
            opened = False
    return False


def lacks_subject(text: str) -> bool:
    """Tell whether a text begins with what its subject must stand before: "was shot", "who fled", "told to go"."""
    first = _WORD.search(text)
    return first is not None and not _can_begin(first[0].replace("’", "'"))


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in _NO_ADVERBS


def _can_begin(word: str) -> bool:
    """Tell whether a first word, as it is written, may begin a sentence: a verb has lost its subject."""
    low = word.casefold()
    participle = word.islower() and low.endswith(("ed", "ing")) and low not in _THINGS
    return not (participle or low in _SUBJECTLESS)


def _finite(found: list[str], place: int) -> bool:
    word, before = found[place], found[max(0, place - _HELPED) : place]
    if before and before[-1] == "to":
        return False
    if word in _AUXILIARIES or word in _PRESENTS:
        return True
    if not _HELPERS.isdisjoint(before) or (before and before[-1] in _DESCRIBED):
        return False
    behind = found[place + 1] if place + 1 < len(found) else ""
    if word in _PASTS:
        return behind != "by"
    participle = behind in _PARTICIPLES or (behind == "to" and word in _HELD_TO)
    return len(word) > _SHORTEST_PAST and word.endswith("ed") and not participle
