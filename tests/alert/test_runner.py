"""From an article to whoever must know: real ledgers, a real web server, a real mail server."""

from __future__ import annotations

import email
import json
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path
from random import Random

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from reportedly.alert import Runner, load
from reportedly.alert.deliver import signature
from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Ledger
from tests.desk.news import BRIDGE, News
from tests.desk.standin import StandIn
from tests.read.server import Answer, Site, serving

RULE = '\n[[rule]]\nname = "any"\nwhen = "standing"\nsend = "it"\n'
STDOUT = '[target.it]\nkind = "stdout"\n'
LATER = (
    News(
        "Late Post",
        "2031-05-05",
        "Russia denies that the bridge at Kerch is open",
        "Russia denied that the bridge at Kerch was open to civilian traffic on Thursday.",
    ),
)


class World:
    """A desk that alerts follow, with a clock of its own."""

    def __init__(self, folder: Path, desk: Desk) -> None:
        self.folder = folder
        self.desk = desk
        self.time = datetime(2031, 5, 5, 12, tzinfo=UTC)
        self.lines: list[str] = []

    def runner(self, rules: str = STDOUT + RULE) -> Runner:
        path = self.folder / "rules.toml"
        path.write_text(rules, "utf-8")
        return Runner(self.desk, load(path), now=lambda: self.time, dice=Random(1), write=self.lines.append)

    def read(self, *news: News) -> None:
        path = self.folder / f"{len(list(self.folder.iterdir()))}.jsonl"
        path.write_text("".join(f"{json.dumps(article.record)}\n" for article in news), "utf-8")
        self.desk.read(str(path))


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[World]:
    """On SQLite only: tests of the ledger hold the outbox to the same on PostgreSQL."""
    with Desk(open_ledger(tmp_path / "ledger.db"), StandIn()) as desk:
        yield World(tmp_path, desk)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("HOOK", "whsec_c2VjcmV0")
    with serving({"/robots.txt": Answer(status=404)}) as served:
        yield served


def hook(site: Site) -> str:
    url = f"{site.url}/hook"
    return f'[target.it]\nkind = "webhook"\nurl = "{url}"\nsecret_env = "HOOK"\nallowed = "127.0.0.0/8"\n' + RULE


def test_the_first_look_only_says_from_where_on(newsroom: World) -> None:
    newsroom.read(*BRIDGE[:2])
    runner = newsroom.runner()
    assert runner.look() == 0
    newsroom.read(BRIDGE[2])
    assert runner.look() >= 0
    assert newsroom.runner().look() == 0  # another process goes on where this one stopped


def test_a_claim_that_changes_its_standing_is_told_with_its_pin(newsroom: World) -> None:
    runner = newsroom.runner()
    newsroom.read(BRIDGE[0])
    runner()
    assert newsroom.lines == []
    newsroom.read(BRIDGE[1])
    runner()
    (line,) = newsroom.lines
    assert line.startswith("disputed (was claimed): ")
    assert "Ukraine: “" in line
    assert "Evening Herald https://evening-herald.example/2031-05-02" in line
    runner()
    assert len(newsroom.lines) == 1


def test_a_party_that_flips(newsroom: World) -> None:
    runner = newsroom.runner(STDOUT + '\n[[rule]]\nname = "flip"\nwhen = "flip"\nparty = "Russia"\nsend = "it"\n')
    newsroom.read(*BRIDGE)
    runner()
    newsroom.read(*LATER)
    runner()
    assert [line.split(":")[0] for line in newsroom.lines] == ["Russia turns, asserts → denies"]


def test_since_the_beginning(newsroom: World) -> None:
    newsroom.read(*BRIDGE)
    runner = newsroom.runner()
    assert runner.look(since=0) == 1
    runner.deliver()
    assert newsroom.lines[0].startswith(("disputed (was not there)", "corroborated (was not there)"))


# --- webhooks ---------------------------------------------------------------------------------------------------------


