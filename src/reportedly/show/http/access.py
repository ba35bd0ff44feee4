"""Who asks, and what they may do.

Without any person set up, whoever is on this machine may read, and nobody may decide. As soon as there is one person,
everybody must log in. A browser holds a session in a cookie that scripts cannot read and other sites cannot send; what
it posts must carry the session's own form token. A program holds a token in its Authorization header.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from urllib.parse import urlsplit

from starlette.requests import Request

from reportedly.ledger.audit import Deed, access_draft
from reportedly.ledger.port import Ledger
from reportedly.ledger.users import NAME, Credential, Kind, Person, Role
from reportedly.show.http import secrets
from reportedly.show.http.limits import Limit

COOKIE = "reportedly"
LASTS = timedelta(hours=12)  # a session: a long shift
BY = "serve"


class RefusedError(Exception):
    """A request that may not be answered, with its HTTP status and the reason."""

    def __init__(self, status: int, reason: str, wait: int = 0) -> None:
        """Take what to answer; `wait` is after how many seconds to come again."""
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. `csrf` is what their forms must carry; `session` the token behind it."""

    name: str
    role: Role
    session: str
    csrf: str
    expected: bool  # persons are set up, so that one could log in

    @property
    def editor(self) -> bool:
        """Tell whether they may decide."""
        return self.role is Role.EDITOR

    @property
    def welcome(self) -> bool:
        """Tell whether they may read."""
        return bool(self.name) or not self.expected


class Access:
    """Knows visitors by what their requests carry, and lets them in."""

    def __init__(
        self,
        ledger: Ledger,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look persons up in a ledger; `now` tells the time of day, `clock` seconds that only go forward."""
        self._ledger = ledger
        self._now = now
        self._logins = Limit(5, 1 / 15, clock)  # of one address
        self._names = Limit(10, 1 / 30, clock)  # of one name, from wherever
        self._guesses = Limit(10, 1 / 10, clock)  # tokens that nobody has, of one address

    def visitor(self, request: Request) -> Visitor:
        """Return who asks, by cookie. A browser without a session gets a token for its forms all the same."""
        session = request.cookies.get(COOKIE, "") or secrets.fresh()
        expected = bool(self._ledger.users.all())
        found = self._holder(session, Kind.SESSION) if expected else None
        name, role = (found.name, found.role) if found else ("", Role.READER)
        return Visitor(name, role, session, secrets.csrf(session), expected)

    def program(self, request: Request) -> Visitor:
        """Return who asks, by token or else by cookie. Raises RefusedError for a token that nobody has."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if not kind:
            return self.visitor(request)
        address = _address(request)
        if not self._guesses.allows(address, 0):
            raise RefusedError(429, "too many tokens that nobody has", self._guesses.wait())
        found = self._holder(token.strip(), Kind.TOKEN) if kind.lower() == "bearer" else None
        if found is None:
            self._guesses.allows(address)
            raise RefusedError(401, "nobody has this token")
        return Visitor(found.name, found.role, "", "", expected=True)

    def login(self, request: Request, name: str, password: str) -> tuple[Person, str]:
        """Return the person and the token of a new session. Raises RefusedError; every try is in the log."""
        address = _address(request)
        if not self._logins.allows(address) or not self._names.allows(name):
            raise RefusedError(429, "too many tries to log in: wait a minute", self._logins.wait())
        person = self._ledger.users.person(name) if NAME.fullmatch(name) else None
        if not secrets.fits(password, person.secret if person else "") or person is None:
            self._ledger.append([access_draft(name, Deed.REFUSED, address, BY)])
            raise RefusedError(403, "name or password is wrong")
        token, now = secrets.fresh(), self._now()
        session = Credential(secrets.digest(token), name, Kind.SESSION, "", _iso(now), _iso(now + LASTS))
        self._ledger.users.grant(session)
        self._ledger.append([access_draft(name, Deed.LOGIN, address, BY)])
        return person, token

    def logout(self, request: Request, visitor: Visitor) -> None:
        """End a visitor's session."""
        if visitor.name:
            self._ledger.users.revoke(digest=secrets.digest(visitor.session))
            self._ledger.append([access_draft(visitor.name, Deed.LOGOUT, _address(request), BY)])

    def _holder(self, token: str, kind: Kind) -> Person | None:
        return self._ledger.users.holder(secrets.digest(token), kind, _iso(self._now()))


def own(request: Request, visitor: Visitor, given: str) -> None:
    """Let a form through that one of our own pages sent for this visitor. Raises RefusedError for any other."""
    origin = request.headers.get("origin", "")
    other = origin and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
    if other or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise RefusedError(403, "this form was sent by a page of another site")
    if not compare_digest(given.encode("utf-8", "replace"), visitor.csrf.encode()):
        raise RefusedError(403, "this form is too old: open the page again")


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
