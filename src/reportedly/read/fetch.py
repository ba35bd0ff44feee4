"""The only place that reads the network: one page at a time, within limits, where robots.txt and the guard allow it."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

import httpcore
import httpx
from protego import Protego

from reportedly.read.addresses import ANYWHERE, Door, Refused
from reportedly.read.dates import iso
from reportedly.read.guard import GuardedBackend, GuardedTransport, Resolver, system_resolver

AGENT = "reportedly"
_HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads news pages; keeps robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,*/*;q=.5",
    "Accept-Encoding": "gzip, deflate",  # what we undo ourselves, within the limit
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_PASSING = frozenset({408, 425, 429})  # answers of the 400s that may be others later
_ROBOTS_BYTES = 512 << 10  # as much of a robots.txt as RFC 9309 asks a crawler to read
_ROBOTS_AGE = 24 * 3600.0  # seconds, RFC 9309 again
_ASKED_FOR = 24 * 3600.0  # seconds that a server may ask us to wait at most


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one page may cost."""

    seconds: float = 20.0  # from the first byte sent to the last received, redirects included
    bytes: int = 16 << 20  # after decompression
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response. Give `etag` and `last_modified` back at the next visit, and an unchanged page is not sent again."""

    url: str  # after redirects
    data: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    date: str = ""  # ISO 8601, when the server answered
    unchanged: bool = False  # and then there is no data
    moved: str = ""  # where the page has moved for good, "" where it has not


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to something that was sent to it."""

    status: int
    retry_after: str = ""


