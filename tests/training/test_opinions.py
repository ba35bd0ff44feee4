"""A teacher's opinions: kept and found again, in every variant of a sentence, on its very words. No torch is needed."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

import corpus.events
from corpus.stories import GoldArticle, stories
from reportedly.find.labels import EVENT_ROLES, EVENT_TYPES
from reportedly.find.windows import windows
from reportedly.read import read_text
from reportedly.text import sentences
from training.augment import variant
from training.data import examples
from training.events import UNTOLD, marked
from training.opinions import Opinion, key_of, read, write


def opinion(tokens: int) -> Opinion:
    types = np.linspace(0, 1, len(EVENT_TYPES), dtype=np.float32)
    return Opinion(types / types.sum(), np.full((tokens, len(EVENT_ROLES)), tokens / 100, np.float32))


@pytest.fixture(scope="module")
def article() -> GoldArticle:
    return next(stories("dev")).articles[0]


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept = {"one": opinion(3), "“two”": opinion(1), "three": opinion(40)}
    write(tmp_path / "opinions.npz", kept)
    found = read(tmp_path / "opinions.npz")
    assert found.keys() == kept.keys()
    for key, told in kept.items():
        np.testing.assert_allclose(found[key].types, told.types, atol=1e-3)
        np.testing.assert_allclose(found[key].roles, told.roles, atol=1e-3)


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_has_one_key_in_all_its_variants(article: GoldArticle, seed: int) -> None:
    other = variant(article, random.Random(seed)).article
    for block in article.article.blocks:
        for span in sentences(article.article.text, block.span):
            assert key_of(span.of(other.text)) == key_of(span.of(article.article.text))


def test_sentences_without_a_label_are_learnt_from(article: GoldArticle) -> None:
    text = article.article.text
    (sentence,) = list(sentences(text, article.article.blocks[1].span))[:1]
    size = sum(len(tokens) for tokens in windows(read_text(sentence.of(text)))) - 2
    told = [e for x in examples(article, 256, {}, {key_of(sentence.of(text)): opinion(size)}) for e in x.events]
    (target,) = (target for target in told if target.opinion is not None)
    assert (target.type, target.weight, len(target.tokens)) == (UNTOLD, 0.0, size)


def test_a_label_stays_beside_an_opinion_and_one_of_other_words_is_left_out() -> None:
    example = next(corpus.events.examples("train"))
    (tokens,) = windows(read_text(example.text))
    bare = marked(tokens, example, 0)
    assert bare is not None
    for size, kept in ((len(bare.tokens), True), (len(bare.tokens) - 1, False)):
        target = marked(tokens, example, 0, {key_of(example.text): opinion(size)})
        assert target is not None
        assert (target.type, target.opinion is not None) == (bare.type, kept)
