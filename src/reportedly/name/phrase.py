"""Reads a noun phrase: who or what it names, in which role, of which body, with what beside it.

There is no tagger here: a source is short, and its shape (determiner, possessive, role, name, "of ...", apposition,
relative clause) is found from capitals, prepositions and the nouns of data/nouns.txt. Linear in the phrase's length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.name.cuts import (
    SEATED,
    WHOLE_NAME,
    bearer_at,
    cut_relative,
    members,
    seat_at,
    segments,
    trim,
    without_past,
)
from reportedly.name.lexicon import (
    BODY_CLASSES,
    DETERMINERS,
    FUNCTION_WORDS,
    INDEFINITE,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    NounClass,
    class_of,
    is_given,
    is_person,
    is_plural,
    titles,
    wordset,
)
from reportedly.name.words import Word, is_shouted

_MONTHS = wordset("months")
_PARTICIPLES = wordset("participles")
PORTFOLIO_WORDS = wordset("portfolio words")
_AGENTS = frozenset({"by", "from", "with", "to"})
_DRAWN = frozenset({"re", "ve", "m", "ll", "d"})
_NAMED_BY_SORT = frozenset({NounClass.COMPANY, NounClass.OUTLET})  # "the firm Eurasia Group" names no person
_SERVICES = frozenset("army navy air force marine marines corps coast guard".split())
_BRANDS = frozenset("atomics dynamics electric foods mills motors".split())  # "General Electric" is no general
_STATE_RUN = re.compile(r"(?:state|government)-(?:run|owned|controlled|backed|funded|affiliated)")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase taken apart. Absent parts are empty."""

    words: tuple[Word, ...]
    pronoun: str = ""  # "he", "one", "both": the whole phrase is but a pronoun
    determiner: str = ""
    title: str = ""  # "col", "mr"
    name: tuple[Word, ...] = ()  # of a person, place or body
    head: str = ""  # in lower case: "spokesman"
    kind: NounClass | None = None  # class of the head
    modifiers: tuple[Word, ...] = ()  # between determiner and head
    plural: bool = False
    owner: Noun | None = None  # "Norvik's", "his"
    complements: tuple[tuple[str, Noun], ...] = ()  # ("of", ...), ("by", ...)
    appositions: tuple[Noun, ...] = ()
    relative: tuple[Word, ...] = ()
    joined: tuple[Noun, ...] = ()  # members of "X and Y"; empty where there is one

    @property
    def text(self) -> str:
        """Return the words as they stand, blanks made single."""
        return " ".join(w.text for w in self.words)

    @property
    def label(self) -> str:
        """Return the proper name's words."""
        return " ".join(w.text for w in self.name)

    @property
    def core(self) -> str:
        """Return modifiers, head and name with an "of" complement that belongs to the name, no apposition."""
        owned = " ".join(w.shown for w in self.owner.words) if self.owner is not None and not self.owner.pronoun else ""
        base = [w.shown for w in self.modifiers[self._described :]]
        if self.head and not (self.name and self.title):
            width = len(self.head.split())
            words = [w.text for w in self.words]
            base += words[_find(words, self.head) :][:width] or [self.head]
        base += [w.text for w in self.name]
        of = self.complement("of", "for")
        tail = (
            f" {self.complements[0][0]} {of.core}" if of is not None and self.complements[0][0] in {"of", "for"} else ""
        )
        return " ".join(filter(None, [owned, *base])) + tail

    @property
    def named_modifiers(self) -> tuple[Word, ...]:
        """Return the capitalised modifiers, without those that only describe."""
        return tuple(w for w in self.modifiers[self._described :] if w.capital)

    @property
    def _described(self) -> int:
        """Return how many modifiers only describe."""
        return next((i + 1 for i, w in enumerate(self.modifiers) if _describes_alone(w)), 0)

    def complement(self, *prepositions: str) -> Noun | None:
        """Return the first complement after one of the prepositions."""
        return next((noun for preposition, noun in self.complements if preposition in prepositions), None)