def retry_after(header: str, now: datetime) -> float:
    """Return the seconds that a Retry-After header asks for, given as seconds or as a date; 0 where it says nothing."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), _ASKED_FOR)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _ASKED_FOR)


class Fetcher:
    """Asks the web, for everything that reads it or sends to it.

    Private, loopback, link-local and other addresses off the open internet are refused unless `allow_private`, or
    unless they are in one of the networks `allowed`. Each redirect is checked as its own address, and names are looked
    up by `resolve`, once a connection. It may be shared between threads.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        allowed: Collection[str] = (),
        limits: Limits | None = None,
        resolve: Resolver = system_resolver,
    ) -> None:
        self._door = ANYWHERE if allow_private else Door.to(allowed)
        self._limits = limits or Limits()
        self._resolve = resolve
        self._robots: dict[str, tuple[float, Protego | None]] = {}

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch one page. Raises Refused with the reason where that is not possible or not allowed."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        with self._client() as client:
            return self._follow(client, url, {name: value for name, value in conditions.items() if value})

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Send something to an address, as it is: no redirect is followed. Raises Refused where that cannot be done."""
        with self._client() as client:
            response = client.post(self._door.checked(url), content=body, headers=dict(headers))
            return Answer(response.status_code, response.headers.get("retry-after", ""))

    def crawl_delay(self, url: str) -> float:
        """Return the seconds that a site's robots.txt asks to leave between two pages, 0 where it was not read yet."""
        _, rules = self._robots.get(_site(self._door.checked(url)), (0.0, None))
        return float((rules.crawl_delay(AGENT) if rules is not None else None) or 0)

    @cached_property
    def _ssl(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)  # loading the certificates waits until something is fetched

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        """Give a client for one visit, and turn whatever goes wrong into Refused."""
        backend = GuardedBackend(self._door, self._resolve, time.monotonic() + self._limits.seconds)
        transport = GuardedTransport(backend, self._ssl)
        try:
            with httpx.Client(
                transport=transport, headers=_HEADERS, timeout=self._limits.seconds, trust_env=False
            ) as client:
                yield client
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise Refused(f"no answer within {self._limits.seconds:g} seconds", again=True) from error
        except (httpcore.NetworkError, httpx.NetworkError) as error:
            raise Refused(f"the connection failed ({error or type(error).__name__})", again=True) from error
        except (httpcore.ProtocolError, httpx.ProtocolError) as error:
            raise Refused(f"the server does not keep to HTTP ({error})", again=True) from error
        except (httpx.InvalidURL, httpx.HTTPError, httpcore.UnsupportedProtocol, ValueError) as error:
            raise Refused(f"the address cannot be fetched ({error})") from error

    def _follow(self, client: httpx.Client, url: str, conditions: dict[str, str]) -> Fetched:
        moved, for_good = "", True
        for _ in range(self._limits.redirects + 1):
            target = self._door.checked(url)
            if not self._may_fetch(client, target):
                raise Refused(f"robots.txt of {target.netloc.decode()} does not allow it")
            with client.stream("GET", target, headers=conditions) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = str(response.url.join(response.headers["location"]))
                    for_good = for_good and response.status_code in _FOR_GOOD
                    moved = url if for_good else moved
                    continue
                return self._fetched(response, moved)
        raise Refused(f"more than {self._limits.redirects} redirects")

    def _fetched(self, response: httpx.Response, moved: str) -> Fetched:
        unchanged = response.status_code == httpx.codes.NOT_MODIFIED
        headers = response.headers
        if not unchanged and response.status_code != httpx.codes.OK:
            raise Refused(
                f"the server answered {response.status_code} {response.reason_phrase}".rstrip(),
                status=response.status_code,
                again=response.status_code >= 500 or response.status_code in _PASSING,
                retry_after=headers.get("retry-after", ""),
            )
        return Fetched(
            url=str(response.url),
            data=b"" if unchanged else _body(response, self._limits.bytes),
            media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=response.charset_encoding or "",
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
            date=iso(headers.get("date", "")),
            unchanged=unchanged,
            moved=moved,
        )

    def _may_fetch(self, client: httpx.Client, url: httpx.URL) -> bool:
        site = _site(url)
        age, rules = self._robots.get(site, (-_ROBOTS_AGE, None))
        if time.monotonic() - age >= _ROBOTS_AGE:
            rules = self._read_robots(client, f"{site}/robots.txt")
            self._robots[site] = (time.monotonic(), rules)
        return rules is None or bool(rules.can_fetch(str(url), AGENT))

    def _read_robots(self, client: httpx.Client, url: str) -> Protego | None:
        """Read a site's rules; None where it has none. A site whose rules cannot be had just now is left alone."""
        for _ in range(self._limits.redirects + 1):
            with client.stream("GET", self._door.checked(url)) as response:
                status = response.status_code
                if status in _REDIRECTS and "location" in response.headers:
                    url = str(response.url.join(response.headers["location"]))
                    continue
                rules = _body(response, _ROBOTS_BYTES, cut=True)  # read in any case: the connection is used again
                if status >= 500:
                    raise Refused(
                        f"the site's robots.txt cannot be had: the server answered {status}",
                        status=status,
                        again=True,
                        retry_after=response.headers.get("retry-after", ""),
                    )
                if status != httpx.codes.OK:
                    return None
                return Protego.parse(rules.decode("utf-8", "replace"))
        return None


def _site(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode()}"


def _body(response: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
    """Read a body, undoing gzip and deflate, never more than `limit` bytes of it. Beyond that it is cut or refused."""
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise Refused(f"its compression “{encoding}” is not known")
    told = response.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told[:20]) > limit and not cut:
        raise Refused(f"the page is larger than {_size(limit)}")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding not in {"identity", ""} else None
    body = bytearray()
    try:
        for chunk in response.iter_raw():
            body += inflate.decompress(chunk, limit + 1 - len(body)) if inflate else chunk
            if len(body) > limit:
                if cut:
                    break
                raise Refused(f"the page is larger than {_size(limit)}")
    except zlib.error as error:
        raise Refused(f"its {encoding} data is damaged ({error})") from error
    if inflate and not inflate.eof and not cut:
        raise Refused(f"its {encoding} data is cut short")
    return bytes(body[:limit])


def _size(limit: int) -> str:
    return f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit:,} bytes"
