"""What common nouns and titles say of a side: the classes of data/nouns.txt and data/titles.txt."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, words in _lines("sets.txt"):
        found.setdefault(label, set()).update(word.replace("_", " ") for word in words)
    return {label: frozenset(words) for label, words in found.items()}


def wordset(name: str) -> frozenset[str]:
    """Return a closed class of words by its name in data/sets.txt. Raises KeyError where there is none."""
    return _sets()[name]


def _lines(name: str) -> Iterable[tuple[str, list[str]]]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        label, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            yield label.strip(), words.split()


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

PREPOSITIONS = wordset("prepositions")
RELATIVES = frozenset({"who", "which", "whose", "whom", "that"})
DETERMINERS = wordset("determiners")
MALE = wordset("male")
FEMALE = wordset("female")
NEUTER = wordset("neuter")
PLURAL = wordset("plural")
FIRST = wordset("first")
SECOND = wordset("second")
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | FIRST | SECOND
POSSESSIVES = wordset("possessives")
INDEFINITE = wordset("indefinite")
NUMBERS = wordset("numbers")
PARTICLES = wordset("particles")
FUNCTION_WORDS = wordset("function words")


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


# What a later phrase calls the bearer of a title: "the general" after "Gen. Ada Lunt".
RANK_WORDS = {"gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain"}
RANK_WORDS |= {"sgt": "sergeant", "adm": "admiral", "sen": "senator", "gov": "governor", "rep": "congressman"}


@cache
def _given() -> dict[str, str]:
    return {word: "" if sex == "any" else sex for sex, words in _lines("given.txt") for word in words}


def is_given(name: str) -> bool:
    """Tell whether a word in lower case is a given name that is common somewhere (data/given.txt)."""
    return name in _given()


def sex_of_name(name: str) -> str:
    """Return "m" or "f" where a person's given name tells it (data/given.txt), else ""; a surname alone does not."""
    first, blank, _ = name.lower().partition(" ")
    return _given().get(first, "") if blank else ""


@cache
def _spelt_out() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for whole, short in _lines("short.txt"):
        for name in (whole, *short):
            found[name] = found.get(name, frozenset()) | {whole}
    return found


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names in lower case are one, or one is short for the other (data/short.txt)."""
    alone = frozenset[str]()
    return one == other or not _spelt_out().get(one, alone).isdisjoint(_spelt_out().get(other, alone))


@cache
def common() -> frozenset[str]:
    """Return words that are no names (data/common.txt): a capital at a sentence's start says nothing of them."""
    lines = (DATA / "common.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_title_case(word: str) -> bool:
    """Tell whether only a title's capitals make a word, here in lower case, look like a name: "Providing"."""
    return word in common() or word.endswith("ing")


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


def plural(noun: str) -> str:
    """Return the plural of an English noun, by rule: "agency" -> "agencies", "boss" -> "bosses"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


_AGAINST = ("anti-", "pro-", "non-")  # "anti-government activists" are of no government


def class_of(noun: str) -> NounClass | None:
    """Return the class of a noun in lower case, singular or plural, or of a compound's last word ("police-chief")."""
    table = nouns()
    for form in (noun, singular(noun)):
        if form in table:
            return table[form]
    if noun.startswith(_AGAINST):
        return None
    if "-" in noun and " " not in noun and not noun.startswith(("ex-", "vice-")):
        return class_of(noun.rsplit("-", 1)[1])
    if noun.startswith(("ex-", "vice-")):
        return class_of(noun.split("-", 1)[1])
    return NounClass.EXPERT if singular(noun).endswith("ologist") else None  # there are more than a list could hold


COMPANY_ENDINGS = wordset("company endings")


def is_plural(noun: str) -> bool:
    """Tell whether a noun in lower case is a plural that `singular` can undo."""
    return noun in {"people", "police", "authorities", "relatives", "locals", "folks", "staff", "crew"} or (
        singular(noun) != noun and class_of(singular(noun)) is not None
    )


_FEMALE_NOUNS = wordset("female nouns")
_MALE_NOUNS = wordset("male nouns")


def sex_of(noun: str) -> str:
    """Return "m" or "f" where a noun tells it, else ""."""
    if noun in _FEMALE_NOUNS or noun.endswith("woman"):
        return "f"
    if noun in _MALE_NOUNS or (
        noun.endswith("man") and noun not in {"woman", "human", "chairman", "ombudsman", "spokesman"}
    ):
        return "m"
    if noun in {"chairman", "spokesman"}:
        return "m"
    return ""
