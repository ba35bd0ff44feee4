"""Counts how an article uses its capitalised names: as owner, place, adjective, person, subject."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.name.lexicon import FUNCTION_WORDS, PARTICLES, NounClass, class_of, titles
from reportedly.name.words import Page, Word

# What only a state has. Portfolios are what its ministries are of, so they name no state: "Minister of Health".
STATE_NOUNS = frozenset(
    "government army navy military parliament premier embassy ambassador troops soldiers forces coastguard presidency "
    "territory capital border regime constitution economy ministry minister authorities".split()
)
STATE_PAIRS = frozenset(
    "prime minister|foreign ministry|foreign minister|defence ministry|defense ministry|defence minister|defense minister|"
    "interior ministry|interior minister|health ministry|health minister|air force|general staff|armed forces|"
    "coast guard|border guards|finance minister|finance ministry|foreign secretary|head of state".split("|")
)
PORTFOLIOS = frozenset(
    "republic kingdom state states nation interior defence defense foreign affairs finance health energy education justice "
    "transport agriculture trade labour labor environment north south east west northern southern eastern western federal "
    "national royal central supreme general public people democratic united deputy prime acting former police new senior "
    "civil joint high culture information communication communications emergency emergencies internal external european "
    "council assembly parliament president minister ministry government army navy first second third fourth islamic "
    "christian muslim catholic orthodox relations mines fisheries situations governance prison tourism industry security "
    "commerce planning infrastructure water housing science sport sports youth women arctic pacific atlantic".split()
)
_ADJECTIVE_NOUNS = STATE_NOUNS | frozenset(
    "president officials official diplomats officer officers side police warplanes jets foreign defence defense prime state "
    "spokesman spokeswoman general admiral soldier commander artillery intelligence citizens nationals waters soil airspace "
    "opposition leader leadership delegation positions units vessel vessels ship frigate submarine drone drones tanks "
    "shelling fishermen coast health interior".split()
)
_PLACE_WORDS = frozenset("in from to across throughout into inside near at around outside".split())
_PEER_WORDS = frozenset("with between against".split())
_ADJECTIVE_ENDS = ("an", "ese", "ish", "i", "ic", "ch", "ene", "en", "n", "ite", "ais")
_PEOPLE_ENDS = ("ans", "is", "ese", "ns", "ites", "ics")
_MIN_WORD = 4
_PERSON_CLASSES = frozenset(
    {NounClass.OFFICIAL, NounClass.SOLDIER, NounClass.EXPERT, NounClass.VOICE, NounClass.CROWD, NounClass.KIN}
)


@dataclass(slots=True)
class Form:
    """How often a run of capitals is used in which way."""

    text: str
    count: int = 0
    alone: int = 0  # not at a sentence's start
    owner: int = 0
    state: float = 0.0  # evidence that it is a state, in points
    adjective: int = 0
    place: int = 0
    people: int = 0  # "the Varlanders"
    person: int = 0


def fold(text: str) -> str:
    """Return text in lower case without accents, so that "Bandékou" and "Bandekou" are one name."""
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
    if not word.capital or not word.letters or word.sentence in page.shouting or word.low in FUNCTION_WORDS:
        return False
    return not (word.first and _common(word, page))


def _common(word: Word, page: Page) -> bool:
    """Tell whether a sentence's first word is only capital for standing there."""
    return word.low in page.lower or word.low in FUNCTION_WORDS or class_of(word.low) is not None


def _joins(before: Word, words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if before.possessive or word.sentence != before.sentence or not word.letters:
        return False
    if word.capital:
        return word.low not in FUNCTION_WORDS
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
    for key, form in found.items():
        form.alone = alone[key]
        if key in sources and not form.person:
            form.state += 0.6
    return found


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _shorten(words: Sequence[Word], a: int, b: int, alone: Counter[str]) -> tuple[int, int]:
    """Drop what leads a run without being part of the name: roles, titles, a sentence's first word."""
    while b - a > 1 and (class_of(words[a].low) is not None or words[a].low.rstrip(".") in titles()):
        a += 1
    if b - a > 1 and words[a].first and alone[fold(_text(words[a + 1 : b]))]:
        a += 1
    for cut in range(a + 1, b):  # "Gavrania Mirko Radulj": a name that also stands alone, then another
        if alone[fold(_text(words[a:cut]))] > 0 and alone[fold(_text(words[a:b]))] < 2 and b - cut > 1:  # noqa: PLR2004
            return a, cut
    return a, b


def _note(form: Form, words: Sequence[Word], a: int, b: int) -> None:
    last = words[b - 1]
    before = [w.low for w in words[max(0, a - 3) : a] if w.sentence == last.sentence]
    after = [w.low for w in words[b : b + 3] if w.sentence == last.sentence]
    form.count += 1
    if _person_here(words, a, b):
        form.person += 1
    if last.possessive:
        form.owner += 1
        form.state += 0.3
        if _state_noun(after) and last.low not in PORTFOLIOS:
            form.state += 3
        elif after and class_of(after[-1]) in {NounClass.ORGAN, NounClass.OFFICIAL}:
            form.state += 1
    if before[-1:] == ["of"] and len(before) > 1 and _state_noun(before[:-1], backwards=True):
        form.state += 2
    if before and before[-1] in _PLACE_WORDS and not last.possessive:
        form.place += 1
        form.state += 0.3
    if before and before[-1] in _PEER_WORDS:
        form.state += 0.5
    if b - a <= 2 and after and after[0] in _ADJECTIVE_NOUNS and not last.possessive and adjectival(last.low):  # noqa: PLR2004
        form.adjective += 1
        form.state += 2
    if before[-1:] == ["the"] and last.low.endswith(_PEOPLE_ENDS) and b - a == 1:
        form.people += 1


def _state_noun(words: Sequence[str], backwards: bool = False) -> bool:
    pairs = [" ".join(pair) for pair in zip(words, words[1:], strict=False)]
    if any(pair in STATE_PAIRS for pair in pairs):
        return True
    return any(w in STATE_NOUNS for w in (words[-1:] if backwards else words[:2]))


def adjectival(low: str) -> bool:
    """Tell whether a word in lower case has the shape of a state's adjective."""
    return low.endswith(_ADJECTIVE_ENDS) and len(low) > _MIN_WORD and class_of(low) is None and low not in PORTFOLIOS


def _person_here(words: Sequence[Word], a: int, b: int) -> bool:
    """Tell whether a title or a role before, or an age after, makes the run a person's name."""
    before = words[a - 1] if a else None
    if before is not None and before.sentence == words[a].sentence and not before.possessive:
        if before.low.rstrip(".") in titles():
            return True
        if class_of(before.low) in _PERSON_CLASSES and not before.low.endswith("s"):
            return True
    after = words[b : b + 2]
    return len(after) > 1 and after[0].text == "," and after[1].text.isdigit() and len(after[1].text) == 2  # noqa: PLR2004


def persons(forms: dict[str, Form]) -> frozenset[str]:
    """Return folded names of persons, and their surnames."""
    names = {key for key, form in forms.items() if form.person and form.person * 2 >= form.count - form.place}
    tails: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        parts = key.split()
        if len(parts) in {2, 3}:
            tails[parts[-1]].append(key)
    surnames = {name.split()[-1] for name in names}
    return frozenset(names | surnames)
