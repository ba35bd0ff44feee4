"""Which words are no names: those that are written small, and seldom with a capital inside a sentence."""

from __future__ import annotations

from reportedly.name.lexicon import DATA
from training.common import compiled, table

TEXT = (
    "The harbour slept. Boats left the harbour, and the Harbour Board closed the harbour. "
    "The rover ran; Rover won, Rover lost, and a rover came, the rover. Once, twice."
)


def test_what_is_mostly_written_small_is_no_name() -> None:
    assert {"harbour", "the"} <= set(compiled([TEXT]))


def test_what_is_a_name_as_often_and_what_is_rare_are_left_out() -> None:
    assert {"rover", "twice", "board"}.isdisjoint(compiled([TEXT]))


def test_the_list_that_ships_is_the_one_that_is_compiled() -> None:
    assert table() == (DATA / "common.txt").read_text("utf-8")
