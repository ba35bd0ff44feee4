"""What common nouns and titles say of a side: the classes of data/nouns.txt and data/titles.txt."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


class NounClass(StrEnum):
    """What the head noun of a source says of its side (data/nouns.txt)."""

    ORGAN = "organ"
    OFFICIAL = "official"
    SOLDIER = "soldier"
    LAW = "law"
    COURT = "court"
    INSTITUTION = "institution"
    AGENCY = "agency"
    COMPANY = "company"
    OUTLET = "outlet"
    STATEPRESS = "statepress"
    UNION = "union"
    ARMED = "armed"
    CROWD = "crowd"
    KIN = "kin"
    EXPERT = "expert"
    DOCUMENT = "document"
    VOICE = "voice"
    ANONYMOUS = "anonymous"
    NOBODY = "nobody"


STATE_CLASSES = frozenset({NounClass.ORGAN, NounClass.OFFICIAL, NounClass.SOLDIER})
PERSON_CLASSES = frozenset(
    {
        NounClass.OFFICIAL,
        NounClass.SOLDIER,
        NounClass.VOICE,
        NounClass.EXPERT,
        NounClass.CROWD,
        NounClass.KIN,
        NounClass.ANONYMOUS,
    }
)
BODY_CLASSES = frozenset(
    {
        NounClass.ORGAN,
        NounClass.LAW,
        NounClass.COURT,
        NounClass.INSTITUTION,
        NounClass.AGENCY,
        NounClass.COMPANY,
        NounClass.OUTLET,
        NounClass.STATEPRESS,
        NounClass.UNION,
    }
)

PREPOSITIONS = frozenset(
    "of for from in at to with on by behind under inside near about against within among outside across between "
    "around through over beside aboard".split()
)
RELATIVES = frozenset({"who", "which", "whose", "whom", "that"})
DETERMINERS = frozenset(
    "the a an this that these those some any no every each several many most all both few other another one two three four "
    "five six seven eight nine ten dozens dozen hundreds thousands more least fewer half".split()
)
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND = frozenset("you your yours".split())
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | FIRST | SECOND
POSSESSIVES = frozenset("his her its their my our your whose".split())
INDEFINITE = frozenset("one others other another some both neither either each two three none many few several most".split())
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
PARTICLES = frozenset("de del da do dos di du van von der den ter ten la le el al bin ibn ben abu y e".split())
FUNCTION_WORDS = frozenset(
    "the a an and but or nor so yet for if when while after before since until though although because as at by in into of "
    "off on onto out over to under up with without within from about above across against along amid among around behind "
    "below beneath beside between beyond despite during except inside like near outside past per than through throughout "
    "toward towards via not no yes who whom whose which what where why how this that these those there here he she it they "
    "we i you his her its their our my your him them us me is are was were be been being am has have had do does did will "
    "would shall should can could may might must also then now just only even still already again once twice ever never "
    "always often sometimes perhaps maybe however meanwhile moreover instead indeed later earlier soon today yesterday "
    "tomorrow one two three four five six seven eight nine ten eleven twelve some any all both each every many most few "
    "several other another such same own more less least very too quite rather said says say asked told monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec according speaking certain neighbouring local fellow enough asked back please read nobody nothing everything everyone none neither either whether".split()
)


@cache
def nouns() -> dict[str, NounClass]:
    """Return head noun -> class; words of two-word nouns are joined by a blank."""
    found: dict[str, NounClass] = {}
    for label, words in _lines("nouns.txt"):
        for word in words:
            found[word.replace("_", " ")] = NounClass(label.removesuffix(" person"))
    return found


@cache
def _holders() -> frozenset[str]:
    """Return the nouns for persons in bodies: "judge", "editor", "rebel"."""
    lines = _lines("nouns.txt")
    return frozenset(w.replace("_", " ") for label, words in lines if label.endswith(" person") for w in words)


def is_person(noun: str) -> bool:
    """Tell whether a noun in lower case is of a person, or of persons."""
    return class_of(noun) in PERSON_CLASSES or noun in _holders() or singular(noun) in _holders()


@cache
def titles() -> dict[str, str]:
    """Return a title before a name -> "m", "f" or "" as it tells the bearer's sex."""
    found: dict[str, str] = {}
    for label, words in _lines("titles.txt"):
        for word in words:
            found[word.replace("_", " ")] = "" if label == "any" else label
    return found


@cache
def common() -> frozenset[str]:
    """Return words that are no names (data/common.txt): a capital at a sentence's start says nothing of them."""
    lines = (DATA / "common.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _lines(name: str) -> Iterable[tuple[str, list[str]]]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        label, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            yield label.strip(), words.split()


def singular(noun: str) -> str:
    """Return the singular of an English noun, by rule: "ministries" -> "ministry", "spokesmen" -> "spokesman"."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def class_of(noun: str) -> NounClass | None:
    """Return the class of a noun in lower case, singular or plural, or of the last words of a compound ("police-chief")."""
    table = nouns()
    for form in (noun, singular(noun)):
        if form in table:
            return table[form]
    if "-" in noun and " " not in noun and not noun.startswith(("ex-", "vice-")):
        return class_of(noun.rsplit("-", 1)[1])
    if noun.startswith(("ex-", "vice-")):
        return class_of(noun.split("-", 1)[1])
    return None


COMPANY_ENDINGS = frozenset(
    "inc ltd plc corp ag gmbh sa llc co limited records foods gas oil energy airlines airways lines air motors holdings "
    "imaging systems shipping electric telecom mobile pharmaceuticals logistics consulting analytics brewery steel cement "
    "partners capital industries works bank group media technologies labs earth research polling resorts resources".split()
)


def is_plural(noun: str) -> bool:
    """Tell whether a noun in lower case is a plural that `singular` can undo."""
    return noun in {"people", "police", "authorities", "relatives", "locals", "folks", "staff", "crew"} or (
        singular(noun) != noun and class_of(singular(noun)) is not None
    )


_FEMALE_NOUNS = frozenset("mother wife widow daughter sister aunt niece queen girl grandmother nun matron housewife mum lady".split())
_MALE_NOUNS = frozenset("father husband widower son brother uncle nephew king boy grandfather monk priest imam dad emir prince sultan".split())


def sex_of(noun: str) -> str:
    """Return "m" or "f" where a noun tells it, else ""."""
    if noun in _FEMALE_NOUNS or noun.endswith("woman"):
        return "f"
    if noun in _MALE_NOUNS or (noun.endswith("man") and noun not in {"woman", "human", "chairman", "ombudsman", "spokesman"}):
        return "m"
    if noun in {"chairman", "spokesman"}:
        return "m"
    return ""