def test_a_webhook_is_signed_and_carries_the_pin(newsroom: World, site: Site) -> None:
    runner = newsroom.runner(hook(site))
    newsroom.read(BRIDGE[0])
    runner()
    newsroom.read(BRIDGE[1])
    runner()
    (sent,) = site.sent
    told = json.loads(sent.body)
    key, timestamp = sent.headers["webhook-id"], int(sent.headers["webhook-timestamp"])
    assert sent.headers["webhook-signature"] == signature(key, timestamp, sent.body.decode(), "whsec_c2VjcmV0")
    assert key == sent.headers["Idempotency-Key"] == told["key"]
    assert timestamp == int(newsroom.time.timestamp())
    article = newsroom.desk.article(told["article"])
    assert " ".join(article.text[told["start"] : told["end"]].split()) == told["words"]
    assert (told["who"], told["outlet"], told["link"]) == ("Ukraine", "Evening Herald", article.url)


def test_the_signature_is_that_of_standard_webhooks() -> None:
    """The example of the specification's own test suite."""
    secret, key, timestamp = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
    expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert signature(key, timestamp, '{"test": 2432232314}', secret) == expected


def test_a_webhook_that_fails_is_tried_again_under_the_same_key(newsroom: World, site: Site) -> None:
    runner = newsroom.runner(hook(site))
    runner()
    site.answers["/hook"] = Answer(status=503)
    newsroom.read(*BRIDGE[:2])
    runner()
    assert len(site.sent) == 1
    runner()
    assert len(site.sent) == 1  # it is not due yet
    site.answers["/hook"] = Answer(status=429, headers={"Retry-After": "7200"})
    newsroom.time += timedelta(minutes=2)
    runner()
    newsroom.time += timedelta(hours=1)
    runner()
    assert len(site.sent) == 2
    del site.answers["/hook"]
    newsroom.time += timedelta(hours=2)
    assert newsroom.runner(hook(site)).deliver().sent == 1
    assert len({sent.headers["webhook-id"] for sent in site.sent}) == 1
    assert runner.next_due() == ""


@pytest.mark.parametrize(("status", "given_up"), [(410, 1), (400, 0), (404, 0), (301, 0)])
def test_a_webhook_that_wants_no_more_is_left_alone(newsroom: World, site: Site, status: int, given_up: int) -> None:
    site.answers["/hook"] = Answer(status=status, headers={"Location": "/elsewhere"})
    runner = newsroom.runner(hook(site))
    runner()
    newsroom.read(*BRIDGE[:2])
    runner.look()
    assert (runner.deliver().given_up, len(site.sent)) == (given_up, 1)
    assert (runner.next_due() == "") == bool(given_up)


