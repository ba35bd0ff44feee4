"""Measure quantities, times and the day a thing was said against the corpus: python -m measure.quantities [--errors]

A quantity is right when one that overlaps the gold one has both its bounds. A date is right when its value is the gold
one's; the writer of the gold may know more than the words say, so a day inside a week ("last week") is right as well,
and a gold day is right whatever the hour found beside it. Precision counts only figures in the contents of statements,
and only gold ones as right: the corpus tags a figure where a claim turns on it, so it is a lower bound.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus.stories import GoldArticle, stories
from reportedly.find.quantities import quantities
from reportedly.find.said import said
from reportedly.find.times import times
from reportedly.types import Quantity, Span

ARTICLE = 700  # words
_SAME = {"killed": "dead", "death": "dead", "victim": "dead", "bodie": "body", "hurt": "injured", "wounded": "injured"}
CONTEXT = 40  # characters shown on either side of an error


@dataclass
class Tally:
    """Counts over articles, and the errors met."""

    right: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0

    def add(self, what: str, right: bool, error: str = "") -> None:
        """Count one case; keep its error where it is wrong."""
        self.of[what] = self.of.get(what, 0) + 1
        self.right[what] = self.right.get(what, 0) + right
        if not right and error:
            self.errors.append(f"{what}: {error}")

    def share(self, what: str) -> float:
        """Return the share of cases that are right."""
        return self.right.get(what, 0) / max(1, self.of.get(what, 0))


def tally(part: str) -> Tally:
    """Run everything over one part of the corpus."""
    result = Tally()
    for story in stories(part):
        for gold in story.articles:
            article = gold.article
            started = time.process_time()
            figures, dates = quantities(article.text), times(article.text, article.published)
            days = said(article, gold.statements, dates)
            result.seconds += time.process_time() - started
            result.words += len(article.text.split())
            _quantities(result, gold, figures)
            for expected in gold.times:
                values = [t.value for t in dates if t.span.overlaps(expected.span)]
                right = any(agrees(value, expected.value) for value in values)
                shown = (
                    f"{article.published} gold {expected.value} found {values} {_shown(article.text, expected.span)}"
                )
                result.add("dates", right, shown)
            for statement, day in zip(gold.statements, days, strict=True):
                if statement.said:
                    shown = f"{article.published} gold {statement.said} found {day} "
                    shown += _shown(article.text, statement.anchor)
                    result.add("said", day.startswith(statement.said), shown)
    return result


def _quantities(result: Tally, gold: GoldArticle, found: tuple[Quantity, ...]) -> None:
    text = gold.article.text
    for expected in gold.quantities:
        near = [q for q in found if q.start < expected.end and expected.start < q.end]
        right = [q for q in near if (q.low, q.high) == (expected.low, expected.high)]
        bounds = [(q.low, q.high) for q in near]
        shown = f"gold {expected.low, expected.high} found {bounds} {_shown(text, Span(expected.start, expected.end))}"
        result.add("bounds", bool(right), shown)
        if right:
            result.add("item", any(same_item(q.item, expected.item) for q in right))
    contents = [content for statement in gold.statements for content in statement.content]
    for q in found:
        if any(content.start <= q.start and q.end <= content.end for content in contents):
            tagged = any(
                e.start < q.end and q.start < e.end and (e.low, e.high) == (q.low, q.high) for e in gold.quantities
            )
            result.add("precision", tagged)


def agrees(value: str, gold: str) -> bool:
    """Tell whether a found value says what the gold one does."""
    if value == gold or (len(gold) == 10 and "/" not in value and value[:10] == gold):
        return True
    if len(gold) != 10 or len(value) != 21:
        return False
    first, last = value.split("/")
    return first <= gold <= last and (date.fromisoformat(last) - date.fromisoformat(first)).days < 7


def same_item(found: str, gold: str) -> bool:
    """Tell whether two names of what is counted share a word, "killed" and "dead" being one."""
    return bool(set(_stems(found)) & set(_stems(gold)))


def _stems(item: str) -> Iterator[str]:
    for word in item.lower().split():
        stem = word.removesuffix("s")
        yield _SAME.get(stem, stem)


def _shown(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return f"…{before}[[{span.of(text)}]]{after}…".replace("\n", "¶")


def figures_of(result: Tally) -> dict[str, float]:
    """Return the figures of one part: shares from 0 to 1, and milliseconds an article of 700 words."""
    recall, precision = result.share("bounds"), result.share("precision")
    return {
        "bounds right": recall,
        "bounds precision, at least": precision,
        "bounds F1, at least": 2 * recall * precision / max(1e-9, recall + precision),
        "item right": result.share("item"),
        "dates right": result.share("dates"),
        "said right": result.share("said"),
        "ms an article": 1000 * result.seconds / max(1, result.words) * ARTICLE,
    }


def measure(quick: bool) -> dict[str, float]:
    """Return the figures on the test stories; a quick run is a whole one, for it takes a second."""
    del quick
    return figures_of(tally("test"))


def main() -> None:
    """Print the figures on the development and the test stories, and the errors on the former where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every error on the development stories")
    options = parser.parse_args()
    development, test = tally("dev"), tally("test")
    print(f"{'':30} {'dev':>8} {'test':>8}")
    for (name, ours), theirs in zip(figures_of(development).items(), figures_of(test).values(), strict=True):
        print(f"{name:30} {ours:8.3f} {theirs:8.3f}")
    if options.errors:
        print("\n".join(sorted(development.errors)))


if __name__ == "__main__":
    main()
