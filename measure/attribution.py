"""How well the reader finds attributions: python -m measure.attribution [--part test] [--errors N]

On our own test stories, and on PolNeAR's dev part where ../shared lies beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.stories import GoldArticle, stories
from measure.scoring import THRESHOLD, TOKEN, Attribution, Words, count, dice, f1, figures, of_kind, pairs
from reportedly.find import finder
from reportedly.read import read_text
from reportedly.types import Mode, Stance, Statement

POLNEAR = Path(__file__).parents[2] / "shared" / "polnear-dev" / "gold.jsonl"
HARD_STANCES = (Stance.NO_COMMENT, Stance.AWAITED, Stance.CANNOT_CONFIRM, Stance.DOUBTS, Stance.DENIES)
LABELS = ("stance", "certainty", "act", "channel", "mode")


def own(part: str) -> list[tuple[GoldArticle, list[Statement]]]:
    """Return the articles of a part of the corpus with what is found in them."""
    gold = [article for story in stories(part) for article in story.articles]
    return list(zip(gold, finder().find([g.article for g in gold]), strict=True))


def polnear() -> Iterator[tuple[str, list[Attribution], list[Statement]]]:
    """Yield text, gold and found of each PolNeAR dev article."""
    rows = [json.loads(line) for line in POLNEAR.read_text("utf-8").splitlines()]
    found = finder().find([read_text(row["text"]) for row in rows])
    for row, statements in zip(rows, found, strict=True):
        words = Words(row["text"])
        gold = [
            Attribution(words.of(a["source"]), words.of(a["cue"]), words.of(a["content"]), a["kind"])
            for a in row["attributions"]
        ]
        yield row["text"], gold, statements


def polnear_figures() -> dict[str, float]:
    """Return PolNeAR's full F1 over all attributions, and over the direct ones.

    The direct figure comes twice: of everything found, for the scorer's `--kind direct` keeps what overlaps no gold of
    any kind, and of the statements found as direct, as somebody gets who asks for quotations only.
    """
    every, direct, asked = Counter[str](), Counter[str](), Counter[str]()
    for text, gold, statements in polnear():
        words = Words(text)
        found = [words.attribution(s) for s in statements]
        every.update(count(gold, found))
        direct.update(count(*of_kind("direct", gold, found)))
        quotations = [words.attribution(s) for s in statements if s.mode is Mode.DIRECT]
        asked.update(count(*of_kind("direct", gold, quotations)))
    values = {f"polnear {k}": v for k, v in figures(every).items()}
    values["polnear direct full F1"] = figures(direct)["full F1"]
    return values | {"polnear direct full F1, direct statements only": figures(asked)["full F1"]}


def own_figures(read: Sequence[tuple[GoldArticle, list[Statement]]]) -> dict[str, float]:
    """Return the figures on our own stories: spans, and labels given matched statements."""
    spans, right, matched = Counter[str](), Counter[str](), 0
    stance_pairs: Counter[tuple[str, str]] = Counter()
    silent: Counter[str] = Counter()
    for gold, statements in read:
        words = Words(gold.article.text)
        wanted, found = [words.attribution(s) for s in gold.statements], [words.attribution(s) for s in statements]
        spans.update(count(wanted, found))
        twins = _twins(wanted, found)
        for i, g in enumerate(gold.statements):
            if g.stance in HARD_STANCES:
                silent[f"{g.stance} gold"] += 1
                silent[f"{g.stance} found"] += i in twins and statements[twins[i]].stance is g.stance
        for i, j in twins.items():
            matched += 1
            stance_pairs[gold.statements[i].stance, statements[j].stance] += 1
            for label in LABELS:
                right[label] += getattr(gold.statements[i], label) == getattr(statements[j], label)
    values = {f"own {k}": v for k, v in figures(spans).items()}
    values |= {f"own {label} accuracy": right[label] / max(1, matched) for label in LABELS}
    values["own stance macro-F1"] = macro_f1(stance_pairs)
    values |= {f"own {s} recall": silent[f"{s} found"] / max(1, silent[f"{s} gold"]) for s in HARD_STANCES}
    return values


def _twins(gold: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """Return found for gold: by content, then by cue for those without one."""
    twins = {i: j for i, j, likeness in pairs(gold, found, "content") if likeness >= THRESHOLD}
    taken = set(twins.values())
    for i, j, _ in pairs(gold, found, "cue"):
        if i not in twins and j not in taken and dice(gold[i].source, found[j].source) >= THRESHOLD:
            twins[i] = j
            taken.add(j)
    return twins


def macro_f1(pairs_of_labels: Counter[tuple[str, str]]) -> float:
    """Return the mean F1 over the labels that gold has."""
    labels = {gold for gold, _ in pairs_of_labels}
    scores = []
    for label in labels:
        hit = pairs_of_labels[label, label]
        gold = sum(n for (g, _), n in pairs_of_labels.items() if g == label)
        found = sum(n for (_, f), n in pairs_of_labels.items() if f == label)
        scores.append(f1(hit, found, hit, gold))
    return sum(scores) / max(1, len(scores))


def measure(quick: bool) -> dict[str, float]:  # noqa: ARG001 - every measure is asked the same way; this one is quick
    """Return all figures; PolNeAR's only where ../shared lies beside the checkout."""
    return own_figures(own("test")) | (polnear_figures() if POLNEAR.exists() else {})


