"""`reportedly correct`: a person's decision, laid over the machine's result and never in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import View

# The acts of desk.corrections.Act, as words: a `--help` shall not wait for a database.
TAKES = {
    "merge": "claims",
    "split": "statements of one claim",
    "move": "statements",
    "party": "statements, or speaker:NAME",
    "stance": "statements",
    "same-origin": "statements",
    "other-origin": "statements of one origin",
    "reject": "statements",
    "note": "anything with an id",
    "withdraw": "decisions such as k57",
}
TO = {"move": "the claim they belong to", "party": "the side spoken for", "stance": "the stance taken"}
_DECISION = re.compile(r"k\d+")
_SPEAKER = "speaker:"
HELP = "reportedly correct --help"


def correct(
    act: Annotated[str, typer.Argument(metavar="ACT", help=f"One of {', '.join(TAKES)}.")],
    names: Annotated[
        list[str], typer.Argument(metavar="ID...", help="What it is about, as `claims` and `show` name it.")
    ],
    by: Annotated[str, typer.Option("--by", envvar="REPORTEDLY_BY", metavar="NAME", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", metavar="WHY", help="Why; for a note, what it says.")],
    to: Annotated[str, typer.Option("--to", help="The new side or stance, or the claim to move to.")] = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Decide something that stands whatever the machine finds later, beside its own result, until withdrawn.

    merge CLAIM CLAIM: they are one. split STATEMENT: it is no part of its claim. move STATEMENT --to CLAIM.

    party STATEMENT --to SIDE, or speaker:NAME for all that person says. stance STATEMENT --to STANCE.

    same-origin STATEMENT STATEMENT: they go back to one utterance. other-origin STATEMENT: to one of its own.

    reject STATEMENT: it is none. note ID. withdraw DECISION: it counts no more.
    """
    _check(act, to)
    with session.desk(ledger) as desk:
        if act == "party":
            _spelt(desk, to.strip())
        subjects = [_subject(desk, act, name) for name in names]
        subjects += [_subject(desk, "merge", to)] if act == "move" else []
        before = desk.at(known_at=desk.ledger.head().at)
        try:
            made = desk.correct(act, *subjects, by=by, reason=reason, value=_value(act, to, reason))
        except ValueError as error:
            raise Trouble(Code.USAGE, str(error), todo=HELP) from error
        if as_json:
            from dataclasses import asdict

            out.data(asdict(made))
        else:
            from reportedly.show.outcome import outcome

            out.say(*outcome(made, before, desk))


def _check(act: str, to: str) -> None:
    """Refuse what cannot be meant, before a ledger is looked at."""
    if act not in TAKES:
        raise Trouble(Code.USAGE, f"{act!r} is no act: it is one of {', '.join(TAKES)}", todo=HELP)
    if act in TO and not to.strip():
        raise Trouble(Code.USAGE, f"{act} needs --to: {TO[act]}", todo=HELP)
    if to and act not in TO:
        raise Trouble(Code.USAGE, f"{act} takes no --to", todo=HELP)


def _spelt(view: View, side: str) -> None:
    """Say so where no side has that name yet: it may be a slip."""
    from difflib import get_close_matches

    known = {party.party for party in view.parties()}
    if side not in known:
        near = get_close_matches(side, known, 1)
        session.note(f"nobody has spoken for {side!r} so far" + (f"; did you mean {near[0]!r}?" if near else ""))


def _value(act: str, to: str, reason: str) -> str:
    if act == "note":
        return reason
    return to.strip() if act in ("party", "stance") else ""


def _subject(view: View, act: str, name: str) -> str:
    """Return the id that a name means, where the act takes such a thing."""
    if act == "withdraw":
        if not _DECISION.fullmatch(name):
            raise _wrong(act, f"{name} is none", "reportedly why ID lists the decisions about a thing")
        return name
    if act == "party" and name.startswith(_SPEAKER):
        return name
    if act == "note" and name.startswith("t"):
        from reportedly.show.cli.naming import story_id

        return story_id(view, name)
    return _resolved(view, act, name)


def _resolved(view: View, act: str, name: str) -> str:
    from reportedly.show.brief.words import short
    from reportedly.show.cli.naming import Paragraph, resolve
    from reportedly.types import ClaimView, Statement

    found = resolve(view, name)
    if isinstance(found, Paragraph):
        raise _wrong(act, f"{name} is a paragraph", f"reportedly show {name} names the statements in it")
    if isinstance(found, Statement):
        return found.id
    if isinstance(found, ClaimView):
        if act in ("merge", "note"):
            return found.claim.id
        raise _wrong(act, f"{name} is a claim", f"reportedly show {short(found.claim.id)} lists its statements")
    if act == "note":
        return found.id
    raise _wrong(act, f"{name} is an article", f"reportedly show {short(found.id)} lists its statements")


def _wrong(act: str, why: str, todo: str) -> Trouble:
    return Trouble(Code.USAGE, f"{act} takes {TAKES[act]}, and {why}", todo=todo)
