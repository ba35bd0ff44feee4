"""The only place that reads the network: one page at a time, within limits, where robots.txt and the guard allow it."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore
import httpx
from protego import Protego

from reportedly.read.dates import iso
from reportedly.read.guard import GuardedBackend, GuardedTransport, Refused

AGENT = "reportedly"
_HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads news pages; keeps robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",  # what we undo ourselves, within the limit
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512 << 10  # as much of a robots.txt as RFC 9309 asks a crawler to read
_ROBOTS_AGE = 24 * 3600.0  # seconds, RFC 9309 again


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


class Fetcher:
    """Fetches pages for everything that reads the web.

    Private, loopback, link-local and other addresses off the open internet are refused unless `allow_private`. Each
    redirect is checked as its own address. It may be shared between threads.
    """

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._ssl = httpx.create_ssl_context(trust_env=False)
        self._robots: dict[str, tuple[float, Protego | None]] = {}

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch one page. Raises Refused with the reason where that is not possible or not allowed."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        backend = GuardedBackend(allow_private=self._allow_private, deadline=time.monotonic() + self._limits.seconds)
        try:
            with httpx.Client(
                transport=GuardedTransport(backend, self._ssl),
                headers=_HEADERS,
                timeout=self._limits.seconds,
                trust_env=False,
            ) as client:
                return self._follow(client, url, {name: value for name, value in conditions.items() if value})
        except (httpcore.TimeoutException, httpx.TimeoutException) as error:
            raise Refused(f"no answer within {self._limits.seconds:g} seconds") from error
        except (httpcore.NetworkError, httpx.NetworkError) as error:
            raise Refused(f"the connection failed ({error or type(error).__name__})") from error
        except (httpcore.ProtocolError, httpx.ProtocolError) as error:
            raise Refused(f"the server does not keep to HTTP ({error})") from error
        except (httpx.InvalidURL, httpx.HTTPError, httpcore.UnsupportedProtocol, ValueError) as error:
            raise Refused(f"the address cannot be fetched ({error})") from error

    def _follow(self, client: httpx.Client, url: str, conditions: dict[str, str]) -> Fetched:
        for _ in range(self._limits.redirects + 1):
            _check(url)
            if not self._may_fetch(client, url):
                raise Refused(f"robots.txt of {urlsplit(url).netloc} does not allow it")
            with client.stream("GET", url, headers=conditions) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = str(response.url.join(response.headers["location"]))
                    continue
                return self._fetched(response)
        raise Refused(f"more than {self._limits.redirects} redirects")

    def _fetched(self, response: httpx.Response) -> Fetched:
        unchanged = response.status_code == httpx.codes.NOT_MODIFIED
        if not unchanged and response.status_code != httpx.codes.OK:
            raise Refused(f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
        headers = response.headers
        return Fetched(
            url=str(response.url),
            data=b"" if unchanged else _body(response, self._limits.bytes),
            media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=response.charset_encoding or "",
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
            date=iso(headers.get("date", "")),
            unchanged=unchanged,
        )

    def _may_fetch(self, client: httpx.Client, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        age, rules = self._robots.get(site, (-_ROBOTS_AGE, None))
        if time.monotonic() - age >= _ROBOTS_AGE:
            rules = self._read_robots(client, f"{site}/robots.txt")
            self._robots[site] = (time.monotonic(), rules)
        return rules is None or bool(rules.can_fetch(url, AGENT))

    def _read_robots(self, client: httpx.Client, url: str) -> Protego | None:
        """Read a site's rules; None where it has none. A site whose rules cannot be had just now is left alone."""
        for _ in range(self._limits.redirects + 1):
            _check(url)
            with client.stream("GET", url) as response:
                status = response.status_code
                if status in _REDIRECTS and "location" in response.headers:
                    url = str(response.url.join(response.headers["location"]))
                    continue
                rules = _body(response, _ROBOTS_BYTES, cut=True)  # read in any case: the connection is used again
                if status >= 500:
                    raise Refused(f"the site's robots.txt cannot be had: the server answered {status}")
                if status != httpx.codes.OK:
                    return None
                return Protego.parse(rules.decode("utf-8", "replace"))
        return None


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Refused(
            "the address names no host"
            if parts.scheme in {"http", "https"}
            else "only http and https addresses are fetched"
        )
    if parts.username or parts.password:
        raise Refused("the address carries a user name or password; they are not sent")


def _body(response: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
    """Read a body, undoing gzip and deflate, never more than `limit` bytes of it. Beyond that it is cut or refused."""
    encoding = response.headers.get("content-encoding", "identity").lower()
    if encoding not in {"identity", "gzip", "x-gzip", "deflate", ""}:
        raise Refused(f"its compression “{encoding}” is not known")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding not in {"identity", ""} else None
    body = bytearray()
    try:
        for chunk in response.iter_raw():
            body += inflate.decompress(chunk, limit + 1 - len(body)) if inflate else chunk
            if len(body) > limit:
                if cut:
                    break
                raise Refused(f"the page is larger than {limit >> 20} MB")
    except zlib.error as error:
        raise Refused(f"its {encoding} data is damaged ({error})") from error
    if inflate and not inflate.eof and not cut:
        raise Refused(f"its {encoding} data is cut short")
    return bytes(body[:limit])
