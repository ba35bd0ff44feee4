"""What articles report, each utterance once: the ground on which it is decided what a claim says happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.stand.moment import known_at
from reportedly.types import AFFIRMS, Article, Claim, Event, Flag, Origin, Statement

_DENIAL = 0.5  # a denial tells of the same event, but often in other words


@dataclass(frozen=True, slots=True)
class Vote:
    """What one origin says happened, by its surest event."""

    event: Event
    statement: Statement
    weight: float


@dataclass(frozen=True)
class Reports:
    """Statements with the events they tell of. Of one origin only what was known first counts: copies add nothing."""

    statements: Mapping[str, Statement]
    articles: Mapping[str, Article]
    origins: Mapping[str, Origin]
    events: Sequence[Event]

    def of(self, claim: Claim) -> tuple[Statement, ...]:
        """Return a claim's statements, one an origin, the first known first."""
        return self._once(self._members(claim))

    def beside(self, claim: Claim) -> tuple[Statement, ...]:
        """Return all statements of the articles that tell of a claim, one an origin, the claim's own among them."""
        articles = sorted({statement.article for statement in self._members(claim)})
        return self._once(s for article in articles for s in self._said_in.get(article, ()))

    def told_by(self, statement: Statement) -> Sequence[Event]:
        """Return the events that a statement tells of."""
        return self._told.get(statement.id, ())

    def words_of(self, statement: Statement) -> str:
        """Return a statement's content."""
        return statement.content_in(self.articles[statement.article].text)

    def votes(self, claim: Claim) -> list[Vote]:
        """Return one vote an origin, by the statement of it that was the first to tell of an event."""
        telling = self._once(s for s in self._members(claim) if self.told_by(s))
        return [self._vote(statement) for statement in telling]

    def _vote(self, statement: Statement) -> Vote:
        event = max(self.told_by(statement), key=lambda e: (Flag.DEMANDED not in e.flags, e.score))
        return Vote(event, statement, event.score * (1.0 if statement.stance in AFFIRMS else _DENIAL))

    def _members(self, claim: Claim) -> list[Statement]:
        return [self.statements[name] for name in claim.statements if name in self.statements]

    def _once(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        first = dict[str, Statement]()
        for statement in sorted(statements, key=lambda s: (known_at(s, self.articles), s.id)):
            origin = self.origins.get(statement.id)
            first.setdefault(origin.id if origin is not None else statement.id, statement)
        return tuple(first.values())

    @cached_property
    def _told(self) -> Mapping[str, Sequence[Event]]:
        found = defaultdict[str, list[Event]](list)
        for event in self.events:
            if event.statement is not None:
                found[event.statement].append(event)
        return found

    @cached_property
    def _said_in(self) -> Mapping[str, Sequence[Statement]]:
        found = defaultdict[str, list[Statement]](list)
        for statement in self.statements.values():
            found[statement.article].append(statement)
        return found
