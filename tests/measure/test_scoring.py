from __future__ import annotations

import importlib.util
import random
from collections import Counter
from pathlib import Path

import pytest

from measure.scoring import Attribution, Words, count, dice, figures, of_kind
from reportedly.types import Span

TEXT = 'The mayor said the dam held. "Nobody left," the clerk added, police said nothing.'
SCORER = Path(__file__).parents[3] / "shared" / "measure" / "score_attribution.py"


def attribution(source: str, cue: str, content: str, kind: str = "") -> Attribution:
    words = Words(TEXT)

    def at(part: str) -> list[Span]:
        return [Span(TEXT.index(part), TEXT.index(part) + len(part))] if part else []

    return Attribution(words.of(at(source)), words.of(at(cue)), words.of(at(content)), kind)


GOLD = [
    attribution("The mayor", "said", "the dam held", "indirect"),
    attribution("the clerk", "added", "Nobody left", "direct"),
]

CASES = [
    ("all right", GOLD, 1.0, 1.0),
    ("nothing found", [], 0.0, 0.0),
    ("one missed", GOLD[:1], 1.0, 0.5),
    ("wrong source", [attribution("police", "said", "the dam held"), GOLD[1]], 0.5, 0.5),
    ("content half right is enough", [attribution("The mayor", "said", "dam held"), GOLD[1]], 1.0, 1.0),
    ("content too short", [attribution("The mayor", "said", "held", ""), GOLD[1]], 1.0, 1.0),
    ("found for nothing", [*GOLD, attribution("police", "said", "nothing")], 2 / 3, 1.0),
]


@pytest.mark.parametrize(("found", "precision", "recall"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_full(found: list[Attribution], precision: float, recall: float) -> None:
    values = figures(count(GOLD, found))
    assert values["full P"] == pytest.approx(precision)
    assert values["full R"] == pytest.approx(recall)


def test_of_another_kind_is_neither_right_nor_wrong() -> None:
    keep, found = of_kind("direct", GOLD, [*GOLD, attribution("police", "said", "nothing")])
    assert keep == GOLD[1:]
    assert found == [GOLD[1], attribution("police", "said", "nothing")]


def test_two_empty_sets_agree_and_punctuation_is_no_word() -> None:
    assert dice(frozenset(), frozenset()) == 1.0
    assert Words('"No," she').of([(0, 5)]) == Words('"No," she').of([(1, 3)])


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.exists(), reason="../shared is not beside the checkout: cannot compare with its scorer")
def test_agrees_with_the_published_scorer() -> None:
    spec = importlib.util.spec_from_file_location("score_attribution", SCORER)
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    rnd = random.Random(5)
    text = " ".join(rnd.choice(["the", "dam", "held", ",", "said", '"', "mayor"]) for _ in range(200))

    def spans() -> list[list[int]]:
        start = rnd.randrange(len(text) - 40)
        return [[start, start + rnd.randrange(3, 40)]]

    def rows(n: int) -> list[dict[str, list[list[int]]]]:
        return [{"source": spans() if rnd.random() < 0.8 else [], "cue": spans(), "content": spans()} for _ in range(n)]

    for _ in range(20):
        gold, found = rows(12), rows(12)
        found[:6] = [dict(g) for g in gold[:6]]
        words = Words(text)
        ours: Counter[str] = count(*([_ours(words, row) for row in side] for side in (gold, found)))
        owner, solid = theirs.tokenise(text)
        other = theirs.report(
            theirs.score_doc(*([theirs.Att(row, owner, solid) for row in side] for side in (gold, found)), 0.5)
        )
        assert figures(ours)["full F1"] == pytest.approx(other["full"]["F1"])
        assert figures(ours)["cue overlap F1"] == pytest.approx(other["cue"]["overlap"]["F1"])
        assert figures(ours)["content overlap F1"] == pytest.approx(other["content"]["overlap"]["F1"])


def _ours(words: Words, row: dict[str, list[list[int]]]) -> Attribution:
    def of(role: str) -> frozenset[int]:
        return words.of([(start, end) for start, end in row[role]])

    return Attribution(of("source"), of("cue"), of("content"))
