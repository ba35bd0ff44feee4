"""Counts how an article uses its capitalised names: as owner, place, adjective, person, subject."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.name.lexicon import (
    FUNCTION_WORDS,
    NUMBERS,
    PARTICLES,
    NounClass,
    class_of,
    common,
    is_person,
    titles,
    wordset,
)
from reportedly.name.words import Page, Word, is_shouted

# What only a state has. Portfolios are what its ministries are of, so they name no state: "Minister of Health".
STATE_NOUNS = wordset("state nouns")
STATE_PAIRS = wordset("state pairs")
PORTFOLIOS = wordset("portfolios")
_ADJECTIVE_NOUNS = STATE_NOUNS | wordset("adjective nouns")
BEHIND_DATELINES = frozenset({",", "(", "-", "–", "—"})
FIRM_WORDS = wordset("firm words")
_TOWNS = wordset("towns")
_MISSIONS = wordset("missions")
_COMPASS = wordset("compass")
_NATIONAL = wordset("national")
_MONTHS = wordset("months")
_SPOTS = wordset("spots")
_PEER_WORDS = wordset("peer words")
_ADJECTIVE_ENDS = ("an", "ese", "ish", "i", "ic", "ch", "ene", "en", "n", "ite", "ais")
_PEOPLE_ENDS = ("ans", "is", "ese", "ns", "ites", "ics")
_MIN_WORD = 4


@dataclass(slots=True)
class Form:
    """How often a run of capitals is used in which way."""

    text: str
    uses: Counter[str] = field(default_factory=Counter)

    @property
    def place(self) -> int:
        """Return how often it stands after a preposition of place."""
        return self.uses["in"] + self.uses["to"]

    @property
    def person(self) -> int:
        """Return how often a title, a role or an age makes it a person."""
        return self.uses["person"]


def fold(text: str) -> str:
    """Return text in lower case without accents, so that "Bandékou" and "Bandekou" are one name."""
    if text.isascii():  # nearly all of them, and this is asked thousands of times an article
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def runs(page: Page) -> Iterator[tuple[int, int]]:
    """Yield (first word, end) of each run of capitals: names, with particles inside, cut at possessives."""
    words = page.words
    i = 0
    while i < len(words):
        if not _starts(words[i], page):
            i += 1
            continue
        end = i + 1
        while end < len(words) and _joins(words[end - 1], words, end):
            end += 1
        if not (end - i == 1 and words[i].first and _common(words[i], page)):
            yield i, end
        i = end


def _starts(word: Word, page: Page) -> bool:
    if not word.capital or word.sentence in page.shouting or word.low in FUNCTION_WORDS:
        return False
    if "'" in word.text[1:-2] or "’" in word.text[2:] or word.low.split("-")[0] in NUMBERS:
        return False
    return not (word.first and _common(word, page))


def _common(word: Word, page: Page) -> bool:
    """Tell whether a sentence's first word is only capital for standing there."""
    low = word.low
    return (
        low in page.lower or low in FUNCTION_WORDS or low in common() or class_of(low) is not None or low[0].isdigit()
    )


