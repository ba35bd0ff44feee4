"""Which page is where. Every handler runs in a thread of its own; what is at hand is given without waiting."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from reportedly.desk import Act, NotFoundError
from reportedly.ledger.port import Head
from reportedly.show.brief.moments import instant
from reportedly.show.http.access import COOKIE, LASTS, Access, RefusedError, Visitor, own
from reportedly.show.http.live import Live
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web import article, claim, deciding, evidence, gauge, searching, stories, story
from reportedly.show.web.deciding import Filled
from reportedly.show.web.page import Page
from reportedly.show.web.render import render

LOOKED = "looked"
YEAR = 365 * 86_400
Text = Annotated[str, Form(max_length=2_000)]


class LoginNeeded(Exception):  # noqa: N818 - no error of anybody's
    """A page that only persons may see; `next` is where to go after logging in."""

    def __init__(self, path: str) -> None:
        """Take where the visitor wanted to go."""
        super().__init__(path)
        self.next = path


def framed(request: Request, page: Page, visitor: Visitor, status: int = 200) -> Response:
    """Return a page in its frame; a browser without a session gets one for its forms."""
    response = HTMLResponse(render("page.html.j2", page=page, visitor=visitor), status)
    response.headers["cache-control"] = _caching(visitor)
    if request.cookies.get(COOKIE) != visitor.session:
        _keep(request, response, COOKIE, visitor.session)
    return response


def _caching(visitor: Visitor) -> str:
    """Return how long a browser may keep an answer: one for a person not at all, others until they are asked for."""
    return "no-store" if visitor.name else "no-cache"


def trouble(request: Request, visitor: Visitor, status: int, title: str, reason: str) -> Response:
    """Return a page that says what is wrong."""
    return framed(request, Page(title, render("trouble.html.j2", title=title, reason=reason)), visitor, status)


def _keep(request: Request, response: Response, name: str, value: str, age: int | None = None) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=age, httponly=True, samesite="lax", secure=secure)


def routes(room: Newsroom, access: Access, live: Live) -> APIRouter:
    """Return the pages' routes."""
    router = APIRouter(include_in_schema=False)
    _reading(router, room, access)
    _taking(router, room, access)
    _following(router, room, access, live)
    _finding(router, room, access)
    _deciding(router, room, access)
    _entering(router, room, access)
    return router


