"""Claims, positions, origins and copies against the story corpus: python -m measure.story [PART] [--found] [--errors]

With gold statements only linking and standing are measured; with --found everything is ours, from the text on,
and our statements are paired with gold ones by the Dice of their contents (.5 at least). All stories of a part are
linked in one index, in order of publication.

* claims: B-cubed F1 over statements with a gold claim.
* claims and strangers: the same over all statements, where one that is about no declared claim is a claim of its own;
  strangers joined: share of these that we put together with a gold claim's statements. Tune on both: a claim that
  takes in what is beside the matter shows disputes that nobody has.
* positions: (claim, party, newest stance) of the whole story, each of our claims standing for the gold claim that most
  of its statements are of.
* origins: F1 over pairs of statements of different articles that both have a gold origin.
* false corroboration: share of gold claims with one independent origin at most that we show as corroborated.
* corroboration found: share of gold corroborated claims that we show so; corroboration right: share of those that we
  show so which gold calls corroborated.
* origins right: share of our claims of two statements or more with as many independent origins as the gold claim they
  stand for has, by the number that is sure and by the most there may be; between: share of those where the gold number
  lies between both.
* any order: B-cubed F1 of the claims when articles arrive backwards, against those when they arrive in order.
* copies: precision and recall of "this article as a whole repeats that one".
* rivals: F1 over pairs of statements whose figures exclude each other, of being figures for one claim.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from measure.clusters import b_cubed, majority, overlap
from measure.found import read_again
from measure.labelled import Labelled, labelled
from reportedly.counts import overlap as compatible
from reportedly.link import Folded, Index, fold, link
from reportedly.stand import view
from reportedly.types import Article, Claim, ClaimKind, ClaimView, Link, Origin, Standing, Statement


@dataclass(frozen=True, slots=True)
class Linked:
    """One story as we linked it."""

    story: Labelled
    statements: dict[str, Statement]
    folded: Folded
    gold_id: Mapping[str, str]  # our statement -> the gold statement it is

    @property
    def articles(self) -> dict[str, Article]:
        """Return the articles by id."""
        return {a.id: a for a in self.story.articles}

    def ours(self, groups: Mapping[str, str]) -> dict[str, str]:
        """Return groups of our statements as groups of the gold statements they are."""
        return {self.gold_id[s]: group for s, group in groups.items() if s in self.gold_id}


def linked(stories: Iterable[Labelled], found: bool, backwards: bool = False) -> Iterator[Linked]:
    """Link stories, one after another, into one index; `backwards` lets the last article of each arrive first."""
    index = Index()
    for story in stories:
        read, same = read_again(story) if found else (story.statements, {s.id: s.id for s in story.every()})
        links: list[Link] = []
        for article in reversed(story.articles) if backwards else story.articles:
            links += link(article, read[article.id], index)
            index.add(article, read[article.id])
        every = {s.id: s for of in read.values() for s in of}
        yield Linked(story, every, fold(links, every.values(), story.articles), same)


def measured(stories: Sequence[Linked]) -> dict[str, float]:
    """Return all figures over these stories."""
    claims = b_cubed(_all(s.ours(s.folded.claim_of) for s in stories), _all(s.story.claim for s in stories))
    apart = [_stranger_free(s) for s in stories]
    every = b_cubed(_all(s.ours(s.folded.claim_of) for s in stories), _all(apart))
    tables = overlap(_all_of(_positions(s) for s in stories), _all_of(_gold_positions(s) for s in stories))
    origins = overlap(_all_of(_origin_pairs(s) for s in stories), _all_of(_gold_origin_pairs(s) for s in stories))
    copies = overlap(
        [(c.article, c.of) for s in stories for c in s.folded.copies if c.whole],
        [pair for s in stories for pair in s.story.copies],
    )
    single = {claim for s in stories for claim in _one_origin(s)}
    told = {claim for s in stories for claim in _corroborated(s)}
    backed = {claim for s in stories for claim in _gold_corroborated(s)}
    rivals = overlap(
        _all_of(_rivals(s, s.ours(s.folded.claim_of)) for s in stories),
        _all_of(_rivals(s, s.story.claim) for s in stories),
    )
    return {
        "claims, B-cubed precision": claims.precision,
        "claims, B-cubed recall": claims.recall,
        "claims, B-cubed F1": claims.f1,
        "claims and strangers, B-cubed precision": every.precision,
        "claims and strangers, B-cubed F1": every.f1,
        "strangers joined": _strangers_joined(stories),
        "positions, F1": tables.f1,
        "same origin across articles, precision": origins.precision,
        "same origin across articles, recall": origins.recall,
        "same origin across articles, F1": origins.f1,
        "false corroboration": len(single & told) / max(1, len(single)),
        "corroboration found": len(backed & told) / max(1, len(backed)),
        "corroboration right": len(backed & told) / max(1, len(told)),
        **_origins_right([counted for s in stories for counted in _origin_counts(s)]),
        "copies, precision": copies.precision,
        "copies, recall": copies.recall,
        "rival figures grouped, F1": rivals.f1,
    }


def _stranger_free(story: Linked) -> dict[str, str]:
    """Return the gold claim of every statement; one that is about none is alone."""
    return {s.id: story.story.claim.get(s.id, f"stranger {s.id}") for s in story.story.every()}


def _strangers_joined(stories: Sequence[Linked]) -> float:
    """Return the share of statements about no gold claim that stand in a claim with statements of one."""
    joined = strangers = 0
    for story in stories:
        ours = story.ours(story.folded.claim_of)
        taken = {ours[s] for s in story.story.claim if s in ours}
        apart = [s.id for s in story.story.every() if s.id not in story.story.claim]
        strangers += len(apart)
        joined += sum(ours.get(s) in taken for s in apart)
    return joined / max(1, strangers)


def _all(groups: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {item: group for each in groups for item, group in each.items()}


def _all_of(parts: Iterable[Iterable[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    return {item for part in parts for item in part}


def _gold_claims(story: Linked) -> dict[str, Claim]:
    """Return the gold claims of a story over gold statements."""
    members: dict[str, list[str]] = {}
    for statement, claim in story.story.claim.items():
        members.setdefault(claim, []).append(statement)
    kinds = {f"{story.story.story.id}/{c.id}": c.kind for c in story.story.story.claims.values()}
    return {c: Claim(c, "", ClaimKind(kinds[c]), story.story.story.id, tuple(sorted(m))) for c, m in members.items()}


def _gold_origins(story: Linked) -> dict[str, Origin]:
    parties = {f"{story.story.story.id}/{k}": p for k, (p, _) in story.story.story.origins.items()}
    names = {k: name for k, (name, _) in story.story.story.parties.items()}
    return {
        s: Origin(o, names.get(parties[o], parties[o]), "", ()) for s, o in story.story.origin.items() if o in parties
    }


def _gold_positions(story: Linked) -> Iterator[tuple[str, ...]]:
    statements = {s.id: s for s in story.story.every()}
    for claim in _gold_claims(story).values():
        for position in view(claim, statements, story.articles, _gold_origins(story)).positions:
            yield claim.id, position.party, position.stance.value


def _positions(story: Linked) -> Iterator[tuple[str, ...]]:
    stands_for = majority(story.ours(story.folded.claim_of), story.story.claim)
    party = parties(story)
    for claim in story.folded.claims:
        if claim.id in stands_for:
            for position in view(claim, story.statements, story.articles, story.folded.origin_of).positions:
                yield stands_for[claim.id], party.get(position.party, position.party), position.stance.value


def parties(story: Linked) -> dict[str, str]:
    """Return the gold name that each of our parties stands for."""
    from measure.party import Row, matching

    gold = {s.id: s for s in story.story.every()}
    articles = story.articles
    rows = [
        Row(story.story.story.id, articles[gold[theirs].article], gold[theirs], story.statements[ours].voice, told=True)
        for ours, theirs in story.gold_id.items()
    ]
    return matching(rows)


def _gold_origin_pairs(story: Linked) -> Iterator[tuple[str, ...]]:
    yield from _pairs_within(story.story.origin)


def _origin_pairs(story: Linked) -> Iterator[tuple[str, ...]]:
    ours = story.ours({s: o.id for s, o in story.folded.origin_of.items()})
    yield from _pairs_within({s: o for s, o in ours.items() if s in story.story.origin})


def _pairs_within(groups: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the pairs of statements of different articles that are in one group."""
    for a, b in combinations(sorted(groups), 2):
        if groups[a] == groups[b] and a.partition(":")[0] != b.partition(":")[0]:
            yield a, b


