"""Cuts the words of a phrase apart: its ends, its relative clause, segments between commas, members of "X and Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.name.gazetteer import LONGEST, shipped
from reportedly.name.lexicon import (
    BODY_CLASSES,
    DETERMINERS,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    NounClass,
    class_of,
    is_person,
    is_plural,
    wordset,
)
from reportedly.name.words import Word
from reportedly.text import SEAT

_TRAILING = wordset("trailing")
_SUBJECTS = wordset("subjects")
_DESCRIBING = ("al", "ic", "ive", "ous", "ary")  # ends of adjectives
SEATED = re.compile(SEAT)
_WARDS = frozenset({"children's", "women's"})
_LETTERS = frozenset("RDI")  # of parties
PAST = frozenset({"former", "ex", "ousted", "sacked", "deposed", "onetime"})
_LINKS = frozenset({"and", "or", "&", "nor"})
_DESKS = frozenset("branch bureau department desk division office programme program project section team unit".split())
_DASHES = frozenset({"-", "–", "—", "(", ")", ";", "“", "”", '"', ":"})
WHOLE_NAME = 2  # words
PARTY_MEN = frozenset({"Republican", "Democrat"})


def trim(words: Sequence[Word]) -> list[Word]:
    """Return a phrase's words without marks, numbers and adverbs at its ends."""
    kept = list(words)
    while kept and not kept[0].letters:
        kept.pop(0)
    while len(kept) > 1 and (not kept[-1].letters or kept[-1].low in _TRAILING | NUMBERS) and kept[-1].text != ")":
        kept.pop()
    return kept


def cut_relative(words: list[Word]) -> tuple[list[Word], tuple[Word, ...]]:
    """Split off the relative clause: "two analysts | who spoke to us"."""
    for i, word in enumerate(words):
        if (
            i
            and word.low in _SUBJECTS
            and words[i - 1].letters
            and words[i - 1].low not in PREPOSITIONS | {"and", "or"}
        ):
            return trim(words[:i]), tuple(words[i:])  # "two analysts we asked"
        if i and word.low in RELATIVES and not (word.low == "that" and words[i - 1].low in PREPOSITIONS):
            start = i - 1 if words[i - 1].low in PREPOSITIONS and i > 1 else i
            return trim(words[:start]) or words[:1], tuple(words[i:])
    return words, ()


def seat_at(words: Sequence[Word]) -> tuple[int, int]:
    """Return where a seat in Congress stands that is no word, "(R., Ark.)", "(R–Ariz.)"; (0, 0) where none does."""
    texts = [w.text for w in words]
    for i in range(len(words) - 2):
        if texts[i] == "(" and texts[i + 1] in _LETTERS and {",", "–"} & {*texts[i + 2 : i + 4]}:
            end = next((j + 1 for j in range(i, len(texts)) if texts[j] == ")"), len(texts))
            return i, end
    return 0, 0


def without_past(words: list[Word]) -> list[Word]:
    """Return a phrase without the office somebody held before: "senator | and former candidate | Ada Lunt"."""
    role = next((i for i in range(len(words) - 1, -1, -1) if not words[i].capital or is_person(words[i].low)), 0)
    held = (i for i in range(1, role) if words[i].low == "and" and words[i + 1].low in PAST)
    start = next((i for i in held if is_person(words[i - 1].low)), 0)
    named = start and role + 1 < len(words) and is_person(words[role].low)
    return [*words[:start], *words[role + 1 :]] if named else words


def segments(words: Sequence[Word]) -> list[list[Word]]:
    """Split at commas, brackets and dashes."""
    found: list[list[Word]] = [[]]
    for i, word in enumerate(words):
        if word.text == "," and _describes(found[-1], words[i + 1 :]):
            continue
        if word.text == "," or word.text in _DASHES:
            found.append([])
        else:
            found[-1].append(word)
    return [segment for segment in found if segment] or [list(words)]


