"""`reportedly user`: who may use a server over the ledger."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.ledger.audit import Deed
    from reportedly.ledger.port import Ledger


class Deal(StrEnum):
    """What can be done about users."""

    ADD = "add"
    LIST = "list"
    TOKEN = "token"
    REVOKE = "revoke"
    REMOVE = "remove"


class Part(StrEnum):
    """What a user may do."""

    READER = "reader"
    EDITOR = "editor"


def user(
    action: Annotated[Deal, typer.Argument(help="What to do.")],
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Small letters, digits, dots and dashes.")] = "",
    role: Annotated[Part, typer.Option("--role", help="A reader looks, an editor decides as well.")] = Part.READER,
    label: Annotated[str, typer.Option("--label", help="What a token is for.")] = "token",
    stdin: Annotated[bool, typer.Option("--stdin", help="Take the password from standard input, unasked.")] = False,
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Add a user or a new password, list users, make and revoke API tokens, remove a user.

    A token is shown once. All of it is noted in the ledger, but no password and no token is.
    """
    from reportedly.ledger.users import NAME

    if action is not Deal.LIST and not NAME.fullmatch(name):
        raise Trouble(Code.USAGE, f"{name!r} is no name", todo="small letters, digits, dots and dashes: ada.lunt")
    with session.desk(ledger, create=action is Deal.ADD) as desk:
        match action:
            case Deal.ADD:
                _add(desk.ledger, name, role, _password(stdin=stdin))
            case Deal.LIST:
                _list(desk.ledger, as_json=as_json)
            case Deal.TOKEN:
                _token(desk.ledger, name, label)
            case Deal.REVOKE:
                _revoke(desk.ledger, name, label)
            case Deal.REMOVE:
                _remove(desk.ledger, name)


def _add(ledger: Ledger, name: str, role: Part, password: str) -> None:
    from reportedly.ledger.audit import Deed
    from reportedly.ledger.users import Person, Role

    secrets = _secrets()
    try:
        secret = secrets.password_hash(password)
    except ValueError as error:
        raise Trouble(Code.USAGE, str(error)) from error
    ledger.users.put(Person(name, Role(role.value), secret, _now()))
    _note(ledger, name, Deed.ADDED)
    out.write(f"{name} is {'an' if role is Part.EDITOR else 'a'} {role.value}\n")


def _list(ledger: Ledger, *, as_json: bool) -> None:
    from reportedly.ledger.users import Kind

    tokens = ledger.users.credentials(Kind.TOKEN)
    found = [
        {
            "name": p.name,
            "role": p.role.value,
            "made": p.made,
            "tokens": [t.label for t in tokens if t.person == p.name],
        }
        for p in ledger.users.all()
    ]
    if as_json:
        out.data(found)
        return
    for each in found:
        held = f"  tokens: {', '.join(each['tokens'])}" if each["tokens"] else ""
        out.write(f"{each['name']:<20} {each['role']:<8} {each['made']}{held}\n")
    if not found:
        session.note("there are no users: whoever is on this machine can read, and nobody can decide")


def _token(ledger: Ledger, name: str, label: str) -> None:
    from reportedly.ledger.audit import Deed
    from reportedly.ledger.users import Credential, Kind

    secrets = _secrets()
    _known(ledger, name)
    token = secrets.fresh(secrets.TOKEN)
    ledger.users.grant(Credential(secrets.digest(token), name, Kind.TOKEN, label, _now()))
    _note(ledger, name, Deed.TOKEN)
    out.write(f"{token}\n")
    session.note("this is shown once; send it as Authorization: Bearer TOKEN")


def _revoke(ledger: Ledger, name: str, label: str) -> None:
    from reportedly.ledger.audit import Deed

    _known(ledger, name)
    ended = ledger.users.revoke(person=name, label=label)
    if not ended:
        raise Trouble(Code.NOT_FOUND, f"{name} has no token {label!r}", todo="reportedly user list")
    _note(ledger, name, Deed.REVOKED)
    out.write(f"{ended} ended\n")


def _remove(ledger: Ledger, name: str) -> None:
    from reportedly.ledger.audit import Deed

    _known(ledger, name)
    ledger.users.remove(name)
    _note(ledger, name, Deed.REMOVED)
    out.write(f"{name} is removed; what they decided stands\n")


def _known(ledger: Ledger, name: str) -> None:
    if ledger.users.person(name) is None:
        raise Trouble(Code.NOT_FOUND, f"there is no user {name}", todo="reportedly user list")


def _note(ledger: Ledger, name: str, deed: Deed) -> None:
    from reportedly.ledger.audit import access_draft

    ledger.append([access_draft(name, deed, "command line", "user")])


def _password(*, stdin: bool) -> str:
    if stdin:
        return sys.stdin.readline().rstrip("\n")
    if not sys.stdin.isatty():
        raise Trouble(Code.USAGE, "there is nobody to ask for a password", todo="--stdin takes it from standard input")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _secrets() -> Any:
    try:
        from reportedly.show.http import secrets
    except ModuleNotFoundError as error:
        raise Trouble(Code.USAGE, f"{error.name} is not installed", todo="pip install 'reportedly[serve]'") from error
    return secrets


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
