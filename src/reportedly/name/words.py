"""Words of an article with what naming needs to know of each: offsets, capitals, possessive endings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from reportedly.name.lexicon import class_of, is_given, is_person, is_title_case
from reportedly.text import RANKS, sentences
from reportedly.types import Article, Role, Span

_ABBREVIATED = f"{RANKS}|Brig|Cpt|Cpl|Pvt|St|Hon|Supt|Insp|Amb|Jr|Sr|Inc|Co|Corp|Ltd"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}(?:-[a-z]+)?|(?:{_ABBREVIATED}|{_ABBREVIATED.upper()})\.(?=\s?[A-Z]|$)|\b[A-Z]\.(?=[ -]?[A-Z])"
    r"|[A-Z]\w+(?: & [A-Z]\w+)+(?:['’]s\b)?"  # "Johnson & Johnson" is one
    r"|\w+(?:[-'’.&]\w+)*|[^\w\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]"  # what is invisible is no mark
)
_STATES = (
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    r"|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[NRSW]\. ?[A-Z][a-z]*|D\.C)\."
)
# "Harlow, Mo., Mayor Tom Orr": the state behind a town's name, and its comma unless the town ends its phrase. Also
# "Pell County (Mass.) sheriff" and "Governor Tom Orr (D)", whose letter is a party.
_STATE = re.compile(
    rf"(?:(?P<ends>\b(?:at|from|in|near|of|outside) [A-Z][\w.]*(?: [A-Z]\w*)*)|(?<=\w))(?P<state>, {_STATES}),?"
)
_TAG = re.compile(rf"(?<=\w) \((?:[RDI]|{_STATES})\)")
# "At 10:16 a.m. ET, Romney spoke": the hour's zone is no name.
_ZONE = re.compile(r"(?:[ap]\.?m\.?|\d|noon|midnight) \(?(?P<zone>[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|MSK|[IKJ]ST)\b")
_ARTICLED = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az)-[A-Z]")  # "al-Hayya" is a name's last word
_BRAND = re.compile(r"[a-z][A-Z][A-Za-z]+$")  # "eBay"
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_IN_A_NAME = re.compile(r"(?<=[a-z] )(?:People|Women|Children)['’]s (?=[A-Z])")  # "Zambian People's Front" owns nothing
_SECTS = frozenset({"shiite", "shia", "sunni", "alawite", "communist"})  # "Shiite Iran" is Iran
_LAID = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:[A-Z][a-z]+ )?(?:\([^()]{2,30}\) )?[–—-]{1,2} ")  # "KYIV (Reuters) - "
_INITIALS = 4  # letters: what is longer in capitals is no body's initials
_TITLE_CASE = 0.6  # share of capitals above which a headline's capitals mean nothing


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark. A possessive ending is no part of `text`, only of the flag."""

    start: int
    end: int  # of the text without the possessive ending
    text: str
    low: str
    capital: bool  # begins with a capital that is not merely the sentence's or the headline's
    first: bool  # of its sentence
    possessive: bool
    sentence: int  # number of the sentence in the article, from 0
    surname: bool = False  # though a noun: "Baker" where the article also writes "Lee Baker"

    @property
    def shown(self) -> str:
        """Return the text with its possessive ending."""
        ending = "" if not self.possessive else "'" if self.low.endswith("s") else "'s"
        return self.text + ending

    @property
    def letters(self) -> bool:
        """Tell a word from a mark."""
        return self.text[0].isalnum()


def words_of(text: str, start: int = 0, sentence: int = 0) -> list[Word]:
    """Split a piece of text into words; `start` is its offset in the article."""
    found: list[Word] = []
    marks = list(_WORD.finditer(text))
    dropped = -1
    dateline = _LAID.match(text)
    laid = dateline.end() if dateline is not None else 0
    first = True
    for number, match in enumerate(marks):
        word, end = match[0], match.end()
        if number == dropped:
            continue
        possessive = bool(_POSSESSIVE.search(word)) and _IN_A_NAME.match(text, match.start()) is None
        if len(word) > 1 and word[-1] == "." and word[:-1].isalpha() and len(word) > 2:
            word = word[:-1]  # "Gen." is the word "Gen", though its full stop belongs to it
        if possessive:
            word, end = word[:-2], end - 2
        elif word[-1] in "sS" and text[end : end + 1] in {"'", "’"} and text[end + 1 : end + 2].isspace():
            possessive = number + 2 < len(marks)
            dropped = number + 1 if possessive else dropped  # the mark belongs to the word
        found.append(
            Word(
                start=start + match.start(),
                end=start + end,
                text=word,
                low=word.lower(),
                capital=word[0].isupper() or bool(_ARTICLED.match(word) or _BRAND.match(word)),
                first=(first or match.start() == laid) and word[0].isalnum(),
                possessive=possessive,
                sentence=sentence,
            )
        )
        first = first and not word[0].isalnum()
    states = (range(m.start("state"), m.end("state" if m["ends"] else 0)) for m in _STATE.finditer(text))
    tags = (range(*m.span()) for m in _TAG.finditer(text))
    zones = (range(*m.span("zone")) for m in _ZONE.finditer(text))
    passed = {start + place for piece in (*states, *tags, *zones) for place in piece}
    return [word for word in found if word.start not in passed]