def test_a_secret_that_is_broken_stops_nothing(newsroom: World, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK", "whsec_no base64!")
    runner = newsroom.runner(hook(site))
    runner()
    newsroom.read(*BRIDGE[:2])
    runner.look()
    assert runner.deliver().waiting == 1


def test_a_webhook_is_given_up_in_the_end(newsroom: World, site: Site) -> None:
    site.answers["/hook"] = Answer(status=500)
    runner = newsroom.runner(hook(site))
    runner()
    newsroom.read(*BRIDGE[:2])
    for _ in range(20):
        runner()
        newsroom.time += timedelta(hours=10)
    assert (len(site.sent), runner.next_due()) == (12, "")


def test_a_webhook_inside_a_network_must_be_allowed(newsroom: World, site: Site) -> None:
    rules = hook(site).replace('allowed = "127.0.0.0/8"\n', "").replace("127.0.0.1", "news.localtest.example")
    runner = newsroom.runner(rules)
    runner()
    newsroom.read(*BRIDGE[:2])
    runner()
    assert site.sent == []


def test_a_secret_that_is_not_there_keeps_the_alert_waiting(
    newsroom: World, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOOK")
    runner = newsroom.runner(hook(site))
    runner()
    newsroom.read(*BRIDGE[:2])
    runner.look()
    assert runner.deliver().waiting == 1
    monkeypatch.setenv("HOOK", "s")
    newsroom.time += timedelta(hours=1)
    assert runner.deliver().sent == 1


# --- crashes ----------------------------------------------------------------------------------------------------------


class Crash(BaseException):
    """The process dies here."""


def dying(ledger: Ledger, name: str, when: str) -> Callable[[pytest.MonkeyPatch], None]:
    kind = type(ledger.outbox)
    real = getattr(kind, name)

    def method(self: object, *given: object) -> None:
        if when == "after":
            real(self, *given)
        raise Crash

    return lambda patch: patch.setattr(kind, name, method)


@pytest.mark.parametrize(
    ("name", "when", "sent"),
    [("put", "before", 1), ("put", "after", 1), ("tried", "before", 2), ("tried", "after", 1)],
)
def test_a_crash_loses_nothing_and_doubles_under_one_key_at_most(
    newsroom: World, site: Site, name: str, when: str, sent: int
) -> None:
    newsroom.runner(hook(site))()
    newsroom.read(*BRIDGE[:2])
    with pytest.MonkeyPatch.context() as patch:
        dying(newsroom.desk.ledger, name, when)(patch)
        with suppress(Crash):
            newsroom.runner(hook(site))()
    newsroom.runner(hook(site))()
    assert len(site.sent) == sent
    assert len({each.headers["webhook-id"] for each in site.sent}) == 1


# --- e-mail -----------------------------------------------------------------------------------------------------------


class Mailbox:
    """Takes mail, or answers as a test wants."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.mails: list[tuple[Sequence[str], bytes]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        self.mails.append((envelope.rcpt_tos, envelope.original_content or b""))
        return self.answer


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    box = Mailbox()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    target = f'kind = "email"\nto = ["a@b.example", "c@d.example"]\nfrom = "r@b.example"\nserver = "127.0.0.1:{port}"'
    try:
        yield box, f'[target.it]\n{target}\nsecurity = "none"\n{RULE}'
    finally:
        controller.stop()


def test_a_mail_carries_the_pin(newsroom: World, mailbox: tuple[Mailbox, str]) -> None:
    box, rules = mailbox
    runner = newsroom.runner(rules)
    runner()
    newsroom.read(*BRIDGE[:2])
    runner()
    ((to, raw),) = box.mails
    mail = email.message_from_bytes(raw, policy=default)
    assert list(to) == ["a@b.example", "c@d.example"]
    assert mail["Subject"].startswith("[reportedly] disputed (was")
    body = mail.get_content()
    assert "Ukraine:" in body
    assert "https://evening-herald.example/2031-05-02" in body


@pytest.mark.parametrize(("answer", "waiting"), [("451 later", 1), ("550 no", 0)])
def test_a_mail_server_that_says_no(newsroom: World, mailbox: tuple[Mailbox, str], answer: str, waiting: int) -> None:
    box, rules = mailbox
    box.answer = answer
    runner = newsroom.runner(rules)
    runner()
    newsroom.read(*BRIDGE[:2])
    runner.look()
    assert runner.deliver().waiting == waiting
    box.answer = "250 OK"
    newsroom.time += timedelta(hours=1)
    runner.deliver()
    first, *others = (email.message_from_bytes(raw)["Message-ID"] for _, raw in box.mails)
    assert others == [first] * waiting


def test_a_headline_cannot_add_headers_to_a_mail(newsroom: World, mailbox: tuple[Mailbox, str]) -> None:
    box, rules = mailbox
    runner = newsroom.runner(rules.replace('name = "any"', 'name = "a\\r\\nBcc: x@y"'))
    runner()
    newsroom.read(*BRIDGE[:2])
    runner()
    mail = email.message_from_bytes(box.mails[0][1], policy=default)
    assert mail["Bcc"] is None
    assert "\nBcc" not in mail.get_content()


# --- desktop and standard output --------------------------------------------------------------------------------------

DESKTOP = '[target.it]\nkind = "desktop"\n' + RULE


def test_the_desktop_is_told(newsroom: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "notify-send"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/shown\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    runner = newsroom.runner(DESKTOP)
    runner()
    news = News("Evil <b>Post</b>", BRIDGE[1].published, BRIDGE[1].title, BRIDGE[1].text)
    newsroom.read(BRIDGE[0], news)
    runner()
    shown = (tmp_path / "shown").read_text("utf-8")
    assert "disputed (was" in shown
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_desktop_without_notifications(newsroom: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    runner = newsroom.runner(DESKTOP)
    runner()
    newsroom.read(*BRIDGE[:2])
    runner.look()
    assert runner.deliver().given_up == 1


def test_what_strangers_wrote_does_not_steer_a_terminal(newsroom: World) -> None:
    runner = newsroom.runner()
    runner()
    news = News("Evil \x1b[2J\nPost", BRIDGE[1].published, BRIDGE[1].title, BRIDGE[1].text)
    newsroom.read(BRIDGE[0], news)
    runner()
    (line,) = newsroom.lines
    assert line.endswith("\n")
    assert line[:-1].isprintable()
