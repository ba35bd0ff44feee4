"""What links tell of the inside of a claim: which pairs surely say the same, which statements are at its heart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from reportedly.link.cluster import Pair
from reportedly.link.shingles import repeats
from reportedly.types import AFFIRMS, Article, Link, Stance, Statement
from reportedly.wording import NEGATION, contained, hours, is_bare

FIRM = 0.92  # score of a CLAIM link from which one side's word surely backs up the other's
SHARED = 0.25  # of the telling words of the shorter of two such statements
NEAR = 0.73  # score of the link to the statement at the heart, from which another is surely about the same

_TELLS = AFFIRMS - {Stance.CONCEDES}  # who admits a denial admits what it hid
_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inside:
    """Claims from within. `central` is keyed by statement, the others by claim."""

    firm: Mapping[str, tuple[Pair, ...]]  # pairs that surely say the same of what the claim is about, sorted
    central: Mapping[str, float]  # mean score of the links to the others of the claim; no entry without a link
    near: Mapping[str, tuple[str, ...]]  # statements that are surely about the claim, sorted


def inside(
    links: Iterable[Link],
    claim_of: Mapping[str, str],
    origin_of: Mapping[str, str],
    same: Set[Pair],
    settled: Set[str],
    bare: Set[str],
    known: Mapping[str, Statement],
    texts: Mapping[str, Article],
) -> Inside:
    """Look into claims by the CLAIM links between their own statements.

    `same` are the pairs that people have said to be one, `settled` the statements that people have given a stance,
    `bare` those without a telling word: nothing but their links tells what these are about.
    """
    scores: dict[Pair, float] = {}
    for link in links:
        if link.subject in claim_of and claim_of[link.subject] == claim_of.get(link.target):
            pair = (min(link.subject, link.target), max(link.subject, link.target))
            scores[pair] = max(scores.get(pair, 0.0), link.score)
    told = settled | {end for pair in same for end in pair}
    trusted = bare | told | _outright(claim_of, known, texts)
    counting = {name: claim_of[name] for name in claim_of.keys() - (_relays(claim_of, known, texts) - told)}
    near = _near(scores, counting, _across(scores, origin_of), trusted)
    about = {name for of in near.values() for name in of}
    firm: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted({*_firm(scores, known, texts), *(p for p in same if _together(p, claim_of))}):
        if about.issuperset(pair):
            firm[claim_of[pair[0]]].append(pair)
    return Inside({c: tuple(pairs) for c, pairs in firm.items()}, _central(scores, claim_of), near)


def _outright(
    claim_of: Mapping[str, str], known: Mapping[str, Statement], texts: Mapping[str, Article]
) -> frozenset[str]:
    """Return the denials that are told by more than a negation: "calls it a tale" answers somebody, in other words."""
    denied = (known[name] for name in claim_of if known[name].stance is Stance.DENIES)
    return frozenset(s.id for s in denied if NEGATION.search(s.content_in(texts[s.article].text)) is None)


def _relays(
    claim_of: Mapping[str, str], known: Mapping[str, Statement], texts: Mapping[str, Article]
) -> frozenset[str]:
    """Return the affirmations that tell of a denial: "the king denied it", said by another, affirms nothing."""
    denied = {claim for name, claim in claim_of.items() if known[name].stance is Stance.DENIES}
    said = (known[name] for name, claim in claim_of.items() if claim in denied)
    return frozenset(s.id for s in said if s.stance in _TELLS and _DENIAL.search(s.content_in(texts[s.article].text)))


def _together(pair: Pair, claim_of: Mapping[str, str]) -> bool:
    return pair[0] in claim_of and claim_of[pair[0]] == claim_of.get(pair[1])


def _central(scores: Mapping[Pair, float], claim_of: Mapping[str, str]) -> dict[str, float]:
    sums, size = dict[str, float](), Counter(claim_of.values())
    for pair, score in sorted(scores.items()):  # in order and rounded, so that the order of links decides nothing
        for end in pair:
            sums[end] = sums.get(end, 0.0) + score
    return {name: round(total / (size[claim_of[name]] - 1), 6) for name, total in sums.items()}


def _across(scores: Mapping[Pair, float], origin_of: Mapping[str, str]) -> dict[str, float]:
    """Return the sum of each statement's best links to the other origins of its claim.

    An origin counts once however often it is repeated: a copy must not move the heart of a claim, and with it a stance.
    """
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), score in scores.items():
        if origin_of[left] != origin_of[right]:
            for end, other in ((left, origin_of[right]), (right, origin_of[left])):
                best[end][other] = max(best[end].get(other, 0.0), score)
    return {name: round(sum(sorted(of.values())), 6) for name, of in best.items()}


def _firm(scores: Mapping[Pair, float], known: Mapping[str, Statement], texts: Mapping[str, Article]) -> Iterator[Pair]:
    """Yield the pairs of statements that surely say the same.

    A score may come from what stands around two statements; "deep regret" backs up no withdrawal for all that. Nor does
    what happened on Saturday back up what happened on Sunday, nor one long wording told twice: whoever it is put down
    to, somebody took it over.
    """
    for pair, score in scores.items():
        if score < FIRM:
            continue
        left, right = (known[end] for end in pair)
        said = [end.content_in(texts[end.article].text) for end in (left, right)]
        if (Stance.CONFIRMS in {left.stance, right.stance} or _alike(*said)) and not repeats(*said):
            yield pair


def _alike(left: str, right: str) -> bool:
    if is_bare(left) or is_bare(right):  # "confirmed it" is about the other's
        return True
    at, or_at = hours(left), hours(right)
    return contained(left, right) >= SHARED and not (at and or_at and at.isdisjoint(or_at))


def _near(
    scores: Mapping[Pair, float], claim_of: Mapping[str, str], across: Mapping[str, float], trusted: Set[str]
) -> dict[str, tuple[str, ...]]:
    """Return, by claim, its most central statement and those that are closely linked to it, or `trusted` anyway."""
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(claim_of):
        members[claim_of[name]].append(name)
    return {claim: _around(of, scores, across, trusted) for claim, of in members.items()}


def _around(
    of: Sequence[str], scores: Mapping[Pair, float], across: Mapping[str, float], trusted: Set[str]
) -> tuple[str, ...]:
    heart = min(of, key=lambda name: (-across.get(name, 0.0), name))
    close = (name for name in of if scores.get((min(name, heart), max(name, heart)), 0.0) >= NEAR)
    return tuple(sorted({heart, *close, *(name for name in of if name in trusted)}))