def _gold_views(story: Linked) -> list[ClaimView]:
    statements, origins = {s.id: s for s in story.story.every()}, _gold_origins(story)
    return [view(claim, statements, story.articles, origins) for claim in _gold_claims(story).values()]


def _one_origin(story: Linked) -> list[str]:
    return [v.claim.id for v in _gold_views(story) if v.independent_origins <= 1]


def _gold_corroborated(story: Linked) -> list[str]:
    return [v.claim.id for v in _gold_views(story) if v.standing is Standing.CORROBORATED]


def _corroborated(story: Linked) -> set[str]:
    stands_for = majority(story.ours(story.folded.claim_of), story.story.claim)
    return {
        stands_for[c.id]
        for c in story.folded.claims
        if c.id in stands_for
        and view(c, story.statements, story.articles, story.folded.origin_of).standing is Standing.CORROBORATED
    }


def _origin_counts(story: Linked) -> Iterator[tuple[int, int, int]]:
    """Yield gold's number of independent origins, ours that is sure, and the most there may be, claim by claim."""
    stands_for = majority(story.ours(story.folded.claim_of), story.story.claim)
    gold = {v.claim.id: v.independent_origins for v in _gold_views(story)}
    for claim in story.folded.claims:
        if claim.id in stands_for and len(claim.statements) > 1:
            seen = view(claim, story.statements, story.articles, story.folded.origin_of)
            yield gold[stands_for[claim.id]], seen.independent_origins, seen.origins_at_most


