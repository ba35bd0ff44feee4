"""Party right: does `name` give every gold statement of the story corpus the side it speaks for?

A gold name is its writer's choice of words ("Retired submariners and designers"), so names are not compared letter by
letter. Three figures are printed, from the most lenient to the strictest:

* party right: each of our names in a story stands for one gold party, the one most of its statements have among those
  it can mean (`may_be_one`: the names share a word's stem; crowds and experts have no name of their own; "unattributed"
  means itself alone). Two of our names may stand for one gold party.
* one name a side: the same, but no two of our names stand for one gold party.
* same name: our name equals the gold one after `plain`, over parties that have a name of their own.

Beside them a figure without names: pairs of statements of one article with the same party, as F1.
Articles are named in the order of their publication, and what is learnt of speakers is carried from one to the next, as
the ledger does. `python -m measure.party [train|dev|test] [--errors]`.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import networkx as nx

from corpus.stories import GoldStory, stories
from reportedly.name import Memory, learn, name
from reportedly.types import UNATTRIBUTED, Article, PartyKind, Statement, Voice

CROWDS = {PartyKind.PEOPLE, PartyKind.EXPERT}
_EMPTY = re.compile(r"\b(?:the|government|state|republic|kingdom|of|and|in|at|for|a|side|authorities)\b")
_OFFICE = re.compile(r"\b(?:government|president|presidency|minister|ministry|governor|office)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One gold statement and the voice `name` gave it."""

    story: str
    article: Article
    gold: Statement
    ours: Voice
    told: bool  # whether a word of the gold name stands in this article or an earlier one of the story

    @property
    def pair(self) -> tuple[str, str]:
        """Return the gold name and ours."""
        return self.gold.voice.party, self.ours.party


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, over all statements of the stories given."""

    statements: int
    right: float
    one_to_one: float
    same_name: float  # over parties with a name of their own
    pairs_f1: float  # statements of one article that share a party
    via: float  # statements with a go-between whose names are right


def plain(name: str) -> str:
    """Reduce a party's name to the words that tell it apart: "Government of Val-Mercier" -> "val-mercier"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return " ".join(_EMPTY.sub(" ", bare.replace("’", "'")).split())


def may_be_one(gold: Voice, ours: Voice, told: bool = True) -> bool:
    """Tell whether two names can stand for one side, whatever words their writers chose.

    A crowd's or an expert's name is its writer's own; a name that no article has told yet nobody can know.
    "Government", our name of a state that is not told, may be a side that is called by its office ("Governor of X").
    For the rest, the names share the stem of a word, or one is the other's initials.
    """
    if UNATTRIBUTED in (gold.party, ours.party):
        return gold.party == ours.party
    if not told and ours.kind is gold.kind:
        return True
    if gold.kind in CROWDS and ours.kind in {*CROWDS, PartyKind.UNKNOWN}:
        return True
    if gold.kind is ours.kind is PartyKind.STATE and not plain(ours.party):
        return bool(_OFFICE.search(gold.party))
    return alike(ours.party, gold.party)


def alike(ours: str, gold: str) -> bool:
    """Tell whether two names share the stem of a word that tells sides apart, or one is the other's initials."""
    mine, theirs = plain(ours), plain(gold)
    initials = "".join(word[0] for word in theirs.split())
    return bool(_stems(mine) & _stems(theirs)) or (bool(mine) and mine.replace(".", "") == initials)


