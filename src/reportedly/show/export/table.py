"""Tables: declared once, column by column; the Arrow schema, the CSV header and the documentation come from that."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from reportedly.desk import View

R = TypeVar("R")  # what a row is made from
Cell: TypeAlias = "str | int | float | bool | list[str] | None"

_SURROGATE = re.compile("[\ud800-\udfff]")


class Kind(StrEnum):
    """What a column holds. A cell is null where the thing is unknown or there is none."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "true or false"
    LIST = "list of text"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its name, what it holds in words for people, and how to get it from what a row is made from."""

    name: str
    kind: Kind
    holds: str
    value: Callable[[R], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table of a view: `rows` yields what each row is made from, of one story or, where that is "", of all."""

    name: str
    holds: str
    columns: tuple[Column[R], ...]
    rows: Callable[[View, str], Iterable[R]]

    def cells(self, row: R) -> list[Cell]:
        """Return the cells of one row, each as its kind wants it."""
        return [plain(column.value(row)) for column in self.columns]


def plain(cell: Cell) -> Cell:
    """Return a cell that every reader can take: "" is null, as is what is no number; half a character is U+FFFD."""
    if isinstance(cell, str):
        return whole(cell) or None
    if isinstance(cell, list):
        return [whole(each) for each in cell]
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return cell


def whole(text: str) -> str:
    """Return text that UTF-8 can hold, at the same length: a lone surrogate becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def documented(tables: Iterable[Table[R]]) -> str:
    """Return what the documentation says of tables, as Markdown."""
    return "\n".join(_section(table) for table in tables)


def _section(table: Table[R]) -> str:
    rows = [f"| `{column.name}` | {column.kind.value} | {column.holds} |" for column in table.columns]
    return "\n".join(
        [f"### {table.name}", "", table.holds, "", "| column | kind | holds |", "|---|---|---|", *rows, ""]
    )
