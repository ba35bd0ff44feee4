"""A visit to the pages in a real browser: Debian's Chromium, and a server in a thread."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn

from reportedly.desk import Desk
from reportedly.show.http.app import application
from tests.show import served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
IN_A_BROWSER = pytest.mark.skipif(
    CHROMIUM is None, reason="the pages are NOT TESTED in a browser here: install Debian's chromium package"
)
SCREEN = {"width": 1280, "height": 900}


@contextmanager
def running(desk: Desk) -> Iterator[str]:
    """Serve a desk from a thread, and yield its address."""
    config = uvicorn.Config(application(desk, served.HOSTS), port=0, log_level="error", timeout_graceful_shutdown=1)
    started = threading.Event()

    class Telling(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            started.set()

    server = Telling(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert started.wait(60)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)


@contextmanager
def opened(browser: Any, **how: Any) -> Iterator[Any]:
    """Open a page that must not complain of anything."""
    context = browser.new_context(viewport=how.pop("viewport", SCREEN), **how)
    context.set_default_timeout(60_000)
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert complaints == []


def doubt(page: Any) -> None:
    """Fill in and send the form that says a statement only doubts."""
    page.get_by_label("The stance they take").select_option("doubts")
    page.get_by_label("Reason").fill("it only wondered")
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_text("is recorded").wait_for()