def _find(words: Sequence[str], head: str) -> int:
    first = head.split()[0]
    return next((i for i, word in enumerate(words) if word.lower().rstrip(".") == first), len(words))


def parse(words: Sequence[Word]) -> Noun:
    """Take a noun phrase apart. An empty phrase gives an empty Noun."""
    words = without_past(trim(words))
    if not words:
        return Noun(())
    whole = tuple(words)
    words, relative = cut_relative(words)
    start, end = seat_at(words)
    words = [*words[:start], *words[end:]]
    joined = members(words)
    if len(joined) > 1:
        nouns = _of_one_role([parse(member) for member in joined])
        return replace(nouns[0], words=whole, relative=relative, joined=nouns, plural=True)
    first, *others = segments(words)
    noun = _core(first)
    complements, appositions = list(noun.complements), list(noun.appositions)
    for segment in others:
        if segment[0].low in PREPOSITIONS or _participle(segment[0]):
            complements += _complements(segment)
        elif segment[0].letters and not segment[0].text[0].isdigit() and not SEATED.match(segment[0].text):
            appositions.append(_core(segment))
    noun = replace(noun, words=whole, relative=relative, complements=tuple(complements), appositions=tuple(appositions))
    return replace(noun, kind=NounClass.STATEPRESS) if _state_run(noun) else noun


def _of_one_role(nouns: list[Noun]) -> tuple[Noun, ...]:
    """Give all the role that stands before the first: "U.N. advisers Ada Lunt and Lee Holt"."""
    first = nouns[0]
    told = first.modifiers or first.owner is not None
    if not (first.name and is_person(first.head) and is_plural(first.head) and told):
        return tuple(nouns)
    return tuple(
        replace(first, words=noun.words, name=noun.name) if noun.name and not (noun.head or noun.title) else noun
        for noun in nouns
    )


def _state_run(noun: Noun) -> bool:
    """Tell whether a phrase is of a state's own press: "the state-run newspaper", "Iranian state-owned media"."""
    press = noun.kind is NounClass.OUTLET or noun.head == "media"
    return press and any(_STATE_RUN.fullmatch(word.low) for word in noun.modifiers)


def _participle(word: Word) -> bool:
    return word.low in _PARTICIPLES or (
        not word.capital
        and len(word.low) > 4
        and word.low.endswith("ed")
        and "-" not in word.low  # "the government-owned newspaper"
        and class_of(word.low) is None
    )


def _core(words: Sequence[Word]) -> Noun:
    """Read a segment without commas: determiner, owner, modifiers, head, name, complements."""
    words = trim(words)
    if not words:
        return Noun(())
    whole = tuple(words)
    low = _bare(words[0])
    if len(words) == 1 and _pronominal(words[0], low):
        return Noun(whole, pronoun=low, plural=low not in {"one", "another", "each", "he", "she", "it"})
    if at := bearer_at(words):
        noun = _core(words[at:])
        return replace(noun, words=whole, complements=(("of", _core(words[:at])), *noun.complements))
    words, determiner = _determiner(words)
    words, owner = _owner(words)
    if len(words) > 1 and words[0].low in {"own", "same"}:
        words = words[1:]
    cut = _cut_at(words)
    base, tail = words[:cut], words[cut:]
    noun = _base(base)
    if noun.head in {"head", "chief"} and [w.low for w in tail] in (["of", "state"], ["of", "government"]):
        noun, tail = replace(noun, head=f"head of {tail[1].low}", kind=NounClass.OFFICIAL), []
    if noun.head == "secretary" and [w.low for w in tail[:2]] == ["of", "state"] and not noun.name:
        name = tuple(_strip_titles(tail[2:])) if all(w.capital for w in tail[2:]) else ()
        noun = replace(noun, head="secretary of state", kind=NounClass.OFFICIAL, name=name)
        tail = [] if name else tail[2:]
    if not noun.head and not noun.name and determiner in INDEFINITE and owner is None:
        noun = replace(noun, pronoun=determiner)
    complements = _complements(tail)
    if not noun.name and is_person(noun.head) and complements:
        noun, complements = _lift_name(noun, complements)
    return replace(
        noun,
        words=whole,
        determiner=determiner,
        owner=owner,
        complements=tuple(complements),
        plural=noun.plural or determiner in {"two", "three", "several", "many", "some", "both", "few", "most"},
    )


