"""`reportedly parties`: the sides that speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.desk import PartyCount


def parties(
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """List the sides that speak, how often, and through whom."""
    with session.view(ledger, as_of, known_at) as view:
        found = view.parties()
    if as_json:
        from dataclasses import asdict

        out.data([asdict(party) for party in found])
    else:
        out.say(_table(found))


def _table(found: list[PartyCount]) -> Table | str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief.words import clean, party

    if not found:
        return "Nobody has spoken yet."
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("party", ratio=2)
    table.add_column("kind", no_wrap=True)
    table.add_column("statements", justify="right")
    table.add_column("speakers", ratio=3)
    for side in found:
        speakers = ", ".join(clean(name) for name in side.speakers[:4])
        more = f" and {len(side.speakers) - 4} more" if len(side.speakers) > 4 else ""
        table.add_row(Text(party(side.party)), side.kind.value, f"{side.statements:,}", Text(speakers + more))
    return table
