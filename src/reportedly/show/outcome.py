"""What a decision has changed: the statements it reads otherwise, the claims it leaves, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.desk import Decision, View
from reportedly.show.brief import words
from reportedly.show.cards import headline
from reportedly.show.decisions import counted
from reportedly.types import ClaimView, Statement

GIST = 100  # characters of a claim


def outcome(made: Decision, before: View, now: View) -> Iterator[RenderableType]:
    """Yield a decision that was just made, with what has become of everything it is about."""
    subjects = " ".join(map(words.short, made.subjects))
    value = f" → {words.clean(made.value)}" if made.value and made.act != "note" else ""
    yield Text().append(made.id, "bold").append(f"  {made.act} {subjects}{value}")
    yield Text(f"by {words.clean(made.by)}: {words.clean(made.reason)}")
    changes = list(_statements(made, before, now)) + list(_claims(made, before, now))
    if changes:
        table = Table.grid(padding=(0, 2, 0, 0))
        for name, what in changes:
            table.add_row(Text(f"  {name}", "dim"), Text(what))
        yield table
    elif made.act != "note":
        yield Text("  Nothing reads otherwise for it: this is what the machine has already, or others decided.")
    yield Text(f"Take it back: reportedly correct withdraw {made.id} --by NAME --reason WHY", "dim")


def _statements(made: Decision, before: View, now: View) -> Iterator[tuple[str, str]]:
    for name, (was, found) in sorted(counted(before, now, made.about).items()):
        yield words.short(name), f"{_headline(was)} → {_headline(found)}"


def _headline(found: Statement | None) -> str:
    return headline(found) if found is not None else "left out"


def _claims(made: Decision, before: View, now: View) -> Iterator[tuple[str, str]]:
    """Yield each claim that is otherwise than it was: made of other statements, or standing otherwise."""
    about = [name for name in made.about if ":" in name]
    left = {name for claim in _distinct(before, about) for name in claim.claim.statements}
    was = {name: claim for name in left if (claim := before.claim_of(name)) is not None}
    for claim in _distinct(now, sorted(left.union(about))):
        old = {was[s].claim.id: was[s] for s in claim.claim.statements if s in was}
        before_it = [(v.standing, set(v.claim.statements)) for v in old.values()]
        if before_it != [(claim.standing, set(claim.claim.statements))]:
            gist = words.shorten(claim.claim.gist, GIST)
            told = " and ".join(map(_told, old.values())) or "no claim"
            yield words.short(claim.claim.id), f"{told} → {_told(claim)}: {gist}"


def _told(claim: ClaimView) -> str:
    return f"{claim.standing.value} ({words.count(len(claim.claim.statements), 'statement')})"


def _distinct(view: View, names: list[str]) -> list[ClaimView]:
    found = filter(None, map(view.claim_of, names))
    return list({claim.claim.id: claim for claim in found}.values())
