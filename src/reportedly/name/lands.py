"""The states an article tells of: known ones, and those that only its own words give away.

"Varland's foreign minister" and "the Varlandic army" say that there is a state called Varland whose adjective is
"Varlandic", though no gazetteer knows it. A state is learnt from what only states have (governments, armies, foreign
ministers); an adjective is tied to the name it shares its stem with.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.name.forms import PORTFOLIOS, STATE_NOUNS, Form, adjectival, fold, forms_of, persons
from reportedly.name.gazetteer import Entry, EntryKind, Gazetteer
from reportedly.name.lexicon import class_of
from reportedly.name.memory import STEM, Memory
from reportedly.name.weights import score
from reportedly.name.within import is_inside
from reportedly.name.words import Page, Word
from reportedly.types import PartyKind

SURE = 4.0  # logits of a state that is known
_LEAST = -2.5  # logits below which a name is no state
_STATELY = (
    "owns state",
    "of state",
    "before state noun",
    "adjective",
    "embassy",
    "compass",
    "dateline country",
    "people",
)
_WORDS = 3  # words that an unknown state's name has at most
_LONGEST = 4  # words that a known one's has at most
_ENDING = re.compile(r"(?:(?:i|e|o)?an|ese|ish|i|ic|ite|n|ene|er|ch)?s?")


@dataclass(slots=True)
class Lands:
    """The states of an article. Keys are folded names: of a state, its adjective, its people or its capital."""

    states: dict[str, str] = field(default_factory=dict)  # any of those names -> the state
    maybe: dict[str, str] = field(default_factory=dict)  # names that may be a state's: the home of offices, at most
    cities: dict[str, str] = field(default_factory=dict)  # capitals and seats -> the side
    persons: frozenset[str] = frozenset()
    listed: set[str] = field(default_factory=set)  # names the gazetteer has that are no state's
    forms: dict[str, Form] = field(default_factory=dict)
    mentions: list[tuple[int, str]] = field(default_factory=list)  # (offset, state) in order of the text
    odds: dict[str, float] = field(default_factory=dict)  # state -> how surely it is one, in logits

    def state_of(self, words: Sequence[Word]) -> str:
        """Return the state that a name or an adjective stands for, "" if none."""
        return self.states.get(fold(" ".join(w.text for w in words)), "")

    def city_of(self, words: Sequence[Word]) -> str:
        """Return the side whose capital or seat this is, "" if none is known."""
        return self.cities.get(fold(" ".join(w.text for w in words)), "")

    def forms_place(self, name: str) -> bool:
        """Tell whether a name is used as a place."""
        form = self.forms.get(fold(name))
        return form is not None and bool(form.place)

    def possible(self, name: str) -> bool:
        """Tell whether nothing speaks against an unknown name being a state's."""
        return self.odds.get(name, 0.0) > _LEAST

    def names(self) -> list[str]:
        """Return the states mentioned, the most often named first."""
        return [state for state, _ in Counter(state for _, state in self.mentions).most_common()]

    def find_in(self, words: Sequence[Word], maybe: Mapping[str, str] | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, words, state) of each state or adjective named in a run of words."""
        i = 0
        while i < len(words):
            width, state = self._at(words, i, maybe or {})
            if state:
                yield i, width, state
            i += max(1, width)

    def _at(self, words: Sequence[Word], i: int, maybe: Mapping[str, str]) -> tuple[int, str]:
        if words[i].letters and words[i].capital:
            for width in range(min(_LONGEST, len(words) - i), 0, -1):
                key = fold(" ".join(w.text for w in words[i : i + width]))
                state = self.states.get(key) or maybe.get(key, "")
                if state:
                    return width, state
        return 0, ""


def lands_of(
    page: Page, gazetteer: Gazetteer, memory: Memory | None = None, sources: frozenset[str] = frozenset()
) -> Lands:
    """Find the states of an article, with what earlier ones told. `sources` are the folded words of its sources."""
    lands, memory = Lands(), memory or Memory()
    enter_listed(page, gazetteer, lands)
    where = setting(page, lands)
    lands.forms = forms_of(page, sources)
    lands.states |= _remembered(page, lands.forms, memory)
    known = {key for key in lands.forms if memory.is_person(key)}
    lands.persons = persons(lands.forms, _adjectives(lands.forms, gazetteer)) | known
    _learn(lands, memory.hints, where)
    lands.mentions = [(page.words[i].start, state) for i, _, state in lands.find_in(page.words, lands.maybe)]
    return lands


def _adjectives(forms: Mapping[str, Form], gazetteer: Gazetteer) -> set[str]:
    """Return the first words of an article's names that are adjectives of listed states."""
    return set(filter(gazetteer.is_adjective, {key.split()[0] for key in forms if " " in key}))


def _remembered(page: Page, forms: Mapping[str, Form], memory: Memory) -> dict[str, str]:
    """Return the names of states met before that an article may speak of: those in it, and those like its names."""
    starts = [i for i, word in enumerate(page.words) if word.capital]
    named = (page.words[i : i + width] for i in starts for width in range(1, _LONGEST + 1))
    keys = {fold(" ".join(w.text for w in words)) for words in named} | {*fold(page.article.outlet).split()}
    alike = [*(word for key in forms for word in _stemwords(key)), *_stemwords(page.article.outlet)]
    states = {state for word in alike for state in memory.states_like(word)}
    return {fold(state): state for state in states} | {key: memory.lands[key] for key in keys if key in memory.lands}


