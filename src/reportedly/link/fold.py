"""Links -> claims, origins, stories and copies: a pure fold that people's judgements win over."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from reportedly.link.cluster import Groups, Pair, merge
from reportedly.link.drift import drift, headline_drift
from reportedly.link.echo import echoing
from reportedly.link.gist import claim_kind, gist
from reportedly.link.inside import Inside, inside
from reportedly.link.origins import describe
from reportedly.link.shingles import containment, shingles
from reportedly.types import (
    Act,
    Article,
    Claim,
    Copy,
    Judgement,
    Link,
    LinkKind,
    Origin,
    Pin,
    Stance,
    Statement,
    Story,
)
from reportedly.wording import is_bare


@dataclass(frozen=True, slots=True)
class Merging:
    """When groups merge, in log-odds: what a pair without a link counts, and what one pair at least must score."""

    absent: float  # most such pairs were compared and found unlike
    spark: float  # above the mean: many vague likenesses make no claim


MERGING = {
    LinkKind.CLAIM: Merging(-0.9, 1.5),
    LinkKind.ORIGIN: Merging(-2.0, 0.0),
    LinkKind.STORY: Merging(0.0, 0.0),
}
_SILENT = frozenset({Stance.AWAITED, Stance.NO_COMMENT, Stance.CANNOT_CONFIRM})
_WHOLE = 0.5  # score of a COPY link from which the article as a whole repeats the other
_SURE = 1e-6  # keeps a probability's log-odds finite
PASSAGE = 300  # characters: what is longer and nobody else speaks of says more than one thing, and is no claim
_ALONE = frozenset({Act.FACT, Act.INTENTION})  # what a statement must be to make a claim by itself


@dataclass(frozen=True, slots=True)
class Folded:
    """What links come to. Every statement has an origin; one that is part of no claim is in none of them."""

    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    headlines: tuple[tuple[Pin, Pin], ...] = ()  # (attributed in the body, flat fact in the headline)
    claim_of: Mapping[str, str] = field(default_factory=dict)  # statement id -> claim id
    origin_of: Mapping[str, Origin] = field(default_factory=dict)  # statement id -> origin


def fold(
    links: Iterable[Link],
    statements: Iterable[Statement],
    articles: Iterable[Article],
    judgements: Sequence[Judgement] = (),
    settled: Set[str] = frozenset(),
) -> Folded:
    """Fold links and people's judgements over them. The order of links, statements and articles does not matter;
    that of judgements does where two are about one pair: the last stands. `settled` are the statements whose stance a
    person has given: it stands as it is.

    Pass everything of the stories in question: links to what is not passed are left out.
    """
    texts = {a.id: a for a in articles}
    known = {s.id: s for s in statements if s.article in texts}
    linked = _Linked(links, texts, known, judgements)
    stories = linked.stories()
    story_of = {article: story.id for story in stories for article in story.members}
    claims = linked.claims(story_of)
    claim_of = {member: claim.id for claim in claims for member in claim.members}
    utterances = linked.utterances()
    within = linked.inside(claim_of, {member: members[0] for members in utterances for member in members}, settled)
    origins = [_origin(members, known) for members in utterances]
    return Folded(
        claims=tuple(_claim(c, known, texts, story_of, within, settled) for c in claims),
        origins=tuple(origins),
        stories=tuple(_story(s, claims, known, texts) for s in stories),
        copies=_copies(linked.of(LinkKind.COPY), known, texts),
        headlines=tuple(pair for a in sorted(texts) for pair in headline_drift(texts[a], _of_article(known, a))),
        claim_of=claim_of,
        origin_of={member: origin for origin in origins for member in origin.statements},
    )


class _Linked:
    """Links by kind, what people have said over them, and the groups that both make."""

    def __init__(
        self,
        links: Iterable[Link],
        texts: Mapping[str, Article],
        known: Mapping[str, Statement],
        judgements: Sequence[Judgement],
    ) -> None:
        self._texts, self._known = texts, known
        self._links: dict[LinkKind, list[Link]] = defaultdict(list)
        for link in links:
            self._links[link.kind].append(link)
        self._word = {(j.kind, min(j.left, j.right), max(j.left, j.right)): j.same for j in judgements}
        self._bare = _bare(known, texts)
        self._when = {s.id: (texts[s.article].published, s.article, s.anchor.start, s.id) for s in known.values()}

    def of(self, kind: LinkKind) -> list[Link]:
        """Return the links of a kind."""
        return self._links[kind]

    def stories(self) -> list[_Of]:
        """Return the stories, each with its articles in order of publication."""
        groups = self._groups(LinkKind.STORY, self._links[LinkKind.STORY], self._texts)
        return [_Of("t", sorted(g, key=lambda a: (self._texts[a].published, a))) for g in groups]

    def claims(self, story_of: Mapping[str, str]) -> list[_Of]:
        """Return the claims: what several statements say, or one that makes a claim by itself. None spans stories."""
        links = [x for x in self._links[LinkKind.CLAIM] if _one_story(x, self._known, story_of)]
        groups = self._groups(LinkKind.CLAIM, links, self._known, self._bare, _silent(self._known))
        return [
            _Of("c", sorted(g, key=self._when.__getitem__))
            for g in groups
            if len(g) > 1 or _claims_alone(self._known[g[0]])
        ]

    def utterances(self) -> list[list[str]]:
        """Return the statements that go back to one utterance each, the earliest first."""
        groups = self._groups(LinkKind.ORIGIN, self._links[LinkKind.ORIGIN], self._known)
        return [sorted(g, key=self._when.__getitem__) for g in groups]

    def inside(self, claim_of: Mapping[str, str], origin_of: Mapping[str, str], settled: Set[str]) -> Inside:
        """Return what links and people's judgements tell of the claims from within."""
        same = {(left, right) for (of, left, right), same in self._word.items() if same and of is LinkKind.CLAIM}
        links = self._links[LinkKind.CLAIM]
        return inside(links, claim_of, origin_of, same, settled, self._bare, self._known, self._texts)

    def _groups(
        self,
        kind: LinkKind,
        links: Iterable[Link],
        members: Iterable[str],
        bare: Set[str] = frozenset(),
        silent: Set[str] = frozenset(),
    ) -> list[tuple[str, ...]]:
        judged = {(left, right): same for (of, left, right), same in self._word.items() if of is kind}
        return group(links, members, judged, MERGING[kind], bare, silent)


