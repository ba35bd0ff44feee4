"""The event examples are green, and their checker tells what is not."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.events import examples
from corpus.events.check import HERE, Example, check, parse, read

LINE = (
    "RETREAT | withdraw | negated | [a Varland] has [e not withdrawn] from [p the border], "
    "[s according to [a the alliance]]."
)


def test_a_line_is_read() -> None:
    example = read(LINE)
    assert isinstance(example, Example)
    assert example.flags == ("negated",)
    assert example.text == "Varland has not withdrawn from the border, according to the alliance."
    words = [(tag, example.text[start:end]) for tag, start, end in example.spans]
    assert words[-2:] == [("s", "according to the alliance"), ("a", "the alliance")]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("RETREAT | withdraw | [e left]", "four fields"),
        (LINE.replace("RETREAT", "WITHDRAW"), "type 'WITHDRAW'"),
        (LINE.replace("negated", "denied"), "flags 'denied'"),
        (LINE.replace("Varland]", "Varland"), "brackets do not match"),
        (LINE.replace("[e not withdrawn]", "not withdrawn"), "no [e ...]"),
    ],
)
def test_every_fault_is_told(line: str, error: str) -> None:
    told = read(line)
    assert isinstance(told, str)
    assert error in told


def test_a_bracket_closed_twice_is_no_sentence() -> None:
    assert parse("[a Varland]] left") is None


def test_the_examples_are_green() -> None:
    count: Counter[str] = Counter()
    assert check(sorted(HERE.glob("*.txt")), count) == []
    assert sum(count.values()) >= 1_900


def test_the_split_is_whole_and_every_type_and_flag_is_tested() -> None:
    train, test = list(examples("train")), list(examples("test"))
    assert not {e.text for e in train} & {e.text for e in test}
    assert len(train) + len(test) == len(list(examples()))
    assert min(Counter(e.type for e in test).values()) >= 20
    assert min(Counter(flag for e in test for flag in e.flags).values()) >= 15


def test_there_are_two_parts() -> None:
    with pytest.raises(ValueError, match="dev"):
        list(examples("dev"))
