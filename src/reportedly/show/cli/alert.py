"""`reportedly alert`: rules that tell people when something moves."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.alert import Rules

PAUSE = 5.0  # seconds between two looks at the ledger


class Action(StrEnum):
    """What to do with a file of rules."""

    CHECK = "check"
    RUN = "run"


def alert(
    action: Annotated[Action, typer.Argument(help="check the rules, or run them.")],
    rules: Annotated[Path, typer.Argument(metavar="RULES", help="A file of rules, in TOML.")],
    ledger: options.Ledger = "",
    once: Annotated[bool, typer.Option("--once", help="Look and deliver once, and end: for cron.")] = False,
    since: Annotated[
        str, typer.Option("--since", metavar="MOMENT", help="Tell what moved since then; the ledger's time.")
    ] = "",
    as_json: options.Json = False,
) -> None:
    """Tell people when a claim changes its standing, a side turns or speaks, a figure leaves its band.

    The first run only notes where the ledger ends: alerts are about what moves from then on.
    """
    loaded = _loaded(rules)
    if action is Action.CHECK:
        _in_order(rules, loaded, as_json)
        return
    from reportedly.alert import Runner
    from reportedly.alert.deliver import line
    from reportedly.watch.log import to_stream

    to_stream(sys.stderr)
    with session.desk(ledger) as desk:
        runner = Runner(desk, loaded, write=out.write, as_line=row if as_json else line)
        start = desk.ledger.moment(_utc(session.moment(since, "--since"))) if since else None
        found = runner.look(since=start)
        tally = runner.deliver()
        while not once:
            time.sleep(PAUSE)
            runner()
    if as_json:
        out.write(out.row({"kind": "tally", "found": found} | asdict(tally)) + "\n")
    else:
        session.note(f"{found} alerts found, {tally.sent} sent, {tally.waiting} waiting, {tally.given_up} given up")


def row(told: dict[str, Any]) -> str:
    """Return an alert as JSON on one line, told from the other lines of a command by its kind."""
    return out.row({"kind": "alert"} | told)


def _loaded(path: Path) -> Rules:
    from reportedly.alert import load
    from reportedly.settings import SettingsError

    try:
        return load(path)
    except SettingsError as error:
        raise Trouble(Code.USAGE, str(error), todo="docs/alerts.md shows rules") from error


def _in_order(path: Path, rules: Rules, as_json: bool) -> None:
    from reportedly.show.brief.words import count

    if as_json:
        out.data({"rules": len(rules.rules), "targets": len(rules.targets)})
        return
    out.write(f"{path}: {count(len(rules.rules), 'rule')}, {count(len(rules.targets), 'target')}: in order\n")


def _utc(moment: str) -> str:
    """Return a moment as the ledger's time has it; a prefix means its end."""
    if len(moment) <= len("2022-02-15"):
        return moment
    parsed = datetime.fromisoformat(moment)
    aware = parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat().replace("+00:00", "")
