"""Values of `types` as JSON and back: one generic codec, driven by the dataclasses' own annotations.

A dataclass becomes an object without the fields that hold their defaults, a NamedTuple and a tuple a list, an enum its
value. Fields added to a type later, with a default, leave old entries readable; a field that a type no longer has is an
error, never dropped in silence. The text form is canonical: sorted keys, no blanks, one spelling a value.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reportedly.ledger.port import Json

T = TypeVar("T")
_Step = Callable[[Any], Any]
_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Json) -> str:
    """Return the canonical JSON text of a value. Raises ValueError for NaN and infinities."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)  # no database takes a lone surrogate


def encode(value: Any) -> dict[str, Json]:
    """Return a dataclass as a JSON object."""
    return cast("dict[str, Json]", _encoder(cast("Hashable", type(value)))(value))


def decode(kind: type[T], value: Json) -> T:
    """Return the dataclass of type `kind` that `encode` made `value` from. Raises ValueError where it cannot be one."""
    try:
        return cast("T", _decoder(cast("Hashable", kind))(value))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


def loads(kind: type[T], text: str) -> T:
    """Decode the JSON text of a dataclass."""
    return decode(kind, json.loads(text))


@cache
def _fields(kind: type) -> tuple[tuple[str, Any, Any], ...]:
    """Return name, annotation and default (MISSING where there is none) of each field."""
    hints = get_type_hints(kind)
    return tuple(
        (f.name, hints[f.name], f.default_factory() if f.default_factory is not dataclasses.MISSING else f.default)
        for f in dataclasses.fields(kind)
    )


def _parts(hint: Any) -> tuple[Any, bool]:
    """Split `X | None` into X and True."""
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = [part for part in get_args(hint) if part is not type(None)]
        return inner, True
    return hint, False


@cache
def _encoder(hint: Any) -> _Step:
    inner, optional = _parts(hint)
    if optional:
        step = _encoder(inner)
        return lambda value: None if value is None else step(value)
    if dataclasses.is_dataclass(inner):
        steps = tuple((name, _encoder(kind), default) for name, kind, default in _fields(cast("type", inner)))
        return lambda value: {
            name: step(held) for name, step, default in steps if (held := getattr(value, name)) != default
        }
    if get_origin(inner) is tuple:
        return _tuple(inner, _encoder, list)
    if isinstance(inner, type) and issubclass(inner, tuple):  # a NamedTuple of plain values
        return list
    if isinstance(inner, type) and issubclass(inner, Enum):
        return lambda value: value.value
    return _plain


@cache
def _decoder(hint: Any) -> _Step:
    inner, optional = _parts(hint)
    if optional:
        step = _decoder(inner)
        return lambda value: None if value is None else step(value)
    if dataclasses.is_dataclass(inner):
        steps = {name: _decoder(kind) for name, kind, _ in _fields(cast("type", inner))}
        make = cast("Callable[..., Any]", inner)
        return lambda value: make(**{name: steps[name](held) for name, held in value.items()})
    if get_origin(inner) is tuple:
        return _tuple(inner, _decoder, tuple)
    if isinstance(inner, type) and issubclass(inner, tuple):
        return lambda value: inner(*value)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return inner
    return _number if inner is float else _exactly(inner)


def _tuple(hint: Any, of: Callable[[Any], _Step], make: Callable[[Any], Any]) -> _Step:
    """Return the step for `tuple[X, ...]` or `tuple[X, Y]`."""
    parts = get_args(hint)
    if parts[-1] is Ellipsis:
        step = of(parts[0])
        return lambda values: make([step(value) for value in values])
    steps = tuple(of(part) for part in parts)
    return lambda values: make([step(value) for step, value in zip(steps, values, strict=True)])


def _plain(value: Any) -> Any:
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


def _exactly(kind: type) -> _Step:
    def step(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return step