def _bare(word: Word) -> str:
    """Return a word in lower case without the verb it is drawn together with: "we" of "We've"."""
    bare, mark, verb = word.low.replace("’", "'").partition("'")
    return bare if mark and verb in _DRAWN else word.low


def _pronominal(word: Word, low: str) -> bool:
    """Tell whether a word alone is a pronoun; "US" is none."""
    return low in PRONOUNS | INDEFINITE | RELATIVES and not word.possessive and word.text != "US"


def _lift_name(noun: Noun, complements: list[tuple[str, Noun]]) -> tuple[Noun, list[tuple[str, Noun]]]:
    """Give the head the name in "Secretary of the Security Council Zaven Miraq"."""
    preposition, inner = complements[-1]
    if at := _given_at(inner):
        inner = replace(inner, name=inner.name[at:], kind=NounClass.AGENCY)
    body = inner.kind in BODY_CLASSES - _NAMED_BY_SORT and not inner.title
    bears = len(inner.name) > 1 and class_of(inner.name[-1].low) not in BODY_CLASSES  # "the opposition Farmers' Party"
    if (body or _ranked(inner)) and bears and not inner.complements:
        kept = tuple(w for w in inner.words if w not in inner.name)
        complements = [*complements[:-1], (preposition, replace(inner, name=(), words=kept))]
        return replace(noun, name=inner.name), complements
    return noun, complements


def _given_at(inner: Noun) -> int:
    """Return where a person's name begins behind that of a body: "U.N. | Ada Lunt"; 0 where none does."""
    name = inner.name
    if len(name) <= WHOLE_NAME or inner.label.isupper() or inner.head:
        return 0
    given = (i for i in range(1, len(name) - 1) if is_given(name[i].low))
    charge = next((i for i, word in enumerate(name) if word.low not in PORTFOLIO_WORDS), 0)
    if 0 < charge <= len(name) - WHOLE_NAME:
        return charge  # "High Commissioner for Human Rights | Ada Lunt"
    return 1 if name[0].text.isupper() else next(given, 0)


def _ranked(inner: Noun) -> bool:
    """Tell whether a rank stands before the name, as of the general in "Chief of Army Staff General Rahim Dost"."""
    return inner.kind is NounClass.SOLDIER and bool(inner.modifiers)


def _determiner(words: list[Word]) -> tuple[list[Word], str]:
    found = ""
    while words and (words[0].low in DETERMINERS or words[0].text.isdigit()) and not words[0].possessive:
        found = found or words[0].low
        words = words[1:]
    return words, found


def _owner(words: list[Word]) -> tuple[list[Word], Noun | None]:
    """Split "Norvik's defence minister" and "his spokesman" at the last possessive before the first preposition."""
    if words and words[0].low in POSSESSIVES:
        return words[1:], Noun(tuple(words[:1]), pronoun=words[0].low)
    at = -1
    for i, word in enumerate(words):
        if word.possessive and i < len(words) - 1 and words[i + 1].letters:
            at = i
        elif word.possessive and i == len(words) - 1 and at < 0 and i == 0:
            return words, None
    if at < 0:
        return words, None
    owned = words[at + 1 :]
    before = {w.low for w in words[:at] if w.low in PREPOSITIONS}
    if before and (not words[0].capital or not before <= {"of", "for"}):
        return words, None  # "the office of Sahmara's prime minister": the complement's own owner
    return owned, _core(words[: at + 1])


