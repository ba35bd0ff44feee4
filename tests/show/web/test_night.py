"""A night at the desk in one visit: a feed moves, the open page says so, an alert goes out, an editor decides."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reportedly.alert import Runner, load
from reportedly.desk import Desk
from tests.read.server import Sent
from tests.show import served
from tests.show.web.visit import IN_A_BROWSER, doubt, opened, running
from tests.watch.world import World, link, page, rss, world

pytestmark = IN_A_BROWSER
SECRET = b"a secret of the desk's and the hook's"
HOOK = """
[target.hook]
kind = "webhook"
url = "{url}/hook"
secret_env = "HOOK"
allowed = "127.0.0.0/8"

[[rule]]
name = "disputed"
when = "standing"
to = "disputed"
send = "hook"
"""
SAYS = page(
    "Russia says the bridge at Kerch is open",
    "Russia said that the bridge at Kerch was open to civilian traffic on Thursday.",
    "Nothing moved on the river all day, and the ferries stayed in their harbour until dark.",
    published="2031-05-01T08:00:00+00:00",
)
DENIES = page(
    "Ukraine denies that the bridge at Kerch is open",
    "Ukraine denied that the bridge at Kerch was open to civilian traffic on Thursday.",
    "Drivers waited on both banks of the river, and nothing moved on the road all day long.",
    published="2031-05-01T11:00:00+00:00",
)


def test_from_a_feed_to_an_alert_a_decision_and_the_evidence(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK", f"whsec_{base64.b64encode(SECRET).decode()}")
    with (
        world(tmp_path, {"/feed": rss(link("/says")), "/says": SAYS, "/denies": DENIES}) as night,
        night.desk() as desk,
    ):
        rules = tmp_path / "rules.toml"
        rules.write_text(HOOK.format(url=night.site.url), "utf-8")
        served.people(desk)
        watch(night, rules)
        with running(desk) as address, opened(browser, accept_downloads=True) as visit:
            log_in(visit, address)
            visit.get_by_role("link", name="Kerch").first.click()
            visit.locator(".matrix").wait_for()
            assert stances(visit) == ["asserts"]
            visit.evaluate("window.sameVisit = true")

            night.site.answers["/feed"] = rss(link("/says"), link("/denies"))
            night.clock.advance(600)
            watch(night, rules)
            the_page_shows_it_without_a_reload(visit)
            the_hook_was_told(night.site.sent, desk)
            the_slider_goes_back_and_forth(visit)
            assert visit.evaluate("window.sameVisit"), "all of that was on one page, never loaded again"

            story = visit.url.partition("?")[0]
            an_editor_decides(visit)
            visit.goto(story)
            assert stances(visit) == ["asserts", "doubts"]
            the_evidence_checks(visit, tmp_path)


def watch(night: World, rules: Path) -> None:
    """Watch once as `reportedly watch --alerts` does: on a ledger opened anew, as another process would."""
    with night.desk() as desk:
        watcher = night.watcher(desk, "/feed")
        watcher._chore = Runner(desk, load(rules), now=night.clock.now, dice=Random(1))
        watcher._chore()
        watcher.run(once=True)


def log_in(visit: Any, address: str) -> None:
    visit.goto(address)
    visit.get_by_label("Name").fill("ada")
    visit.get_by_label("Password").fill(served.PASSWORD)
    visit.get_by_role("button", name="Log in").click()


def stances(visit: Any) -> list[str]:
    return sorted(cell.split("\n")[0].strip("●✕? ") for cell in visit.locator(".matrix .cell").all_inner_texts())


def the_page_shows_it_without_a_reload(visit: Any) -> None:
    visit.locator("#news button").wait_for()
    assert "1 article has moved this page." in visit.locator("#news").inner_text()
    assert stances(visit) == ["asserts"], "nothing moves under the reader's eyes"
    visit.keyboard.press("r")
    visit.locator(".matrix .cell >> nth=1").wait_for()
    assert stances(visit) == ["asserts", "denies"]


def the_hook_was_told(sent: list[Sent], desk: Desk) -> None:
    (letter,) = sent
    told, headers = json.loads(letter.body), letter.headers
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + letter.body
    mac = base64.b64encode(hmac.digest(SECRET, signed, hashlib.sha256)).decode()
    assert headers["webhook-signature"] == f"v1,{mac}"
    assert told["headline"].startswith("disputed (was claimed): ")
    assert told["link"].endswith("/denies")
    words = desk.article(told["article"]).text[told["start"] : told["end"]]
    assert " ".join(words.split()) == told["words"]


def the_slider_goes_back_and_forth(visit: Any) -> None:
    visit.locator("#step").focus()
    visit.keyboard.press("Home")
    visit.locator(".matrix .cell >> nth=1").wait_for(state="detached")
    assert stances(visit) == ["asserts"]
    visit.keyboard.press("End")
    visit.locator(".matrix .cell >> nth=1").wait_for()


def an_editor_decides(visit: Any) -> None:
    visit.locator(".matrix .gist").first.click()
    visit.get_by_role("link", name="the stance of").last.click()
    doubt(visit)


def the_evidence_checks(visit: Any, folder: Path) -> None:
    with visit.expect_download() as download:
        visit.get_by_role("link", name="Evidence pack").click()
    download.value.save_as(folder / "pack.zip")
    subprocess.run(["unzip", "-q", "pack.zip", "-d", "pack"], cwd=folder, check=True)
    checked = ["sha256sum", "--strict", "--check", "manifest.sha256"]
    subprocess.run(checked, cwd=folder / "pack", check=True, capture_output=True)
    assert "it only wondered" in (folder / "pack" / "entries.jsonl").read_text("utf-8")
