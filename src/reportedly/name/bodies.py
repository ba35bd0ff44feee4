"""One spelling for each body of a state: "the defense ministry", "Ministry of Defence" -> "Ministry of Defence"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.name.lexicon import BODY_CLASSES, NounClass, class_of, is_person, singular, wordset
from reportedly.name.phrase import Noun

_PORTFOLIOS = {
    "defense": "Defence",
    "defence": "Defence",
    "foreign": "Foreign Affairs",
    "external": "External Affairs",
    "interior": "the Interior",
    "internal": "Internal Affairs",
    "home": "Home Affairs",
}
_OFFICES = {
    "president": "Presidency",
    "presidency": "Presidency",
    "premier": "Prime Minister's Office",
    "prime minister": "Prime Minister's Office",
    "pm": "Prime Minister's Office",
    "chancellor": "Chancellery",
    "foreign secretary": "Foreign Office",
    "secretary of state": "Department of State",
    "treasury secretary": "Department of the Treasury",
    "home secretary": "Home Office",
    "state department": "Department of State",
}
OF_STATES = frozenset(_OFFICES.values())
_STATES = frozenset({"country", "federation", "kingdom", "nation", "republic", "state", "union"})
_MINISTRY_HEADS = frozenset({"ministry", "minister", "department"})
_JOINING = frozenset({"than", "and", "or", "but", "including", "like", "unlike"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "at", "on", "campaign"})  # "the Alcaraz campaign" is no name


def organisation(noun: Noun, states: frozenset[str] = frozenset()) -> str:
    """Return the body a phrase names or its holder belongs to, in one spelling; "" where it tells none.

    `states` are the words that name a state, which are no part of the body: "the Russian government" -> "Government".
    """
    head = noun.head.rsplit(" ", 1)[-1] if noun.head.endswith((" ministry", " minister")) else noun.head
    if head in _MINISTRY_HEADS or noun.head.endswith(("ministry", "minister")):
        return _ministry(noun, head, states)
    of = noun.complement("of")
    if noun.head == "president" and of is not None and _is_body(of):
        return titled(of.label or replace(of, owner=None).core)  # "president of the tourism office": no head of state
    if noun.head in _OFFICES:
        return _OFFICES[noun.head]
    if is_person(noun.head) or noun.head.endswith(" secretary"):  # of a ministry here, of a department there
        return ""
    words = [w for w in noun.modifiers if w.text not in states and w.low not in _RANKS]
    return titled(" ".join([*(w.shown for w in words), noun.head]))


def _is_body(noun: Noun) -> bool:
    """Tell whether a phrase is of a body that is no state: "the tourism office", "the Libyan National Congress"."""
    named = bool(noun.name) and class_of(noun.name[-1].low) in BODY_CLASSES
    return named or (noun.kind in BODY_CLASSES and singular(noun.head) not in _STATES)


def _ministry(noun: Noun, head: str, states: frozenset[str]) -> str:
    if noun.head in _OFFICES:
        return _OFFICES[noun.head]
    words = [*(w.low for w in noun.modifiers if not w.capital or w.low in _PORTFOLIOS), *noun.head.split()[:-1]]
    portfolio = next((w for w in reversed(words) if w not in _RANKS), "")
    of = noun.complement("of", "for")
    if of is not None and of.owner is None and not portfolio:
        portfolio = of.text
    told = (m.low for m in noun.modifiers if m.low not in _RANKS and m.text not in states)
    portfolio = portfolio or next(told, "")
    if not portfolio:
        return "Ministry" if head != "department" else "Department"
    word = _PORTFOLIOS.get(portfolio.lower(), portfolio[0].upper() + portfolio[1:])
    return f"{'Department' if head == 'department' else 'Ministry'} of {word.replace('Defense', 'Defence')}"


_RANKS = wordset("ranks")
_SPOKEN = _PORTFOLIOS.keys() | _RANKS - {"new"}  # capitals that stay in a role; "New" is of New York


def titled(text: str) -> str:
    """Return a name with capitals: "the ethics committee" -> "Ethics Committee"."""
    words = text.split()
    if words and words[0].lower() in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(w if w in _SMALL and i else w[0].upper() + w[1:] for i, w in enumerate(words))


def role_of(noun: Noun) -> str:
    """Return what a person is called as: "deputy foreign minister", "" where the phrase tells none."""
    if not noun.head:
        return ""
    told = [w for w in noun.modifiers if w.letters and (not w.capital or w.low in _SPOKEN)]
    cut = max((i + 1 for i, w in enumerate(told) if w.low in _JOINING), default=0)  # "louder than previous presidents"
    words = [w.low for w in told[cut:]]
    if noun.kind is NounClass.VOICE:  # the body is told elsewhere: "Defense Ministry spokesperson" is a spokesperson
        words = [w for w in words if w in _RANKS]
    return " ".join([*words, singular(noun.head)])


def abbreviated(name: str, other: str) -> bool:
    """Tell whether one name is the other, its beginning made initials: "FINRA Investor Education Foundation".

    Both are folded. Initials may take more than one letter of a word, as FINRA's of the Financial Industry ... do.
    """
    short, long = sorted((name.split(), other.split()), key=len)
    rest, spelt = short[1:], long[: len(long) - len(short) + 1]
    if len(rest) < 2 or len(spelt) < 2 or long[len(spelt) :] != rest or short[0][0] != spelt[0][0]:
        return False
    letters = iter(short[0])
    return all(word[0] in letters for word in spelt)
