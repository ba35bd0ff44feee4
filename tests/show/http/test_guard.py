"""What is refused before anything is looked up."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.show.http.guard import LARGEST, POLICY, host_of
from tests.show import served


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8642", 200),
        ("LOCALHOST:1", 200),
        ("localhost.", 200),
        ("evil.example", 421),  # a name that was made to point here
        ("evil.example:8642", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("evil.example#127.0.0.1", 421),
        ("127.1", 421),
        ("2130706433", 421),
        ("0x7f000001", 421),
        ("[::ffff:127.0.0.1]", 421),
        ("0.0.0.0", 421),
        ("", 421),
    ],
)
def test_only_known_hosts_are_answered_for(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("header", "host"), [("[::1]:80", "[::1]"), ("a.b:1:2", "a.b"), ("[::1", "[::1]"), (" X ", "x"), (":80", "")]
)
def test_a_port_is_no_part_of_a_name(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize("path", ["/", "/nope", "/static/desk.css", "/api/v1/stories", "/api/v1/nope"])
def test_every_answer_carries_the_headers_of_safety(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


def test_nothing_inline_is_allowed() -> None:
    assert "unsafe" not in POLICY
    assert "script-src 'self'" in POLICY
    assert "style-src 'self'" in POLICY


def test_large_bodies_are_refused(client: TestClient) -> None:
    assert client.post("/login", content=b"x" * (LARGEST + 1)).status_code == 413
    assert client.post("/login", content=b"x", headers={"content-length": "ten"}).status_code in (400, 413)


def test_who_asks_too_often_has_to_wait(served_desk: Desk) -> None:
    with served.visiting(served_desk, pace=(5.0, 0.5)) as client:
        answers = [client.get("/api/v1/head") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["retry-after"] == "2"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../routes.py",
        "/static/..%2froutes.py",
        "/static/%2e%2e/render.py",
        "/static/....//render.py",
        "/static//etc/passwd",
        "/static/%00",
        "/stories/..%2f..%2fetc%2fpasswd",
        "/claims/../../etc/passwd",
        "/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/api/v1/articles/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text
    assert "def " not in answer.text
