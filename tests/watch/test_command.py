"""The commands as they are run: a process, a server, signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.ledger import open_ledger
from reportedly.ledger.port import EntryKind
from reportedly.show.cli import app
from reportedly.show.cli.trouble import Trouble
from tests.read.server import Site, serving
from tests.watch.world import BRIDGE, DAM, ROBOTS, link, rss

RULES = '[target.it]\nkind = "stdout"\n[[rule]]\nname = "any"\nwhen = "standing"\nsend = "it"\n'


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(ROBOTS | {"/feed": rss(link("/dam"), link("/bridge")), "/dam": DAM, "/bridge": BRIDGE}) as served:
        yield served


def command(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    code = "from reportedly.show.cli import main; main()"
    environment = os.environ | {"OMP_NUM_THREADS": "1", "REPORTEDLY_LEDGER": str(folder / "ledger.db")}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        cwd=folder,
    )


def articles(folder: Path) -> int:
    with open_ledger(folder / "ledger.db") as ledger:
        return sum(1 for _ in ledger.entries(kinds={EntryKind.ARTICLE}))


def feeds(folder: Path, site: Site) -> None:
    text = f'allowed = ["127.0.0.0/8"]\ndelay = 0\n[[feed]]\nurl = "{site.url}/feed"\n'
    (folder / "feeds.toml").write_text(text, "utf-8")
    (folder / "rules.toml").write_text(RULES, "utf-8")


def test_a_signal_ends_the_watch_in_good_order(site: Site, tmp_path: Path) -> None:
    feeds(tmp_path, site)
    process = command(tmp_path, "watch", "feeds.toml", "--alerts", "rules.toml")
    assert process.stdout is not None
    line = process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=300)
    assert line.startswith("new     127.0.0.1")
    assert process.returncode == 0, logged
    events = [json.loads(entry)["event"] for entry in logged.splitlines()]
    told = [event for event in events if event != "alert"]  # what was read last may set one off
    assert (told[0], told[-1]) == ("watching", "stopped"), logged
    assert articles(tmp_path) >= 1


def test_once_for_cron_then_alerts(site: Site, tmp_path: Path) -> None:
    feeds(tmp_path, site)
    output, logged = command(tmp_path, "watch", "feeds.toml", "--once").communicate(timeout=300)
    assert "1 feed asked, 2 new, 0 changed; " in output, logged
    assert articles(tmp_path) == 2
    run = command(tmp_path, "alert", "run", "rules.toml", "--once")
    assert "0 alerts found" in run.communicate(timeout=300)[1]


def test_for_programs_each_line_is_json_and_tells_its_kind(site: Site, tmp_path: Path) -> None:
    feeds(tmp_path, site)
    output, logged = command(tmp_path, "watch", "feeds.toml", "--once", "--json", "--alerts", "rules.toml").communicate(
        timeout=300
    )
    rows = [json.loads(line) for line in output.splitlines()]
    assert {row["kind"] for row in rows} == {"new", "alert", "tally"}, logged
    assert {row["url"] for row in rows if row["kind"] == "new"} == {f"{site.url}/dam", f"{site.url}/bridge"}
    assert all(row["rule"] == "any" and row["link"].startswith(site.url) for row in rows if row["kind"] == "alert")
    assert (rows[-1]["kind"], rows[-1]["new"], rows[-1]["changed"]) == ("tally", 2, 0)
    output, _ = command(tmp_path, "alert", "run", "rules.toml", "--once", "--json").communicate(timeout=300)
    assert json.loads(output) == {"kind": "tally", "found": 0, "sent": 0, "waiting": 0, "given_up": 0}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("alert", "check", "rules.toml"), 0, "1 rule, 1 target: in order"),
        (("alert", "check", "rules.toml", "--json"), 0, '{\n  "rules": 1,\n  "targets": 1\n}\n'),
        (("alert", "check", "broken.toml"), 2, "broken.toml:1: rule"),
        (("watch", "nothing.toml"), 2, "No such file"),
        (("watch", "broken.toml", "--import", "list.opml"), 2, "broken.toml"),
        (("watch", "new.toml", "--import", "list.opml"), 0, "1 feed added to new.toml; 0 there already"),
        (("watch", "new.toml", "--import", "list.opml", "--json"), 0, '{\n  "added": 1,\n  "there": 0\n}\n'),
    ],
)
def test_what_the_commands_say(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules.toml").write_text(RULES, "utf-8")
    (tmp_path / "broken.toml").write_text("rule = 3\n", "utf-8")
    (tmp_path / "list.opml").write_text('<opml><body><outline xmlUrl="https://a.example/"/></body></opml>', "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, arguments)
    trouble = result.exception
    assert words in (str(trouble) if isinstance(trouble, Trouble) else result.output)
    assert (trouble.code if isinstance(trouble, Trouble) else result.exit_code) == code
