"""The only network."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):  # noqa: N818 - a reason, not a fault
    """A page was not fetched, and why, in words for people."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One response."""

    url: str  # after redirects
    data: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    date: str = ""  # ISO 8601, when the server answered
    unchanged: bool = False


class Fetcher:
    """Fetches pages."""

    def get(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch one page."""
        raise Refused("fetching is not there yet")
