"""`reportedly export`: the ledger for programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportedly.show.cli import options, out, session


class Format(StrEnum):
    """Formats of export."""

    JSONL = "jsonl"


def export(
    format: Annotated[Format, typer.Option("--format", help="The format; docs/export.md describes its fields.")] = (
        Format.JSONL
    ),
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Print articles, statements, origins and claims, one JSON object a line (with --json, one JSON array)."""
    from reportedly.show.cli.naming import story_id
    from reportedly.show.export.records import line, records

    del format  # one so far
    with session.view(ledger, as_of, known_at) as view:
        found = records(view, story_id(view, story))
        if as_json:
            out.data(list(found))
        else:
            for record in found:
                out.write(line(record))
