"""`reportedly why`: what moved the decisions about a statement, a claim or an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, out, session

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.desk import Why
    from reportedly.types import Link, Reason


def why(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A statement, claim or article, or a clear part of its id.")
    ],
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Say why: why this party, why these statements are one claim or one origin, and what people decided."""
    from reportedly.show.cli.naming import Paragraph, resolve
    from reportedly.types import ClaimView

    with session.view(ledger, as_of, known_at) as view:
        found = resolve(view, name)
        if isinstance(found, Paragraph):
            found = found.article
        answer = view.why(found.claim.id if isinstance(found, ClaimView) else found.id)
    if as_json:
        from dataclasses import asdict

        out.data(asdict(answer))
    else:
        out.say(*_lines(answer))


def _lines(answer: Why) -> Iterable[Text]:
    from rich.text import Text

    from reportedly.show.brief import words

    yield Text(answer.subject, "bold")
    yield Text(f"by {', '.join(answer.by) or 'nobody'}, {answer.at}", "dim")
    if answer.machine is not None:
        voice = answer.machine.voice
        yield Text(f"\nWhy {words.party(voice.party)}", "bold")
        yield Text("  " + (" → ".join(map(words.clean, voice.chain)) or "nobody is named"))
        yield from _reasons(voice.reasons)
    for link in answer.links:
        yield from _link(link, answer.subject)
    for decision in answer.decisions:
        state = " (withdrawn)" if decision.withdrawn else "" if decision.stands else " (its words are gone)"
        yield Text(f"\n{words.clean(decision.by)} decided: {decision.act}{state}", "bold")
        yield Text(f"  {words.clean(decision.reason)}  {decision.at}")


def _link(link: Link, subject: str) -> Iterable[Text]:
    from rich.text import Text

    subjects = f"{link.subject} and {link.target}" if link.subject != subject else link.target
    verb = "repeats" if link.kind == "copy" else f"same {link.kind} as"
    pair = f"{link.subject} {verb} {link.target}" if link.subject != subject else f"{verb} {subjects}"
    yield Text(f"\n{pair}  ({link.score:.2f})", "bold")
    yield from _reasons(link.reasons)


def _reasons(reasons: Iterable[Reason]) -> Iterable[Text]:
    from rich.text import Text

    from reportedly.show.brief.words import clean

    for reason in sorted(reasons, key=lambda r: -abs(r.value)):
        note = f"  {clean(reason.note)}" if reason.note else ""
        yield Text(f"  {reason.value:+.2f}  {reason.feature}{note}")
