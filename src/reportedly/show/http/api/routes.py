"""The API's routes: what the desk's view answers, in the library's own types."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import TypeAdapter

from reportedly.desk import Decision, NotFoundError
from reportedly.ledger.passages import Passage, Tally
from reportedly.ledger.port import Head
from reportedly.show.brief.model import Brief
from reportedly.show.brief.moments import instant
from reportedly.show.http import feeds
from reportedly.show.http.access import Access, RefusedError, Visitor
from reportedly.show.http.answers import Answer
from reportedly.show.http.api import BASE
from reportedly.show.http.api.types import (
    ArticleId,
    AsOf,
    ClaimId,
    Limit,
    NewDecision,
    Problem,
    Since,
    StatementId,
    Stories,
    StoryId,
)
from reportedly.show.http.newsroom import Newsroom, Told
from reportedly.text import pin
from reportedly.types import Article, ClaimView, Origin, Pin, Statement, Story

T = TypeVar("T")
PROBLEMS: dict[int | str, dict[str, Any]] = {
    401: {"model": Problem, "description": "A token is needed, or nobody has this one"},
    404: {"model": Problem, "description": "Nothing of that name is in the ledger"},
    422: {"model": Problem, "description": "A parameter does not fit"},
    429: {"description": "Too many requests: come again after the seconds in Retry-After"},
}
DECIDING: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The body is no JSON"},
    403: {"model": Problem, "description": "Decisions are for editors"},
}


def routes(room: Newsroom, access: Access) -> APIRouter:
    """Return the API's routes."""

    def reader(request: Request) -> None:
        visitor = access.program(request)
        if not visitor.welcome:
            raise RefusedError(401, "a token is needed: reportedly user token NAME")
        request.state.visitor = visitor

    def editor(request: Request) -> None:
        visitor: Visitor = request.state.visitor
        if not visitor.name or visitor.session:  # a cookie alone could be sent by a page of another site
            raise RefusedError(401, "a token is needed: reportedly user token NAME")
        if not visitor.editor:
            raise RefusedError(403, "decisions are for editors")

    router = APIRouter(prefix=BASE, responses=PROBLEMS, dependencies=[Depends(reader)])
    _stories(router, room)
    _claims(router, room)
    _articles(router, room)
    _finding(router, room)
    _deciding(router, room, editor)
    feeds.routes(router, room)
    return router


def _stories(router: APIRouter, room: Newsroom) -> None:
    @router.get("/head", response_model=Head, tags=["ledger"])
    def head() -> Response:
        """Where the log ends: note it elsewhere, and nothing can be cut off unseen."""
        return _json(Head, room.head)

    @router.get("/stories", response_model=Stories, tags=["stories"])
    def stories(
        after: Annotated[str, Query(pattern="^(t[0-9a-f]{12})?$", description="Where the last page ended.")] = "",
        limit: Limit = 30,
    ) -> Response:
        """Stories, the one that moved last first."""
        told = room.newest(after, limit + 1)
        more = told[limit - 1].story.id if len(told) > limit else ""
        return _json(Stories, Stories([each.story for each in told[:limit]], more))

    @router.get("/stories/{story}", response_model=Story, tags=["stories"])
    def one(story: StoryId, as_of: AsOf = "") -> Response:
        """One story: its claims and articles."""
        return _json(Story, room.told(story, as_of=_moment("as_of", as_of)).story)

    @router.get("/stories/{story}/brief", response_model=Brief, tags=["stories"])
    def brief(story: StoryId, as_of: AsOf = "", since: Since = "") -> Response:
        """Who says what: every claim with its sides, each line with the pin of its words."""
        as_of, since = _moment("as_of", as_of), _moment("since", since)
        told = room.told(story, as_of=as_of)
        return _kept(room, told, Brief, ("brief", as_of, since), lambda: room.brief(story, as_of=as_of, since=since))

    @router.get("/stories/{story}/claims", response_model=list[ClaimView], tags=["stories"])
    def claims(story: StoryId, as_of: AsOf = "") -> Response:
        """The claims of a story with their standing."""
        as_of = _moment("as_of", as_of)
        told = room.told(story, as_of=as_of)
        return _kept(room, told, list[ClaimView], ("claims", as_of), lambda: list(told.coverage.claims.values()))


