"""Figures over time, and how long questions stay open."""

from __future__ import annotations

from reportedly.stand import view
from reportedly.stand.numbers import band, series, summary
from reportedly.stand.waiting import waiting
from reportedly.types import Act, ClaimKind, ClaimView, Question, Stance, Statement
from tests.stand.world import article, claim, count, statement

ARTICLES = {f"a{n}": article(f"a{n}", f"2032-02-1{n}T10:00") for n in range(6)}


def seen(*said: Statement) -> ClaimView:
    return view(claim(*said, kind=ClaimKind.QUANTITY), {s.id: s for s in said}, ARTICLES, {})


FIRST = statement("a1:s1", "Dovrania", quantities=(count(12, 12, "dead"),))
LATER = statement("a3:s1", "Dovrania", quantities=(count(31, 31, "dead"),))
RIVAL = statement("a3:s2", "Selmia", quantities=(count(24, None, "killed"),))
VAGUE = statement("a4:s1", "Compact", quantities=(count(60, 80, "dead"),))
HURT = statement("a4:s2", "Dovrania", quantities=(count(90, 90, "injured"),))


def test_each_source_has_a_series_of_each_thing_counted() -> None:
    found = series(seen(FIRST, LATER, RIVAL, HURT))
    assert [(s.party, s.item, [(g.low, g.best, g.high, g.revises) for g in s.given]) for s in found] == [
        ("Dovrania", "dead", [(12, 12, 12, False), (31, 31, 31, True)]),
        ("Selmia", "killed", [(24, 24, None, False)]),
        ("Dovrania", "injured", [(90, 90, 90, False)]),
    ]


def test_the_band_follows_the_newest_figures() -> None:
    found = [(b.at[8:10], b.bounds.low, b.bounds.best, b.bounds.high) for b in band(seen(FIRST, LATER, VAGUE))]
    assert found == [("11", 12, 12, 12), ("13", 31, 31, 31), ("14", 31, 70, 80)]


def test_the_summary_names_its_sources_and_their_conflicts() -> None:
    found = summary(seen(FIRST, LATER, VAGUE))
    assert found is not None
    assert (found.low, found.best, found.high) == (31, 70, 80)
    assert (found.sources, found.revisions, found.conflicts) == (
        ("Compact", "Dovrania"),
        1,
        (("Compact", "Dovrania"),),
    )
    assert "best is" in found.rule


def test_no_figure_is_no_summary() -> None:
    unknown = statement("a1:s1", quantities=(count(None, None),))
    assert summary(seen(unknown)) is None
    assert series(seen(unknown)) == ()
    assert band(seen()) == ()


def test_questions_are_counted_in_days() -> None:
    asked = statement("a1:s1", "Selmia", Stance.NONE, act=Act.QUESTION)
    answered = statement("a4:s1", "Selmia", Stance.CONFIRMS)
    known = {asked.id: asked, answered.id: answered}
    closed = Question("q1", "c1", "whether troops left", asked.id, answered.id)
    opened = Question("q2", "c1", "how many left", asked.id, None)
    first, second = waiting([closed, opened], known, ARTICLES, "2032-02-20T08:00")
    assert (first.question.id, first.days, first.closed) == ("q2", 9, "")
    assert (second.question.id, second.days, second.closed) == ("q1", 3, "2032-02-14")