def group(
    links: Iterable[Link],
    members: Iterable[str],
    judged: Mapping[Pair, bool],
    merging: Merging,
    bare: Set[str],
    silent: Set[str],
) -> list[tuple[str, ...]]:
    """Return the groups that links and judgements make of `members`, each sorted, sorted.

    Judgements come first: those kept apart never meet, by whatever chain. `bare` members have nothing of their own to
    be compared by; each goes where its strongest link leads, after all others are grouped. So does a `silent` one that
    is left alone: nobody withholds what nobody has said.
    """
    ids = set(members)
    scores: dict[Pair, float] = {}
    for link in links:
        if link.subject in ids and link.target in ids and link.subject != link.target:
            pair = (min(link.subject, link.target), max(link.subject, link.target))
            scores[pair] = max(scores.get(pair, -math.inf), _logit(link.score))
    groups = Groups(sorted(ids))
    apart = sorted(pair for pair, same in judged.items() if not same and ids.issuperset(pair))
    for left, right in apart:
        groups.part(left, right)
    for left, right in sorted(pair for pair, same in judged.items() if same and ids.issuperset(pair)):
        groups.join(left, right)
    merge(groups, {p: s for p, s in scores.items() if bare.isdisjoint(p)}, merging.absent, merging.spark)
    _follow(groups, scores, bare)
    _follow(groups, scores, {of[0] for of in groups.groups() if len(of) == 1 and of[0] in silent})
    return groups.groups()


