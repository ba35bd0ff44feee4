"""Where alerts go, as the file of rules names it. Secrets are not in that file: it names the variables they are in."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from enum import StrEnum
from typing import TypeAlias

from reportedly.read import Refused
from reportedly.read.addresses import Door
from reportedly.settings import SettingsError, Table


class Kind(StrEnum):
    """The kinds of targets."""

    WEBHOOK = "webhook"
    EMAIL = "email"
    STDOUT = "stdout"
    DESKTOP = "desktop"


class Security(StrEnum):
    """How the connection to a mail server is secured."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that alerts are posted to, signed (Standard Webhooks)."""

    url: str
    secret_env: str
    allowed: tuple[str, ...] = ()  # private networks it may be in


@dataclass(frozen=True, slots=True)
class Email:
    """People who are written to through a mail server."""

    to: tuple[str, ...]
    sender: str
    host: str
    port: int
    security: Security
    user: str = ""
    password_env: str = ""


@dataclass(frozen=True, slots=True)
class Stdout:
    """Standard output, a line an alert."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """The desktop's notifications, through notify-send."""


Target: TypeAlias = Webhook | Email | Stdout | Desktop


def secret(name: str) -> str:
    """Return a secret from the environment. Raises SettingsError where it is not there."""
    if value := os.environ.get(name, ""):
        return value
    raise SettingsError(f"the environment variable {name} is not set: it should hold the secret")


def target_of(table: Table) -> Target:
    """Read one [target.NAME]. Raises SettingsError with file, line and key where something is wrong."""
    target = _READERS[table.choice("kind", Kind)](table)
    table.done()
    return target


def _webhook(table: Table) -> Webhook:
    target = Webhook(table.text("url"), table.text("secret_env"), table.texts("allowed", ()))
    try:
        door = Door.to(target.allowed)
    except ValueError as error:
        raise table.wrong("allowed", f"{error}; write networks as 10.1.0.0/16") from error
    try:
        door.checked(target.url)
    except Refused as refused:
        raise table.wrong("url", str(refused)) from refused
    return target


def _email(table: Table) -> Email:
    host, _, port = table.text("server").partition(":")
    security = table.choice("security", Security) if table.has("security") else Security.STARTTLS
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise table.wrong("server", "write it as mail.example.org:587")
    for key in ("to", "from"):
        for address in table.texts(key):
            try:
                Address(addr_spec=address)
            except (MessageError, ValueError, IndexError) as error:
                raise table.wrong(key, f"{address!r} is no e-mail address") from error
    email = Email(
        to=table.texts("to"),
        sender=table.text("from"),
        host=host,
        port=int(port or (465 if security is Security.TLS else 587)),
        security=security,
        user=table.text("user", ""),
        password_env=table.text("password_env", ""),
    )
    if bool(email.user) != bool(email.password_env):
        raise table.wrong("user" if email.user else "password_env", "user and password_env go together")
    if email.user and security is Security.NONE:
        raise table.wrong("security", "a password is sent through starttls or tls only")
    return email


_READERS: dict[Kind, Callable[[Table], Target]] = {
    Kind.WEBHOOK: _webhook,
    Kind.EMAIL: _email,
    Kind.STDOUT: lambda _: Stdout(),
    Kind.DESKTOP: lambda _: Desktop(),
}
