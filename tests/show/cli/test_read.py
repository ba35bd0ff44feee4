"""`read`, then the brief of what was read: the whole path with the stages that ship."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from reportedly.show.cli.trouble import Code
from tests.show.cli.conftest import Run

PAGE = """<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{when}"></head><body><article><h1>{title}</h1>
<p>The Orvanian defence ministry said on Tuesday that its troops had left the Molva range. "They are all at home by
now," said Katrin Olsson, a spokeswoman for the ministry.</p>
<p>Kestria denied that any soldier had left. "Nothing has moved there, and nothing will," its foreign minister, Ilmar
Dressen, said in a statement, adding that the range was as full as it had been in the summer.</p>
</article></body></html>"""


def test_what_can_be_read_is_read_and_the_rest_is_named(reportedly: Run, tmp_path: Path) -> None:
    news, ledger = tmp_path / "news", str(tmp_path / "l.db")
    news.mkdir()
    one = PAGE.format(title="Troops leave the Molva range", outlet="Northern Wire", when="2031-11-11T08:00")
    two = PAGE.format(title="Troops said to have left Molva", outlet="Harbour Post", when="2031-11-11T19:00")
    (news / "one.html").write_text(one, "utf-8")
    (news / "two.html.gz").write_bytes(gzip.compress(two.encode()))
    (news / "cut.html.gz").write_bytes(gzip.compress(two.encode())[:200])
    (news / "empty.html").write_bytes(b"")
    (news / "noise.bin").write_bytes(bytes(range(256)) * 40)

    first = reportedly("read", str(news), "--ledger", ledger)
    assert first.returncode == Code.DONE
    assert first.stdout.startswith("2 articles read, ")
    assert "3 skipped" in first.stdout
    assert sorted(line.split(": ")[0].rsplit("/", 1)[-1] for line in first.stderr.splitlines()) == [
        "cut.html.gz",
        "empty.html",
        "noise.bin",
    ]

    again = json.loads(reportedly("read", str(news), "--ledger", ledger, "--json").stdout)
    assert (again["kept"], again["unchanged"], len(again["skipped"])) == (0, 2, 3)

    brief = reportedly("brief", REPORTEDLY_LEDGER=ledger).stdout
    assert "Northern Wire, 11 Nov, 08:00" in brief
    assert "Kestria" in brief
    assert "2 outlets" in brief


def test_when_nothing_can_be_read_the_code_says_so(reportedly: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    done = reportedly("read", "empty.html", "--ledger", "deep/down/l.db")
    assert done.returncode == Code.NOTHING_READ
    assert "skipped empty.html" in done.stderr
    assert (tmp_path / "deep/down/l.db").exists()


def test_the_demo_reads_the_examples_and_says_what_to_try_next(reportedly: Run, tmp_path: Path) -> None:
    done = reportedly(module="reportedly.show.cli.demo", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == Code.DONE
    assert "Who says so: " in done.stdout
    assert "Try next:" in done.stdout
    assert (tmp_path / "cache/reportedly/demo/ledger.db").exists()
    assert max(map(len, done.stdout.split("Try next:")[0].splitlines())) <= 80 + len(str(Path.cwd()))