def _origins_right(counts: Sequence[tuple[int, int, int]]) -> dict[str, float]:
    of = max(1, len(counts))
    return {
        "origins right, surely": sum(gold == sure for gold, sure, _ in counts) / of,
        "origins right, at most": sum(gold == most for gold, _, most in counts) / of,
        "origins between": sum(sure <= gold <= most for gold, sure, most in counts) / of,
    }


def _rivals(story: Linked, groups: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the pairs of statements of one group whose figures exclude each other, of gold quantity claims only."""
    kinds = {c.id: c.kind for c in _gold_claims(story).values()}
    counting = [
        s
        for s in story.story.every()
        if s.quantities and kinds.get(story.story.claim.get(s.id, "")) is ClaimKind.QUANTITY
    ]
    for a, b in combinations(counting, 2):
        together = a.id in groups and groups[a.id] == groups.get(b.id)
        if together and not any(compatible(x, y) for x in a.quantities for y in b.quantities):
            yield tuple(sorted((a.id, b.id)))


def measure(quick: bool) -> dict[str, float]:
    """Return the figures for the gate: gold statements always, our own in full runs."""
    forwards = list(linked(labelled("test"), found=False))
    found = {f"{k} (gold statements)": v for k, v in (measured(forwards) | any_order("test", forwards)).items()}
    if not quick:
        found |= {f"{k} (end to end)": v for k, v in measured(list(linked(labelled("test"), found=True))).items()}
    return found


def any_order(part: str, forwards: Sequence[Linked]) -> dict[str, float]:
    """Return how alike claims are when the articles of each gold story arrive the other way round."""
    backwards = linked(labelled(part), found=False, backwards=True)
    ours, theirs = (_all(s.folded.claim_of for s in each) for each in (backwards, forwards))
    return {"claims in any order, B-cubed F1": b_cubed(ours, theirs).f1}


def main() -> None:
    """Print the figures of one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="dev", choices=["train", "dev", "test"])
    parser.add_argument("--found", action="store_true", help="our own statements instead of the gold ones")
    parser.add_argument("--story", default="", help="only stories whose id holds this")
    options = parser.parse_args()
    chosen = (s for s in labelled(options.part) if options.story in s.story.id)
    stories = list(linked(chosen, options.found))
    more = {} if options.found or options.story else any_order(options.part, stories)
    for name, figure in (measured(stories) | more).items():
        print(f"{name:45} {figure:6.3f}")


if __name__ == "__main__":
    main()
