"""A ledger story by story: what most exports walk over, so that none holds more than one story at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.ledger.port import EntryKind
from reportedly.ledger.records import words, words_of
from reportedly.show.export.decided import Decided
from reportedly.text import pin
from reportedly.types import Article, ClaimView, Copy, Origin, Pin, Statement, Story

if TYPE_CHECKING:
    from reportedly.desk import View
    from reportedly.ledger.port import Entry


@dataclass(frozen=True, eq=False)
class Part:
    """One story of a view, with everything that exports say of it."""

    view: View
    story: Story
    articles: dict[str, Article]  # in the order they were read
    statements: dict[str, Statement]  # in the order of the ledger
    claims: list[ClaimView]
    origins: list[Origin]  # those that no part before this one had
    copies: list[Copy]

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """Return the claim of each statement that is part of one."""
        found = ((name, self.view.claim_of(name)) for name in self.statements)
        return {name: claim.claim.id for name, claim in found if claim is not None}

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """Return the origin of each statement."""
        return {name: self.view.origin_of(name).id for name in self.statements}

    @cached_property
    def decided(self) -> Decided:
        """Return what people decided in this story."""
        return Decided(self.view, self.story.id)

    @cached_property
    def read_at(self) -> dict[str, str]:
        """Return the ledger time at which each article was first read."""
        first = dict[str, str]()
        for entry in self.entries(EntryKind.ARTICLE):
            first.setdefault(entry.subject, entry.at)
        return first

    @cached_property
    def changed_at(self) -> dict[str, str]:
        """Return the ledger time at which something was last read in each article or linked to it."""
        return {e.subject: e.at for e in self.entries(EntryKind.ARTICLE, EntryKind.READING, EntryKind.LINK)}

    @cached_property
    def pins(self) -> dict[str, Pin | None]:
        """Return where each statement's words stand; None where they are not what they were: a pin is never moved."""
        return {name: self._pin(statement) for name, statement in self.statements.items()}

    def entries(self, *kinds: EntryKind) -> Iterator[Entry]:
        """Yield the log's entries about the articles of this part."""
        return self.view.ledger.entries(kinds=set(kinds), subjects=set(self.articles), until=until(self.view))

    @cached_property
    def _held(self) -> dict[str, str]:
        """Return the hash of its words that each statement was recorded with."""
        entries = self.view.ledger.entries(
            kinds={EntryKind.STATEMENT}, objects=set(self.articles), until=until(self.view)
        )
        return {entry.subject: words_of(entry) for entry in entries}

    def _pin(self, statement: Statement) -> Pin | None:
        article = self.articles[statement.article]
        try:
            anchor, extent = statement.anchor, statement.extent
        except ValueError:
            return None
        inside = 0 <= extent.start < extent.end <= len(article.text) and anchor.start < anchor.end
        if not inside or words(statement, article) != self._held.get(statement.id):
            return None
        return pin(article, anchor)


def parts(view: View, story: str = "") -> Iterator[Part]:
    """Yield the stories of a view, the one that moved last first; or one of them."""
    met = set[str]()
    for found in [view.story(story)] if story else view.stories():
        origins = [origin for origin in view.origins(story=found.id) if origin.id not in met]
        met.update(origin.id for origin in origins)
        yield Part(
            view,
            found,
            {article.id: article for article in view.articles(story=found.id)},
            {statement.id: statement for statement in view.statements(story=found.id)},
            list(view.claims(story=found.id)),
            origins,
            list(view.copies(story=found.id)),
        )


def until(view: View) -> int:
    """Return the place of the last entry that a view knows of."""
    return view.ledger.moment(view.known_at) if view.known_at else view.ledger.head().seq