def _follow(groups: Groups, scores: Mapping[Pair, float], bare: Set[str]) -> None:
    """Let each bare member join where its strongest link leads, to a member that is not bare if it has such a link."""
    led = sorted(
        (sum(m in bare for m in pair), -score, pair) for pair, score in scores.items() if not bare.isdisjoint(pair)
    )
    settled: set[str] = set()
    for _, _, pair in led:
        free = [m for m in pair if m in bare and m not in settled]
        if free and groups.join(*pair):
            settled.update(free)


def _one_story(link: Link, known: Mapping[str, Statement], story_of: Mapping[str, str]) -> bool:
    ends = (known.get(link.subject), known.get(link.target))
    return len({story_of[s.article] for s in ends if s is not None}) == 1


def _bare(known: Mapping[str, Statement], texts: Mapping[str, Article]) -> set[str]:
    """Return the statements without a telling word of their own: "denied it", "has yet to comment"."""
    return {s.id for s in known.values() if all(is_bare(span.of(texts[s.article].text)) for span in s.content)}


def _silent(known: Mapping[str, Statement]) -> set[str]:
    return {s.id for s in known.values() if s.stance in _SILENT}


def _logit(probability: float) -> float:
    inside = min(max(probability, _SURE), 1 - _SURE)
    return math.log(inside / (1 - inside))


class _Of:
    """A group with the id that its first member gives it: it keeps its id as later ones join, and the id says where
    it stands ("c1b2c3d4e5f6:s3" is the claim that begins with statement "a1b2c3d4e5f6:s3")."""

    def __init__(self, prefix: str, members: Sequence[str]) -> None:
        self.members = tuple(members)
        self.id = prefix + members[0].removeprefix("a")


def _claims_alone(statement: Statement) -> bool:
    return 0 < statement.length <= PASSAGE and statement.act in _ALONE and statement.stance is not Stance.NONE


def _claim(
    claim: _Of,
    known: Mapping[str, Statement],
    texts: Mapping[str, Article],
    story_of: Mapping[str, str],
    within: Inside,
    settled: Set[str],
) -> Claim:
    of = [known[m] for m in claim.members]
    denying = tuple(name for name in echoing(of, texts) if name not in settled)
    toward = [replace(s, stance=Stance.DENIES) if s.id in denying else s for s in of]
    return Claim(
        claim.id,
        gist(toward, texts, within.central),
        claim_kind(of),
        story_of[of[0].article],
        claim.members,
        firm=within.firm.get(claim.id, ()),
        near=within.near[claim.id],
        settled=tuple(m for m in claim.members if m in settled),
        echoing=denying,
    )


def _origin(members: Sequence[str], known: Mapping[str, Statement]) -> Origin:
    of = [known[m] for m in members]
    party, what = describe(of)
    return Origin(_Of("o", members).id, party, what, tuple(members))


def _story(story: _Of, claims: Sequence[_Of], known: Mapping[str, Statement], texts: Mapping[str, Article]) -> Story:
    inside = set(story.members)
    own = sorted((c for c in claims if known[c.members[0]].article in inside), key=lambda c: (-len(c.members), c.id))
    return Story(story.id, texts[story.members[0]].title, tuple(c.id for c in own), story.members)


def _copies(links: Iterable[Link], known: Mapping[str, Statement], texts: Mapping[str, Article]) -> tuple[Copy, ...]:
    found = {}
    held = cache(lambda article: shingles(texts[article].text))  # an article may repeat, and be repeated by, many
    for link in links:
        if link.subject in texts and link.target in texts:
            copy, original = texts[link.subject], texts[link.target]
            whole = link.score >= _WHOLE
            found[copy.id, original.id] = Copy(
                copy.id,
                original.id,
                round(containment(held(copy.id), held(original.id)), 3),
                drift(original, _of_article(known, original.id), copy, _of_article(known, copy.id)) if whole else (),
                whole,
            )
    return tuple(found[key] for key in sorted(found))


def _of_article(known: Mapping[str, Statement], article: str) -> list[Statement]:
    return sorted((s for s in known.values() if s.article == article), key=lambda s: (s.anchor.start, s.id))
