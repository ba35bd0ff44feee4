"""A story of the corpus as the ledger would hold it: its gold statements and links, folded by `stand`."""

from __future__ import annotations

from pathlib import Path

from corpus.stories import GoldClaim, GoldStory, load
from reportedly import stand
from reportedly.show.brief.coverage import Coverage
from reportedly.types import UNATTRIBUTED, Article, Claim, ClaimKind, ClaimView, Copy, Origin, Statement, Story

STORIES = Path(__file__).parents[2] / "corpus" / "stories"
SMALL = "troops-lipniki-convoy"


def coverage(name: str = SMALL, since: str = "") -> Coverage:
    """Return a whole story at its end."""
    story = load(STORIES / f"{name}.xml")
    articles = {gold.article.id: gold.article for gold in story.articles}
    statements = {s.id: s for gold in story.articles for s in gold.statements}
    origins = _origins(story)
    views = {c.id: _view(c, story, articles, statements, origins) for c in story.claims.values()}
    return Coverage(
        stories=[Story(story.id, story.articles[0].article.title, tuple(views), tuple(articles))],
        claims=views,
        statements=statements,
        articles=articles,
        origins=origins,
        copies=[Copy(g.article.id, g.copy_of, 0.8) for g in story.articles if g.copy_of],
        moment=max(article.published for article in articles.values()),
        since=since,
    )


def _origins(story: GoldStory) -> list[Origin]:
    origin_of = {s: o for gold in story.articles for s, o in gold.origin.items()}
    return [
        Origin(
            o,
            story.parties[party][0] if party in story.parties else UNATTRIBUTED,
            what,
            tuple(s for s, other in origin_of.items() if other == o),
        )
        for o, (party, what) in story.origins.items()
    ]


def _view(
    claim: GoldClaim,
    story: GoldStory,
    articles: dict[str, Article],
    statements: dict[str, Statement],
    origins: list[Origin],
) -> ClaimView:
    mine = tuple(s for gold in story.articles for s, c in gold.claim.items() if c == claim.id)
    return stand.view(
        Claim(claim.id, claim.gist, ClaimKind(claim.kind), story.id, mine),
        statements,
        articles,
        {statement: origin for origin in origins for statement in origin.statements},
        concerned=[story.parties[p][0] for p in (claim.actor, claim.target) if p in story.parties],
    )