def _cut_at(words: Sequence[Word]) -> int:
    """Return where the base ends: at the first preposition or participle after a word."""
    for i, word in enumerate(words):
        first = not i and word.low in PREPOSITIONS and not word.capital  # "some in Gaza"
        if not (i or first):
            continue
        tail = word.low in PREPOSITIONS or (_participle(word) and not _before_noun(words, i))
        if tail and not _inside_name(words, i):
            return i
    return len(words)


def _before_noun(words: Sequence[Word], i: int) -> bool:
    """Tell whether a participle stands before its noun: "the newly elected Libyan National Congress"."""
    behind = words[i + 1] if i + 1 < len(words) else None
    return words[i - 1].low.endswith("ly") and behind is not None and behind.low not in PREPOSITIONS


def _inside_name(words: Sequence[Word], i: int) -> bool:
    """Tell the "at" of "Doctors at Hand", the "for" of "Union for Change" from a complement's preposition."""
    if words[i].low in {"at", "for", "without", "on"} and i + 1 < len(words):
        before, after = words[i - 1], words[i + 1]
        if _joins_name(words[i]):
            return True
        return before.capital and after.capital and class_of(before.low) is None and not before.first
    return False


def _complements(words: Sequence[Word]) -> list[tuple[str, Noun]]:
    """Read "of X for Y by Z" as complements of one head; nesting is kept inside the first."""
    found: list[tuple[str, Noun]] = []
    i = 0
    while i < len(words):
        if words[i].low in PREPOSITIONS and i + 1 < len(words):
            rest = words[i + 1 :]
            end = len(rest)
            for j, word in enumerate(rest):
                if j and ((_participle(word) and not _before_noun(rest, j)) or word.low in _AGENTS):
                    end = j
                    break
            found.append((words[i].low, parse(rest[:end])))
            i += 1 + end
        else:
            i += 1
    return found


def _base(words: Sequence[Word]) -> Noun:
    """Read modifiers, head and name, without determiner, owner and complements."""
    if not words:
        return Noun(())
    role_end = _role_end(words)
    if role_end is None:
        name = _name_part(words)
        if name:
            return Noun((), name=tuple(name), modifiers=tuple(words[: len(words) - len(name)]))
        return Noun((), head=words[-1].low, modifiers=tuple(words[:-1]), plural=is_plural(words[-1].low))
    name = _strip_titles(words[role_end + 1 :])
    title = next((w.low.rstrip(".") for w in words[: role_end + 1] if w.low.rstrip(".") in titles()), "")
    head, width = _head(words[: role_end + 1])
    holder = next((i for i in range(role_end - 1, -1, -1) if words[i].low not in _SERVICES), -1)
    if width <= role_end and _ranks(words[role_end], head) and holder >= 0 and _holds(words[holder]):
        role_end = holder  # "union president Lt. Ada Lunt", "spokesman Navy Capt. ...": a rank is no part of it
        head, width = _head(words[: role_end + 1])
    if head == "secretary" and role_end and words[role_end - 1].low in PORTFOLIO_WORDS:
        head, width = f"{words[role_end - 1].low} secretary", 2
    if name and words[role_end].capital and titles().get(head):
        return Noun((), title=head, name=tuple(name), modifiers=tuple(words[:role_end]))  # "Sister Noura Hamdi"
    return Noun(
        (),
        title=title if name else "",
        name=tuple(name),
        head=head,
        kind=NounClass.OFFICIAL if head.endswith(" secretary") else class_of(head),
        modifiers=tuple(words[: role_end + 1 - width]),
        plural=is_plural(head),
    )


