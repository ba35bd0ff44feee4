"""`reportedly serve` and `reportedly user` as people run them."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGTERM

import httpx
import pytest

from reportedly.desk import Desk
from tests.show.cli.conftest import Run
from tests.show.served import PASSWORD

COMMAND = "from reportedly.show.cli import main; main()"


@contextmanager
def serving(where: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the server; yield it and its address."""
    command = [sys.executable, "-c", COMMAND, "serve", "--ledger", str(where), "--port", "0", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        match = re.search(r"https?://\S+", process.stderr.readline())
        assert match is not None
        try:
            yield process, match[0]
        finally:
            process.terminate()


def test_a_page_is_served_and_a_signal_ends_it(served_desk: Desk, tmp_path: Path) -> None:
    del served_desk
    with serving(tmp_path / "ledger.db") as (process, url):
        page = httpx.get(url, timeout=60)
        assert page.status_code == 200
        assert "Kerch" in page.text
        assert "server" not in page.headers
        process.send_signal(SIGTERM)
        assert process.wait(60) in (0, -SIGTERM)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example"])
def test_other_addresses_need_a_user(reportedly: Run, served_desk: Desk, tmp_path: Path, host: str) -> None:
    del served_desk
    refused = reportedly("serve", "--host", host, "--ledger", str(tmp_path / "ledger.db"))
    assert refused.returncode == 2
    assert "no users" in refused.stderr
    assert "reportedly user add" in refused.stderr


def test_a_port_in_use_is_told(reportedly: Run, served_desk: Desk, tmp_path: Path) -> None:
    del served_desk
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = reportedly("serve", "--port", port, "--ledger", str(tmp_path / "ledger.db"))
    assert told.returncode == 2
    assert "cannot listen there" in told.stderr


def test_users_come_and_go(reportedly: Run) -> None:
    def user(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return reportedly("user", *arguments, "--ledger", "desk.db", stdin=stdin)

    assert user("add", "ada", "--role", "editor", "--stdin", stdin=f"{PASSWORD}\n").stdout == "ada is an editor\n"
    short = user("add", "bob", "--stdin", stdin="short\n")
    assert (short.returncode, "12 to 256" in short.stderr) == (2, True)
    token = user("token", "ada", "--label", "wall")
    assert re.fullmatch(r"rpt_[\w-]{43}\n", token.stdout)
    (listed,) = json.loads(user("list", "--json").stdout)
    assert (listed["name"], listed["role"], listed["tokens"]) == ("ada", "editor", ["wall"])
    assert token.stdout.strip() not in user("list").stdout
    assert user("revoke", "ada", "--label", "wall").returncode == 0
    assert user("remove", "ada").returncode == 0
    assert user("remove", "ada").returncode == 4
    assert user("add", "no such name!", "--stdin").returncode == 2