def _reader(access: Access, request: Request) -> Visitor:
    visitor = access.visitor(request)
    if not visitor.welcome:
        raise LoginNeeded(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return visitor


def _editor(access: Access, request: Request) -> Visitor:
    visitor = _reader(access, request)
    if not visitor.editor:
        raise RefusedError(403, "decisions are for editors: reportedly user add NAME --role editor, then log in")
    return visitor


def _reading(router: APIRouter, room: Newsroom, access: Access) -> None:
    @router.get("/")
    def first(request: Request, after: Annotated[str, Query(max_length=64)] = "") -> Response:
        visitor = _reader(access, request)
        return framed(request, stories.stories(room, _looked(room, request), after), visitor)

    @router.get("/stories/{name}")
    def one_story(
        request: Request, name: str, step: Annotated[int | None, Query()] = None, since: str = ""
    ) -> Response:
        visitor = _reader(access, request)
        return framed(request, story.story(room, name, step, _moment("since", since)), visitor)

    @router.get("/claims/{name}")
    def one_claim(request: Request, name: str) -> Response:
        visitor = _reader(access, request)
        return framed(request, claim.claim(room, name, editor=visitor.editor), visitor)

    @router.get("/articles/{name}")
    def one_article(request: Request, name: str) -> Response:
        visitor = _reader(access, request)
        return framed(request, article.article(room, name, editor=visitor.editor), visitor)


def _moment(name: str, given: str) -> str:
    if given and instant(given) is None:
        raise RefusedError(400, f"{name}: that is no moment")
    return given


def _taking(router: APIRouter, room: Newsroom, access: Access) -> None:
    @router.get("/stories/{name}/evidence.zip")
    def pack(request: Request, name: str) -> Response:
        _reader(access, request)
        return evidence.evidence(room, name)

    @router.get("/stories/{name}/gauge.svg")
    def picture(request: Request, name: str, as_of: str = "") -> Response:
        visitor = _reader(access, request)
        drawn = gauge.picture(room, name, _moment("as_of", as_of))
        return Response(drawn, media_type="image/svg+xml", headers={"cache-control": _caching(visitor)})


def _following(router: APIRouter, room: Newsroom, access: Access, live: Live) -> None:
    @router.get("/live")
    def changes(request: Request, story: str = "") -> Response:
        _reader(access, request)
        if live.full:
            raise RefusedError(503, "too many pages listen already")
        if story:
            room.told(story)  # or there is nothing to listen to
        return StreamingResponse(
            live.stream(story), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    @router.post("/looked")
    def looked(request: Request, csrf: Text = "", seq: Annotated[int, Form()] = 0) -> Response:
        visitor = _reader(access, request)
        own(request, visitor, csrf)
        response = RedirectResponse("/", 303)
        _keep(request, response, LOOKED, str(max(0, min(seq, room.head.seq))), YEAR)
        return response


def _looked(room: Newsroom, request: Request) -> Head | None:
    seq = request.cookies.get(LOOKED, "")
    return room.entry(int(seq)) if seq.isascii() and seq.isdigit() and len(seq) < 16 else None


def _finding(router: APIRouter, room: Newsroom, access: Access) -> None:
    @router.get("/search")
    def search(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
        visitor = _reader(access, request)
        return framed(request, searching.search(room, q), visitor)

    @router.get("/parties")
    def parties(request: Request) -> Response:
        visitor = _reader(access, request)
        return framed(request, searching.parties(room), visitor)

    @router.get("/said")
    def said(request: Request, party: str = "", outlet: str = "") -> Response:
        visitor = _reader(access, request)
        return framed(request, searching.said(room, party=party, outlet=outlet), visitor)


def _deciding(router: APIRouter, room: Newsroom, access: Access) -> None:
    @router.get("/corrections")
    def corrections(request: Request, made: Annotated[str, Query(pattern=r"^k\d{1,15}$")] = "") -> Response:
        visitor = _reader(access, request)
        notice = f"Decision {made} is recorded." if made else ""
        return framed(request, deciding.corrections(room, visitor, notice), visitor)

    @router.get("/correct")
    def correct(request: Request, act: Act, subject: Annotated[str, Query(max_length=2_000)] = "") -> Response:
        visitor = _editor(access, request)
        return framed(request, deciding.form(room, visitor, Filled(act, subject)), visitor)

    @router.post("/correct")
    def decided(
        request: Request,
        act: Annotated[Act, Form()],
        subjects: Text = "",
        more: Text = "",
        value: Text = "",
        reason: Text = "",
        csrf: Text = "",
    ) -> Response:
        visitor = _editor(access, request)
        own(request, visitor, csrf)
        filled = Filled(act, subjects, more, value, reason)
        try:
            made = deciding.decide(room, visitor, filled)
        except (ValueError, NotFoundError) as error:
            notice = f"Not recorded: {error.args[0] if error.args else error}"
            return framed(request, deciding.form(room, visitor, filled, notice), visitor, 422)
        return RedirectResponse(f"/corrections?made={made}", 303)


def _entering(router: APIRouter, room: Newsroom, access: Access) -> None:
    del room

    def ask(
        request: Request, visitor: Visitor, to: str, name: str = "", notice: str = "", status: int = 200
    ) -> Response:
        body = render("login.html.j2", csrf=visitor.csrf, next=to, name=name)
        return framed(request, Page("Log in", body, notice=notice), visitor, status)

    @router.get("/login")
    def login(request: Request, next: Annotated[str, Query(max_length=2_000)] = "/") -> Response:
        return ask(request, access.visitor(request), within(next))

    @router.post("/login")
    def enter(
        request: Request,
        name: Annotated[str, Form(max_length=64)] = "",
        password: Annotated[str, Form(max_length=1_000)] = "",
        next: Text = "/",
        csrf: Text = "",
    ) -> Response:
        visitor = access.visitor(request)
        own(request, visitor, csrf)
        try:
            _, token = access.login(request, name, password)
        except RefusedError as refused:
            return ask(request, visitor, within(next), name, refused.reason, refused.status)
        response = RedirectResponse(within(next), 303)
        _keep(request, response, COOKIE, token, int(LASTS.total_seconds()))
        return response

    @router.post("/logout")
    def leave(request: Request, csrf: Text = "") -> Response:
        visitor = access.visitor(request)
        own(request, visitor, csrf)
        access.logout(request, visitor)
        response = RedirectResponse("/login", 303)
        response.delete_cookie(COOKIE)
        return response


def within(path: str) -> str:
    """Return a path of this site; any other address becomes the first page."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return quote(path, safe="/?=&%:+,;@!$'()*~.-_") if plain else "/"
