"""From what the ledger holds to the brief: which claims lead, which follow, what is only background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.show.brief import decided
from reportedly.show.brief.beside import narrated, remarks
from reportedly.show.brief.coverage import Coverage, Shelf
from reportedly.show.brief.documents import documents, pictures
from reportedly.show.brief.figures import amounts, band, clashes
from reportedly.show.brief.model import Brief, Entry, Open, OriginLine, StoryBrief, Turn, Unheard
from reportedly.show.brief.moments import after, days_between, sort_key
from reportedly.show.brief.order import moved, ordered
from reportedly.show.brief.sides import sides
from reportedly.types import ClaimView, Story

HEADLINES = 3  # claims shown with their sides: as many as one screen holds
RECALLED_AFTER = 3.0  # days between saying and printing, after which words are background


def compose(coverage: Coverage, headlines: int = HEADLINES) -> Brief:
    """Return the brief of everything in `coverage`, newest story first; stories without news are only named."""
    stories = [brief for story in coverage.stories if (brief := _story(story, coverage, headlines)) is not None]
    stories.sort(key=lambda s: s.id)
    stories.sort(key=lambda s: sort_key(s.last), reverse=True)
    quiet = [s for s in stories if coverage.since and not _has_news(s)]
    return Brief(
        moment=coverage.moment,
        since=coverage.since,
        stories=tuple(s for s in stories if s not in quiet),
        quiet=tuple(s.title for s in quiet),
        more=coverage.more,
    )


def _has_news(story: StoryBrief) -> bool:
    return any(entry.new for entry in (*story.headline, *story.also, *story.background))


def _story(story: Story, coverage: Coverage, headlines: int) -> StoryBrief | None:
    views = [coverage.claims[c] for c in story.claims if c in coverage.claims]
    cited = [coverage.statements[s].article for v in views for s in v.claim.statements if s in coverage.statements]
    shelf = Shelf.of(coverage, [*story.articles, *cited])
    entries = ordered((entry for view in views if (entry := _entry(view, shelf)) is not None), shelf)
    if not entries:
        return None
    recalled = {e.claim for e in entries if _recalled(coverage.claims[e.claim], shelf)}
    fresh = [e for e in entries if e.claim not in recalled]
    brief = StoryBrief(
        id=story.id,
        title=story.title or entries[0].gist,
        first="",
        last="",
        outlets=len({coverage.articles[a].outlet for a in shelf.numbers}),
        turns=_moved(fresh),
        headline=tuple(fresh[:headlines]),
        also=tuple(fresh[headlines:]),
        background=tuple(e for e in entries if e.claim in recalled),
        remarks=tuple(remarks(entries, shelf)),
        narrated=tuple(narrated(fresh[:headlines], shelf)),
        pictures=tuple(pictures(shelf)),
        documents=(),
        decisions=decided.of_story(views, shelf),
    )
    dates = sorted((a.published for i in shelf.numbers if (a := coverage.articles[i]).published), key=sort_key)
    return replace(
        brief, first=dates[0] if dates else "", last=dates[-1] if dates else "", documents=documents(brief, shelf)
    )


def _recalled(view: ClaimView, shelf: Shelf) -> bool:
    """Tell whether all a claim's words were old when they were printed."""
    gaps = [
        days_between(shelf.coverage.statements[s].said, shelf.printed(s)) or 0.0
        for s in view.claim.statements
        if shelf.has(s)
    ]
    return bool(gaps) and min(gaps) > RECALLED_AFTER


def _moved(entries: Iterable[Entry]) -> tuple[Turn, ...]:
    """Return how each side came to the stance it holds now, newest first."""
    turns = [s.turns[-1] for e in entries for s in e.sides if s.turns and s.turns[-1].after == s.said.stance]
    found = sorted(filter(moved, turns), key=lambda turn: turn.party)
    return tuple(sorted(found, key=lambda turn: sort_key(turn.at), reverse=True))


# --- one claim --------------------------------------------------------------------------------------------------------


def _entry(view: ClaimView, shelf: Shelf) -> Entry | None:
    words = [s for s in view.claim.statements if shelf.has(s)]
    if not words:
        return None
    place = shelf.place_of(min(words, key=shelf.order))
    shown = sides(view, shelf)
    held = {position.party for position in view.positions}
    others = amounts((f for f in view.figures if f.party not in held), shelf)
    since = shelf.coverage.since
    return Entry(
        place=place,
        claim=view.claim.id,
        gist=view.claim.gist,
        kind=view.claim.kind,
        standing=view.standing,
        rule=view.rule,
        independent_origins=view.independent_origins,
        origins_at_most=view.origins_at_most,
        outlets=view.outlets,
        since=view.since,
        updated=view.updated,
        sides=shown,
        unheard=tuple(Unheard(place, party) for party in view.unheard),
        band=band(view, amounts(view.figures, shelf)),
        clashes=clashes(view, shelf),
        amounts=others,
        questions=tuple(_questions(view, shelf)),
        origins=_origins(words, shelf),
        new=bool(since) and any(after(shelf.printed(s), since) for s in words),
        decisions=decided.of_claim(view, shelf),
        unaided=decided.unaided(view, shelf),
    )


def _questions(view: ClaimView, shelf: Shelf) -> Iterator[Open]:
    for question in view.questions:
        if shelf.has(question.opened_by):
            closed = question.closed_by
            answered = shelf.place_of(closed) if closed and shelf.has(closed) else None
            yield Open(shelf.place_of(question.opened_by), question.asks, answered)


def _origins(words: list[str], shelf: Shelf) -> tuple[OriginLine, ...]:
    groups: dict[str, list[str]] = {}
    for statement in words:
        if (origin := shelf.coverage.origin_of.get(statement)) is not None:
            groups.setdefault(origin.id, []).append(statement)
    lines = []
    for statements in groups.values():
        origin = shelf.coverage.origin_of[statements[0]]
        statements.sort(key=shelf.order)
        outlets = {shelf.coverage.articles[shelf.coverage.statements[s].article].outlet: None for s in statements}
        lines.append(
            OriginLine(shelf.place_of(statements[0]), origin.party, origin.what, len(statements), tuple(outlets))
        )
    return tuple(sorted(lines, key=lambda line: (-len(line.outlets), -line.statements, line.party, line.what)))
