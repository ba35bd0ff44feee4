"""What comparing needs of one article, computed once: vectors, codes and words of its statements."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reportedly.link.quotes import quotations
from reportedly.link.shingles import Shingles, own, passages, shingles
from reportedly.link.thin import thin
from reportedly.link.vectors import vectors
from reportedly.models import embed
from reportedly.text import block_at
from reportedly.types import UNATTRIBUTED, Act, Article, Channel, Stance, Statement
from reportedly.wording import is_bare, names, stems, words

Codes = NDArray[np.int64]
_OPENING = 400  # characters
UNKNOWN = 0  # code of a name or label that is not given
_CHANNEL = {channel: code for code, channel in enumerate(Channel, 1)} | {Channel.UNKNOWN: UNKNOWN}
STANCE = {stance: code for code, stance in enumerate(Stance)}
ACT = {act: code for code, act in enumerate(Act)}


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One article's statements as columns, in order of the text; all arrays have one row a statement."""

    article: str
    published: int  # day number, 0 where unknown
    moment: str  # published, as given
    outlet: str  # normalised name
    lead: NDArray[np.float32]  # (d,), unit vector of title and opening
    names: frozenset[str]  # names of people, places and bodies in the text
    running: str  # all words of the text, normalised, one blank around each: to find an outlet it credits
    length: int  # words
    shingles: Shingles  # of the whole text
    own: Shingles  # of what it says outside quotations
    passages: tuple[Shingles, ...]  # of its longer blocks, outside quotations
    ids: tuple[str, ...]
    vectors: NDArray[np.float32]  # (n, d), unit length
    party: Codes
    speaker: Codes
    organisation: Codes
    said: Codes  # day number
    channel: Codes
    stance: Codes
    act: Codes
    block: Codes
    bare: NDArray[np.bool_]  # no content of its own: "denied it", "has not commented"
    thin: NDArray[np.bool_]  # names hardly more than whom the article is about: "Lunt's nomination"
    counts: NDArray[np.bool_]  # gives a figure
    within: Codes  # row of the statement it stands in, -1 for none
    stems: tuple[frozenset[str], ...]
    quotes: tuple[tuple[str, ...], ...]
    items: tuple[frozenset[str], ...]  # stems of what its figures count
    via: tuple[frozenset[int], ...]  # codes of the outlets it came through


def profile(article: Article, statements: Sequence[Statement]) -> Profile:
    """Return the profile of an article with its statements. Kept for the last few articles, as linking asks twice."""
    return _profile(article, tuple(statements))


@lru_cache(maxsize=8)
def _profile(article: Article, statements: tuple[Statement, ...]) -> Profile:
    text, running, rows = article.text, words(article.text), {s.id: row for row, s in enumerate(statements)}
    content = [s.content_in(text) for s in statements]

    def column(values: Sequence[int]) -> Codes:
        return np.array(values, np.int64)

    named, telling = names(text), tuple(stems(words_of) for words_of in content)
    return Profile(
        article=article.id,
        published=day(article.published),
        moment=article.published,
        outlet=" ".join(words(article.outlet)),
        lead=embed([f"{article.title}. {text[:_OPENING]}"])[0],
        names=named,
        running=f" {' '.join(running)} ",
        length=len(running),
        shingles=shingles(text),
        own=own(article),
        passages=tuple(passages(article)),
        ids=tuple(s.id for s in statements),
        vectors=vectors(article, statements),
        party=column([name("" if s.voice.party == UNATTRIBUTED else s.voice.party) for s in statements]),
        speaker=column([name(s.voice.speaker.rpartition(" ")[2]) for s in statements]),
        organisation=column([name(s.voice.organisation) for s in statements]),
        said=column([day(s.said) for s in statements]),
        channel=column([_CHANNEL[s.channel] for s in statements]),
        stance=column([STANCE[s.stance] for s in statements]),
        act=column([ACT[s.act] for s in statements]),
        block=column([_block(article, s) for s in statements]),
        bare=np.array([is_bare(words_of) for words_of in content], np.bool_),
        thin=np.array(thin(text, named, telling, statements), np.bool_),
        counts=np.array([bool(s.quantities) for s in statements], np.bool_),
        within=column([rows.get(s.within or "", -1) for s in statements]),
        stems=telling,
        quotes=tuple(quotations(words_of) for words_of in content),
        items=tuple(frozenset().union(*(stems(q.item) for q in s.quantities)) for s in statements),
        via=tuple(frozenset(name(v) for v in s.voice.via) for s in statements),
    )


def name(text: str) -> int:
    """Return a code for a name, the same for every spelling that differs in case and marks only; 0 for ""."""
    plain = " ".join(words(text))
    return int.from_bytes(hashlib.blake2b(plain.encode(), digest_size=7).digest(), "big") if plain else UNKNOWN


def day(moment: str) -> int:
    """Return the day number of an ISO moment or of an interval's end; 0 where the day is not given."""
    try:
        return date.fromisoformat(moment.rpartition("/")[2][:10]).toordinal()
    except ValueError:
        return UNKNOWN


def _block(article: Article, statement: Statement) -> int:
    found = block_at(article, statement.anchor.start)
    return found[0] if found is not None else UNKNOWN
