"""`reportedly watch`: feeds into the ledger, as they come."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.alert import Runner
    from reportedly.desk import Desk
    from reportedly.watch import News, Tally, Watcher, Watchlist

LOOK = 5.0  # seconds between two looks of the rules at the ledger


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS", help="The list of feeds: TOML, or OPML.")],
    ledger: options.Ledger = "",
    once: Annotated[bool, typer.Option("--once", help="Ask what is due, read it, and end: for cron.")] = False,
    alerts: Annotated[Path | None, typer.Option(metavar="RULES", help="Deliver alerts by these rules.")] = None,
    importing: Annotated[
        Path | None, typer.Option("--import", metavar="OPML", help="Add the feeds of an OPML file to FEEDS, and end.")
    ] = None,
    as_json: options.Json = False,
) -> None:
    """Watch feeds and sitemaps, read what they lead to into the ledger, and tell what is new and what was changed.

    News go to standard output, a line each; the log goes to standard error as JSON lines. SIGTERM and SIGINT end the
    watch once the article in hand is kept.
    """
    from reportedly.settings import SettingsError

    try:
        if importing is not None:
            _import(feeds, importing, as_json)
            return
        from reportedly.watch import load
        from reportedly.watch.log import to_stream

        watchlist = load(feeds)
        to_stream(sys.stderr)
        with session.desk(ledger, create=True) as desk:
            follower = _follower(desk, alerts, as_json)
            tell = _tell_programs if as_json else _tell
            tally = _run(desk, watchlist, tell, follower or (lambda: None), once=once)
            if follower is not None:
                follower.look()
                follower.deliver()
    except SettingsError as error:
        raise Trouble(
            Code.USAGE, str(error), todo="docs/watch.md shows a list of feeds, docs/alerts.md rules"
        ) from error
    if once:
        out.write(out.row({"kind": "tally"} | asdict(tally)) + "\n" if as_json else _sentence(tally))


def _run(
    desk: Desk, watchlist: Watchlist, tell: Callable[[News], None], chore: Callable[[], None], *, once: bool
) -> Tally:
    from reportedly.read import Fetcher
    from reportedly.watch import Watcher

    watcher = Watcher(desk, watchlist, Fetcher(allowed=watchlist.allowed), tell=tell, chore=chore)
    with _stopping(watcher):
        return watcher.run(once=once)


def _follower(desk: Desk, rules: Path | None, as_json: bool) -> Runner | None:
    """Return what follows the ledger while it grows."""
    if rules is None:
        return None
    from reportedly.alert import Runner, load
    from reportedly.alert.deliver import line
    from reportedly.show.cli.alert import row

    as_line = row if as_json else line
    runner = Runner(desk, load(rules), every=LOOK, write=out.write, as_line=as_line)
    runner()  # from here on, or from where the last run stopped
    return runner


@contextmanager
def _stopping(watcher: Watcher) -> Iterator[None]:
    """Let SIGTERM and SIGINT end the watch in good order; a second one ends it at once."""

    def stop(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        watcher.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(news: News) -> None:
    from reportedly.show.brief.words import clean

    lines = "".join(f"        {clean(line)}\n" for line in news.lines)
    out.write(f"{news.kind.value:8}{clean(f'{news.outlet}: {news.title}')}  {news.article}\n{lines}")


def _tell_programs(news: News) -> None:
    out.write(out.row(asdict(news)) + "\n")


def _import(feeds: Path, opml: Path, as_json: bool) -> None:
    from reportedly.settings import SettingsError
    from reportedly.show.brief.words import count
    from reportedly.watch import load, opml_feeds, with_feeds

    known = [feed.url for feed in load(feeds).feeds] if feeds.exists() else []
    try:
        urls = opml_feeds(opml.read_bytes(), str(opml))
        text, added = with_feeds(feeds.read_text("utf-8") if feeds.exists() else "", known, urls)
        feeds.write_text(text, "utf-8")
    except OSError as error:
        raise SettingsError(f"{error.filename}: {error.strerror}") from error
    if as_json:
        out.data({"added": added, "there": len(urls) - added})
        return
    out.write(f"{count(added, 'feed')} added to {feeds}; {len(urls) - added:,} there already\n")


def _sentence(tally: Tally) -> str:
    from reportedly.show.brief.words import count

    parts = [f"{count(tally.polls, 'feed')} asked", f"{tally.new:,} new", f"{tally.changed:,} changed"]
    parts += [f"{tally.skipped:,} skipped"] if tally.skipped else []
    parts += [f"{tally.failed:,} failed"] if tally.failed else []
    return ", ".join(parts) + f"; {count(tally.statements, 'statement')} found\n"
