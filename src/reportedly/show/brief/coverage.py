"""What the composer is given, and where things stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.desk import Decision
from reportedly.show.brief.model import Place
from reportedly.show.brief.moments import sort_key
from reportedly.text import block_at, pin
from reportedly.types import Article, ClaimView, Copy, Origin, Span, Statement, Story


@dataclass(frozen=True)
class Ruling:
    """A person's decision that stands, with what the machine has in its place."""

    decision: Decision
    article: str  # whose words it is pinned to
    span: Span
    touches: frozenset[str]  # statements whose claims it is shown with
    machine: tuple[str, ...] = ()  # the machine's own stances or parties


@dataclass(frozen=True)
class Coverage:
    """Everything the ledger holds up to `moment`: views by claim id, statements and articles by their ids."""

    stories: Sequence[Story]
    claims: Mapping[str, ClaimView]
    statements: Mapping[str, Statement]
    articles: Mapping[str, Article]
    origins: Sequence[Origin]
    copies: Sequence[Copy]
    moment: str
    since: str = ""
    more: bool = False  # older stories were left out
    rulings: Sequence[Ruling] = ()
    machine: Mapping[str, ClaimView] = field(default_factory=dict)  # statement -> its claim as the machine alone has it

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        """Map each statement to its origin."""
        return {statement: origin for origin in self.origins for statement in origin.statements}


@dataclass(frozen=True)
class Shelf:
    """One story's articles, numbered in order of publication."""

    coverage: Coverage
    numbers: Mapping[str, int] = field(default_factory=dict)  # article id -> number, from 1

    @classmethod
    def of(cls, coverage: Coverage, articles: Sequence[str]) -> Shelf:
        """Number the articles."""
        known = {a for a in articles if a in coverage.articles}
        order = sorted(known, key=lambda a: (sort_key(coverage.articles[a].published), a))
        return cls(coverage, {a: n for n, a in enumerate(order, 1)})

    def place(self, article: Article, span: Span) -> Place:
        """Return where a span of an article stands."""
        found = block_at(article, span.start)
        return Place(self.numbers[article.id], found[0] if found else 1, pin(article, span))

    def place_of(self, statement: str) -> Place:
        """Return where a statement's words stand."""
        found = self.coverage.statements[statement]
        return self.place(self.coverage.articles[found.article], found.anchor)

    def has(self, statement: str) -> bool:
        """Tell whether a statement can be shown: it is known, has words, and its article is on this shelf."""
        found = self.coverage.statements.get(statement)
        return found is not None and found.article in self.numbers and bool(found.content or found.cue or found.source)

    def printed(self, statement: str) -> str:
        """Return when the statement's article was published, "" where unknown."""
        return self.coverage.articles[self.coverage.statements[statement].article].published

    def order(self, statement: str) -> tuple[object, ...]:
        """Order statements by when they were said, then as the sources have them."""
        found = self.coverage.statements[statement]
        return (sort_key(self.time(statement)), self.numbers[found.article], found.anchor.start, statement)

    def time(self, statement: str) -> str:
        """Return when the statement was said, else when it was printed."""
        return self.coverage.statements[statement].said or self.printed(statement)
