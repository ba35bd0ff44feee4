"""`reportedly mcp`: the ledger for a language model's client, over standard input and output."""

from __future__ import annotations

from reportedly.show.cli import options, session
from reportedly.show.cli.trouble import Code, Trouble


def mcp(ledger: options.Ledger = "") -> None:
    """Answer a Model Context Protocol client on standard input and output: search claims, print briefs, show pins.

    The tools only read. A client starts this command itself.
    """
    try:
        from reportedly.show.mcp import server
    except ModuleNotFoundError as error:
        raise Trouble(Code.USAGE, f"{error.name} is not installed", todo="pip install 'reportedly[serve]'") from error
    with session.desk(ledger) as desk:
        server(desk).run("stdio")