def _stems(name: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w+", name) if len(word) > 2}


def rows(story: GoldStory) -> Iterator[Row]:
    """Name a story's statements in the order of publication."""
    memory, told = Memory(), ""
    for gold in sorted(story.articles, key=lambda a: a.article.published):
        bare = [replace(s, voice=Voice()) for s in gold.statements]
        named = name(gold.article, bare, memory)
        memory = learn(memory, gold.article, named)
        ours = {s.id: s.voice for s in named}
        told += f" {plain(gold.article.text)} {plain(gold.article.outlet)}"
        stems = _stems(told)
        for statement in gold.statements:
            known = bool(_stems(plain(statement.voice.party)) & stems)
            yield Row(story.id, gold.article, statement, ours[statement.id], known)


def meanings(found: Sequence[Row]) -> dict[str, str]:
    """Return, for one story, the gold name each of our names stands for; several of ours may stand for one."""
    best: dict[str, str] = {}
    for (gold, ours), _ in sorted(_overlap(found).items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(ours, gold)
    return best


def matching(found: Sequence[Row]) -> dict[str, str]:
    """Return, for one story, the gold name each of our names stands for, one to one, so that most statements agree."""
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    for (gold, ours), count in sorted(_overlap(found).items()):
        graph.add_edge(("gold", gold), ("ours", ours), weight=count)
    paired = (sorted(edge) for edge in nx.max_weight_matching(graph))
    return {ours[1]: gold[1] for gold, ours in paired}


def _overlap(found: Sequence[Row]) -> Counter[tuple[str, str]]:
    """Count the statements of each pair of names that can mean one side.

    A name of ours that is none of the story's gold names may stand for a gold one that no article has told yet.
    """
    named = {row.ours.party for row in found if may_be_one(row.gold.voice, row.ours)}
    return Counter(
        row.pair for row in found if may_be_one(row.gold.voice, row.ours, row.told or row.ours.party in named)
    )


def figures(found: Sequence[Row]) -> tuple[Figures, list[Row]]:
    """Return the figures over all rows, and the rows that are wrong."""
    wrong: list[Row] = []
    strict = 0
    for story in sorted({row.story for row in found}):
        mine = [row for row in found if row.story == story]
        means, paired = meanings(mine), matching(mine)
        wrong += [row for row in mine if means.get(row.ours.party) != row.gold.voice.party]
        strict += sum(paired.get(row.ours.party) == row.gold.voice.party for row in mine)
    own = [row for row in found if row.gold.voice.kind not in {*CROWDS, PartyKind.UNKNOWN}]
    same = sum(plain(row.ours.party) == plain(row.gold.voice.party) for row in own)
    relayed = [row for row in found if row.gold.voice.via and row.gold.via_spans]
    via = sum({plain(v) for v in row.ours.via} == {plain(v) for v in row.gold.voice.via} for row in relayed)
    result = Figures(
        statements=len(found),
        right=1 - len(wrong) / max(1, len(found)),
        one_to_one=strict / max(1, len(found)),
        same_name=same / max(1, len(own)),
        pairs_f1=_pairs_f1(found),
        via=via / max(1, len(relayed)),
    )
    return result, wrong


def _pairs_f1(found: Sequence[Row]) -> float:
    both = gold = ours = 0
    for article in sorted({(row.story, row.article.id) for row in found}):
        mine = [row.pair for row in found if (row.story, row.article.id) == article]
        for (gold_a, ours_a), (gold_b, ours_b) in combinations(mine, 2):
            gold += gold_a == gold_b
            ours += ours_a == ours_b
            both += gold_a == gold_b and ours_a == ours_b
    return 2 * both / max(1, gold + ours)


def measure(quick: bool) -> dict[str, float]:  # noqa: ARG001 - every measure is asked the same way, and this one is quick
    """Return the figures on the test stories."""
    result, _ = figures([row for story in stories("test") for row in rows(story)])
    return {
        "party right (gold statements)": result.right,
        "same-party pairs, F1 (gold statements)": result.pairs_f1,
        "via names right (gold statements)": result.via,
    }


def main() -> None:
    """Print the figures of one part of the corpus, and on wish every error with its words."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("part", nargs="?", default="dev", choices=["train", "dev", "test"])
    parser.add_argument("--errors", action="store_true", help="print every statement whose party is wrong")
    parser.add_argument("--story", default="", help="only stories whose id holds this")
    options = parser.parse_args()
    found = [row for story in stories(options.part) if options.story in story.id for row in rows(story)]
    result, wrong = figures(found)
    if options.errors:
        for row in wrong:
            print(describe(row))
    print(
        f"{options.part}: {result.statements} statements, party right {result.right:.3f}, "
        f"one name a side {result.one_to_one:.3f}, "
        f"same name {result.same_name:.3f}, same-party pairs F1 {result.pairs_f1:.3f}, via {result.via:.3f}"
    )


def describe(row: Row) -> str:
    """Print one wrong row: where, the source's words, the gold party and ours with the reason."""
    text, gold = row.article.text, row.gold
    source = gold.source.of(text) if gold.source else "-"
    reasons = "; ".join(f"{r.feature} {r.note}".strip() for r in row.ours.reasons)
    return (
        f"{row.story}/{gold.id}\t{source}\t{gold.voice.party} [{gold.voice.kind}] "
        f"({gold.voice.speaker}; {gold.voice.organisation})\t-> {row.ours.party} [{row.ours.kind}] "
        f"({row.ours.speaker})\t{reasons}"
    )


if __name__ == "__main__":
    main()
