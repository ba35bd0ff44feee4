"""`reportedly reread`: the ledger's own articles, by newer weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from reportedly.desk import ReadTotals


def reread(ledger: options.Ledger = "", as_json: options.Json = False) -> None:
    """Read the ledger's articles again where other weights or rules read them.

    What was found before is kept, and people's decisions stand.
    """
    from reportedly.desk import ReadTotals

    totals = ReadTotals()
    with session.desk(ledger) as desk:
        for outcome in desk.rereading():
            totals = totals.plus(outcome)
    if as_json:
        out.data({"read": totals.kept, "unchanged": totals.unchanged, "statements": totals.statements})
    else:
        out.write(_sentence(totals))


def _sentence(totals: ReadTotals) -> str:
    from reportedly.show.brief.words import count

    if not totals.kept:
        return f"Nothing to read again: {count(totals.unchanged, 'article')} read by the same weights.\n"
    found = f"{count(totals.kept, 'article')} read again, {count(totals.statements, 'statement')} found"
    return found + (f"; {totals.unchanged:,} read by the same weights already.\n" if totals.unchanged else ".\n")
