"""`reportedly serve`: the pages and the API of a ledger, for one desk or a newsroom."""

from __future__ import annotations

import gc
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import Desk

LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "localhost", "::1": "[::1]"}
ANY = frozenset({"0.0.0.0", "::"})


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = 8642,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Address to listen on; others than this machine need users."),
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name that the server is reached by; may be repeated."),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="TLS certificate, PEM.")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="Its private key, PEM.")] = None,
    ledger: options.Ledger = "",
) -> None:
    """Serve the ledger's pages and API, by default to this machine only.

    Other addresses are refused until there is a user (reportedly user add). From the first user on everybody logs in.
    """
    gc.disable()  # what a start makes stays: searching it for garbage again and again takes a tenth of the time
    try:
        _serve(port, host, name or (), certificate, key, ledger)
    finally:
        gc.enable()


def _serve(
    port: int, host: str, names: Collection[str], certificate: Path | None, key: Path | None, ledger: str
) -> None:
    try:
        from reportedly.show.http.server import run
    except ModuleNotFoundError as error:
        raise Trouble(Code.USAGE, f"{error.name} is not installed", todo="pip install 'reportedly[serve]'") from error
    if (certificate is None) != (key is None):
        raise Trouble(Code.USAGE, "--certificate and --key go together")
    with session.desk(ledger) as desk:
        hosts = _hosts(desk, host, names)
        tls = (certificate, key) if certificate and key else None
        if tls is None and host not in LOOPBACK:
            session.note("warning: without --certificate and --key, passwords cross the network in the open")
        try:
            run(desk, host, port, hosts, tls, lambda url: session.note(f"serving {session.location(ledger)} at {url}"))
        except OSError as error:
            raise Trouble(
                Code.USAGE, f"cannot listen there: {error.strerror or error}", f"{host}, port {port}", "--port N"
            ) from error


def _hosts(desk: Desk, host: str, names: Collection[str]) -> set[str]:
    """Return the names the server answers for, or raise trouble where this address may not be served."""
    if host not in LOOPBACK and not desk.ledger.users.all():
        raise Trouble(
            Code.USAGE,
            "only this machine may be served while there are no users",
            f"--host {host}",
            "reportedly user add NAME --role editor",
        )
    if host in ANY and not names:
        raise Trouble(
            Code.USAGE, f"--host {host} has no name of its own", todo="--name HOST, as browsers will ask for it"
        )
    return {*LOOPBACK.values(), *names, *(() if host in ANY else (_named(host),))}


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
