"""The API, version 1: the ledger for programs, in the types of the library. Names never change within a version."""

from __future__ import annotations

from urllib.parse import quote

BASE = "/api/v1"


def story(name: str) -> str:
    """Return where a story is."""
    return f"{BASE}/stories/{quote(name, safe=':', errors='replace')}"
