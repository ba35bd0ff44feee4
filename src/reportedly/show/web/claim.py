"""A claim: every statement in order, where each comes from, who changed position, what was lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.desk import NotFoundError
from reportedly.link.drift import headline_drift
from reportedly.show.brief import words
from reportedly.show.brief.compose import compose
from reportedly.show.brief.html import columns
from reportedly.show.brief.moments import sort_key
from reportedly.show.http.answers import Answer
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.show.web import paths
from reportedly.show.web.marked import Piece, cut
from reportedly.show.web.page import Page, live
from reportedly.show.web.render import render
from reportedly.text import block_at, sentences
from reportedly.types import Article, Pin, Span, Statement


@dataclass(frozen=True, slots=True)
class Leaf:
    """A statement of an origin, and who carried it."""

    statement: Statement
    outlet: str
    published: str
    via: str
    words: str
    repeats: str  # outlet of the article that its article repeats


@dataclass(frozen=True, slots=True)
class Branch:
    """An origin with its statements, the earliest first."""

    party: str
    what: str
    leaves: tuple[Leaf, ...]

    @property
    def outlets(self) -> int:
        """Return by how many outlets it was carried."""
        return len({leaf.outlet for leaf in self.leaves})


@dataclass(frozen=True, slots=True)
class Drift:
    """What somebody said in one article stands as flat fact in another, or in a headline."""

    original: Pin
    original_path: str
    flat: Pin
    copy_path: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Line:
    """A statement in its sentences."""

    statement: Statement
    article: Article
    pieces: tuple[Piece, ...]


def claim(room: Newsroom, name: str, *, editor: bool) -> Page:
    """Return a claim's page. Raises NotFoundError."""
    told = room.claim(name)
    found = next(iter(told.coverage.claims.values()))
    body = room.answers.of(("claim page", name, editor), lambda: _body(room, told, editor))
    return Page(words.shorten(found.claim.gist, 80), body, live=live(found.claim.story))


def _body(room: Newsroom, told: Told, editor: bool) -> Answer[Markup]:
    brief = compose(told.coverage)
    if not brief.stories:
        raise NotFoundError("nothing is left of this claim")
    alone = brief.stories[0]
    entry = (*alone.headline, *alone.also, *alone.background)[0]
    story = room.told(told.story.id)
    body = render(
        "claim.html.j2",
        story=story.story,
        entry=entry,
        now=brief.moment,
        columns=columns,
        flips=[turn for side in entry.sides for turn in side.turns],
        drifts=list(drifts(story, told)),
        tree=list(tree(told)),
        lines=list(_lines(told)),
        decisions=room.decisions(entry.claim),
        editor=editor,
    )
    return Answer(body, told.rests_on, len(body))


def tree(told: Told) -> Iterator[Branch]:
    """Yield the origins behind a claim, those carried most first."""
    coverage = told.coverage
    repeats = {copy.article: copy.of for copy in told.copies}
    branches = []
    for origin in coverage.origins:
        said = [coverage.statements[name] for name in origin.statements if name in coverage.statements]
        said.sort(key=lambda s: (sort_key(coverage.articles[s.article].published), s.id))
        leaves = tuple(_leaf(s, told, repeats) for s in said)
        if leaves:
            branches.append(Branch(origin.party, origin.what, leaves))
    yield from sorted(branches, key=lambda branch: (-branch.outlets, -len(branch.leaves), branch.party))


def _leaf(statement: Statement, told: Told, repeats: dict[str, str]) -> Leaf:
    articles = told.coverage.articles
    article = articles[statement.article]
    original = articles.get(repeats.get(article.id, ""))
    via = ", citing ".join(words.clean(name) for name in statement.voice.via)
    said = words.shorten(statement.anchor.of(article.text), 90)
    return Leaf(statement, article.outlet, article.published, via, said, original.outlet if original else "")


def drifts(story: Told, told: Told) -> Iterator[Drift]:
    """Yield where words of a claim's statements have lost their source: in copies, and in headlines above them."""
    coverage = story.coverage
    mine = told.coverage.statements.values()
    of_article: dict[str, list[Statement]] = {}
    for statement in coverage.statements.values():
        of_article.setdefault(statement.article, []).append(statement)
    pairs = [pair for copy in story.copies for pair in copy.drift]
    for name in {s.article for s in mine} & set(of_article):
        pairs += headline_drift(coverage.articles[name], of_article[name])
    for original, flat in pairs:
        anchors = [s for s in mine if s.article == original.article and s.extent.overlaps(Span(*_ends(original)))]
        if anchors and flat.article in coverage.articles:
            article = coverage.articles[flat.article]
            yield Drift(original, paths.sentence(anchors[0].id), flat, _paragraph(article, flat), article.outlet)


def _ends(pin: Pin) -> tuple[int, int]:
    return pin.start, pin.end


def _paragraph(article: Article, pin: Pin) -> str:
    found = block_at(article, pin.start)
    return paths.paragraph(article.id, found[0] if found else 1)


def _lines(told: Told) -> Iterator[Line]:
    for statement in told.coverage.statements.values():
        article = told.coverage.articles[statement.article]
        yield Line(statement, article, tuple(cut(article.text, around(article, statement), [statement])))


def around(article: Article, statement: Statement) -> Span:
    """Return the sentences that hold a statement's words."""
    extent = statement.extent
    blocks = [block.span for block in article.blocks if block.span.overlaps(extent)]
    touched = [s for block in blocks for s in sentences(article.text, block) if s.overlaps(extent)]
    return Span(min(s.start for s in (*touched, extent)), max(s.end for s in (*touched, extent)))
