"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Id = Annotated[str, typer.Argument(metavar="ID", help="An id, or as much of it as is clear; a1b2:4 is a paragraph.")]
Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar="REPORTEDLY_LEDGER",
        metavar="FILE",
        help="The ledger: a file, or a postgresql:// address. Default: ledger.db in your data folder.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Story = Annotated[str, typer.Option("--story", metavar="ID", help="Of one story only.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="MOMENT", help="What the world had said by then, such as 2022-02-15T14:00.")
]
KnownAt = Annotated[str, typer.Option("--known-at", metavar="MOMENT", help="What the ledger held by then.")]
