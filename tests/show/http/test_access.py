"""Who gets in, who does not, and what the log says about it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.ledger.port import EntryKind
from reportedly.ledger.users import Credential, Kind
from reportedly.show.http import secrets
from reportedly.show.http.access import COOKIE, LASTS, Access
from reportedly.show.web.routes import within
from tests.show import served
from tests.show.served import csrf, login


def deeds(desk: Desk) -> list[tuple[str, str]]:
    return [(e.subject, json.loads(e.body)["deed"]) for e in desk.ledger.entries(kinds={EntryKind.ACCESS})]


def claim_of(desk: Desk) -> str:
    return next(iter(desk.claims())).claim.id


def token(desk: Desk, name: str) -> str:
    made = secrets.fresh(secrets.TOKEN)
    desk.ledger.users.grant(Credential(secrets.digest(made), name, Kind.TOKEN, "test", "2031-01-01T00:00:00Z"))
    return made


# --- without users ----------------------------------------------------------------------------------------------------


def test_without_users_one_reads_and_does_not_decide(client: TestClient, served_desk: Desk) -> None:
    assert client.get("/").status_code == 200
    assert client.get("/correct?act=note").status_code == 403
    form = {"csrf": csrf(client), "act": "note", "subjects": claim_of(served_desk), "value": "x", "reason": "y"}
    assert client.post("/correct", data=form).status_code == 403
    assert not served_desk.decisions()


# --- logging in -------------------------------------------------------------------------------------------------------


def test_with_users_everybody_logs_in(staffed: TestClient) -> None:
    for path in ("/", "/search?q=bridge", "/parties", "/corrections", "/said?party=NATO", "/live", "/correct?act=note"):
        answer = staffed.get(path, follow_redirects=False)
        assert answer.status_code == 303, path
        assert answer.headers["location"].startswith("/login?next=")
    assert staffed.get("/api/v1/stories").status_code == 401


def test_logging_in_and_out_is_in_the_log(staffed: TestClient, served_desk: Desk) -> None:
    assert login(staffed) == 200
    assert "ada" in staffed.get("/").text
    assert staffed.post("/logout", data={"csrf": csrf(staffed, "/")}).status_code == 200
    assert staffed.get("/", follow_redirects=False).status_code == 303
    assert deeds(served_desk) == [("ada", "login"), ("ada", "logout")]


def test_a_session_is_another_one_after_logging_in(staffed: TestClient) -> None:
    staffed.get("/login")
    before = staffed.cookies[COOKIE]
    login(staffed)
    assert staffed.cookies[COOKIE] != before


def test_wrong_logins_are_refused_alike_and_noted(staffed: TestClient, served_desk: Desk) -> None:
    for name, password in (("ada", "wrong"), ("eve", served.PASSWORD), ("' OR 1=1 --", "x" * 300)):
        answer = staffed.post("/login", data={"csrf": csrf(staffed), "name": name, "password": password})
        assert answer.status_code == 403
        assert "name or password is wrong" in answer.text
    assert deeds(served_desk) == [(name, "login refused") for name in ("ada", "eve", "?")]


def test_guessing_passwords_ends_soon(staffed: TestClient, served_desk: Desk) -> None:
    assert [login(staffed, password=f"guess number {n}") for n in range(7)] == [403] * 5 + [429] * 2
    assert login(staffed) == 429, "not even the right one, for a while"
    assert len(deeds(served_desk)) == 5, "what is refused unseen does not fill the log"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(staffed: TestClient) -> None:
    cookie = staffed.get("/login").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_a_session_ends_by_itself(served_desk: Desk) -> None:
    served.people(served_desk)
    now = datetime(2031, 1, 1, tzinfo=UTC)
    access = Access(served_desk.ledger, lambda: now)
    request = Request({"type": "http", "headers": [], "client": ("192.0.2.1", 1)})
    _, session = access.login(request, "ada", served.PASSWORD)
    carrying = Request({"type": "http", "headers": [(b"cookie", f"{COOKIE}={session}".encode())]})
    assert access.visitor(carrying).name == "ada"
    now += LASTS + timedelta(seconds=1)
    assert access.visitor(carrying).name == ""


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/claims/c1:s1?x=1", "/claims/c1:s1?x=1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x", "/"),
        ("", "/"),
    ],
)
def test_logging_in_leads_nowhere_else(path: str, to: str) -> None:
    assert within(path) == to


# --- forms ------------------------------------------------------------------------------------------------------------


FOREIGN: tuple[tuple[str, dict[str, str]], ...] = (
    ("", {}),
    ("0" * 64, {}),
    ("right", {"origin": "https://evil.example"}),
    ("right", {"origin": "null"}),
    ("right", {"origin": "http://127.0.0.1:9999"}),  # another server on this machine
    ("right", {"sec-fetch-site": "cross-site"}),
    ("right", {"sec-fetch-site": "same-site"}),
)


def test_forms_of_other_sites_are_refused(staffed: TestClient, served_desk: Desk) -> None:
    login(staffed)
    claim = claim_of(served_desk)
    right = csrf(staffed, f"/correct?act=note&subject={claim}")
    for carried, headers in FOREIGN:
        given = right if carried == "right" else carried
        form = {"csrf": given, "act": "note", "subjects": claim, "value": "x", "reason": "y"}
        assert staffed.post("/correct", data=form, headers=headers).status_code == 403, (carried, headers)
        assert staffed.post("/logout", data={"csrf": given}, headers=headers).status_code == 403, (carried, headers)
        assert staffed.post("/looked", data={"csrf": given, "seq": 1}, headers=headers).status_code == 403
    assert not served_desk.decisions()


def test_nobody_is_logged_in_by_another_site(staffed: TestClient) -> None:
    form = {"csrf": "", "name": "bob", "password": served.PASSWORD}
    assert staffed.post("/login", data=form).status_code == 403
    assert staffed.get("/", follow_redirects=False).status_code == 303


# --- roles ------------------------------------------------------------------------------------------------------------


def test_an_editor_decides_and_it_is_signed(staffed: TestClient, served_desk: Desk) -> None:
    login(staffed)
    claim = claim_of(served_desk)
    page = f"/correct?act=note&subject={claim}"
    form = {"act": "note", "subjects": claim, "value": "seen on the spot", "reason": "I was there"}
    answer = staffed.post("/correct", data=form | {"csrf": csrf(staffed, page)})
    assert answer.status_code == 200
    assert "is recorded" in answer.text
    (decision,) = served_desk.decisions()
    assert (decision.by, decision.act, decision.value) == ("ada", "note", "seen on the spot")
    assert "seen on the spot" in staffed.get(f"/claims/{claim}").text


def test_a_decision_that_makes_no_sense_is_given_back(staffed: TestClient, served_desk: Desk) -> None:
    login(staffed)
    form = {"act": "stance", "subjects": "a000000000000:s1", "value": "denies", "reason": "r"}
    answer = staffed.post("/correct", data=form | {"csrf": csrf(staffed, "/correct?act=stance")})
    assert answer.status_code == 422
    assert "Not recorded" in answer.text
    assert 'value="a000000000000:s1"' in answer.text
    assert not served_desk.decisions()


def test_a_reader_does_not_decide(staffed: TestClient, served_desk: Desk) -> None:
    login(staffed, "bob")
    assert staffed.get("/").status_code == 200
    assert staffed.get("/correct?act=note").status_code == 403
    form = {"csrf": csrf(staffed, "/"), "act": "note", "subjects": claim_of(served_desk), "value": "x", "reason": "y"}
    assert staffed.post("/correct", data=form).status_code == 403
    new = {"act": "note", "subjects": [claim_of(served_desk)], "value": "x", "reason": "y"}
    bearer = {"authorization": f"Bearer {token(served_desk, 'bob')}"}
    assert staffed.post("/api/v1/decisions", json=new, headers=bearer).status_code == 403
    assert not served_desk.decisions()


# --- tokens -----------------------------------------------------------------------------------------------------------


def test_a_token_opens_the_api(staffed: TestClient, served_desk: Desk) -> None:
    bearer = {"authorization": f"Bearer {token(served_desk, 'ada')}"}
    assert staffed.get("/api/v1/stories", headers=bearer).status_code == 200
    new = {"act": "note", "subjects": [claim_of(served_desk)], "value": "x", "reason": "y"}
    answer = staffed.post("/api/v1/decisions", json=new, headers=bearer)
    assert answer.status_code == 201
    assert answer.json()["by"] == "ada"


def test_a_cookie_alone_decides_nothing_through_the_api(staffed: TestClient, served_desk: Desk) -> None:
    login(staffed)
    new = {"act": "note", "subjects": [claim_of(served_desk)], "value": "x", "reason": "y"}
    assert staffed.get("/api/v1/stories").status_code == 200
    assert staffed.post("/api/v1/decisions", json=new).status_code == 401


def test_a_token_that_nobody_has_is_refused(staffed: TestClient) -> None:
    for header in (b"Bearer rpt_guess", b"Bearer", b"Basic YWRhOmFkYQ==", b"bearer \xe9"):
        answer = staffed.get("/api/v1/stories", headers=[(b"authorization", header)])
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"


def test_guessing_tokens_ends_soon(staffed: TestClient, served_desk: Desk) -> None:
    guesses = [staffed.get("/api/v1/head", headers={"authorization": f"Bearer rpt_{n}"}).status_code for n in range(12)]
    assert guesses == [401] * 10 + [429] * 2
    right = {"authorization": f"Bearer {token(served_desk, 'ada')}"}
    assert staffed.get("/api/v1/head", headers=right).status_code == 429


def test_tokens_and_passwords_are_kept_as_hashes(staffed: TestClient, served_desk: Desk) -> None:
    made = token(served_desk, "ada")
    login(staffed)
    users = served_desk.ledger.users
    noted = [entry.body for entry in served_desk.ledger.entries(kinds={EntryKind.ACCESS})]
    kept = f"{users.all()} {users.credentials(Kind.TOKEN)} {users.credentials(Kind.SESSION)} {noted}"
    assert made not in kept
    assert staffed.cookies[COOKIE] not in kept
    assert served.PASSWORD not in kept
    assert all(person.secret.startswith("$argon2id$") for person in served_desk.ledger.users.all())


@pytest.mark.parametrize(("password", "right"), [("short", False), ("x" * 257, False), ("twelve chars", True)])
def test_a_password_has_a_length(password: str, right: bool) -> None:
    if right:
        assert secrets.fits(password, secrets.password_hash(password))
    else:
        with pytest.raises(ValueError, match="12 to 256"):
            secrets.password_hash(password)


@pytest.mark.parametrize("kept", ["", "no hash", "$argon2id$v=19$m=8,t=1,p=1$broken"])
def test_nothing_fits_what_is_no_hash(kept: str) -> None:
    assert not secrets.fits("", kept)
    assert not secrets.fits(served.PASSWORD, kept)
