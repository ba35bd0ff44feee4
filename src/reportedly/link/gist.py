"""A claim's gist: its proposition in the affirmative, in words that somebody used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.link.affirmed import affirmed, denies
from reportedly.link.agree import named, starts_with_pronoun
from reportedly.link.clause import is_clause, lacks_subject
from reportedly.link.counted import counting
from reportedly.link.marks import paired
from reportedly.types import (
    AFFIRMS,
    UNATTRIBUTED,
    Act,
    Article,
    Certainty,
    ClaimKind,
    Mode,
    PartyKind,
    Stance,
    Statement,
    Voice,
)
from reportedly.wording import AUXILIARIES, NEGATION, stems, words

_SORTS = frozenset({PartyKind.PEOPLE, PartyKind.EXPERT})  # sides that may be a sort of people
_CONTESTS = frozenset({Stance.DENIES, Stance.CONCEDES, Stance.RETRACTS})
_LEADING = re.compile(r"^(?:that|how|whether|if|to|of|about|for|as|but|and)(?:,?\s+|(?=[“\"]))", re.IGNORECASE)
_HANGING = re.compile(
    rf"\b(?:{AUXILIARIES}|be|been|being|a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|as|than|who|which)[\s\W]*$",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?:that )?(?:any|none|some|such) (?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
_CHARGE = re.compile(
    r"\b(?:accusations?|allegations?|assertions?|charges?|claims?|reports?|suggestions?)\b", re.IGNORECASE
)
_POSTED = re.compile(r"(?:^|\s)[#@]\w|https?://|\bpic\.twitter\b")  # a post's furniture
_OPENED = re.compile(r"\s*\([^()]*$")  # a bracket that nothing closes
_STOP = re.compile(r"[.,](?=[”\"’']$)")  # in front of a closing mark
_CUT_OFF = re.compile(r",\s*\w{1,5}$")  # the word or two that began what a hole swallowed: ", in"
_ENDS = " \t\n,;:—–-"
_QUOTES = "\"“”„«»'‘’"
_FEWEST, _MOST = 4, 24  # words of a good gist
_LONGEST = 32  # words of one that says who says it
_NOT_AFFIRMED = 2.0  # of what nobody affirms: only a fragment is worse
_CENTRAL = 1.0  # of a statement to which all others are linked
_UNCOUNTED = 2.0  # of what gives no figure for what most count, in a claim about a number
_COUNTED = 0.5  # share of affirmations with a figure from which a claim is about a quantity


def claim_kind(statements: Sequence[Statement]) -> ClaimKind:
    """Tell what a claim is about: a quantity where most of what is affirmed gives a figure, else an event."""
    affirmed = [s for s in statements if s.stance in AFFIRMS] or list(statements)
    counting = sum(bool(s.quantities) for s in affirmed)
    if counting and counting >= _COUNTED * len(affirmed):
        return ClaimKind.QUANTITY
    return ClaimKind.EVENT if any(s.act in {Act.FACT, Act.INTENTION} for s in statements) else ClaimKind.OTHER


def gist(
    statements: Sequence[Statement], articles: Mapping[str, Article], central: Mapping[str, float] | None = None
) -> str:
    """Return the claim in the affirmative: the shortest complete, certain assertion that says what the others say.

    Where there are only denials, what they deny, put in the affirmative. `central` tells how surely each statement
    speaks of one thing with the others, in the mean.
    """
    central = central or {}
    told = Counter(stem for s in statements for stem in stems(_content(s, articles)))
    said = [s for s in statements if s.content]
    affirmed = {s.id for s in said if s.stance in AFFIRMS or _says_what_is_denied(s, articles)}
    contested = any(s.stance in _CONTESTS for s in statements)  # then what has not happened is somebody's denial
    figured = counting(said, articles) if claim_kind(statements) is ClaimKind.QUANTITY else {}

    def rank(s: Statement) -> tuple[float, str]:
        other = s.id not in affirmed
        fault = _fault(s, _content(s, articles), told, len(statements), contested or other)
        fault += _UNCOUNTED * (1.0 - figured.get(s.id, 0.0)) if figured else 0.0
        return fault + _NOT_AFFIRMED * other - _CENTRAL * central.get(s.id, 0.0), s.id

    if said:
        best = min(said, key=rank)
        of = _meant(best, {s.id: s for s in statements}, articles)
        return _attributed(best, articles) or _affirmative(best, articles, of, _denied_by_negation(said, articles))
    return ""


def _says_what_is_denied(statement: Statement, articles: Mapping[str, Article]) -> bool:
    """Tell whether a denial's words are the claim itself, a sentence in the affirmative."""
    if statement.stance is not Stance.DENIES or not denies(statement, articles[statement.article].text):
        return False
    text = _content(statement, articles)
    return is_clause(text) and NEGATION.search(text) is None


def _content(statement: Statement, articles: Mapping[str, Article]) -> str:
    return statement.content_in(articles[statement.article].text)