def enter_listed(page: Page, gazetteer: Gazetteer, lands: Lands) -> None:
    """Enter the names that the gazetteer has: of states, of their capitals and seats, and of others."""
    day = page.article.published[:10]
    i = 0
    while i < len(page.words):
        width, entries = gazetteer.match(page.words, i)
        key = fold(" ".join(w.text for w in page.words[i : i + width]))
        for entry in entries:
            if entry.holds_at(day):
                _enter(key, entry, gazetteer, lands)
        i += max(1, width)


def _enter(key: str, entry: Entry, gazetteer: Gazetteer, lands: Lands) -> None:
    state = gazetteer.kind_of(entry.side) is PartyKind.STATE
    if state and entry.kind in {EntryKind.PARTY, EntryKind.ADJECTIVE}:
        lands.states.setdefault(key, entry.side)
    elif entry.kind in {EntryKind.CAPITAL, EntryKind.SEAT}:
        lands.cities.setdefault(key, entry.side)
    else:
        lands.listed.add(key)


def setting(page: Page, lands: Lands) -> dict[str, float]:
    """Return what speaks against any unknown state in an article: listed ones are named, nothing of a state is told.

    The world's states are listed, so where one of them is named an unknown name is more likely a firm's or a town's.
    """
    bare = not any(word.low in STATE_NOUNS for word in page.words)
    return {"land.listed state": float(bool(lands.states)), "land.no state noun": float(bare)}


def features(group: Sequence[Form], where: Mapping[str, float]) -> dict[str, float]:
    """Return what speaks for and against the forms of one stem naming a state (see data/weights.txt, "land").

    `where` is the article's `setting`.
    """
    uses: Counter[str] = Counter()
    for form in group:
        uses.update(form.uses)
    found = {f"land.{use}": min(3.0, float(count)) for use, count in uses.items() if count}
    found |= where
    found["land.bias"] = 1.0
    if where.get("land.listed state") and not any(uses[use] for use in _STATELY):
        found["land.nothing of a state"] = 1.0
    if len(group) > 1 and any(adjectival(fold(f.text)) for f in group):
        found["land.has adjective"] = 1.0
    if any(" " in f.text for f in group):
        found["land.several words"] = 1.0
    return found


def candidates(lands: Lands) -> list[list[Form]]:
    """Return the groups of forms that may name a state."""
    taken = {*lands.persons, *lands.listed, *lands.cities, *PORTFOLIOS}
    free = ((key, form) for key, form in lands.forms.items() if key not in taken and not is_inside(key))
    return _groups([form for key, form in free if _nameable(key)], lands)


def _learn(lands: Lands, hints: Mapping[str, Counter[str]], where: Mapping[str, float]) -> None:
    """Group the article's names by stem; a group with enough evidence is a state, under its best form."""
    named = {fold(state): state for state in lands.states.values()} | lands.states
    for group in candidates(lands):
        known = next((named[fold(f.text)] for f in group if fold(f.text) in named), "")
        name = known or max(group, key=_nounness).text
        before = (Form(f.text, hints[fold(f.text)]) for f in group if fold(f.text) in hints)
        logit = SURE if known else score(features([*group, *before], where))
        lands.odds[name] = max(logit, lands.odds.get(name, -SURE))
        names = lands.states if logit >= 0 else lands.maybe if logit >= _LEAST else {}
        for form in group:
            names.setdefault(fold(form.text), name)


def _nameable(key: str) -> bool:
    parts = key.split()
    told = "-" in key and key.endswith("ed")  # "Pakistan-controlled"
    known = parts[-1] in PORTFOLIOS or class_of(parts[-1]) is not None
    return len(parts) <= _WORDS and len(key) > STEM and not (told or known)


def _nounness(form: Form) -> tuple[float, int]:
    """Rank the forms of one stem: what is used as a place or an owner comes before adjectives and peoples."""
    low = form.text.lower()
    bent = adjectival(low) or low.endswith(("ans", "ians", "is", "ics"))
    uses = form.uses
    return (
        form.place + uses["owner"] - 2 * uses["adjective"] - 2 * uses["people"] - (1 if bent else 0),
        -len(form.text),
    )


def _groups(candidates: Sequence[Form], lands: Lands) -> list[list[Form]]:
    """Join names that share a stem, known states among them, into groups."""
    known = {fold(name): Form(name) for name in {*lands.states.values()}}
    buckets: dict[str, list[Form]] = defaultdict(list)
    groups: list[list[Form]] = []
    home: dict[int, list[Form]] = {}
    ordered = sorted([*known.values(), *candidates], key=lambda f: (fold(f.text) not in known, len(f.text), f.text))
    for form in ordered:
        mates = [m for word in _stemwords(form.text) for m in buckets[word[:STEM]] if m is not form]
        mate = next((m for m in mates if shares_stem(m.text, form.text)), None)
        if mate is not None:
            group = home[id(mate)]
            group.append(form)
        else:
            group = [form]
            groups.append(group)
        home[id(form)] = group
        for word in _stemwords(form.text):
            buckets[word[:STEM]].append(form)
    return groups


def _stemwords(text: str) -> list[str]:
    return [w for w in fold(text).split() if len(w) > STEM and w not in PORTFOLIOS]


def shares_stem(name: str, other: str) -> bool:
    """Tell whether a state's name and an adjective or people are made from one stem: "Varland", "Varlandic"."""
    low = fold(other)
    if " " in low or not (adjectival(low) or low.endswith(("ans", "is", "ics", "ns", "ese"))):
        return fold(name) == low
    for part in _stemwords(name):
        common = 0
        while common < min(len(part), len(low)) and part[common] == low[common]:
            common += 1
        if common > STEM and common >= len(part) - STEM and _ENDING.fullmatch(low[common:]):
            return True
    return False
