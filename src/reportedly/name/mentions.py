"""Finds the phrases of an article that speak of persons and bodies, beside the sources of its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.name.forms import runs
from reportedly.name.lexicon import (
    DETERMINERS,
    FUNCTION_WORDS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    NounClass,
    class_of,
    is_person,
    titles,
    wordset,
)
from reportedly.name.words import Page, Word

_MODIFIERS = wordset("modifiers")
_SKIPPED = frozenset({NounClass.DOCUMENT, NounClass.NOBODY, NounClass.ANONYMOUS})
_BODIES = frozenset(
    {NounClass.AGENCY, NounClass.INSTITUTION, NounClass.COMPANY, NounClass.UNION, NounClass.COURT, NounClass.ARMED}
)
_REACH = 6  # words looked at on either side of a head
_SENT = frozenset({"ambassador", "envoy", "representative"})  # "to the United Nations"
_APPOSITION = 16  # words of an apposition


def phrases(page: Page) -> Iterator[list[Word]]:
    """Yield the words of each phrase with a name or a classed noun, in order, none inside another."""
    named = dict(runs(page))
    words = page.words
    i = 0
    while i < len(words):
        span = _phrase_from(words, i, named)
        if span is None:
            i += 1
            continue
        start, end = span
        if not _credited(page, words[end - 1]):
            yield list(words[start:end])
        if inner := _body_in(words, start, end):
            yield list(words[inner[0] : inner[1]])
        i = max(end, i + 1)


def _credited(page: Page, last: Word) -> bool:
    """Tell whether a name is a picture's: "Photograph: Ada Lunt/EPA"."""
    return page.article.text[last.end : last.end + 1] == "/" and last.capital


def _body_in(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """Return the body that a phrase ends in: "the hospitals of the Wexcombe Trust" introduces the trust as well."""
    at = next((k for k in range(end - 2, start, -1) if words[k].low == "of"), None)
    if at is None or class_of(words[end - 1].low) not in _BODIES or not words[end - 1].capital:
        return None
    return (at + 1, end) if any(w.capital for w in words[at + 1 : end - 1]) else None


def _phrase_from(words: Sequence[Word], i: int, named: dict[int, int]) -> tuple[int, int] | None:
    """Return the phrase that begins at a word, None where none does."""
    word = words[i]
    if not word.letters:
        return None
    end = i
    while end < len(words) and end - i < _REACH and _inside(words, i, end, named):
        end = max(end + 1, named.get(end, 0))
    while end > i and (not _can_end(words[end - 1]) or _great(words, end - 1)):
        end -= 1
    if end == i or not any(w.capital or class_of(w.low) not in {None, *_SKIPPED} for w in words[i:end]):
        return None
    if all(w.low in DETERMINERS or w.low in POSSESSIVES for w in words[i:end]):
        return None
    if not _worth(words[i:end], i in named):
        return None
    return i, _with_complement(words, i, end, named)


def _inside(words: Sequence[Word], i: int, at: int, named: dict[int, int]) -> bool:
    word = words[at]
    if word.sentence != words[i].sentence or not word.letters:
        return False
    if at == i and (word.low in DETERMINERS or word.low in POSSESSIVES):
        return True
    if at in named or (word.capital and not word.first and word.low not in FUNCTION_WORDS):
        return True
    return word.low in _MODIFIERS or class_of(word.low) not in {None, *_SKIPPED} or word.low.rstrip(".") in titles()


def _can_end(word: Word) -> bool:
    return word.capital or class_of(word.low) not in {None, *_SKIPPED}


def _great(words: Sequence[Word], i: int) -> bool:
    """Tell the "major" of "two major opponents" from the officer."""
    following = words[i + 1] if i + 1 < len(words) else None
    officer = i > 0 and words[i - 1].low in {"the", "a"} and (following is None or not following.low.endswith("s"))
    return words[i].text == "major" and not officer


def _worth(words: Sequence[Word], named: bool) -> bool:
    """Tell a phrase that speaks of somebody from a lone common word at a sentence's start."""
    return named or any(class_of(w.low) not in {None, *_SKIPPED} or (w.capital and not w.first) for w in words)


def _with_complement(words: Sequence[Word], begin: int, end: int, named: dict[int, int]) -> int:
    """Extend a phrase over "of X" and over an apposition between commas that has a role."""
    sent = words[end - 1].low in _SENT and end < len(words) and words[end].low == "to"
    of = end + 1 < len(words) and (words[end].low in {"of", "for"} or sent)
    if of and words[end].sentence == words[end - 1].sentence:
        start = end + 1
        stop = start
        while stop < len(words) and stop - start < _REACH and _inside(words, start, stop, named):
            stop = max(stop + 1, named.get(stop, 0))
        if stop > start and _can_end(words[stop - 1]):
            end = stop
    laid = begin > 0 and words[begin - 1].first and words[begin - 1].low in PREPOSITIONS
    if end + 2 < len(words) and words[end].text == "," and not (laid and words[end + 1].capital):  # "On Air, host X"
        widened = _with_apposition(words, end) if words[end - 1].capital else end
        return widened if widened > end else _with_name(words, end, named)
    return end


def _with_name(words: Sequence[Word], comma: int, named: dict[int, int]) -> int:
    """Extend "the general's aide" over ", Ada Lunt," where a name stands alone between commas."""
    start = comma + 1
    while start < len(words) and words[start].low.rstrip(".") in titles() and start not in named:
        start += 1
    stop = named.get(start, 0)
    alone = stop and stop - start > 1 and stop < len(words) and words[stop].text in {",", ".", "”", '"', ";"}
    return stop if alone and is_person(words[comma - 1].low) else comma


def _of_name(word: Word) -> bool:
    """Tell whether a word goes on with a role and its bearer's name: "Crown Prince Ada bin Lunt of Norvik"."""
    joins = word.low in PARTICLES or word.low in {"of", "the", "for", "and"}
    return word.capital or joins or word.low in _MODIFIERS or class_of(word.low) is not None


def _with_apposition(words: Sequence[Word], comma: int) -> int:
    sentence = words[comma - 1].sentence
    stop = comma + 1
    while stop < len(words) and stop - comma < _APPOSITION and words[stop].sentence == sentence:
        if words[stop].text in {",", ";", ".", ":", "–", "—", "“", '"', ")"}:
            break
        stop += 1
    inner = words[comma + 1 : stop]
    if not inner or inner[0].low in {"and", "but", "or", "who", "which", "said", "while"}:
        return comma
    start = inner[0]
    opens = start.low in DETERMINERS or start.low in POSSESSIVES or start.possessive or class_of(start.low) is not None
    opens = opens or (start.capital and any(class_of(w.low) is not None for w in inner[:5]))
    role = any(class_of(w.low) not in {None, *_SKIPPED} for w in inner[:8])
    if start.capital and start.low not in DETERMINERS | POSSESSIVES and not start.possessive:
        stop = comma + 1 + next((k for k, w in enumerate(inner) if not _of_name(w)), len(inner))
    return stop if opens and role else comma