def _fault(statement: Statement, text: str, told: Counter[str], of: int, negated: bool) -> float:
    """Rank a content as a gist, the lower the better: whole, sure, short, plain, and on what the others speak of.

    `negated` tells that a negation speaks against it.
    """
    length, own = len(words(text)), stems(text)
    shared = sum(told[stem] for stem in own) / (of * len(own)) if own else 0.0
    return (
        2.0 * (length < _FEWEST)
        + 1.0 * (length > _MOST)
        + 1.5 * (not is_clause(text))
        + 1.0 * lacks_subject(text)
        + 2.0 * (_POSTED.search(text) is not None)
        + 1.0 * _torn(text)
        + 0.03 * length
        + 1.0 * (statement.certainty is not Certainty.CERTAIN)
        + 0.6 * (statement.mode in {Mode.DIRECT, Mode.MIXED})
        + 0.5 * (statement.act is not Act.FACT)
        + 0.5 * starts_with_pronoun(_LEADING.sub("", text.strip(_ENDS + _QUOTES)))
        + 1.5 * (_ANY.match(text) is not None)  # "any were arriving": of what?
        + 1.0 * text.rstrip(_ENDS + _QUOTES).endswith("?")
        + 0.5 * (statement.stance not in {Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES})
        + 1.0 * (negated and bool(NEGATION.search(text)))
        - 2.0 * shared
    )


def _torn(text: str) -> bool:
    """Tell whether a content is a piece: a quotation left open, a word at its end that something must follow."""
    open_marks = text.count("“") != text.count("”") or text.count('"') % 2 == 1
    return open_marks or _HANGING.search(text) is not None


def _attributed(statement: Statement, articles: Mapping[str, Article]) -> str:
    """Return who says it with what is said, where that alone is no sentence: "Lowmark called it an act of war".

    "" where the content stands by itself, where it is denied, and where the words lie far apart.
    """
    text = articles[statement.article].text
    if statement.source is None or statement.cue is None or statement.stance not in AFFIRMS:
        return ""
    if is_clause(_content(statement, articles)):
        return ""
    spans = (statement.source, statement.cue, *statement.content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    words_between = _OPENED.sub("", " ".join(text[start:end].split()))
    if "\n" in text[start:end] or len(words(words_between)) > _LONGEST:
        return ""
    if start == statement.source.start and " " not in statement.source.of(text).strip():
        speaker = statement.voice.speaker or statement.voice.party
        words_between = named(words_between, speaker, speaker, plural=_many(statement.voice), quoted=False)
    return _capital(paired(words_between.strip(_ENDS)))


def _many(voice: Voice) -> bool:
    """Tell whether a voice is that of many: "Residents", "Analysts"."""
    return not voice.speaker and voice.kind in _SORTS


def _sentence(statement: Statement, articles: Mapping[str, Article]) -> str:
    """Return a content's first piece where that is a sentence, else all: over a hole no sentence goes on."""
    first = statement.content[0].of(articles[statement.article].text) if statement.content else ""
    whole = _CUT_OFF.sub("", first)
    alone = len(statement.content) > 1 and len(words(whole)) >= _FEWEST and is_clause(whole)
    return whole if alone else _content(statement, articles)


def _denied_by_negation(said: Sequence[Statement], articles: Mapping[str, Article]) -> bool:
    """Tell whether a claim is denied, and only by those who say that it is not so: another's "not" says no more."""
    against = [s for s in said if s.stance is Stance.DENIES]
    return bool(against) and all(NEGATION.search(_content(s, articles)) for s in against)


def _meant(statement: Statement, every: Mapping[str, Statement], articles: Mapping[str, Article]) -> Voice | None:
    """Return whom a content means by "it": who speaks, but in "denies the claim that it was behind it" who denies."""
    cue = statement.cue.of(articles[statement.article].text) if statement.cue is not None else ""
    if _CHARGE.search(cue) is None:
        return statement.voice
    outer = every.get(statement.within or "")
    return outer.voice if outer is not None and outer.stance is Stance.DENIES else None


def _affirmative(statement: Statement, articles: Mapping[str, Article], voice: Voice | None, denied: bool) -> str:
    """Return a content as a sentence of its own, its first pronoun replaced by the side that it means, where known.

    What is `denied` is told in the affirmative.
    """
    text = _OPENED.sub("", " ".join(_sentence(statement, articles).split()))
    text = _LEADING.sub("", paired(text.strip(_ENDS)))
    text = paired(text.strip(_ENDS))
    if (denied or statement.stance in {Stance.DENIES, Stance.DOUBTS}) and NEGATION.search(text):
        text = paired(affirmed(text).rstrip(_ENDS))
    if voice is not None and voice.party not in {"", UNATTRIBUTED}:
        own = statement.mode is not Mode.INDIRECT or voice.kind is PartyKind.OUTLET
        side = (voice.speaker if voice.kind in _SORTS else "") or voice.party  # "Analysts was able to escape"
        text = named(text, side, voice.speaker, plural=_many(voice), quoted=own)
    return _capital(_STOP.sub("", text.rstrip(_ENDS + ".")))


def _capital(text: str) -> str:
    """Return a text with its first letter large, behind a quotation mark too."""
    at = next((i for i, c in enumerate(text) if c.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
