"""Pages that wait to be fetched, by host: a host that must be left alone for a while does not keep others waiting."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from reportedly.ledger.beside import PageState


def host_of(url: str) -> str:
    """Return the host and port of an address."""
    return urlsplit(url).netloc.lower()


class Waiting:
    """Pages by host, in the order they came; each page once."""

    def __init__(self) -> None:
        """Let nothing wait."""
        self._by_host: dict[str, deque[PageState]] = {}
        self._urls: set[str] = set()

    def __len__(self) -> int:
        return len(self._urls)

    def __contains__(self, url: str) -> bool:
        return url in self._urls

    @property
    def urls(self) -> frozenset[str]:
        """Return the addresses of all pages that wait."""
        return frozenset(self._urls)

    def add(self, pages: Iterable[PageState]) -> None:
        """Let pages wait at the end of their host's line; one that waits already stays where it is."""
        for page in pages:
            if page.url not in self._urls:
                self._urls.add(page.url)
                self._by_host.setdefault(host_of(page.url), deque()).append(page)

    def hosts(self) -> Iterator[str]:
        """Yield the hosts for which pages wait, those that have waited longest since their last turn first."""
        return iter(list(self._by_host))

    def take(self, host: str) -> PageState:
        """Take the first page of a host; the host goes to the end of the hosts."""
        line = self._by_host.pop(host)
        page = line.popleft()
        if line:
            self._by_host[host] = line
        self._urls.discard(page.url)
        return page
