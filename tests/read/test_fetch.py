from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Iterator

import pytest

from reportedly.read import Fetcher, Limits, Refused
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


def test_a_private_page_is_skipped_with_the_reason(site: Site) -> None:
    (reason,) = reasons(site.url + "/page", fetch=Fetcher())
    assert "127.0.0.1 is not a public address but this machine itself" in reason
    assert site.asked == []


class Resolver:
    """Answers with the addresses given, one set a question, as a rebinding name server does."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, _host: str, _port: int) -> list[str]:
        addresses = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return addresses


INWARD = [
    "http://10.0.0.1/secret",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://127.0.0.2/",
    "http://2130706433/",
    "//192.168.0.1/",
    "http://inward.example/",
]


@pytest.mark.parametrize("location", INWARD)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_a_private_address_is_refused(site: Site, location: str, status: int) -> None:
    """Only the test's own server is allowed; each hop is judged anew."""
    site.answers["/hop"] = Answer(status=status, headers={"Location": location})
    outward = Fetcher(
        allowed=["127.0.0.1/32"],
        resolve=lambda host, _port: ["10.0.0.9"] if host == "inward.example" else [host],
    )
    assert "not a public address" in refusal(outward, site.url + "/hop")
    assert site.asked == ["/robots.txt", "/hop"]


def test_the_address_checked_is_the_address_connected_to(site: Site) -> None:
    """The name is resolved once a connection; a second answer is never asked for and so cannot differ."""
    resolver = Resolver(["127.0.0.1"], ["10.0.0.1"])
    fetch = Fetcher(allowed=["127.0.0.1/32"], resolve=resolver)
    page = fetch.get(site.url.replace("127.0.0.1", "rebinding.example") + "/page")
    assert page.data == PAGE
    assert resolver.asked == 1  # robots.txt and the page share the connection


def test_a_name_that_rebinds_is_refused_at_its_next_connection(site: Site) -> None:
    resolver = Resolver(["127.0.0.1"], ["10.0.0.1"])
    fetch = Fetcher(allowed=["127.0.0.1/32"], resolve=resolver)
    url = site.url.replace("127.0.0.1", "rebinding.example") + "/page"
    fetch.get(url)
    assert "rebinding.example is at 10.0.0.1" in refusal(fetch, url)


@pytest.mark.parametrize(
    ("hops", "moved"),
    [
        ([(301, "/b"), (308, "/page")], "/page"),
        ([(301, "/b"), (302, "/page")], "/b"),
        ([(302, "/b"), (301, "/page")], ""),
    ],
)
def test_where_a_page_has_moved_for_good(site: Site, hops: list[tuple[int, str]], moved: str) -> None:
    for path, (status, location) in zip(["/a", "/b"], hops, strict=True):
        site.answers[path] = Answer(status=status, headers={"Location": location})
    page = fetcher().get(site.url + "/a")
    assert (page.data, page.moved) == (PAGE, moved and site.url + moved)


@pytest.mark.parametrize(("status", "again"), [(404, False), (410, False), (429, True), (500, True), (503, True)])
def test_whether_a_later_try_makes_sense(site: Site, status: int, again: bool) -> None:
    site.answers["/no"] = Answer(status=status, headers={"Retry-After": "120"})
    with pytest.raises(Refused) as caught:
        fetcher().get(site.url + "/no")
    assert (caught.value.status, caught.value.again, caught.value.retry_after) == (status, again, "120")


def test_two_hundred_megabytes_are_refused_by_what_they_announce(site: Site) -> None:
    read = []

    def body(_closing: threading.Event) -> Iterator[bytes]:
        for number in range(200):
            read.append(number)
            yield bytes(1 << 20)

    site.answers["/huge"] = Answer(chunks=body, headers={"Content-Length": str(200 << 20)})
    site.answers["/huger"] = Answer(chunks=body)
    assert "larger than 16 MB" in refusal(fetcher(), site.url + "/huge")
    assert "larger than 16 MB" in refusal(fetcher(), site.url + "/huger")
    assert len(read) < 100


def test_something_is_sent_and_answered(site: Site) -> None:
    answer = fetcher().post(site.url + "/hook", b'{"a": 1}', {"Content-Type": "application/json", "X-Key": "k"})
    assert answer.status == 204
    assert [(s.path, s.body, s.headers["X-Key"]) for s in site.sent] == [("/hook", b'{"a": 1}', "k")]


def test_nothing_is_sent_to_a_private_address(site: Site) -> None:
    with pytest.raises(Refused, match="not a public address"):
        Fetcher().post(site.url + "/hook", b"{}", {})
    assert site.sent == []


def test_the_delay_that_a_site_asks_for(site: Site) -> None:
    site.answers["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 7\n", headers={"Content-Type": "text/plain"})
    fetch = fetcher()
    assert fetch.crawl_delay(site.url) == 0
    fetch.get(site.url + "/page")
    assert fetch.crawl_delay(site.url + "/other") == 7


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
        ("http://[::bad", "the address cannot be fetched"),
    ],
)
def test_addresses_that_are_none(url: str, reason: str) -> None:
    assert reason in refusal(Fetcher(), url)
