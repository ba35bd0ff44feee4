"""A crawl of any size, made of the corpus: paragraphs of one story's articles recombined, its names exchanged.

Each article takes paragraphs of one story in their order, from any of its articles, under names of its own; so stories
come in thousands of versions that share wording and no facts. Three in ten repeat an article of the days before, as a
whole or but for a paragraph. Fifty come out a day, whatever the size: a longer crawl is a longer time.
"""

from __future__ import annotations

import json
import random
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from corpus.stories import GoldStory, stories
from reportedly.types import Role

A_DAY = 50
REPEATED = 0.3
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
    number = 0
    while True:
        day = date(2031, 1, 1) + timedelta(days=number // A_DAY)
        minutes = number % A_DAY * 28
        published = f"{day}T{minutes // 60:02}:{minutes % 60:02}:00"
        repeats = recent and dice.random() < REPEATED
        made = _repeat(dice.choice(recent), published, dice) if repeats else _new(models, published, dice)
        recent.append(made)
        number += 1
        yield made


def write(path: Path, articles: int) -> None:
    """Write a crawl of so many articles as JSONL."""
    with path.open("w", encoding="utf-8") as file:
        for number, made in zip(range(articles), crawl(), strict=False):
            file.write(made.line(number))


def _new(models: list[GoldStory], published: str, dice: random.Random) -> Made:
    story = dice.choice(models)
    names = {name: _name(dice) for name, _ in story.parties.values() if name[:1].isupper()}
    model = dice.choice(story.articles).article
    blocks = [block.span.of(model.text) for block in model.blocks if block.role in _PROSE]
    other = dice.choice(story.articles).article
    extra = [block.span.of(other.text) for block in other.blocks if block.role in _PROSE]
    chosen = [text for text in blocks if dice.random() < 0.7] + [text for text in extra if dice.random() < 0.3]
    paragraphs = tuple(dict.fromkeys(chosen or blocks))
    outlet = f"{_name(dice)} {dice.choice(('Post', 'Wire', 'Courier', 'Times'))}"
    return Made(_renamed(model.title, names), outlet, published, tuple(_renamed(text, names) for text in paragraphs))


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