def _claims(router: APIRouter, room: Newsroom) -> None:
    @router.get("/claims/{claim}", response_model=ClaimView, tags=["claims"])
    def one(claim: ClaimId, as_of: AsOf = "") -> Response:
        """One claim with its standing and positions."""
        told = room.claim(claim, as_of=_moment("as_of", as_of))
        return _json(ClaimView, next(iter(told.coverage.claims.values())))

    @router.get("/claims/{claim}/statements", response_model=list[Statement], tags=["claims"])
    def statements(claim: ClaimId, as_of: AsOf = "") -> Response:
        """Every statement of a claim, in the order they were printed."""
        told = room.claim(claim, as_of=_moment("as_of", as_of))
        return _json(list[Statement], list(told.coverage.statements.values()))

    @router.get("/claims/{claim}/origins", response_model=list[Origin], tags=["claims"])
    def origins(claim: ClaimId, as_of: AsOf = "") -> Response:
        """Where the statements of a claim come from."""
        told = room.claim(claim, as_of=_moment("as_of", as_of))
        return _json(list[Origin], list(told.coverage.origins))


def _articles(router: APIRouter, room: Newsroom) -> None:
    def found(article: str) -> tuple[Told, Article]:
        told = room.told(f"t{article[1:]}")
        return told, told.coverage.articles[article]

    def said(statement: str) -> tuple[Statement, Article]:
        told, article = found(statement.partition(":")[0])
        if statement not in told.coverage.statements:
            raise NotFoundError(f"there is no statement {statement} here")
        return told.coverage.statements[statement], article

    @router.get("/articles/{article}", response_model=Article, tags=["articles"])
    def one(article: ArticleId) -> Response:
        """One article: its text, and what each block of it is."""
        return _json(Article, found(article)[1])

    @router.get("/articles/{article}/statements", response_model=list[Statement], tags=["articles"])
    def statements(article: ArticleId) -> Response:
        """The statements of an article, as people have corrected them."""
        told, _ = found(article)
        return _json(list[Statement], [s for s in told.coverage.statements.values() if s.article == article])

    @router.get("/statements/{statement}", response_model=Statement, tags=["articles"])
    def statement(statement: StatementId) -> Response:
        """One statement, as people have corrected it."""
        return _json(Statement, said(statement)[0])

    @router.get("/statements/{statement}/pin", response_model=Pin, tags=["articles"])
    def pinned(statement: StatementId) -> Response:
        """Where a statement's words stand."""
        found, article = said(statement)
        return _json(Pin, pin(article, found.anchor))


def _finding(router: APIRouter, room: Newsroom) -> None:
    passages = room.desk.ledger.passages

    @router.get("/search", response_model=list[Passage], tags=["finding"])
    def search(q: Annotated[str, Query(max_length=200)], limit: Limit = 40) -> Response:
        """Statements that have all of these words, the best first."""
        return _json(list[Passage], passages.find(q, statements=True, limit=limit))

    @router.get("/parties", response_model=list[Tally], tags=["finding"])
    def parties(limit: Limit = 100) -> Response:
        """The sides, the most quoted first."""
        return _json(list[Tally], passages.parties()[:limit])

    @router.get("/outlets", response_model=list[Tally], tags=["finding"])
    def outlets(limit: Limit = 100) -> Response:
        """The outlets, the most talkative first."""
        return _json(list[Tally], passages.outlets()[:limit])


def _deciding(router: APIRouter, room: Newsroom, editor: Callable[[Request], None]) -> None:
    @router.get("/decisions", response_model=list[Decision], tags=["decisions"])
    def decisions() -> Response:
        """What people decided, oldest first."""
        return _json(list[Decision], list(room.view().decisions()))

    @router.post(
        "/decisions",
        status_code=201,
        response_model=Decision,
        responses=DECIDING,
        dependencies=[Depends(editor)],
        tags=["decisions"],
    )
    def decide(request: Request, new: NewDecision) -> Response:
        """Record a decision. Needs an editor's token."""
        visitor: Visitor = request.state.visitor
        if not new.subjects:
            raise RefusedError(422, "subjects: at least one is needed")
        try:
            made = room.desk.correct(new.act, *new.subjects, by=visitor.name, reason=new.reason, value=new.value)
        except ValueError as error:
            raise RefusedError(422, str(error)) from error
        room.follow()
        return _json(Decision, made, 201)


def _moment(name: str, moment: str) -> str:
    """Return a moment as it was given. Raises RefusedError where it is none."""
    if moment and instant(moment) is None:
        raise RefusedError(422, f"{name}: that is no moment; 2022-02-15 or 2022-02-15T14:00 is one")
    return moment


def _kept(room: Newsroom, told: Told, kind: Any, what: tuple[str, ...], make: Callable[[], Any]) -> Response:
    """Return JSON that is written once as long as the story stays as it is."""

    def written() -> Answer[bytes]:
        data = _adapter(kind).dump_json(make())
        return Answer(data, told.rests_on, len(data))

    data = room.answers.of(("json", told.story.id, *what), written)
    return Response(data, media_type="application/json")


def _json(kind: Any, value: object, status: int = 200) -> Response:
    return Response(_adapter(kind).dump_json(value), status, media_type="application/json")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
