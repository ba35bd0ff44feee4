"""The table of reported events: a row an event and who reports it, with everybody else's stance beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.stand.happening import Happening, of_event
from reportedly.stand.moment import known_at
from reportedly.types import (
    AFFIRMS,
    Article,
    Bounds,
    Certainty,
    ClaimView,
    Event,
    Flag,
    Origin,
    PartyKind,
    Position,
    Stance,
    Standing,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Reported:
    """One event as one side, or one outlet in its own voice, reports it (docs/events.md)."""

    event: str  # the claim, or the event that narration tells of
    story: str
    what: Happening
    bounds: Bounds | None  # of the claim's figures, by the newest of each side
    reporter: str
    kind: PartyKind
    narrated: bool  # in the outlet's own words
    stance: Stance
    certainty: Certainty
    since: str  # ISO moment from which the reporter holds the stance
    origins: tuple[str, ...]  # that the reporter's statements go back to
    denied_by: tuple[str, ...]
    doubted_by: tuple[str, ...]
    confirmed_by: tuple[str, ...]  # other sides that affirm it
    standing: Standing | None  # at the moment of the view; None for narration
    independent_origins: int
    outlets: int
    gist: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]


def reported(
    views: Iterable[ClaimView],
    happenings: Mapping[str, Happening],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    origins: Mapping[str, Origin],
) -> Iterator[Reported]:
    """Yield a row for each claim that is an event and each side with a stance on it, the newest stance first.

    `happenings` is keyed by claim, `origins` by statement.
    """
    for view in views:
        what = happenings.get(view.claim.id)
        for position in view.positions if what is not None else ():
            assert what is not None
            said = sorted(
                (statements[name] for name in position.statements), key=lambda s: (known_at(s, articles), s.id)
            )
            yield Reported(
                event=view.claim.id,
                story=view.claim.story,
                what=what,
                bounds=view.bounds,
                reporter=position.party,
                kind=position.kind,
                narrated=False,
                stance=position.stance,
                certainty=said[-1].certainty,
                since=position.since,
                origins=tuple(dict.fromkeys(origins[s.id].id for s in said if s.id in origins)),
                denied_by=_others(view, position, frozenset({Stance.DENIES})),
                doubted_by=_others(view, position, frozenset({Stance.DOUBTS})),
                confirmed_by=_others(view, position, AFFIRMS),
                standing=view.standing,
                independent_origins=view.independent_origins,
                outlets=view.outlets,
                gist=view.claim.gist,
                statements=tuple(s.id for s in said),
                articles=tuple(dict.fromkeys(s.article for s in said)),
            )


def narrated(
    events: Iterable[Event], articles: Mapping[str, Article], story_of: Mapping[str, str]
) -> Iterator[Reported]:
    """Yield a row for each event that an outlet tells of in its own voice. `story_of` is keyed by article."""
    for event in events:
        if event.narrated and event.article in articles:
            article, quantity = articles[event.article], event.quantity
            yield Reported(
                event=event.id,
                story=story_of.get(article.id, ""),
                what=of_event(event),
                bounds=Bounds(quantity.low, None, quantity.high) if quantity is not None else None,
                reporter=event.reporter,
                kind=PartyKind.OUTLET,
                narrated=True,
                stance=Stance.DENIES if Flag.NEGATED in event.flags else Stance.ASSERTS,
                certainty=Certainty.POSSIBLE if Flag.HYPOTHETICAL in event.flags else Certainty.CERTAIN,
                since=article.published,
                origins=(),
                denied_by=(),
                doubted_by=(),
                confirmed_by=(),
                standing=None,
                independent_origins=0,
                outlets=1,
                gist=event.extent.of(article.text),
                statements=(),
                articles=(article.id,),
            )


def _others(view: ClaimView, position: Position, stances: frozenset[Stance]) -> tuple[str, ...]:
    return tuple(sorted(p.party for p in view.positions if p.stance in stances and p.party != position.party))
