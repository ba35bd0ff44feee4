"""Compiles data/common.txt of `reportedly.name` from the corpus: python -m training.common

A word that the train part writes small, and seldom with a capital inside a sentence, is no name for standing first in
one.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter

from corpus.events import examples
from corpus.stories import stories
from reportedly.name.lexicon import DATA

FEWEST = 3  # times that a word is written small
AHEAD = 2  # times as often as with a capital
NAMES = frozenset({"judiciary"})  # in English-language news a committee's before it is a branch of government
HEADER = """\
# Words that are no names: at a sentence's start their capital says nothing. Compiled by training/common.py from the
# train stories and event sentences of the corpus.
"""
_WORD = r"{}[a-z]+(?:-[a-z]+)*(?![\w'’-])"
_SMALL = re.compile(r"(?<![\w'’-])" + _WORD.format("[a-z]"))
_CAPITAL = re.compile(r"(?<=[a-z,;:’'] )" + _WORD.format("[A-Z]"))


def compiled(texts: list[str]) -> list[str]:
    """Return the words of texts that are no names, sorted."""
    small = Counter(word for text in texts for word in _SMALL.findall(text))
    capital = Counter(word.lower() for text in texts for word in _CAPITAL.findall(text))
    told = (word for word, count in small.items() if count >= max(FEWEST, AHEAD * capital[word]))
    return sorted(set(told) - NAMES)


def table() -> str:
    """Return common.txt as the corpus has it."""
    texts = [gold.article.text for story in stories("train") for gold in story.articles]
    words = compiled(texts + [example.text for example in examples("train")])
    return HEADER + "\n".join(textwrap.wrap(" ".join(words), 120, break_on_hyphens=False)) + "\n"


def main() -> None:
    """Write common.txt."""
    (DATA / "common.txt").write_text(table(), "utf-8")


if __name__ == "__main__":
    main()
