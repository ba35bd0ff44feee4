"""`reportedly batch`: many articles to datasets, on one machine or a cluster."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.batch.engine import Engine
    from reportedly.batch.run import Report

EVERY = 10.0  # seconds between two lines of progress where there is no terminal


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders and globs here, or s3://BUCKET/PREFIX."),
    ],
    to: Annotated[str, typer.Option("--out", metavar="DIR", help="Where the datasets go: a folder or s3://.")],
    ray: Annotated[str, typer.Option("--ray", metavar="auto|ADDRESS", help="Run on this Ray cluster.")] = "",
    workers: Annotated[int, typer.Option("--workers", min=0, help="Worker processes; 0 is one a core.")] = 0,
    memory: Annotated[int, typer.Option("--memory", min=1_000, metavar="MB", help="What a worker may use.")] = 2_000,
    shard: Annotated[int, typer.Option("--shard", min=1, help="Records a worker reads in one go.")] = 100,
    find: Annotated[bool, typer.Option("--find/--no-find", help="Find statements; else only stories, copies.")] = True,
    as_json: options.Json = False,
) -> None:
    """Read WARC, JSONL, Parquet and pages into Parquet datasets by month.

    A run that was cut off goes on where it was, with the same command. What cannot be read is counted by reason; what
    fails again and again is set aside, and the exit code says so.
    """
    try:
        from reportedly.batch.run import run, signature
        from reportedly.batch.settings import Settings
        from reportedly.show.export.datasets import DATASETS

        engine = _engine(ray, workers)
    except ModuleNotFoundError as missing:
        raise Trouble(
            Code.USAGE, f"{missing.name} is not installed", todo="pip install 'reportedly[batch]', or [batch,ray]"
        ) from None
    settings = Settings(out=to, by=signature(), find=find, shard=shard, memory=memory)
    report = run(sources, settings, engine, DATASETS, _Progress())
    if as_json:
        out.data(_record(report))
    else:
        out.write(_told(report))
    if report.aside:
        what = f"{len(report.aside)} tasks were set aside; the rest is done"
        raise Trouble(Code.SET_ASIDE, what, report.aside[0][1], f"see {to}/report.json, then the same command again")
    if not report.articles:
        raise Trouble(Code.NOTHING_READ, "nothing could be read", ", ".join(sources), "see the reasons above")


def _engine(ray: str, workers: int) -> Engine:
    from reportedly.batch.engine import Engine

    try:
        return Engine(ray, workers)
    except ConnectionError as refused:
        todo = "ray status --address ADDRESS, or --ray auto for a cluster on this machine"
        raise Trouble(Code.USAGE, f"there is no Ray cluster at {ray}", str(refused), todo) from None


class _Progress:
    """A line that says what is being done, how fast and how long it will take; now and then where it is no terminal."""

    def __init__(self) -> None:
        self._what = ""
        self._begun = self._told = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        now, terminal = time.monotonic(), sys.stderr.isatty()
        if what != self._what:
            if terminal and self._what:
                sys.stderr.write("\n")
            self._what, self._begun, self._told = what, now, 0.0
        if not terminal and now - self._told < EVERY and done < total:
            return
        self._told = now
        rate = done / (now - self._begun) if now > self._begun else 0.0
        left = f", {_minutes((total - done) / rate)} left" if rate and done < total else ""
        text = f"{what}: {done:,} of {total:,}" + (f", {rate:.1f} a second{left}" if rate else "")
        if terminal:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
        else:
            session.note(text)


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min" if minutes else "seconds"


def _told(report: Report) -> str:
    from reportedly.show.brief.words import count

    lines = [
        f"{count(report.articles, 'article')} read, {count(report.statements, 'statement')} found, "
        f"{count(report.rows['copies'], 'copy', 'copies')}, {count(report.rows['claims'], 'claim')}. In: {report.out}",
        f"{report.seconds:,.1f} s, {report.rate:.1f} articles a second with {count(report.workers, 'worker')}, "
        f"at most {report.peak:,} MB each",
    ]
    for reason, number in report.skipped.items():
        lines.append(f"skipped {number:,}: {reason} (such as {report.examples[reason][0]})")
    lines += [f"set aside {what}: {why}" for what, why in report.aside]
    return "\n".join(lines) + "\n"


def _record(report: Report) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(report) | {"rate": round(report.rate, 2)}
