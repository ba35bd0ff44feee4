"""`reportedly claims`: every claim with its id, story by story, what is contested first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.show.cli import options, out, session
from reportedly.types import ClaimView, Standing

if TYPE_CHECKING:
    from rich.table import Table

LONGEST = 180  # characters of what is claimed; `reportedly show` has the whole
_FIRST = (Standing.DISPUTED, Standing.CONCEDED, Standing.WITHDRAWN, Standing.DENIED, Standing.CORROBORATED)


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
        found = _ordered(view.claims(story=story_id(view, story)))
        marked = marks(view, found)
        shown = {} if as_json else dict.fromkeys(each.claim.story for each in found)
        titles = {each: view.story(each).title for each in shown}
    if as_json:
        from reportedly.show.export.objects import claim

        out.data([claim(view) | {"decided": marked.get(view.claim.id, "")} for view in found])
    else:
        out.say(_table(found, marked, titles))


def _ordered(found: Iterable[ClaimView]) -> list[ClaimView]:
    """Return claims in the order of their stories; in each what is contested first, then what most outlets carry."""
    views = list(found)
    place = {story: number for number, story in enumerate(dict.fromkeys(view.claim.story for view in views))}
    return sorted(views, key=lambda view: (place[view.claim.story], *_rank(view)))


def _rank(view: ClaimView) -> tuple[int, int, int, str, int]:
    rank = _FIRST.index(view.standing) if view.standing in _FIRST else len(_FIRST)
    article, _, number = view.claim.id.partition(":s")
    return rank, -view.outlets, -view.independent_origins, article, int(number or 0)


def _table(found: list[ClaimView], marked: dict[str, str], titles: dict[str, str]) -> Table | str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from reportedly.show.brief.words import clean, origins, short, shorten

    if not found:
        return "No claims yet."
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("claim", no_wrap=True)
    table.add_column("standing", no_wrap=True)
    table.add_column("origins", justify="right")
    table.add_column("outlets", justify="right")
    table.add_column("what is claimed", ratio=1)
    story = ""
    for view in found:
        if view.claim.story != story:
            story = view.claim.story
            table.add_section()
            table.add_row(Text(short(story), "dim"), "", "", "", Text(clean(titles.get(story, "")), "bold"))
        few = "bold yellow" if view.outlets > 1 and view.origins_at_most <= 1 else ""
        counts = (Text(origins(view), few), Text(f"{view.outlets}"))
        gist = Text(shorten(view.claim.gist, LONGEST))
        if mark := marked.get(view.claim.id):
            gist.append(f"\n{mark}", "cyan")
        table.add_row(Text(short(view.claim.id), "dim"), Text(view.standing.value), *counts, gist)
    return table
