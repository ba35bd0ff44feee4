from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.beside import PageState
from reportedly.read import retry_after
from reportedly.watch.pace import LONGEST, Hosts, backoff
from reportedly.watch.queue import Waiting

NOW = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("Thu, 01 May 2031 12:02:00 GMT", 120),
        ("Thu, 01 May 2031 14:02:00 +0200", 120),
        ("Thu, 01 May 2031 11:00:00 GMT", 0),  # past
        ("999999999999", 86400),
        ("Thu, 01 May 2099 11:00:00 GMT", 86400),
        ("-5", 0),
        ("soon", 0),
        ("", 0),
        ("٣", 0),
        ("Thu, 99 May 2031 11:00:00 GMT", 0),
    ],
)
def test_retry_after(header: str, seconds: float) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.integers(1, 10_000), st.integers(), st.floats(0, 86400))
def test_waiting_grows_and_has_an_end(failures: int, seed: int, asked: float) -> None:
    wait = backoff(failures, Random(seed), asked=asked)
    assert 60 <= wait <= max(1.5 * LONGEST, asked)
    assert wait >= asked
    assert wait == backoff(failures, Random(seed), asked=asked)


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    hosts = Hosts()
    assert hosts.ready("a", NOW)
    hosts.asking("a")
    assert not hosts.ready("a", NOW + timedelta(hours=1))
    assert hosts.next_ready(["a"], NOW) is None
    hosts.answered("a", NOW, 30)
    assert not hosts.ready("a", NOW + timedelta(seconds=29))
    assert hosts.ready("a", NOW + timedelta(seconds=30))
    assert hosts.next_ready(["a", "b"], NOW) == NOW


def test_pages_wait_by_host_each_once() -> None:
    waiting = Waiting()
    waiting.add(PageState(url, "f") for url in ["http://a/1", "http://a/2", "http://b/1", "http://a/1"])
    assert (len(waiting), "http://a/1" in waiting) == (3, True)
    assert [waiting.take(host).url for host in ("a", "b", "a")] == ["http://a/1", "http://b/1", "http://a/2"]
    assert list(waiting.hosts()) == []
