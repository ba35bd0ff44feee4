"""The application: guard, pages, API and feeds over one ledger."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from reportedly.desk import Desk, NotFoundError
from reportedly.ledger.port import LedgerError
from reportedly.show import web
from reportedly.show.http import api, indexing
from reportedly.show.http.access import Access, RefusedError
from reportedly.show.http.api import routes as api_routes
from reportedly.show.http.guard import App, Guard
from reportedly.show.http.limits import Limit
from reportedly.show.http.live import EVERY, Live
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web import routes as web_routes
from reportedly.show.web.routes import LoginNeeded, trouble

PACE = (400.0, 200.0)  # requests of one address: at once, and a second
PAUSE = 0.2  # seconds between two steps of indexing, so that readers come first
_STATIC = Path(web.__file__).parent / "static"
_log = logging.getLogger("reportedly.serve")


def application(
    desk: Desk,
    hosts: Collection[str],
    *,
    pace: tuple[float, float] = PACE,
    clock: Callable[[], float] = time.monotonic,
) -> App:
    """Return the ASGI application over a desk that answers for these hosts; `clock` is that of all its limits."""
    room, access = Newsroom(desk), Access(desk.ledger, clock=clock)
    live = Live(room)

    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(live.follow()), asyncio.create_task(_index(room))]
        yield
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    app = FastAPI(
        title="Reportedly",
        version=version("reportedly"),
        description="Who says so: claims, positions, origins and the words behind them, as the ledger holds them.",
        openapi_url=f"{api.BASE}/openapi.json",
        docs_url=None,  # its page would load scripts from elsewhere
        redoc_url=None,
        lifespan=alive,
    )
    app.include_router(api_routes.routes(room, access))
    app.include_router(web_routes.routes(room, access, live))
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    _troubles(app, access)
    return Guard(app, hosts, Limit(*pace, clock))


async def _index(room: Newsroom) -> None:
    """Keep the index of what was said up to date."""
    while True:
        try:
            more = await run_in_threadpool(lambda: indexing.catch_up(room.view()))
        except LedgerError as error:
            _log.warning("search is behind the ledger: %s", error)
            more = False
        await asyncio.sleep(PAUSE if more else EVERY)


def _answer(access: Access, request: Request, status: int, title: str, reason: str, wait: int = 0) -> Response:
    """Say what is wrong: on a page, or as JSON under the API's own paths."""
    response: Response
    if request.url.path.startswith(api.BASE):
        response = JSONResponse({"status": status, "title": title, "detail": reason}, status)
        if status == 401:
            response.headers["www-authenticate"] = "Bearer"
    else:
        response = trouble(request, access.visitor(request), status, title, reason)
    if wait:
        response.headers["retry-after"] = str(wait)
    return response


def _troubles(app: FastAPI, access: Access) -> None:
    """Answer every trouble with its reason."""
    answer = partial(_answer, access)

    @app.exception_handler(NotFoundError)
    def not_found(request: Request, error: NotFoundError) -> Response:
        return answer(request, 404, "Not here", str(error.args[0] if error.args else "there is nothing of that name"))

    @app.exception_handler(RefusedError)
    def refused(request: Request, error: RefusedError) -> Response:
        return answer(request, error.status, "Refused", error.reason, error.wait)

    @app.exception_handler(LoginNeeded)
    def login_needed(request: Request, error: LoginNeeded) -> Response:
        del request
        return RedirectResponse(f"/login?{urlencode({'next': error.next})}", 303)

    @app.exception_handler(LedgerError)
    def ledger(request: Request, error: LedgerError) -> Response:
        del request
        _log.error("the ledger: %s", error)
        return PlainTextResponse("the ledger is locked, damaged or read-only: see the server's log\n", 503)

    @app.exception_handler(RequestValidationError)
    def unfit(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors()[:5])
        return answer(request, 422, "That does not fit", told)

    @app.exception_handler(HTTPException)
    def plain(request: Request, error: HTTPException) -> Response:
        title = "Not here" if error.status_code == 404 else "Refused"
        response = answer(request, error.status_code, title, error.detail)
        response.headers.update(error.headers or {})
        return response
