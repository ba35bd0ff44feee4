"""What some articles come to when looked at together: the fold of their links, people's decisions, and the stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.desk.corrections import corrected, judgements, settled
from reportedly.desk.shelf import Shelf
from reportedly.link import Folded, fold
from reportedly.stand import mentioned, view
from reportedly.stand.course import course
from reportedly.stand.gauge import Told
from reportedly.stand.happening import Happening, happening, witnesses
from reportedly.stand.moment import by
from reportedly.stand.reports import Reports
from reportedly.types import Article, Claim, ClaimView, Event, PartyKind, Statement, Story

SIDES = frozenset({PartyKind.STATE, PartyKind.BLOC, PartyKind.ARMED_GROUP})  # kinds whose silence is worth a line


@dataclass(frozen=True, eq=False)
class Room:
    """A shelf up to a moment of the world: everything here is a pure function of the two."""

    shelf: Shelf
    as_of: str = ""

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Return the articles published by then, in the order of the log."""
        return {name: article for name, article in self.shelf.articles.items() if by(article.published, self.as_of)}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Return their statements as people have corrected them, in the order of the log."""
        found = (statement for name in self.articles for statement in self.shelf.of(name))
        return {statement.id: statement for statement in corrected(found, self.shelf.rulings.values())}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return the events of the articles, reported by those whom people's corrections name.

        What a statement tells that people rejected is told by nobody.
        """
        told = [event for name in self.articles for event in self.shelf.events(name)]
        said = self.statements
        return tuple(
            event if event.statement is None else replace(event, reporter=said[event.statement].voice.party)
            for event in told
            if event.statement is None or event.statement in said
        )

    @cached_property
    def folded(self) -> Folded:
        """Return what links and people's judgements make of them."""
        rulings = self.shelf.rulings.values()
        links, statements, articles = self.shelf.links(reasons=False), self.statements.values(), self.articles.values()
        return fold(links, statements, articles, judgements(rulings), settled(rulings))

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """Return the story of each article."""
        return {article: story for story in self.folded.stories for article in story.articles}

    @cached_property
    def claim_of(self) -> dict[str, ClaimView]:
        """Return the claim of each statement that is part of one."""
        return {statement: found for found in self.claims for statement in found.claim.statements}

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """Return every claim with its standing."""
        return tuple(self._view(claim) for claim in self.folded.claims)

    @cached_property
    def happenings(self) -> dict[str, Happening]:
        """Return what each claim says happened; claims that tell of no event are left out."""
        told = (happening(claim, self._reports) for claim in self.folded.claims)
        return {found.claim: found for found in told if found is not None}

    def told(self, claims: Iterable[Claim]) -> list[Told]:
        """Return how claims of events have stood day by day, for the gauge."""
        world = self.statements, self.articles, self.folded.origin_of
        return [
            Told(found, course(witnesses(claim, found, self._reports), *world))
            for claim in claims
            if (found := self.happenings.get(claim.id)) is not None
        ]

    @cached_property
    def _reports(self) -> Reports:
        return Reports(self.statements, self.articles, self.folded.origin_of, self.events)

    def _view(self, claim: Claim) -> ClaimView:
        concerned = mentioned(claim.gist, self._sides)
        return view(claim, self.statements, self.articles, self.folded.origin_of, as_of=self.as_of, concerned=concerned)

    @cached_property
    def _sides(self) -> frozenset[str]:
        return frozenset(s.voice.party for s in self.statements.values() if s.voice.kind in SIDES)
