from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from reportedly.read import Fetcher, Limits, Refused
from reportedly.read.guard import is_public
from reportedly.types import PublishedFrom
from tests.read import pages
from tests.read.reading import only, reasons
from tests.read.server import Answer, Site, serving

PAGE = pages.news_page().encode()
BOMB = gzip.compress(bytes(64 << 20))
OPEN = {"/robots.txt": Answer(status=404)}


def endless(closing: threading.Event) -> Iterator[bytes]:
    while not closing.is_set():
        yield b"<p>more and more and more</p>" * 1000


def dripping(closing: threading.Event) -> Iterator[bytes]:
    yield b"<p>"
    while not closing.wait(0.02):
        yield b"."


@pytest.fixture
def site() -> Iterator[Site]:
    answers = OPEN | {
        "/page": Answer(PAGE, headers={"Last-Modified": "Tue, 04 Mar 2031 09:12:00 GMT"}, etag='"v1"'),
        "/zip": Answer(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"}),
        "/deflate": Answer(zlib.compress(PAGE), headers={"Content-Encoding": "deflate"}),
        "/bomb": Answer(BOMB, headers={"Content-Encoding": "gzip"}),
        "/cut": Answer(gzip.compress(PAGE)[:-40], headers={"Content-Encoding": "gzip"}),
        "/noise": Answer(b"no gzip", headers={"Content-Encoding": "gzip"}),
        "/brotli": Answer(b"...", headers={"Content-Encoding": "br"}),
        "/moved": Answer(status=301, headers={"Location": "/page"}),
        "/loop": Answer(status=302, headers={"Location": "/loop"}),
        "/away": Answer(status=302, headers={"Location": "file:///etc/passwd"}),
        "/broken": Answer(status=500),
        "/endless": Answer(chunks=endless),
        "/slow": Answer(chunks=dripping),
        "/feed": Answer(b"<rss version='2.0'><channel><item><title>A</title></item></channel></rss>"),
    }
    with serving(answers) as served:
        yield served


def fetcher(**limits: float) -> Fetcher:
    return Fetcher(allow_private=True, limits=Limits(**limits))  # type: ignore[arg-type]


def refusal(fetch: Fetcher, url: str) -> str:
    with pytest.raises(Refused) as caught:
        fetch.get(url)
    return str(caught.value)


@pytest.mark.parametrize("path", ["/page", "/zip", "/deflate", "/moved"])
def test_a_page_is_fetched(site: Site, path: str) -> None:
    page = fetcher().get(site.url + path)
    assert (page.data, page.media_type, page.charset) == (PAGE, "text/html", "utf-8")
    assert page.url == site.url + ("/page" if path == "/moved" else path)
    assert page.date


def test_a_fetched_page_is_read(site: Site) -> None:
    article = only(site.url + "/page", fetch=fetcher())
    assert (article.source, article.title) == (site.url + "/page", pages.TITLE)
    assert article.published_from is PublishedFrom.METADATA


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    fetch = fetcher()
    first = fetch.get(site.url + "/page")
    assert (first.etag, first.last_modified) == ('"v1"', "Tue, 04 Mar 2031 09:12:00 GMT")
    again = fetch.get(site.url + "/page", etag=first.etag, last_modified=first.last_modified)
    assert (again.unchanged, again.data) == (True, b"")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", "the server answered 404 Not Found"),
        ("/broken", "the server answered 500 Internal Server Error"),
        ("/loop", "more than 5 redirects"),
        ("/away", "only http and https addresses are fetched"),
        ("/bomb", "the page is larger than 1 MB"),
        ("/endless", "the page is larger than 1 MB"),
        ("/cut", "its gzip data is cut short"),
        ("/noise", "its gzip data is damaged"),
        ("/brotli", "its compression “br” is not known"),
    ],
)
def test_a_refusal_says_why(site: Site, path: str, reason: str) -> None:
    assert reason in refusal(fetcher(bytes=1 << 20), site.url + path)


