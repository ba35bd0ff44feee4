"""A small ledger for tests of the server: two events, and a third whose every word tries to be more than a word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.ledger.users import Person, Role
from reportedly.show.http import secrets
from reportedly.show.http.app import application
from tests.desk.news import NEWS
from tests.desk.standin import StandIn

HERE = "http://127.0.0.1"
HOSTS = ("127.0.0.1", "localhost")
PASSWORD = "correct horse battery"
SCRIPT = "<script>alert(1)</script>"
PAGE = """<html><head><title>Lemuria</title></head><body><article>
<h1>Lemuria &lt;script&gt;alert(1)&lt;/script&gt;</h1>
<p>Lemuria denied that the ferry to Thule was stopped by &lt;script&gt;alert(1)&lt;/script&gt; waves on the sea.</p>
<figure><img src="x.jpg"><figcaption>
File photo: a ferry &lt;img src=x onerror=alert(1)&gt; at sea.</figcaption></figure>
<p>Nothing else was known about it on the day, and nobody was asked for more than that.</p>
</article></body></html>"""
HOSTILE = (
    {
        "outlet": f'"><img src=x onerror=alert(1)>{SCRIPT}',
        "published": "2031-06-01",
        "title": f"Atlantis says {SCRIPT} \u202edeppots si yrref eht",
        "author": f"'><svg onload=alert(1)>{SCRIPT}",
        "text": f'Atlantis{SCRIPT} said that the ferry to {{{{ 7*7 }}}} was "onmouseover=alert(1) stopped. '
        f"Lemuria denied that the ferry to <b>Thule</b> was stopped javascript:alert(1) by {SCRIPT} waves.",
        "url": "javascript:alert(1)",
    },
    {
        "outlet": f"&lt;{SCRIPT}",
        "published": "2031-06-02",
        "title": "Lemuria & <i>Atlantis</i>",
        "html": PAGE,
        "url": 'https://example.org/"><script>alert(1)</script>',
    },
)
MORE = {
    "outlet": "Second Wire",
    "published": "2031-05-05",
    "title": "Russia denies the bridge at Kerch is open",
    "text": "Russia denied that the bridge at Kerch was open to civilian traffic. Boats waited on the river below it.",
    "url": "https://second.example/kerch",
}


def write(folder: Path) -> str:
    """Write the articles to a file that can be read."""
    path = folder / "news.jsonl"
    records = [*(news.record for news in NEWS), *HOSTILE]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    return str(path)


@contextmanager
def desk(folder: Path, name: str = "ledger.db") -> Iterator[Desk]:
    """Open a desk over a ledger that holds the articles."""
    where = folder / name
    fresh = not where.exists()
    with Desk(open_ledger(where), StandIn()) as opened:
        if fresh:
            opened.read(write(folder))
        yield opened


def add(opened: Desk, record: dict[str, str], folder: Path) -> None:
    """Read one more article."""
    path = folder / "more.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    opened.read(str(path))


@cache
def _secret() -> str:
    return secrets.password_hash(PASSWORD)


def people(opened: Desk) -> None:
    """Set up an editor and a reader."""
    secret = _secret()
    opened.ledger.users.put(Person("ada", Role.EDITOR, secret, "2031-01-01T00:00:00Z"))
    opened.ledger.users.put(Person("bob", Role.READER, secret, "2031-01-01T00:00:00Z"))


@contextmanager
def visiting(opened: Desk, pace: tuple[float, float] = (10_000.0, 10_000.0)) -> Iterator[TestClient]:
    """Open a browser of sorts: it keeps cookies, follows redirects, asks for this machine. Limits never refill."""
    with TestClient(application(opened, HOSTS, pace=pace, clock=lambda: 0.0), base_url=HERE) as client:
        yield client


def csrf(client: TestClient, path: str = "/login") -> str:
    """Return what a form of a page carries."""
    text = client.get(path).text
    return text.partition('name="csrf" value="')[2].partition('"')[0]


def login(client: TestClient, name: str = "ada", password: str = PASSWORD) -> int:
    """Log in as people do, and return the status of where that leads."""
    form = {"csrf": csrf(client), "name": name, "password": password, "next": "/"}
    return client.post("/login", data=form).status_code
