"""Variants of an article that mean the same: other quotation marks, no roles, capitals. Lengths never change."""

from __future__ import annotations

import random
from dataclasses import replace

from corpus.stories import GoldArticle
from reportedly.types import Block, Role

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def variant(gold: GoldArticle, rnd: random.Random) -> GoldArticle:
    """Return the article in one of its variants, or as it is."""
    article = gold.article
    text, blocks = article.text, article.blocks
    style = rnd.random()
    if style < 0.25:
        text = text.translate(_STRAIGHT)
    elif style < 0.5:
        text = _curly(text)
    if rnd.random() < 0.5:  # bare text, as `find` gets it: nobody says what is a headline or a block quote
        blocks = tuple(_plain(block) for block in blocks)
    if rnd.random() < 0.03:
        text = text.upper() if len(text.upper()) == len(text) else text
    return replace(gold, article=replace(article, text=text, blocks=blocks))


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
