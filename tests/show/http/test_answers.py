from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from reportedly.ledger.port import Head
from reportedly.show.http.answers import RECENT, Answer, Answers
from reportedly.show.http.changes import Change


def change(*articles: str, decided: bool = False) -> Change:
    return Change(Head(1, "", ""), frozenset(articles), decided)


def answer(value: str, *rests_on: str, size: int = 1) -> Answer[str]:
    return Answer(value, frozenset(rests_on) if rests_on else None, size)


@pytest.mark.parametrize(
    ("rests_on", "moved", "kept"),
    [
        (("a1", "a2"), change("a3"), True),
        (("a1", "a2"), change("a2", "a9"), False),
        (("a1",), change(), True),
        (("a1",), change(decided=True), False),  # a decision may reach anywhere
        ((), change("a9"), False),  # rests on everything
        ((), change(), True),
    ],
)
def test_an_answer_is_kept_until_what_it_rests_on_moves(rests_on: tuple[str, ...], moved: Change, kept: bool) -> None:
    answers = Answers()
    answers.of("k", lambda: answer("old", *rests_on))
    answers.touch(moved)
    assert answers.of("k", lambda: answer("new", *rests_on)) == ("old" if kept else "new")


def test_what_moved_while_an_answer_was_made_is_not_missed() -> None:
    answers = Answers()

    def made() -> Answer[str]:
        answers.touch(change("a1"))
        return answer("made before a1 moved", "a1")

    answers.of("k", made)
    assert answers.kept("k") is None


def test_more_changes_than_are_remembered_count_as_touching() -> None:
    answers = Answers()

    def made() -> Answer[str]:
        for _ in range(RECENT + 1):
            answers.touch(change("a9"))
        return answer("old", "a1")

    answers.of("k", made)
    assert answers.kept("k") is None


def test_answers_made_ahead_come_as_the_old_ones_go() -> None:
    answers = Answers()
    for name, rests_on in (("k", "a1"), ("other", "a2"), ("later", "a1")):
        answers.of(name, lambda name=name, rests_on=rests_on: answer(f"old {name}", rests_on))  # type: ignore[misc]
    assert answers.going(change("a1")) == ["old later", "old k"], "what was asked for last comes first"
    answers.touch(change("a1"), [(["k", "alias"], answer("new", "a1"))])
    assert [answers.kept(name) for name in ("k", "alias", "other", "later")] == ["new", "new", "old other", None]
    answers.touch(change("a1"))
    assert answers.kept("alias") is None, "they are as mortal as all others"


def test_whether_anything_was_asked_for_since_the_last_change() -> None:
    answers = Answers()
    assert not answers.asked
    answers.of("k", lambda: answer("v", "a1"))
    assert answers.asked
    answers.touch(change("a9"))
    assert not answers.asked
    answers.kept("k")
    assert answers.asked


def test_one_value_goes_by_several_names() -> None:
    answers = Answers()
    answers.of("k", lambda: answer("v", "a1"), lambda value: [value, "other"])
    assert answers.kept("v") == answers.kept("other") == "v"
    answers.touch(change("a1"))
    assert answers.kept("v") is answers.kept("other") is answers.kept("k") is None


def test_what_was_not_asked_for_longest_gives_way() -> None:
    answers = Answers(room=3)
    for name in "abc":
        answers.of(name, lambda name=name: answer(name, "a1"))  # type: ignore[misc]
    answers.kept("a")
    answers.of("d", lambda: answer("d", "a1"))
    assert [answers.kept(name) for name in "abcd"] == ["a", None, "c", "d"]


def test_an_answer_is_made_once_however_many_ask() -> None:
    answers, made, started = Answers(), list[int](), Barrier(4)

    def make() -> Answer[str]:
        made.append(1)
        return answer("v", "a1")

    def ask(_: int) -> str:
        started.wait()
        return answers.of("k", make)

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(ask, range(4))) == {"v"}
    assert made == [1]


def test_what_could_not_be_made_can_be_tried_again() -> None:
    answers = Answers()

    def fail() -> Answer[str]:
        raise LookupError("not there")

    for _ in range(2):
        with pytest.raises(LookupError):
            answers.of("k", fail)
    assert answers.of("k", lambda: answer("v", "a1")) == "v"
