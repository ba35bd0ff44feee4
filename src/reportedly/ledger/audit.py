"""What persons did at a server, as entries of the log."""

from __future__ import annotations

from enum import StrEnum

from reportedly.ledger.port import Draft, EntryKind
from reportedly.ledger.users import NAME

NOBODY = "?"  # stands where a name was tried that nobody can have


class Deed(StrEnum):
    """What an access entry records."""

    ADDED = "added"
    REMOVED = "removed"
    TOKEN = "token given"
    REVOKED = "token revoked"
    LOGIN = "login"
    REFUSED = "login refused"
    LOGOUT = "logout"


def access_draft(person: str, deed: Deed, where: str, by: str) -> Draft:
    """Record a deed; `where` is a network address or "command line", `by` the program that saw it."""
    named = person if NAME.fullmatch(person) else NOBODY
    return Draft(EntryKind.ACCESS, named, {"deed": deed.value, "from": where}, by)
