"""Sides right on real news: python -m measure.sides [--errors]

For sources of saved pages and briefings, whose sides are marked by hand in corpus/sides.tsv: is the side that we find
the one marked? Names need not be spelt alike (`alike`). Whoever was met or asked may be a side of his or her own or one
of a crowd; an expert likewise. Sources of which nobody can say whose they are count by themselves.
Nothing is measured where ../shared does not lie beside the checkout.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from corpus.sides import GoldSide, sides
from measure.party import alike
from measure.real import saved
from reportedly.find import find_in, finder
from reportedly.name import Memory, voices
from reportedly.types import UNATTRIBUTED, Article, PartyKind, Statement

_PEOPLE = frozenset({PartyKind.PEOPLE, PartyKind.EXPERT, PartyKind.UNKNOWN})

Marked = tuple[GoldSide, Article, Statement]


def marked() -> Iterator[Marked]:
    """Yield the marked sources that we find, each with its article and the statement as we name it."""
    gold: dict[str, dict[int, GoldSide]] = {}
    for side in sides():
        gold.setdefault(side.article, {})[side.start] = side
    for name, article in saved():
        left = gold.get(name, {})
        for statement in voices(article, find_in(finder(), [article])[0].statements, Memory()):
            if statement.source is not None and statement.source.start in left:
                yield left.pop(statement.source.start), article, statement


def right(gold: GoldSide, article: Article, ours: Statement) -> bool:
    """Tell whether a statement's side is the one marked."""
    voice = ours.voice
    if not gold.sides:
        return voice.party == UNATTRIBUTED
    if gold.sides == ("outlet",):
        return alike(voice.party, article.outlet)
    own = bool(gold.speaker) and alike(voice.party, gold.speaker)
    if gold.kind in {"people", "person", "expert"} and (own or gold.sides[0] in {"people", "expert"}):
        return own or (voice.kind in _PEOPLE and voice.party != UNATTRIBUTED)
    return any(alike(voice.party, side) for side in gold.sides)


def measure(quick: bool) -> dict[str, float]:  # noqa: ARG001 - every measure is asked the same way, and this one is quick
    """Return the figures where there is something to measure."""
    return figures(list(marked()))


def figures(found: Sequence[Marked]) -> dict[str, float]:
    """Return the share of sources with the right side, and of those that are nobody's the share left so."""
    told = [right(*of) for of in found if of[0].sides]
    nobody = [right(*of) for of in found if not of[0].sides]
    if not found:
        return {}
    return {
        "real pages, side right": sum(told) / max(1, len(told)),
        "real pages, nobody's left so": sum(nobody) / max(1, len(nobody)),
        "real pages, sources": float(len(found)),
    }


def main() -> None:
    """Print the figures, and on wish what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    options, found = parser.parse_args(), list(marked())
    if options.errors:
        for gold, article, ours in (of for of in found if not right(*of)):
            words = ours.source.of(article.text)[:80].replace("\n", " ") if ours.source else ""
            reasons = "; ".join(r.feature for r in ours.voice.reasons[:3])
            sides_of = "; ".join(gold.sides) or "-"
            print(f"{gold.article[:16]}\t{words}\t{ours.voice.party} [{ours.voice.kind}]\tnot {sides_of}\t{reasons}")
    for name, figure in figures(found).items():
        print(f"{name:30} {figure:.3f}")


if __name__ == "__main__":
    main()
