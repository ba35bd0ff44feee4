"""A crawl of any size, made of the corpus: paragraphs of one story's articles recombined, its names exchanged.

Each article takes paragraphs of one story in their order, from any of its articles, under names of its own; so a story
comes in versions that share wording and no facts. Three in ten repeat an article of the days before, as a whole or but
for a paragraph. Every twenty days the stories are told anew in other words (words trade places with others of their
ending, those of usual cues and the small ones stay), as news never repeats last year's text: what an article has in
common with others does not grow with the crawl. Ten come out a day, whatever the size: a longer crawl is a longer time.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from corpus.stories import GoldStory, stories
from reportedly.name.lexicon import FUNCTION_WORDS
from reportedly.types import Role

A_DAY = 10  # so that even a thousand articles take longer than the 60 days that linking looks back
EDITION = 20  # days after which the stories are told in other words
REPEATED = 0.3
_WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")
_USUAL = 20  # times that a word stands in cues
_SYLLABLES = "ba dor kel mi ran so tav ul ves zor lin har pe qua stre mon".split()
_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE})


@dataclass(frozen=True, slots=True)
class Made:
    """A record of the crawl."""

    title: str
    outlet: str
    published: str
    paragraphs: tuple[str, ...]

    def line(self, number: int) -> str:
        """Return it as a line of JSONL."""
        url = f"https://{re.sub('[^a-z]', '', self.outlet.lower()) or 'outlet'}.example/{number}"
        told = {"title": self.title, "outlet": self.outlet, "published": self.published, "url": url}
        return json.dumps(told | {"text": "\n\n".join(self.paragraphs)}) + "\n"


def crawl(seed: int = 8) -> Iterator[Made]:
    """Yield records without end, in order of publication."""
    dice, models = random.Random(seed), list(stories("train"))
    recent: deque[Made] = deque(maxlen=2 * A_DAY)
    vocabulary = _vocabulary(models)
    number, words = 0, dict[str, str]()
    while True:
        day = date(2031, 1, 1) + timedelta(days=number // A_DAY)
        minutes = number % A_DAY * 140
        published = f"{day}T{minutes // 60:02}:{minutes % 60:02}:00"
        if number % (A_DAY * EDITION) == 0:
            words = _edition(vocabulary, dice)
            recent.clear()
        repeats = recent and dice.random() < REPEATED
        made = _repeat(dice.choice(recent), published, dice) if repeats else _new(models, words, published, dice)
        recent.append(made)
        number += 1
        yield made


def write(path: Path, articles: int) -> None:
    """Write a crawl of so many articles as JSONL."""
    with path.open("w", encoding="utf-8") as file:
        for number, made in zip(range(articles), crawl(), strict=False):
            file.write(made.line(number))


def _edition(vocabulary: list[str], dice: random.Random) -> dict[str, str]:
    """Return other words for the stories' own, names among them, each of the same ending and case."""
    found: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for word in vocabulary:
        found[word[-2:], word[0].isupper()].append(word)
    return {word: dice.choice(alike) for alike in found.values() for word in alike}


def _vocabulary(models: list[GoldStory]) -> list[str]:
    """Return the stories' words, small ones and those of the usual cues left out, in order."""
    articles = [gold for story in models for gold in story.articles]
    told = Counter(w for g in articles for s in g.statements if s.cue for w in _WORD.findall(s.cue.of(g.article.text)))
    cues = {word for word, count in told.items() if count >= _USUAL}
    found = {w for g in articles for w in _WORD.findall(g.article.text)} - cues
    return sorted(w for w in found if w.lower() not in FUNCTION_WORDS | cues)


def _new(models: list[GoldStory], words: dict[str, str], published: str, dice: random.Random) -> Made:
    story = dice.choice(models)
    names = {name: _name(dice) for name, _ in story.parties.values() if name[:1].isupper()}
    model = dice.choice(story.articles).article
    blocks = [block.span.of(model.text) for block in model.blocks if block.role in _PROSE]
    other = dice.choice(story.articles).article
    extra = [block.span.of(other.text) for block in other.blocks if block.role in _PROSE]
    chosen = [text for text in blocks if dice.random() < 0.7] + [text for text in extra if dice.random() < 0.3]
    paragraphs = tuple(dict.fromkeys(chosen or blocks))
    outlet = f"{_name(dice)} {dice.choice(('Post', 'Wire', 'Courier', 'Times'))}"
    told = (_WORD.sub(lambda m: words.get(m[0], m[0]), _renamed(text, names)) for text in (model.title, *paragraphs))
    title, *rest = told
    return Made(title, outlet, published, tuple(rest))


def _repeat(of: Made, published: str, dice: random.Random) -> Made:
    left = dice.randrange(len(of.paragraphs)) if len(of.paragraphs) > 2 and dice.random() < 0.5 else -1
    kept = tuple(text for place, text in enumerate(of.paragraphs) if place != left)
    return Made(of.title, f"{_name(dice)} Herald", published, kept)


def _renamed(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = re.sub(rf"\b{re.escape(old)}\b", new, text)
    return text


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randrange(2, 4))).capitalize()
