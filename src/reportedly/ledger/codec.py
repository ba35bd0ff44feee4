"""Values of `types` as JSON and back: one generic codec, driven by the dataclasses' own annotations.

A dataclass becomes an object without the fields that hold their defaults, a mapping an object, a NamedTuple, a tuple
and a set a list, an enum its value, an array its bytes. Fields added to a type later, with a default, leave old entries
readable; a field that a type no longer has is an error, never dropped in silence. The text form is canonical: sorted
keys, no blanks, one spelling a value.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import numpy as np

from reportedly.ledger.port import Json

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Json) -> str:
    """Return the canonical JSON text of a value. Raises ValueError for NaN and infinities."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)  # no database takes a lone surrogate


def encode(value: Any) -> dict[str, Json]:
    """Return a dataclass as a JSON object."""
    return cast("dict[str, Json]", _both(cast("Hashable", type(value))).out(value))


def decode(kind: type[T], value: Json) -> T:
    """Return the dataclass of type `kind` that `encode` made `value` from. Raises ValueError where it cannot be one."""
    try:
        return cast("T", _both(cast("Hashable", kind)).back(value))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error


def loads(kind: type[T], text: str) -> T:
    """Decode the JSON text of a dataclass."""
    return decode(kind, json.loads(text))


class _Both(NamedTuple):
    """How values of one annotation are written, and read back."""

    out: Callable[[Any], Any]
    back: Callable[[Any], Any]


@cache
def _both(hint: Any) -> _Both:
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = [_both(part) for part in get_args(hint) if part is not type(None)]
        return _Both(
            lambda value: None if value is None else inner.out(value),
            lambda value: None if value is None else inner.back(value),
        )
    if dataclasses.is_dataclass(hint):
        return _object(cast("type", hint))
    kind = get_origin(hint) or hint
    for base, made in _MADE:
        if isinstance(kind, type) and issubclass(kind, base):
            return made(hint)
    return _Both(lambda value: value, _exactly(kind))


def _object(kind: type) -> _Both:
    hints = get_type_hints(kind)
    fields = [(f.name, _both(hints[f.name]), _default(f)) for f in dataclasses.fields(kind)]
    required = [(name, both.out) for name, both, default in fields if default is dataclasses.MISSING]
    optional = [(name, both.out, default) for name, both, default in fields if default is not dataclasses.MISSING]
    back = {name: both.back for name, both, _ in fields}

    def out(value: Any) -> dict[str, Any]:
        found = {name: step(getattr(value, name)) for name, step in required}
        found |= {name: step(held) for name, step, default in optional if (held := getattr(value, name)) != default}
        return found

    return _Both(out, lambda value: kind(**{name: back[name](held) for name, held in value.items()}))


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def _tuple(hint: Any) -> _Both:
    parts = get_args(hint)
    if parts and parts[-1] is Ellipsis:
        each = _both(parts[0])
        return _Both(lambda values: [*map(each.out, values)], lambda values: tuple(map(each.back, values)))
    named = not parts  # a NamedTuple
    steps = [_both(part) for part in (get_type_hints(hint).values() if named else parts)]

    def through(values: Iterable[Any], which: int) -> Iterable[Any]:
        return (step[which](value) for step, value in zip(steps, values, strict=True))

    return _Both(
        lambda values: [*through(values, 0)],
        lambda values: hint(*through(values, 1)) if named else tuple(through(values, 1)),
    )


def _set(hint: Any) -> _Both:
    each = _both(get_args(hint)[0])
    return _Both(lambda values: sorted(map(each.out, values)), lambda values: frozenset(map(each.back, values)))


def _mapping(hint: Any) -> _Both:
    """Keys are strings; a Counter counts them."""
    counter = get_origin(hint) is Counter
    each = _both(int if counter else get_args(hint)[1])
    make: Callable[[Any], Any] = Counter if counter else dict
    return _Both(
        lambda held: {name: each.out(value) for name, value in held.items()},
        lambda held: make({name: each.back(value) for name, value in held.items()}),
    )


def _array(_: Any) -> _Both:
    def out(array: np.ndarray[Any, Any]) -> list[Any]:
        return [array.dtype.str, list(array.shape), b64encode(np.ascontiguousarray(array).tobytes()).decode("ascii")]

    def back(parts: list[Any]) -> np.ndarray[Any, Any]:
        kind, shape, data = parts
        return np.frombuffer(b64decode(data), np.dtype(kind)).reshape(shape)

    return _Both(out, back)


def _enum(hint: Any) -> _Both:
    return _Both(lambda value: value.value, hint)


def _float(_: Any) -> _Both:
    def back(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(f"{value!r} is not a number")
        return float(value)

    return _Both(lambda value: value, back)


def _exactly(kind: Any) -> Callable[[Any], Any]:
    def step(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return step


_MADE: tuple[tuple[type, Callable[[Any], _Both]], ...] = (
    (Enum, _enum),  # before str: our enums are both
    (tuple, _tuple),
    (frozenset, _set),
    (Mapping, _mapping),
    (np.ndarray, _array),
    (float, _float),
)
