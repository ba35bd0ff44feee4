"""Training examples against the gold they are made of. No torch is needed here."""

from __future__ import annotations

import random

import pytest

from corpus.stories import GoldArticle, stories
from reportedly.find.labels import ROLES, STANCES
from training.augment import alone, variant
from training.data import Example, examples


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    return [article for story in list(stories("dev"))[:3] for article in story.articles]


def words(gold: GoldArticle, example: Example, chosen: list[int]) -> str:
    spans = example.tokens.spans[chosen]
    return gold.article.text[spans[0, 0] : spans[-1, 1]] if len(spans) else ""


def test_targets_are_the_gold_words(articles: list[GoldArticle]) -> None:
    for gold in articles:
        by_cue = {s.cue.of(gold.article.text): s for s in gold.statements if s.cue}
        for example in examples(gold, 128):
            for target in example.targets:
                cue = words(gold, example, list(range(target.start, target.end)))
                if target.is_cue and sum(cue == s.cue.of(gold.article.text) for s in gold.statements if s.cue) == 1:
                    assert STANCES[target.labels[1]] is by_cue[cue].stance


def test_nearly_every_statement_is_learnt_from(articles: list[GoldArticle]) -> None:
    wanted = sum(len({s.cue or s.source for s in gold.statements}) for gold in articles)
    learnt = sum(len(example.targets) for gold in articles for example in examples(gold, 256))
    assert learnt >= 0.97 * wanted


def test_anchors_are_tagged_and_sources_stand_in_the_window(articles: list[GoldArticle]) -> None:
    for gold in articles:
        for example in examples(gold, 128):
            for target in example.targets:
                assert example.tags[target.start : target.end].all()
                assert target.roles.shape == (len(example.tokens), len(ROLES))


@pytest.mark.parametrize("seed", range(12))
def test_variants_keep_every_offset(articles: list[GoldArticle], seed: int) -> None:
    for gold in articles:
        other = variant(gold, random.Random(seed)).article
        assert len(other.text) == len(gold.article.text)
        assert [b.span for b in other.blocks] == [b.span for b in gold.article.blocks]
        changed = [
            i for i, (a, b) in enumerate(zip(gold.article.text, other.text, strict=True)) if a.lower() != b.lower()
        ]
        assert all(gold.article.text[i] in "\"'“”‘’" for i in changed)


def test_a_sentence_alone_keeps_what_is_told_in_it_and_nothing_else(articles: list[GoldArticle]) -> None:
    told = 0
    for gold in articles:
        for sentence in alone(gold, random.Random(3), most=4):
            (block,) = sentence.article.blocks
            assert sentence.article.text == gold.article.text
            assert all(block.span.holds(span) for s in sentence.statements for span in s.content)
            assert {s.id for s in sentence.statements} == {
                s.id for s in gold.statements if any(block.span.overlaps(span) for span in s.content)
            } | {s.id for s in sentence.statements if not s.content}
            told += len(sentence.statements)
    assert told > len(articles)