@dataclass(frozen=True, slots=True)
class Page:
    """An article's words by sentence, and the words it uses in lower case."""

    article: Article
    words: tuple[Word, ...]
    lower: frozenset[str]  # words that occur uncapitalised: a capital at a sentence's start says nothing of them
    shouting: frozenset[int]  # sentences whose capitals mean nothing: headlines in title case, lines in capitals

    def between(self, span: Span) -> list[Word]:
        """Return the words that lie within a span, in linear time."""
        low, high = _first_at(self.words, span.start), _first_at(self.words, span.end)
        return list(self.words[low:high])

    def index_at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return _first_at(self.words, offset)


@lru_cache(maxsize=4)
def page_of(article: Article) -> Page:
    """Read an article's words. Furniture blocks are left out. Kept for the last few articles: each asks three times."""
    found: list[Word] = []
    shouting: set[int] = set()
    number = 0
    for block in article.blocks:
        if block.role is Role.FURNITURE:
            continue
        for span in sentences(article.text, block.span):
            line = words_of(span.of(article.text), span.start, number)
            if _shouts(line, block.role is Role.HEADLINE):
                shouting.add(number)
            found += line
            number += 1
    found = [_of_a_sect(*pair) for pair in zip_longest(found, found[1:])]
    lower = frozenset(w.low for w in found if w.letters and not w.capital)
    return Page(article, tuple(_surnamed(found, lower)), lower, frozenset(shouting))


def is_shouted(word: Word, following: Word) -> bool:
    """Tell whether a word in capitals is a page's own before a name: "WATCHED | Ada Lunt"."""
    shouted = word.text.isupper() and len(word.text) > _INITIALS and not following.text.isupper()
    return shouted and (is_title_case(word.low) or word.low.endswith("ed"))


def _of_a_sect(word: Word, following: Word | None) -> Word:
    """Return a word, in lower case where it only tells the faith of a name: "Sunni Qatar", but "Communist Party"."""
    if word.low in _SECTS and following is not None and _leads(word, following) and class_of(following.low) is None:
        return replace(word, capital=False)
    return word


def _surnamed(words: Sequence[Word], lower: frozenset[str]) -> Sequence[Word]:
    """Return the words, those marked that are surnames: they follow a given name here or elsewhere in the article.

    `lower` are words that the article writes small: "Will President Hart resign?" names no Will.
    """
    borne = {
        word.low
        for before, word, following in zip_longest(words, words[1:], words[2:])
        if word is not None and is_given(before.low) and before.capital and not before.possessive
        if word.capital and is_person(word.low) and not _leads(word, following)
        if not (before.first and before.low in lower)
    }
    if not borne:  # as in most articles
        return words
    return [
        replace(word, surname=True) if word.low in borne and word.capital and not _leads(word, following) else word
        for word, following in zip_longest(words, words[1:])
    ]


def _leads(word: Word, following: Word | None) -> bool:
    return following is not None and following.capital and following.sentence == word.sentence


def _shouts(line: Sequence[Word], headline: bool) -> bool:
    letters = [w for w in line if w.letters and not w.text[0].isdigit()]
    if not letters:
        return False
    if all(w.text.isupper() for w in letters) and len(letters) > 1:
        return True
    long = [w for w in letters[1:] if len(w.text) > 3]
    return headline and len(long) > 2 and sum(w.capital for w in long) / len(long) > _TITLE_CASE


def _first_at(words: Sequence[Word], offset: int) -> int:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low