def _describes(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Tell whether a comma parts two adjectives of one noun: "a few small, limited studies"."""
    if len(before) < 2 or len(after) < 2 or any(w.capital or (class_of(w.low) and w.low != "few") for w in before[1:]):
        return False
    rest = [w.low for w in after[: next((i for i, w in enumerate(after) if w.text == ","), None)]]
    first = after[0]
    opens = first.capital or class_of(first.low) or first.low in DETERMINERS | PREPOSITIONS | RELATIVES | POSSESSIVES
    return not opens and before[0].low in DETERMINERS | NUMBERS and any(class_of(low) for low in rest)


def members(words: list[Word]) -> list[list[Word]]:
    """Split "X and Y" where both can be a source; one member where they cannot."""
    body = words[1:] if words[0].low in {"both", "either", "neither"} and len(words) > 2 else words
    if bearer_at(body):
        return [words]
    for i, word in enumerate(body):
        if word.low not in _LINKS or i == 0 or i == len(body) - 1:
            continue
        left, right = trim(body[:i]), trim(body[i + 1 :])
        if _in_a_name(body, i):
            continue
        if left and right and _can_stand(left) and _can_stand(right) and not _one_group(left, right):
            return [*_listed(left), right]
    return [words]


def _in_a_name(words: Sequence[Word], link: int) -> bool:
    """Tell whether an "and" is part of a listed name: "Health and Human Services Secretary Ada Lunt"."""
    starts = range(max(0, link - LONGEST), link)
    return any(start + shipped().match(words, start)[0] > link for start in starts)


def _listed(words: list[Word]) -> list[list[Word]]:
    """Split "A, B" before "and C", where A and B are names alone."""
    parts = segments(words)
    one = parts[-1][-1].text in PARTY_MEN or SEATED.match(parts[-1][-1].text)  # "Ada Lunt, California Democrat and ..."
    if len(parts) > 1 and not one and all(all(w.capital for w in part) for part in parts):
        return parts
    return [words]


def _can_stand(words: Sequence[Word]) -> bool:
    first = words[0]
    if first.low in PRONOUNS or first.low in DETERMINERS or first.low in POSSESSIVES:
        return len(words) > 1 or first.low in PRONOUNS
    return first.capital or class_of(first.low) is not None or (len(words) > 1 and class_of(words[1].low) is not None)


def _one_group(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell one source from two: "political and military leaders", "military and political leaders" are one."""
    described = _adjective(left[-1]) or (len(left) == 1 and not left[0].capital and _adjective(right[0]))
    several = described and len(right) > 1 and is_plural(right[-1].low)
    return several or _one_field(left, right) or _one_desk(left, right) or _one_title(left, right)


def _one_desk(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether a part of a body goes on behind "and": "director of the Middle East | and North Africa division"."""
    of = max((i + 1 for i, w in enumerate(left[:-1]) if w.low == "of"), default=0)
    field = left[of + 1 :] if left[of].low == "the" else ()
    desk = next((i for i, w in enumerate(right) if not w.capital), 0)
    return bool(field) and all(w.capital for w in field) and desk > 0 and right[desk].low in _DESKS


def _one_field(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether a body goes on behind "and": "chair of the geology | and oceanography department"."""
    of = max((i + 1 for i, w in enumerate(left[:-1]) if w.low == "of"), default=0)
    field = left[of + 1 :] if left[of].low == "the" else ()
    plain = bool(field) and not any(w.capital or class_of(w.low) is not None for w in field)
    return plain and len(right) > 1 and not right[0].capital and class_of(right[1].low) in BODY_CLASSES


def _adjective(word: Word) -> bool:
    return not word.capital and word.low.endswith(_DESCRIBING) and class_of(word.low) is None


def _one_title(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell one from two sources: "Council of Bakers and Millers", "chairman and founder X" are one.

    So is "the Olympic and Paralympic Committee".
    """
    of = max((i + 1 for i, w in enumerate(left) if w.low == "of"), default=0)
    body = left[of:]  # "the secretary of Ukraine's National Security" and "Defense Council"
    opens = bool(body) and (body[0].low == "the" or body[0].possessive)
    adjectives = opens and all(w.capital and class_of(w.low) is None for w in body[1:])
    if adjectives and right[0].capital and right[-1].capital and class_of(right[-1].low) in BODY_CLASSES:
        return True
    if right[0].low.replace("’", "'") in _WARDS and class_of(right[-1].low) in BODY_CLASSES:
        return True  # "Marsh and Women's Hospital"
    if any(w.low in {"of", "for"} for w in left) and right[0].capital and left[-1].capital:
        return any(w.capital and class_of(w.low) is not None for w in left)
    person = {NounClass.VOICE, NounClass.OFFICIAL, NounClass.CROWD}
    lone_role = len(left) <= 2 and class_of(left[-1].low) in person and not is_plural(left[-1].low)
    return lone_role and left[0].low not in {"the", *POSSESSIVES} and right[0].low != "the"


def bearer_at(words: Sequence[Word]) -> int:
    """Return where an office follows its body: "Department of Public Safety | spokesman Tom Orr"; 0 if nowhere."""
    of = next((i for i, w in enumerate(words) if w.low in {"of", "for"}), 0)
    if not of or not words[of - 1].capital or class_of(words[of - 1].low) not in BODY_CLASSES:
        return 0
    at = next((i for i, w in enumerate(words) if i > of + 1 and is_person(w.low)), 0)
    named = all(w.capital or w.low in _LINKS | {"for", "the"} for w in words[of + 1 : at])
    borne = len(words) > at + 1 and all(w.capital for w in words[at + 1 :])
    return at if named and borne else 0
