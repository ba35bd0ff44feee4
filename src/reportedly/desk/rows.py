"""Answers as lists that can become tables: `desk.statements().to_arrow()`, `.to_pandas()`.

A column a field, as the dataclass names and types it: an enum is its value, a span a struct of start and end, a tuple a
list, a value of several fields a struct. Types come from the annotations, so an empty answer has the same columns.
Needs pyarrow (`pip install "reportedly[tables]"`), and pandas for frames.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable
from enum import Enum
from functools import cache, wraps
from types import UnionType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    import pyarrow

P = ParamSpec("P")
T = TypeVar("T")


class Rows(list[T]):
    """A list of values of one dataclass."""

    def __init__(self, kind: type[T], values: Iterable[T]) -> None:
        """Take the values; `kind` tells the columns even where there are none."""
        super().__init__(values)
        self.kind = kind

    def to_arrow(self) -> pyarrow.Table:
        """Return the values as an Arrow table, a row each."""
        import pyarrow as pa

        columns = pa.schema(list(_arrow(cast("Hashable", self.kind))))
        return pa.Table.from_pylist([_plain(value) for value in self], columns)

    def to_pandas(self) -> Any:
        """Return the values as a pandas DataFrame, a row each."""
        return self.to_arrow().to_pandas()


def rows(kind: type[T]) -> Callable[[Callable[P, Iterable[T]]], Callable[P, Rows[T]]]:
    """Make a function that gives values of a dataclass give them as Rows."""

    def decorated(function: Callable[P, Iterable[T]]) -> Callable[P, Rows[T]]:
        @wraps(function)
        def made(*args: P.args, **kwargs: P.kwargs) -> Rows[T]:
            return Rows(kind, function(*args, **kwargs))

        return made

    return decorated


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


@cache
def _arrow(kind: Any) -> Any:
    """Return the Arrow type of an annotation."""
    import pyarrow as pa

    if get_origin(kind) in (Union, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not type(None))
    if get_origin(kind) is frozenset:
        return pa.list_(_arrow(get_args(kind)[0]))
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        return pa.list_(_arrow(parts[0])) if parts[-1] is Ellipsis else _pair(parts)
    if dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"):
        return pa.struct([(name, _arrow(hint)) for name, hint in get_type_hints(kind).items()])
    if issubclass(kind, Enum):
        return pa.string()
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[kind]


def _pair(kinds: tuple[Any, ...]) -> Any:
    """Return the type of a tuple of fixed length, whose parts must be of one type: a list of them."""
    import pyarrow as pa

    (kind,) = set(kinds)
    return pa.list_(_arrow(kind))
