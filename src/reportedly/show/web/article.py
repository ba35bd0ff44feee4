"""An article: its text with every attribution marked, and beside it who says it and which claim it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from reportedly.desk import NotFoundError
from reportedly.show.brief import words
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.show.web import paths
from reportedly.show.web.marked import marked, number
from reportedly.show.web.page import Page, live
from reportedly.show.web.render import render
from reportedly.types import Article, ClaimView, Statement


def article(room: Newsroom, name: str, *, editor: bool) -> Page:
    """Return an article's page. Raises NotFoundError."""
    told = room.told(f"t{name[1:]}") if name.startswith("a") else None
    if told is None or name not in told.coverage.articles:
        raise NotFoundError(f"there is no article {name} here")
    found = told.coverage.articles[name]
    body = room.answers.of(("article page", name, editor), lambda: _body(told, found, editor))
    return Page(words.clean(found.title) or found.id, body, live=live(told.story.id))


def _body(told: Told, article: Article, editor: bool) -> Answer[Markup]:
    coverage = told.coverage
    statements = [s for s in coverage.statements.values() if s.article == article.id]
    claim_of = {name: found for found in coverage.claims.values() for name in found.claim.statements}
    repeats = next((copy.of for copy in told.copies if copy.article == article.id), "")
    body = render(
        "article.html.j2",
        story=told.story,
        article=article,
        outside=paths.outside(article.url),
        repeats=coverage.articles.get(repeats),
        blocks=list(marked(article, statements)),
        claim_of=claim_of,
        number=number,
        label=labels(statements, claim_of),
        editor=editor,
    )
    return Answer(body, told.rests_on, len(body))


def labels(statements: list[Statement], claim_of: dict[str, ClaimView]) -> Callable[[str], str]:
    """Return what tells a statement at a glance, by its number: "Kestria denies: some troops are leaving"."""
    told = {}
    for s in statements:
        claim = claim_of.get(s.id)
        gist = f": {words.shorten(claim.claim.gist, 80)}" if claim else ""
        told[number(s)] = f"{words.party(s.voice.party)} {words.STANCE[s.stance]}{gist}"
    return told.__getitem__
