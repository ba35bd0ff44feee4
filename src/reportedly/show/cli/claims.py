"""`reportedly claims`: every claim in a line, with its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from rich.table import Table

    from reportedly.types import ClaimView


def claims(
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """List claims: id, standing, independent origins beside outlets, and what is claimed."""
    from reportedly.show.cli.naming import story_id
    from reportedly.show.decisions import marks

    with session.view(ledger, as_of, known_at) as view:
        found = view.claims(story=story_id(view, story))
        marked = marks(view, found)
    if as_json:
        from reportedly.show.export.objects import claim

        out.data([claim(view) | {"decided": marked.get(view.claim.id, "")} for view in found])
    else:
        out.say(_table(found, marked))


def _table(found: list[ClaimView], marked: dict[str, str]) -> Table | str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief.words import clean, short

    if not found:
        return "No claims yet."
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("claim", no_wrap=True)
    table.add_column("standing", no_wrap=True)
    table.add_column("origins", justify="right")
    table.add_column("outlets", justify="right")
    table.add_column("what is claimed", ratio=1)
    for view in found:
        few = "bold yellow" if view.outlets > 1 and view.independent_origins <= 1 else ""
        counts = (Text(f"{view.independent_origins}", few), Text(f"{view.outlets}"))
        gist = Text(clean(view.claim.gist))
        if mark := marked.get(view.claim.id):
            gist.append(f"\n{mark}", "cyan")
        table.add_row(Text(short(view.claim.id), "dim"), Text(view.standing.value), *counts, gist)
    return table