def test_a_page_that_drips_ends_by_the_deadline(site: Site) -> None:
    assert refusal(fetcher(seconds=0.3), site.url + "/slow") == "no answer within 0.3 seconds"


def test_a_closed_port_says_so() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
    assert "the connection failed" in refusal(fetcher(), url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
    ],
)
def test_private_addresses_are_refused(url: str) -> None:
    reason = refusal(Fetcher(), url)
    assert "not a public address" in reason or "cannot be fetched" in reason


def test_a_private_page_is_skipped_with_the_reason(site: Site) -> None:
    (reason,) = reasons(site.url + "/page", fetch=Fetcher())
    assert "127.0.0.1, which is not a public address" in reason
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("100.64.0.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),  # 6to4 around 127.0.0.1
        ("64:ff9b::7f00:1", False),  # NAT64 around 127.0.0.1
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


class Resolver:
    """Answers for one name with the addresses given, one set a question, as a rebinding name server does."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0
        self._real = socket.getaddrinfo

    def __call__(self, host: str, port: int, *args: Any, **named: Any) -> list[Any]:
        if host != "rebinding.example":
            return self._real(host, port, *args, **named)
        addresses = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop is let through by taking the loopback address for public; the second one is not."""
    hop = Answer(status=302, headers={"Location": "http://10.0.0.1/secret"})
    site.answers["/hop"] = hop
    monkeypatch.setattr("reportedly.read.guard.is_public", lambda address: address == "127.0.0.1")
    assert "10.0.0.1, which is not a public address" in refusal(Fetcher(), site.url + "/hop")


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"]])
def test_a_name_of_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", Resolver(addresses))
    assert "not a public address" in refusal(Fetcher(), "http://rebinding.example/")


def test_the_address_checked_is_the_address_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once a connection; a second answer is never asked for and so cannot differ."""
    resolver = Resolver(["127.0.0.1"], ["10.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    page = fetcher().get(site.url.replace("127.0.0.1", "rebinding.example") + "/page")
    assert page.data == PAGE
    assert resolver.asked == 1  # robots.txt and the page share the connection


ROBOTS = b"User-agent: *\nDisallow: /private\nUser-agent: reportedly\nDisallow: /closed\n"


@pytest.mark.parametrize(("path", "allowed"), [("/page", True), ("/closed/page", False), ("/private/page", True)])
def test_robots_txt_is_kept(path: str, allowed: bool) -> None:
    answers = {"/robots.txt": Answer(ROBOTS, headers={"Content-Type": "text/plain"}), path: Answer(PAGE)}
    with serving(answers) as site:
        fetch = fetcher()
        if allowed:
            assert fetch.get(site.url + path).data == PAGE
        else:
            assert "robots.txt of 127.0.0.1" in refusal(fetch, site.url + path)
            assert path not in site.asked


def test_robots_txt_is_asked_for_once() -> None:
    with serving(OPEN | {"/1": Answer(PAGE), "/2": Answer(PAGE)}) as site:
        fetch = fetcher()
        fetch.get(site.url + "/1")
        fetch.get(site.url + "/2")
        assert site.asked == ["/robots.txt", "/1", "/2"]


def test_a_site_whose_robots_txt_is_broken_is_left_alone() -> None:
    with serving({"/robots.txt": Answer(status=503), "/1": Answer(PAGE)}) as site:
        assert "robots.txt cannot be had" in refusal(fetcher(), site.url + "/1")
        assert "/1" not in site.asked


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/", "only http and https addresses are fetched"),
        ("http:///path", "the address names no host"),
        ("http://ann:secret@example.org/", "user name or password"),
        ("http://[bad/", "the address cannot be fetched"),
    ],
)
def test_addresses_that_are_none(url: str, reason: str) -> None:
    assert reason in refusal(Fetcher(), url)
