"""The command line: one file a command. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import sys
import traceback

import typer

from reportedly.show.cli import (
    alert,
    batch,
    brief,
    chart,
    claims,
    copy,
    correct,
    events,
    export,
    find,
    import_,
    mcp,
    moved,
    parties,
    read,
    reread,
    serve,
    show,
    user,
    verify,
    watch,
    why,
)
from reportedly.show.cli.trouble import Code, Trouble, explain

EPILOG = (
    "Exit codes: 0 done, 1 a bug, 2 wrong usage, 3 nothing could be read, 4 no such thing in the ledger, "
    "5 the ledger cannot be used, 6 it does not hold what was written, 7 parts of a batch were set aside, "
    "130 interrupted, 141 the reader of the output went away."
)

app = typer.Typer(
    help="Who says so? Keep a ledger of who says what in the news, and print it pinned to the words it came from.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
for command in (
    read.read,
    brief.brief,
    claims.claims,
    show.show,
    why.why,
    moved.moved,
    correct.correct,
    find.find,
    export.export,
    parties.parties,
    reread.reread,
    verify.verify,
    copy.copy,
):
    app.command()(command)
app.command()(batch.batch)
app.command(name="import")(import_.import_)
for pictured in (events.events, chart.chart):
    app.command()(pictured)
for service in (serve.serve, user.user, mcp.mcp, watch.watch, alert.alert):
    app.command()(service)


@app.callback(invoke_without_command=True)
def top(
    ledger: str = typer.Option("", "--ledger", metavar="FILE", help="The ledger, as behind a command's name."),
    version: bool = typer.Option(False, "--version", help="Print the version and exit."),
) -> None:
    """Who says so? Keep a ledger of who says what in the news, and print it pinned to the words it came from."""
    if ledger:
        os.environ["REPORTEDLY_LEDGER"] = ledger  # a command that is told another one takes that
    if version:
        from importlib.metadata import version as installed

        sys.stdout.write(f"reportedly {installed('reportedly')}\n")
        raise typer.Exit


def main() -> None:
    """Run the command line and exit with its code."""
    code = _run()
    if "daft" in sys.modules and "ray" not in sys.modules:  # a batch on this machine
        from reportedly.batch.engine import leave

        leave(code)
    raise SystemExit(code)


def _run() -> int:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="reportedly")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Trouble as trouble:
        explain(trouble)
        return trouble.code
    except KeyboardInterrupt:
        return Code.INTERRUPTED
    except Exception:
        traceback.print_exc()
        explain(Trouble(Code.BUG, "this is a bug", todo="report it with the lines above; the ledger is sound"))
        return Code.BUG
    return 0
