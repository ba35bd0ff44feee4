"""Variants of an article that mean the same: other quotation marks, no roles, capitals; sentences that stand alone.

Lengths never change, so that what is marked stays where it is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from corpus.stories import GoldArticle
from reportedly.text import sentences
from reportedly.types import Block, Role, Span, Statement

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def variant(gold: GoldArticle, rnd: random.Random) -> GoldArticle:
    """Return the article in one of its variants, or as it is."""
    article = gold.article
    text, blocks = article.text, article.blocks
    style = rnd.random()
    if style < 0.25:
        text = text.translate(STRAIGHT)
    elif style < 0.5:
        text = _curly(text)
    if rnd.random() < 0.5:  # bare text, as `find` gets it: nobody says what is a headline or a block quote
        blocks = tuple(_plain(block) for block in blocks)
    if rnd.random() < 0.03:
        text = text.upper() if len(text.upper()) == len(text) else text
    return replace(gold, article=replace(article, text=text, blocks=blocks))


def alone(gold: GoldArticle, rnd: random.Random, most: int) -> Iterator[GoldArticle]:
    """Yield up to `most` sentences of the article, each as all there is to read, where what is told in it stays in it.

    A reader that has only seen whole articles breaks contents off where a sentence comes without any.
    """
    whole = [s for b in gold.article.blocks for s in sentences(gold.article.text, b.span) if b.role is Role.PARAGRAPH]
    for sentence in rnd.sample(whole, min(most, len(whole))):
        told = tuple(s for s in gold.statements if any(sentence.overlaps(span) for span in _words(s)))
        if all(sentence.holds(span) for statement in told for span in _words(statement)):
            block = Block(Role.PARAGRAPH, sentence.start, sentence.end)
            yield replace(gold, article=replace(gold.article, blocks=(block,)), statements=told)


def _words(statement: Statement) -> Iterator[Span]:
    yield from (span for span in (statement.source, statement.cue) if span is not None)
    yield from statement.content
    yield from statement.via_spans


def _plain(block: Block) -> Block:
    return replace(block, role=Role.PARAGRAPH) if block.role not in {Role.CAPTION, Role.BYLINE} else block


def _curly(text: str) -> str:
    pieces, opening = [], True
    for character in text:
        if character == "\n":
            opening = True
        if character == '"':
            character = "“" if opening else "”"
            opening = not opening
        pieces.append(character)
    return "".join(pieces)