def _role_end(words: Sequence[Word]) -> int | None:
    """Return the index of the last word that is a role, a title or a classed noun, None where there is none."""
    found = None
    for i, word in enumerate(words):
        low = word.low.rstrip(".")
        pair = f"{words[i - 1].low} {low}" if i else ""
        known = class_of(low) is not None or low in titles() or (pair and class_of(pair) is not None)
        if (
            known
            and not word.surname
            and not _names(words, i)
            and (i < len(words) - 1 or class_of(low) is not None or class_of(pair) is not None)
        ):
            found = i
    if found is None:
        return None
    if found == len(words) - 1:
        return _kind_before_name(words, found)
    rest = words[found + 1 :]
    if _joins_name(rest[0]):
        return None
    if words[found].capital and not words[found].first and class_of(words[found].low) is NounClass.UNION:
        return None  # "Camp Strava" is a name as a whole
    return found if all(w.capital or w.low in PARTICLES or not w.letters for w in rest) else None


def _ranks(word: Word, head: str) -> bool:
    """Tell whether a title is but a rank: "Dr", "Lt", the "General" of "Army General", of no "attorney general"."""
    return word.low.rstrip(".") == head and head in titles() and class_of(head) in {None, NounClass.SOLDIER}


def _holds(word: Word) -> bool:
    """Tell whether a word is an office or a trade, and no rank."""
    return is_person(word.low) and class_of(word.low) is not NounClass.SOLDIER


def _names(words: Sequence[Word], i: int) -> bool:
    """Tell whether a noun begins a name: "Bill Lunt", "General Motors"."""
    leads = i + 1 < len(words) and words[i].capital and words[i + 1].capital
    return leads and (is_given(words[i].low) or words[i + 1].low in _BRANDS)


def _kind_before_name(words: Sequence[Word], found: int) -> int:
    """Return the index of the common noun in "investment company Saxo Bank", whose name itself ends in such a noun."""
    start = found
    while start > 0 and words[start - 1].capital:
        start -= 1
    kind = class_of(words[start - 1].low) if start else None
    named = words[found].capital and found - start > 0 and kind in BODY_CLASSES
    return start - 1 if named and not any(class_of(w.low) for w in words[start:found]) else found


def _head(words: Sequence[Word]) -> tuple[str, int]:
    """Return the head noun and how many words it takes: "prime minister" is one noun of two words."""
    if len(words) > 1:
        pair = f"{words[-2].low} {words[-1].low}"
        if class_of(pair) is not None:
            return pair, 2
    return words[-1].low.rstrip("."), 1


def _strip_titles(words: Sequence[Word]) -> list[Word]:
    kept = list(words)
    while len(kept) > 1 and kept[0].low.rstrip(".") in titles():
        kept.pop(0)
    return kept


def _name_part(words: Sequence[Word]) -> list[Word]:
    """Return the run of capitals (and particles) at the end."""
    start = len(words)
    while start > 0 and (_proper(words[start - 1]) or words[start - 1].low in PARTICLES):
        start -= 1
    run = list(words[start:])
    while run and (not run[0].capital or (len(run) > 1 and (_no_name(run[0]) or is_shouted(*run[:2])))):
        run.pop(0)
    return run or [word for word in words if len(words) == 1 and word.capital and word.low in _MONTHS]  # "May said"


def _no_name(word: Word) -> bool:
    """Tell whether no name begins with a word: "I'm Ada Lunt", "Hamas-run Gaza"."""
    return _describes_alone(word) or _bare(word) in PRONOUNS


def _describes_alone(word: Word) -> bool:
    """Tell whether a compound only describes, as no name does: "San Francisco-headquartered", "Hamas-run"."""
    return "-" in word.text and word.low.endswith(("ed", "run"))


def _proper(word: Word) -> bool:
    return word.capital and (word.low not in FUNCTION_WORDS or word.text == "May" or _joins_name(word))


def _joins_name(word: Word) -> bool:
    """Tell the "Without" of "Doctors Without Borders", a name as a whole, from the "without" of a complement."""
    return word.text == "Without"
