"""Cut an article into windows of tokens for the encoder: whole paragraphs together, nothing tokenised twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.find.quotes import quoted
from reportedly.models import CLS, SEP, tokenizer
from reportedly.text import OPENING_QUOTES
from reportedly.types import Article, Block, Role

LENGTH = 256  # tokens a window may have, marks included
AIM = 64  # tokens it should have: attention costs the square, and most attributions keep to their paragraph

_ROLES = {Role.HEADLINE: 1, Role.STANDFIRST: 2, Role.QUOTE: 3, Role.BYLINE: 4, Role.CAPTION: 5}
_HEADINGS = frozenset({_ROLES[Role.HEADLINE], _ROLES[Role.STANDFIRST]})
_CASES, _INSIDE = 4, 2
FEATURES = _CASES * _INSIDE * (len(_ROLES) + 1)  # values of Window.features


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text. All arrays have one row a token; a mark between blocks has an empty span."""

    ids: NDArray[np.int64]
    spans: NDArray[np.int64]  # (tokens, 2): offsets into the article's text
    features: NDArray[np.int64]  # case, inside quotation marks, role of the block: what an uncased encoder cannot see

    def __len__(self) -> int:
        return len(self.ids)

    def apart(self, at: int) -> NDArray[np.bool_]:
        """Tell which tokens stand in other blocks than a heading's token `at`; none where it stands in no heading.

        What a headline attributes stands in it: of the corpus's 1,905 one goes on in the next block.
        """
        if int(self.features[at]) % (len(_ROLES) + 1) not in _HEADINGS:
            return np.zeros(len(self), np.bool_)
        block = np.cumsum(self.ids == SEP)
        return np.asarray(block != block[at], np.bool_)

    def part(self, start: int, end: int) -> Tokens:
        """Return the tokens from `start` up to `end`."""
        return Tokens(self.ids[start:end], self.spans[start:end], self.features[start:end])


def windows(article: Article, aim: int = AIM) -> list[Tokens]:
    """Return the windows of an article, about `aim` tokens each; furniture is in none of them."""
    blocks = [block for block in article.blocks if block.role is not Role.FURNITURE and block.end > block.start]
    parts = [part for part in zip(blocks, tokenise(article.text, blocks), strict=True) if len(part[1])]
    return pack(article.text, parts, aim)


def tokenise(text: str, blocks: Sequence[Block]) -> list[Tokens]:
    """Tokenise blocks of a text in one go."""
    told = [text[b.start : b.end] for b in blocks]
    encodings = tokenizer().encode_batch(told, add_special_tokens=False)
    inside = np.zeros(len(text) + 1, np.int64)
    for block in blocks:
        for span in quoted(text, block.span):
            inside[span.start : span.end] = 1
    found = []
    for block, words, encoding in zip(blocks, told, encodings, strict=True):
        offsets = encoding.offsets
        spans = np.array(offsets, np.int64).reshape(-1, 2) + block.start
        first = np.minimum(spans[:, 0], len(text) - 1)
        case = np.array([_case(words[start:end]) for start, end in offsets], np.int64)
        features = (case * _INSIDE + inside[first]) * (len(_ROLES) + 1) + _ROLES.get(block.role, 0)
        found.append(Tokens(np.array(encoding.ids, np.int64), spans, features))
    return found


def _case(token: str) -> int:
    """0: lower case and other; 1: a digit first; 2: a capital first; 3: two or more."""
    first = token[:1]
    if first.isupper():
        return 3 if token[1:2].isupper() else 2
    return 1 if first.isdigit() else 0


def pack(text: str, parts: Sequence[tuple[Block, Tokens]], aim: int) -> list[Tokens]:
    """Pack blocks into windows of about `aim` tokens: what belongs together stays together up to LENGTH."""
    packed: list[Tokens] = []
    current: list[Tokens] = []
    used = 1
    for unit in _units(text, parts):
        size = sum(len(tokens) + 1 for tokens in unit)
        limit = aim if size < aim else LENGTH
        pieces = unit if size < LENGTH else [piece for tokens in unit for piece in _cut(text, tokens, LENGTH - 2)]
        for number, tokens in enumerate(pieces):
            room = (limit - size if number == 0 else LENGTH - len(tokens) - 1) - used
            if current and room < 0:
                packed.append(_join(current))
                current, used = [], 1
            current.append(tokens)
            used += len(tokens) + 1
    if current:
        packed.append(_join(current))
    return packed


def _units(text: str, parts: Sequence[tuple[Block, Tokens]]) -> Iterator[list[Tokens]]:
    """Group blocks: a block quote with its name line, a paragraph left inside a quotation with the next one."""
    unit: list[Tokens] = []
    for number, (block, tokens) in enumerate(parts):
        unit.append(tokens)
        following = parts[number + 1][0] if number + 1 < len(parts) else None
        if following is not None and _belongs(text, block, following):
            continue
        yield unit
        unit = []


def _belongs(text: str, block: Block, following: Block) -> bool:
    if following.role is Role.BYLINE or following.role is Role.QUOTE:
        return True
    if text[following.start] not in OPENING_QUOTES:
        return False
    inside = quoted(text, block.span)
    return bool(inside) and inside[-1].end == block.end and text[block.end - 1] not in '"”»'


def _cut(text: str, tokens: Tokens, limit: int) -> Iterator[Tokens]:
    """Cut an overlong block at the last sentence end that fits, or hard where there is none."""
    start = 0
    while len(tokens) - start > limit:
        end = start + limit
        for stop in range(end, start + limit // 2, -1):
            if text[tokens.spans[stop - 1, 0] : tokens.spans[stop - 1, 1]] in {".", "!", "?", "”", '"'}:
                end = stop
                break
        yield tokens.part(start, end)
        start = end
    if start < len(tokens):
        yield tokens.part(start, len(tokens))


def _join(pieces: Sequence[Tokens]) -> Tokens:
    """Lay pieces into one window: [CLS] piece [SEP] piece [SEP]."""
    ids, spans, features = [np.array([CLS])], [np.full((1, 2), pieces[0].spans[0, 0])], [np.zeros(1, np.int64)]
    for tokens in pieces:
        ids += [tokens.ids, np.array([SEP])]
        spans += [tokens.spans, np.full((1, 2), tokens.spans[-1, 1])]
        features += [tokens.features, np.zeros(1, np.int64)]
    return Tokens(np.concatenate(ids), np.concatenate(spans), np.concatenate(features))
