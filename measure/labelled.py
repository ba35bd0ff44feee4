"""Gold stories with ids that are unique over the whole corpus, as linking many stories at once needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.stories import GoldStory, stories
from reportedly.types import Article, Statement


@dataclass(frozen=True, slots=True)
class Labelled:
    """One story, its articles in order of publication; every id is prefixed with the story's."""

    story: GoldStory
    articles: tuple[Article, ...]
    statements: dict[str, tuple[Statement, ...]]  # by article
    claim: dict[str, str]  # statement -> claim, statements about no claim left out
    apart: frozenset[str]  # statements about no claim
    origin: dict[str, str]  # statement -> origin
    copies: frozenset[tuple[str, str]]  # (copy, original)

    def every(self) -> tuple[Statement, ...]:
        """Return all statements in order of publication."""
        return tuple(s for article in self.articles for s in self.statements[article.id])


def labelled(part: str) -> Iterator[Labelled]:
    """Yield the stories of a part of the corpus: "train", "dev" or "test"."""
    yield from (_unique(story) for story in stories(part))


def _unique(story: GoldStory) -> Labelled:
    def own(name: str) -> str:
        return f"{story.id}/{name}"

    statements = {
        own(gold.article.id): tuple(
            replace(s, id=own(s.id), article=own(s.article), within=own(s.within) if s.within else None)
            for s in gold.statements
            if s.content or s.cue is not None or s.source is not None
        )
        for gold in story.articles
    }
    articles = [replace(gold.article, id=own(gold.article.id)) for gold in story.articles]
    claim = {own(s): own(c) for gold in story.articles for s, c in gold.claim.items()}
    return Labelled(
        story=story,
        articles=tuple(sorted(articles, key=lambda a: (a.published, a.id))),
        statements=statements,
        claim=claim,
        apart=frozenset(s.id for of in statements.values() for s in of) - claim.keys(),
        origin={own(s): own(o) for gold in story.articles for s, o in gold.origin.items()},
        copies=frozenset((own(g.article.id), own(g.copy_of)) for g in story.articles if g.copy_of),
    )
