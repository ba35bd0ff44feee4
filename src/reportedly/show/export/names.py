"""Names of things outside the ledger: the same thing has the same name in every export, whenever it is made."""

from __future__ import annotations

from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

SCHEME = "urn:x-reportedly"
NAMESPACE = uuid5(NAMESPACE_URL, SCHEME)


def urn(kind: str, name: str) -> str:
    """Return the IRI of a thing: `urn:x-reportedly:article:a1b2c3`. Whatever may not stand in an IRI is escaped."""
    return f"{SCHEME}:{kind}:{quote(name.encode('utf-8', 'surrogatepass'), safe=':')}"


def uuid(kind: str, name: str) -> UUID:
    """Return the UUID of a thing: version 5, of its IRI."""
    return uuid5(NAMESPACE, urn(kind, name))
