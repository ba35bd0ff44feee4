"""From the desk's views to what the brief is composed of."""

from __future__ import annotations

from itertools import islice

from reportedly.desk import View
from reportedly.show.brief.coverage import Coverage
from reportedly.show.brief.moments import sort_key
from reportedly.show.decisions import by_machine, rulings
from reportedly.types import Article, ClaimView, Copy, Origin, Statement, Story


def gather(view: View, *, story: str = "", limit: int = 10, since: str = "") -> Coverage:
    """Return a view's newest stories, or one; the moment is the view's, else that of the newest article."""
    stories = [view.story(story)] if story else list(islice(view.stories(), limit + 1))
    stories, more = stories[:limit], len(stories) > limit
    claims, origins, copies = list[ClaimView](), list[Origin](), list[Copy]()
    articles, statements = dict[str, Article](), dict[str, Statement]()
    for found in stories:
        claims += view.claims(story=found.id)
        origins += view.origins(story=found.id)
        copies += view.copies(story=found.id)
        articles |= {article.id: article for article in view.articles(story=found.id)}
        statements |= {statement.id: statement for statement in view.statements(story=found.id)}
    decided = [ruling for found in stories for ruling in rulings(view, found.id)]
    published = [article.published for article in articles.values() if article.published]
    return Coverage(
        stories=stories,
        claims={claim.claim.id: claim for claim in claims},
        statements=statements,
        articles=articles,
        origins=origins,
        copies=copies,
        moment=view.as_of or max(published, key=sort_key, default=""),
        since=since,
        more=more,
        rulings=decided,
        machine=by_machine(view, decided),
    )


def gather_claim(view: View, found: ClaimView) -> Coverage:
    """Return one claim as a story of its own, its statements in the order they were printed."""
    claim = found.claim
    said = view.statements(claim=claim.id)
    articles = {name: view.article(name) for name in dict.fromkeys(statement.article for statement in said)}
    said.sort(key=lambda s: (sort_key(articles[s.article].published), s.article, s.anchor.start))
    decided = [ruling for ruling in rulings(view, claim.story) if ruling.touches.intersection(claim.statements)]
    published = [article.published for article in articles.values() if article.published]
    return Coverage(
        stories=[Story(claim.story, claim.gist, (claim.id,), tuple(articles))],
        claims={claim.id: found},
        statements={statement.id: statement for statement in said},
        articles=articles,
        origins=view.origins(claim=claim.id),
        copies=[],
        moment=view.as_of or max(published, key=sort_key, default=""),
        rulings=decided,
        machine=by_machine(view, decided),
    )


def ties(view: View, statement: Statement) -> tuple[str | None, str | None]:
    """Return the claim and the origin a statement belongs to."""
    claim = view.claim_of(statement.id)
    story = view.story_of(statement.article)
    origin = next((o.id for o in view.origins(story=story.id) if statement.id in o.statements), None)
    return claim.claim.id if claim is not None else None, origin
