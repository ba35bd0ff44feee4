from __future__ import annotations

from reportedly.stand.questions import questions
from reportedly.types import Act, Span, Stance, Statement
from tests.stand.world import article, count, statement

TEXT = (
    "How many soldiers were leaving. Whether the brigade had moved. 8,500 soldiers had left. Nothing was moved. "
    "What was an evacuation. What was left."
)
ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00", TEXT) for n in range(1, 4)}


def said(name: str, words: str, party: str = "Dovrania", stance: Stance = Stance.ASSERTS, **more: object) -> Statement:
    start = TEXT.index(words)
    return statement(name, party, stance, content=Span(start, start + len(words)), **more)  # type: ignore[arg-type]


MANY = said("a1:s1", "How many soldiers were leaving", stance=Stance.NO_COMMENT)


def test_a_number_withheld_is_open_until_a_number_comes() -> None:
    (open_,) = questions([MANY], ARTICLES)
    assert (open_.asks, open_.closed_by) == ("How many soldiers were leaving", None)
    words = said("a2:s1", "Nothing was moved", "Selmia")
    number = said("a3:s1", "8,500 soldiers had left", quantities=(count(8500, 8500),))
    (closed,) = questions([number, words, MANY], ARTICLES)
    assert closed.closed_by == "a3:s1"


def test_whether_is_closed_by_a_yes_or_a_no_but_not_by_another_claim() -> None:
    whether = said("a1:s1", "Whether the brigade had moved", "Meridian", Stance.CANNOT_CONFIRM)
    claimed = said("a2:s1", "8,500 soldiers had left", "Selmia")
    denied = said("a3:s1", "Nothing was moved", "Dovrania", Stance.DENIES)
    assert [q.closed_by for q in questions([whether, claimed], ARTICLES)] == [None]
    assert [q.closed_by for q in questions([whether, claimed, denied], ARTICLES)] == ["a3:s1"]


def test_what_is_described_is_not_asked() -> None:
    told = [said("a1:s1", words, stance=Stance.NO_COMMENT) for words in ("What was an evacuation", "What was left")]
    assert [q.asks for s in told for q in questions([s], ARTICLES)] == ["What was left"]


def test_a_question_asked_twice_is_one() -> None:
    again = said("a2:s1", "How many soldiers were leaving", "Selmia", Stance.CANNOT_CONFIRM)
    assert len(questions([MANY, again], ARTICLES)) == 1


def test_a_question_put_is_a_question() -> None:
    asked = said("a1:s1", "How many soldiers were leaving", "Halden", Stance.NONE, act=Act.QUESTION)
    assert [q.opened_by for q in questions([asked], ARTICLES)] == ["a1:s1"]
