"""A story in which nothing is claimed: its articles and their pictures are there all the same."""

from __future__ import annotations

from dataclasses import replace

from reportedly.show.brief.coverage import Coverage, Shelf
from reportedly.show.brief.documents import documents, pictures
from reportedly.show.brief.model import StoryBrief
from reportedly.show.brief.moments import sort_key


def bare(coverage: Coverage) -> StoryBrief:
    """Return the brief of a coverage's only story, without any claim."""
    (story,) = coverage.stories
    shelf = Shelf.of(coverage, story.articles)
    articles = [coverage.articles[name] for name in shelf.numbers]
    dates = sorted((article.published for article in articles if article.published), key=sort_key)
    brief = StoryBrief(
        id=story.id,
        title=story.title or next((article.title for article in articles if article.title), story.id),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        outlets=len({article.outlet for article in articles}),
        turns=(),
        headline=(),
        also=(),
        background=(),
        remarks=(),
        narrated=(),
        pictures=tuple(pictures(shelf)),
        documents=(),
    )
    return replace(brief, documents=documents(brief, shelf))
