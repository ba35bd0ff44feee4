"""`reportedly export`: the ledger for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.desk import View


class Format(StrEnum):
    """Formats of export."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    STIX = "stix"
    FTM = "ftm"
    PROV_JSON = "prov-json"
    PROV_O = "prov-o"
    PACK = "pack"


TABULAR = frozenset({Format.CSV, Format.PARQUET})
BINARY = frozenset({Format.PARQUET, Format.PACK})


def export(
    format: Annotated[Format, typer.Option("--format", help="The format; docs/exports.md describes them.")] = (
        Format.JSONL
    ),
    table: Annotated[
        str, typer.Option("--table", metavar="NAME", help="CSV and Parquet: one table; else --out names a folder.")
    ] = "",
    to: Annotated[
        str, typer.Option("--out", metavar="PATH", help="Write there, all or nothing, not to standard output.")
    ] = "",
    story: options.Story = "",
    as_of: options.AsOf = "",
    known_at: options.KnownAt = "",
    ledger: options.Ledger = "",
    as_json: options.Json = False,
) -> None:
    """Print the ledger, or one story of it, in a format for other programs (with --json, JSONL as one JSON array)."""
    _fitting(format, table, to, as_json)
    with session.view(ledger, as_of, known_at) as view:
        from reportedly.show.cli.naming import story_id

        named = story_id(view, story)
        if as_json:
            from reportedly.show.export.records import records

            out.data(list(records(view, named)))
        elif format in TABULAR and not table:
            _tables(view, named, format, Path(to))
        else:
            with _place(to) as file:
                _writer(format, table)(view, named, file)


def _fitting(format: Format, table: str, to: str, as_json: bool) -> None:
    """Raise trouble where options do not go together."""
    if as_json and (format is not Format.JSONL or to):
        raise Trouble(Code.USAGE, "--json prints JSONL as one array, and nothing else", todo="leave it out")
    if format in TABULAR:
        from reportedly.show.export.tables import BY_NAME

        known = ", ".join(BY_NAME)
        if table and table not in BY_NAME:
            raise Trouble(Code.USAGE, f"there is no table {table!r}", todo=f"--table with one of {known}")
        if not table and to in {"", "-"}:
            raise Trouble(Code.USAGE, f"{format} has many tables", todo=f"--out FOLDER, or --table with one of {known}")
    elif table:
        raise Trouble(Code.USAGE, f"{format} has no tables", todo="--format csv or --format parquet")
    if format in BINARY and to in {"", "-"} and sys.stdout.isatty():
        raise Trouble(Code.USAGE, f"{format} is nothing to look at on a terminal", todo="--out FILE")


def _tables(view: View, story: str, format: Format, folder: Path) -> None:
    """Write every table into a folder, a file each; files take their places when all of them are done."""
    from reportedly.show.export.delivery import whole
    from reportedly.show.export.tables import TABLES

    with _writing(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as files:
            for table in TABLES:
                file = files.enter_context(whole(folder / f"{table.name}.{format}"))
                _writer(format, table.name)(view, story, file)


def _writer(format: Format, table: str) -> Callable[[View, str, BinaryIO], None]:
    """Return what writes a format; nothing is imported for the others."""
    match format:
        case Format.ANNOTATIONS:
            from reportedly.show.export import web_annotations

            return web_annotations.write
        case Format.CSV | Format.PARQUET:
            return _table_writer(format, table)
        case Format.JSONL:
            from reportedly.show.export import jsonl

            return jsonl.write
        case Format.FTM:
            from reportedly.show.export import ftm

            return ftm.write
        case Format.PACK:
            from reportedly.show.export import pack

            return pack.write
        case Format.PROV_JSON:
            from reportedly.show.export import prov_json

            return prov_json.write
        case Format.PROV_O:
            from reportedly.show.export import prov_o

            return prov_o.write
        case Format.STIX:
            from reportedly.show.export import stix

            return stix.write


def _table_writer(format: Format, name: str) -> Callable[[View, str, BinaryIO], None]:
    from reportedly.show.export.tables import BY_NAME

    table = BY_NAME[name]
    if format is Format.CSV:
        from reportedly.show.export import as_csv

        return lambda view, story, file: as_csv.write(table, table.rows(view, story), file)
    try:
        from reportedly.show.export import as_parquet
    except ModuleNotFoundError as error:
        needs = f"Parquet needs {error.name}, which is not installed"
        raise Trouble(Code.USAGE, needs, todo='pip install "reportedly[tables]"') from error
    return lambda view, story, file: as_parquet.write(table, table.rows(view, story), file)


@contextmanager
def _place(to: str) -> Iterator[BinaryIO]:
    """Yield the file to write to: standard output, or one that takes its place when all is written."""
    if to in {"", "-"}:
        with out.open_ended():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    from reportedly.show.export.delivery import whole

    with _writing(to), whole(Path(to)) as file:
        yield file


@contextmanager
def _writing(where: str) -> Iterator[None]:
    """Put into words why something could not be written."""
    try:
        yield
    except OSError as error:
        raise Trouble(Code.USAGE, f"cannot write the export: {error.strerror}", where, "--out elsewhere") from error
