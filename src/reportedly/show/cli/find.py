"""`reportedly find`: the statements of a text, without a ledger."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from reportedly.show.cli import options, out, session
from reportedly.show.cli.trouble import Code, Trouble

if TYPE_CHECKING:
    from reportedly.types import Article, Statement

BATCH = 64  # articles that go through the reader together
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of input: its id as it was given, and its text as an article."""

    id: str | int
    article: Article


def find(
    source: Annotated[str, typer.Argument(metavar="[FILE]", help="A document, or - for standard input.")] = "-",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Take lines {"id","text"}, give a line {"id","statements"} for each.')
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Find who says what in a text and print it as JSONL, one statement a line; no ledger is touched.

    The fields are those of the export (docs/export.md). With --json everything is one JSON array.
    """
    results = _each_line(source) if jsonl else _document(source)
    if as_json:
        out.data(list(results))
    else:
        for record in results:
            out.write(out.row(record) + "\n")


def _document(source: str) -> Iterator[dict[str, Any]]:
    """Yield the statements of a document, of whatever format `read` knows."""
    from reportedly.read import read
    from reportedly.types import Skipped

    articles: list[Article] = []
    for reading in read([source]):
        if isinstance(reading, Skipped):
            session.note(f"skipped {reading.source}: {reading.reason}")
        else:
            articles.append(reading.article)
    if not articles:
        raise Trouble(
            Code.NOTHING_READ, "nothing could be read", source, "see the reason above; --jsonl for lines of text"
        )
    for statements in _found(articles):
        yield from map(_record, statements)


def _each_line(source: str) -> Iterator[dict[str, Any]]:
    """Yield a record for each line of input, in order."""
    batch, any_read = list[Line](), False
    for line in lines(source):
        batch.append(line)
        if len(batch) == BATCH:
            yield from _answers(batch)
            batch, any_read = [], True
    yield from _answers(batch)
    if not batch and not any_read:
        raise Trouble(Code.NOTHING_READ, "no line could be read", source, 'lines such as {"id": "a", "text": "..."}')


def _answers(batch: list[Line]) -> Iterator[dict[str, Any]]:
    for line, statements in zip(batch, _found([line.article for line in batch]), strict=True):
        yield {"id": line.id, "statements": [_record(statement) for statement in statements]}


def _found(articles: list[Article]) -> Iterable[list[Statement]]:
    from reportedly.find import finder
    from reportedly.name import voices

    for article, statements in zip(articles, finder().find(articles), strict=True):
        yield voices(article, statements)


def _record(statement: Statement) -> dict[str, Any]:
    from reportedly.show.export.objects import statement as record

    return record(statement)


def lines(source: str) -> Iterator[Line]:
    """Yield the lines that can be read; of each other one, say why not."""
    from reportedly.read import read_text

    with ExitStack() as stack:
        file = _opened(source, stack)
        for number, raw in enumerate(file, 1):
            try:
                given = json.loads(raw)
                identity, text = given["id"], given["text"]
            except (ValueError, KeyError, TypeError) as error:
                if raw.strip():
                    session.note(f"skipped line {number}: {_reason(error)}")
                continue
            if not isinstance(text, str) or not isinstance(identity, str | int):
                session.note(f"skipped line {number}: id must be a string or a number, and text a string")
                continue
            # JSON can hold half a surrogate pair, which is no character; a replacement keeps the offsets.
            yield Line(identity, read_text(_HALF.sub("\ufffd", text), id=str(identity)))


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return "not a JSON object" if isinstance(error, TypeError) else f"not JSON: {error}"


def _opened(source: str, stack: ExitStack) -> TextIO:
    if source == "-":
        return sys.stdin
    try:
        return stack.enter_context(open(source, encoding="utf-8", errors="replace"))  # noqa: PTH123  as named
    except OSError as error:
        raise Trouble(Code.NOTHING_READ, f"the file cannot be opened: {error.strerror}", source) from error