def error_classes(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> Iterator[tuple[str, str]]:
    """Yield (class, words) of every gold attribution that is not found in full, and of every one found for nothing."""
    words = TOKEN.findall(text)

    def show(role: frozenset[int]) -> str:
        return " ".join(words[n] for n in sorted(role))

    best = {i: (j, d) for i, j, d in pairs(gold, found, "content")}
    used = {j for j, _ in best.values()}
    for i, g in enumerate(gold):
        line = f"[{show(g.source)}] <{show(g.cue)}> {{{show(g.content)}}}"
        if i not in best:
            yield "missed", line
            continue
        f, likeness = found[best[i][0]], best[i][1]
        told = f"{line}\n      found [{show(f.source)}] <{show(f.cue)}> {{{show(f.content)}}}"
        if likeness < THRESHOLD:
            yield ("too short" if len(f.content) < len(g.content) else "too long"), told
        elif dice(g.source, f.source) < THRESHOLD:
            yield "source", told
    for j, f in enumerate(found):
        if j not in used:
            yield "found for nothing", f"[{show(f.source)}] <{show(f.cue)}> {{{show(f.content)}}}"


def print_errors(which: str, limit: int) -> None:
    """Print error classes with counts, and a sample of each."""
    rows: list[tuple[str, str]] = []
    if which == "polnear":
        for text, gold, statements in polnear():
            words = Words(text)
            rows += error_classes(text, gold, [words.attribution(s) for s in statements])
    else:
        for article, statements in own(which):
            words = Words(article.article.text)
            wanted = [words.attribution(s) for s in article.statements]
            rows += error_classes(article.article.text, wanted, [words.attribution(s) for s in statements])
    for name, n in Counter(name for name, _ in rows).most_common():
        print(f"\n== {name}: {n}")
        sample = [line for kind, line in rows if kind == name]
        random.Random(3).shuffle(sample)
        for line in sample[:limit]:
            print("   ", line)


def main() -> None:
    """Print the figures, and errors where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="test")
    parser.add_argument("--errors", default="", help="polnear, dev or train: print error classes of it")
    parser.add_argument("--limit", type=int, default=25)
    options = parser.parse_args()
    if options.errors:
        print_errors(options.errors, options.limit)
        return
    values = own_figures(own(options.part)) | (polnear_figures() if POLNEAR.exists() else {})
    for name, value in values.items():
        print(f"{name:45} {value:.3f}")


if __name__ == "__main__":
    main()