def _joins(before: Word, words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if before.possessive or word.sentence != before.sentence or not word.letters:
        return False
    if word.capital:
        return word.low not in FUNCTION_WORDS and not is_shouted(before, word)
    following = words[i + 1] if i + 1 < len(words) else None
    return word.low in PARTICLES and following is not None and following.capital and word.low not in {"y", "e"}


def forms_of(page: Page, sources: frozenset[str] = frozenset()) -> dict[str, Form]:
    """Return folded name -> its uses. `sources` are the folded words of the article's sources."""
    spans = list(runs(page))
    alone = Counter(fold(_text(page.words[a:b])) for a, b in spans if not page.words[a].first)
    found: dict[str, Form] = {}
    for a, b in spans:
        a, b = _shorten(page.words, a, b, alone)
        if a == b:
            continue
        piece = page.words[a:b]
        form = found.setdefault(fold(_text(piece)), Form(_text(piece)))
        _note(form, page.words, a, b)
    outlet = f" {fold(page.article.outlet)} "
    for name in _outlet_names(page.article.outlet):
        found.setdefault(fold(name), Form(name))
    for key, form in found.items():
        form.uses["alone"] = alone[key]
        form.uses["source"] = int(key in sources)
        inside = f" {key} " in outlet
        form.uses["outlet"] = int(inside)
        form.uses["national outlet"] = int(inside and any(w in _NATIONAL for w in outlet.split()))
        form.uses["part"] = int(any(key != other and f" {key} " in f" {other} " for other in found))
    return found


def _outlet_names(outlet: str) -> list[str]:
    """Return the words of an outlet's name that may be a place: "Olancoya" of "Radio Olancoya"."""
    words = [w for w in outlet.replace("(", " ").replace(")", " ").split() if w[0].isupper() and len(w) > _MIN_WORD]
    return [
        w
        for w in words
        if w.lower() not in _NATIONAL | PORTFOLIOS and w.lower() not in common() and class_of(w.lower()) is None
    ]


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _shorten(words: Sequence[Word], a: int, b: int, alone: Counter[str]) -> tuple[int, int]:
    """Drop what leads a run without being part of the name: roles, titles, a sentence's first word."""
    role = max((i for i in range(a, b - 1) if leads_name(words[i])), default=None)
    if role is not None:
        a = role + 1
    if b - a > 1 and words[a].first and alone[fold(_text(words[a + 1 : b]))]:
        a += 1
    for cut in range(a + 1, b):  # "Gavrania Mirko Radulj": a name that also stands alone, then another
        if alone[fold(_text(words[a:cut]))] > 0 and alone[fold(_text(words[a:b]))] < 2 and b - cut > 1:
            return a, cut
    return a, b


def leads_name(word: Word) -> bool:
    """Tell whether a word is a title or a role that a person's name may follow."""
    if word.surname:
        return False
    return word.low.rstrip(".") in titles() or (is_person(word.low) and not word.low.endswith("s"))


def _note(form: Form, words: Sequence[Word], a: int, b: int) -> None:
    """Count how a name is used where it stands, words `a` up to `b`."""
    last = words[b - 1]
    before = [w.low for w in words[max(0, a - 3) : a] if w.sentence == last.sentence]
    after = [w.low for w in words[b : b + 3] if w.sentence == last.sentence]
    uses = form.uses
    uses["count"] += 1
    uses["person"] += _person_here(words, a, b)
    shouted = last.text.isupper() and len(last.text) > _MIN_WORD and words[a].first
    uses["dateline"] += shouted and b < len(words) and words[b].text in BEHIND_DATELINES
    uses["dateline country"] += _dateline(words, a, b)
    uses["firm"] += bool(after and after[0] in FIRM_WORDS) or bool(before and class_of(before[-1]) is NounClass.COMPANY)
    uses["people"] += before[-1:] == ["the"] and last.low.endswith(_PEOPLE_ENDS) and b - a == 1
    _note_owned(uses, last, before, after)
    _note_before(uses, last, before)
    _note_after(uses, last, after)


def _note_owned(uses: Counter[str], last: Word, before: Sequence[str], after: Sequence[str]) -> None:
    """Count what belongs to a name: its army, its minister, its embassy."""
    if last.possessive:
        uses["owner"] += 1
        if _state_noun(after):
            uses["owns state"] += 1
        elif after and any(class_of(w) in {NounClass.ORGAN, NounClass.OFFICIAL} for w in after):
            uses["owns office"] += 1
    if before[-1:] == ["of"]:
        uses["of state" if len(before) > 1 and _state_noun(before[:-1], backwards=True) else "of"] += 1
        uses["city of"] += len(before) > 1 and before[-2] in _TOWNS
    uses["embassy"] += any(w in _MISSIONS for w in after[:1] if last.possessive or adjectival(last.low)) or (
        before[-1:] == ["of"] and len(before) > 1 and before[-2] in _MISSIONS
    )


def _note_before(uses: Counter[str], last: Word, before: Sequence[str]) -> None:
    """Count the words that lead to a name."""
    if not before:
        return
    leads = before[-1]
    uses["in"] += leads in {"in", "inside", "into", "near", "at", "outside"} and not last.possessive
    uses["to"] += leads in {"from", "to", "across", "throughout"} and not last.possessive
    uses["peer"] += leads in _PEER_WORDS
    uses["neighbour"] += leads.startswith("neighbo")
    uses["compass"] += leads in _COMPASS or before[-2:] == ["whole", "of"]
    uses["by"] += leads == "by"
    uses["at"] += leads == "at"
    uses["the"] += leads == "the"
    uses["capital"] += "capital" in before


def _note_after(uses: Counter[str], last: Word, after: Sequence[str]) -> None:
    """Count the nouns that a name stands before."""
    if not after:
        return
    follows = after[0]
    uses["names a spot"] += follows in _SPOTS
    if last.possessive:
        return
    if follows in _ADJECTIVE_NOUNS:
        uses["adjective" if adjectival(last.low) else "before state noun"] += 1
    elif follows.islower() and adjectival(last.low) and class_of(follows) is not None:
        uses["adjective of noun"] += 1


def _dateline(words: Sequence[Word], a: int, b: int) -> bool:
    """Tell whether the run is the country of a dateline: "TEPANCA, Olancoya, Oct 9"."""
    if a < 2 or b + 1 >= len(words):
        return False
    city, comma, after, month = words[a - 2], words[a - 1], words[b], words[b + 1]
    return (
        city.text.isupper() and len(city.text) > 1 and comma.text == "," and after.text == "," and month.low in _MONTHS
    )


def _state_noun(words: Sequence[str], backwards: bool = False) -> bool:
    pairs = [" ".join(pair) for pair in pairwise(words)]
    if any(pair in STATE_PAIRS for pair in pairs):
        return True
    return any(w in STATE_NOUNS for w in (words[-1:] if backwards else words[:2]))


def adjectival(low: str) -> bool:
    """Tell whether a word in lower case has the shape of a state's adjective."""
    return low.endswith(_ADJECTIVE_ENDS) and len(low) > _MIN_WORD and class_of(low) is None and low not in PORTFOLIOS


def _person_here(words: Sequence[Word], a: int, b: int) -> bool:
    """Tell whether a title or a role before, or an age after, makes the run a person's name; so does a transcript."""
    before = words[a - 1] if a else None
    if before is not None and before.sentence == words[a].sentence and not before.possessive and leads_name(before):
        return True
    after = words[b : b + 2]
    if after and after[0].text == ":" and words[a].first and words[b - 1].text.isupper():
        return True  # a transcript: "HALLIDAY: Doctor, ..."
    return len(after) > 1 and after[0].text == "," and after[1].text.isdigit() and len(after[1].text) == 2


def persons(forms: dict[str, Form], adjectives: Set[str] = frozenset()) -> frozenset[str]:
    """Return folded names of persons, and their surnames; a state's adjective is no given name ("Indian Rafale")."""
    names = {key for key, form in forms.items() if form.person and form.person * 2 >= form.uses["count"] - form.place}
    tails: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        parts = key.split()
        if len(parts) in {2, 3}:
            tails[parts[-1]].append(key)
    surnames = {name.split()[-1] for name in names}
    for last, full in tails.items():  # "Ilan Dorr" here and "Dorr" there, and neither is a place
        plain = (key for key in full if not forms[key].place and _plain_name(key))
        bearers = [key for key in plain if key.split()[0] not in common() and key.split()[0] not in adjectives]
        if (
            bearers
            and last in forms
            and not (_placed(forms[last]) or forms[last].uses["owns state"] or forms[last].uses["adjective"])
        ):
            surnames.update((last, *bearers))
    return frozenset(names | surnames)


def _placed(form: Form) -> bool:
    """Tell whether a name is used as a place now and then: "links to Epstein" once in twenty times makes it none."""
    return form.place * 5 > form.uses["count"]


def _plain_name(key: str) -> bool:
    return not any(part in PORTFOLIOS or class_of(part) is not None for part in key.split())


def candidates(page: Page) -> frozenset[str]:
    """Return the folded surnames of those who stand for an office: "Halloran's campaign", "the nominee, Ann Strake"."""
    found: set[str] = set()
    words = page.words
    judges = any(w.low == "nominee" and before.low == "court" for before, w in pairwise(words))
    standing = _STANDING - {"nominee"} if judges else _STANDING  # who is to sit in a court leads no campaign
    for i, word in enumerate(words):
        if word.low not in standing or any(w.low == "former" for w in words[max(0, i - 2) : i]):
            continue
        for j in (*range(i - 1, max(-1, i - 4), -1), *range(i + 1, min(len(words), i + 4))):
            if words[j].sentence == word.sentence and words[j].capital and _bearer(words, j, i):
                found.add(fold(words[j].text))
    return frozenset(found)


_STANDING = wordset("standing")


def _bearer(words: Sequence[Word], name: int, role: int) -> bool:
    """Tell "Halloran's presidential campaign", "Halloran campaign", "candidate Ann Strake", "Strake, the nominee"."""
    word = words[name]
    if (
        word.low in FUNCTION_WORDS
        or class_of(word.low) is not None
        or word.low in PORTFOLIOS
        or (word.first and word.low in common())
    ):
        return False
    if name < role:
        if words[role].low == "campaign":
            return word.possessive or name == role - 1
        return words[name + 1].text == "," and role - name <= 3
    last = name + 1 >= len(words) or not words[name + 1].capital
    return words[role].low != "campaign" and last and all(w.capital or w.text == "," for w in words[role + 1 : name])
