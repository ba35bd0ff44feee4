"""Who may use a server over the ledger: persons with a role, their sessions and tokens, kept as hashes only.

All of it stands beside the log. What persons did, logging in included, is in the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from sqlalchemy import Column, Connection, String, Table, delete, func, insert, select

from reportedly.ledger.tables import METADATA

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")  # what a person can be called
Session: TypeAlias = Callable[[], AbstractContextManager[Connection]]


class Role(StrEnum):
    """What a person may do: look, or decide as well."""

    READER = "reader"
    EDITOR = "editor"


class Kind(StrEnum):
    """What a credential is for: a browser that logged in, or a program."""

    SESSION = "session"
    TOKEN = "token"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the server."""

    name: str
    role: Role
    secret: str  # argon2 hash of the password
    made: str


@dataclass(frozen=True, slots=True)
class Credential:
    """A session or token, known by the SHA-256 of the random words its holder has."""

    digest: str
    person: str
    kind: Kind
    label: str
    made: str
    until: str = ""  # "" for ever


class Users(Protocol):
    """The persons of a ledger and their credentials."""

    def all(self) -> list[Person]:
        """Return everybody, by name."""
        ...

    def person(self, name: str) -> Person | None:
        """Return one person."""
        ...

    def put(self, person: Person) -> None:
        """Keep a person; one of that name is replaced, and all sessions and tokens of theirs end."""
        ...

    def remove(self, name: str) -> bool:
        """Remove a person with all sessions and tokens; tell whether there was one."""
        ...

    def grant(self, credential: Credential) -> None:
        """Keep a session or token; sessions that have run out by when it was made are dropped."""
        ...

    def holder(self, digest: str, kind: Kind, at: str) -> Person | None:
        """Return whose credential this is, if it holds at a time."""
        ...

    def credentials(self, kind: Kind) -> list[Credential]:
        """Return all sessions or all tokens, by person and label."""
        ...

    def revoke(self, *, digest: str = "", person: str = "", label: str = "") -> int:
        """End one credential by its digest, or a person's tokens of a label; return how many ended."""
        ...


PERSON = Table(
    "person",
    METADATA,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("secret", String, nullable=False),
    Column("made", String, nullable=False),
)
CREDENTIAL = Table(
    "credential",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("person", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("label", String, nullable=False),
    Column("made", String, nullable=False),
    Column("until", String, nullable=False),
)


class SqlUsers:
    """`Users` over SQL."""

    def __init__(self, reading: Session, writing: Session) -> None:
        """Take how a ledger reads and writes its database."""
        self._reading = reading
        self._writing = writing

    def all(self) -> list[Person]:
        """Return everybody, by name."""
        with self._reading() as connection:
            return [_person(row) for row in connection.execute(select(PERSON).order_by(PERSON.c.name))]

    def person(self, name: str) -> Person | None:
        """Return one person."""
        with self._reading() as connection:
            row = connection.execute(select(PERSON).where(PERSON.c.name == name)).one_or_none()
        return _person(row) if row is not None else None

    def put(self, person: Person) -> None:
        """Keep a person; one of that name is replaced, and all sessions and tokens of theirs end."""
        with self._writing() as connection:
            _drop(connection, person.name)
            connection.execute(insert(PERSON), asdict(person))

    def remove(self, name: str) -> bool:
        """Remove a person with all sessions and tokens; tell whether there was one."""
        with self._writing() as connection:
            return _drop(connection, name)

    def grant(self, credential: Credential) -> None:
        """Keep a session or token; sessions that have run out by when it was made are dropped."""
        with self._writing() as connection:
            over = (CREDENTIAL.c.until != "") & (CREDENTIAL.c.until <= credential.made)
            connection.execute(delete(CREDENTIAL).where(over))
            connection.execute(insert(CREDENTIAL), asdict(credential))

    def holder(self, digest: str, kind: Kind, at: str) -> Person | None:
        """Return whose credential this is, if it holds at a time."""
        query = (
            select(PERSON)
            .join(CREDENTIAL, CREDENTIAL.c.person == PERSON.c.name)
            .where(CREDENTIAL.c.digest == digest, CREDENTIAL.c.kind == kind.value)
            .where((CREDENTIAL.c.until == "") | (CREDENTIAL.c.until > at))
        )
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
        return _person(row) if row is not None else None

    def credentials(self, kind: Kind) -> list[Credential]:
        """Return all sessions or all tokens, by person and label."""
        query = select(CREDENTIAL).where(CREDENTIAL.c.kind == kind.value)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(CREDENTIAL.c.person, CREDENTIAL.c.label)).all()
        return [Credential(row.digest, row.person, Kind(row.kind), row.label, row.made, row.until) for row in rows]

    def revoke(self, *, digest: str = "", person: str = "", label: str = "") -> int:
        """End one credential by its digest, or a person's tokens of a label; return how many ended."""
        tokens = (
            (CREDENTIAL.c.person == person) & (CREDENTIAL.c.label == label) & (CREDENTIAL.c.kind == Kind.TOKEN.value)
        )
        which = CREDENTIAL.c.digest == digest if digest else tokens
        with self._writing() as connection:
            ended = connection.execute(select(func.count()).select_from(CREDENTIAL).where(which)).scalar_one()
            connection.execute(delete(CREDENTIAL).where(which))
        return int(ended)


def _drop(connection: Connection, name: str) -> bool:
    connection.execute(delete(CREDENTIAL).where(CREDENTIAL.c.person == name))
    known = connection.execute(select(PERSON.c.name).where(PERSON.c.name == name)).first() is not None
    connection.execute(delete(PERSON).where(PERSON.c.name == name))
    return known


def _person(row: Any) -> Person:
    return Person(row.name, Role(row.role), row.secret, row.made)
