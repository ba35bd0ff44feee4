from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from reportedly.ledger.codec import decode, dumps, encode, loads
from reportedly.types import (
    Act,
    Article,
    Certainty,
    Channel,
    Copy,
    Judgement,
    Link,
    LinkKind,
    Mode,
    Origin,
    Quantity,
    Reason,
    Span,
    Stance,
    Statement,
    Voice,
)

STATEMENT = Statement(
    id="a1:s1",
    article="a1",
    source=Span(0, 10),
    cue=None,
    content=(Span(12, 40), Span(45, 50)),
    via_spans=(),
    act=Act.FACT,
    stance=Stance.ASSERTS,
    certainty=Certainty.CERTAIN,
    mode=Mode.INDIRECT,
    channel=Channel.BRIEFING,
    said="2022-02-15",
    quantities=(Quantity(100_000.0, None, "troops", 20, 39),),
)


def test_an_object_without_its_defaults() -> None:
    assert encode(STATEMENT) == {
        "id": "a1:s1",
        "article": "a1",
        "source": [0, 10],
        "cue": None,
        "content": [[12, 40], [45, 50]],
        "via_spans": [],
        "act": "fact",
        "stance": "asserts",
        "certainty": "certain",
        "mode": "indirect",
        "channel": "briefing",
        "said": "2022-02-15",
        "quantities": [{"low": 100_000.0, "high": None, "item": "troops", "start": 20, "end": 39}],
    }


def test_text_is_canonical() -> None:
    assert dumps({"b": 1, "a": ["é", None, True, 0.5]}) == '{"a":["é",null,true,0.5],"b":1}'


def test_a_lone_surrogate_survives() -> None:
    text = dumps({"x": "\ud800"})
    text.encode("utf-8")
    assert json.loads(text) == {"x": "\ud800"}


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_json_does_not_have_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps({"x": value})


finite = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, finite)
KINDS: tuple[type[Any], ...] = (Article, Statement, Voice, Link, Origin, Copy, Judgement)


@given(st.one_of(*(st.from_type(kind) for kind in KINDS)))
def test_every_value_comes_back_as_it_was(value: Any) -> None:
    assert loads(type(value), dumps(encode(value))) == value


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},  # no such field
        {"said": 5},  # another type
        {"act": "shout"},  # no such value
        {"source": [1]},  # too short
        {"quantities": [{"low": "many", "high": None, "item": "", "start": 0, "end": 1}]},
        {"quantities": 5},
    ],
)
def test_what_is_not_a_statement_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        decode(Statement, encode(STATEMENT) | change)


def test_what_lacks_a_field_is_refused() -> None:
    body = encode(STATEMENT)
    del body["article"]
    with pytest.raises(ValueError, match="Statement"):
        decode(Statement, body)


@dataclass(frozen=True)
class _Before:
    kind: LinkKind


@dataclass(frozen=True)
class _After:
    kind: LinkKind
    reasons: tuple[Reason, ...] = ()


def test_a_field_added_later_leaves_old_entries_readable() -> None:
    assert decode(_After, encode(_Before(LinkKind.COPY))) == _After(LinkKind.COPY)


class _Told(NamedTuple):
    sure: bool
    voice: Voice


@dataclass(frozen=True, eq=False)
class _Everything:
    arrays: tuple[NDArray[Any], ...]
    names: frozenset[str]
    counts: Counter[str]
    spans: Mapping[str, tuple[str, Span]]
    told: tuple[_Told, ...]


def test_arrays_sets_and_mappings_come_back() -> None:
    arrays: tuple[NDArray[Any], ...] = (
        np.arange(6, dtype=np.float32).reshape(2, 3),
        np.zeros(0, np.uint64),
        np.array([True, False]),
    )
    made = _Everything(
        arrays, frozenset({"b", "a"}), Counter({"x": 2}), {"y": ("z", Span(1, 2))}, (_Told(True, Voice("x")),)
    )
    back = loads(_Everything, dumps(encode(made)))
    assert (back.names, back.counts, back.spans, back.told) == (made.names, made.counts, made.spans, made.told)
    assert isinstance(back.counts, Counter)
    assert all(np.array_equal(a, b) and a.dtype == b.dtype for a, b in zip(arrays, back.arrays, strict=True))
