from __future__ import annotations

import pytest

from reportedly.counts import comparable
from reportedly.stand import bounds, newest, relation, rivals
from reportedly.types import UNATTRIBUTED, Bounds, Figure, Quantity, Relation
from tests.stand.world import count


def figure(party: str, quantity: Quantity, at: str = "2032-02-16") -> Figure:
    return Figure(party, quantity, f"{party}:{at}", at)


ITEMS = [
    ("dead", "people killed", True),
    ("dead", "injured", False),
    ("people killed", "people injured", False),
    ("people killed", "people", False),
    ("troops near the border", "soldiers", True),
    ("people", "residents", True),
    ("", "dead", True),
    ("tanks", "aircraft", False),
]


@pytest.mark.parametrize(("left", "right", "same"), ITEMS)
def test_what_is_counted(left: str, right: str, same: bool) -> None:
    assert comparable(count(1, 1, left), count(1, 1, right)) is same
    assert comparable(count(1, 1, right), count(1, 1, left)) is same


RELATIONS = [
    ("at least 12 and 31 agree", figure("A", count(12, None)), figure("B", count(31, 31)), Relation.AGREES),
    ("one day, two numbers", figure("A", count(12, 12)), figure("B", count(31, 31)), Relation.CONTRADICTS),
    ("the count moved on", figure("A", count(12, 12)), figure("B", count(31, 31), "2032-02-20"), Relation.DIFFERS),
    ("its own later number", figure("A", count(12, 12)), figure("A", count(31, 31), "2032-02-20"), Relation.REVISED),
    (
        "some of them",
        figure("A", count(31, 31, "dead")),
        figure("B", count(2, 2, "Selmians dead")),
        Relation.DIFFERS,
    ),
    ("nobody named", figure("A", count(12, 12)), figure(UNATTRIBUTED, count(31, 31)), Relation.DIFFERS),
    (
        "nothing named, of another order",
        figure("A", count(11, 11, "dead")),
        figure("B", count(212, 212, "")),
        Relation.DIFFERS,
    ),
    (
        "a unit tells not of what",
        figure("A", count(38, 38, "feet")),
        figure("B", count(6, 6, "feet")),
        Relation.DIFFERS,
    ),
    ("dead and injured", figure("A", count(12, 12, "dead")), figure("B", count(31, 31, "injured")), None),
]


@pytest.mark.parametrize(("left", "right", "expected"), [r[1:] for r in RELATIONS], ids=[r[0] for r in RELATIONS])
def test_relation(left: Figure, right: Figure, expected: Relation | None) -> None:
    assert relation(left, right) is expected


def test_who_rejects_a_figure_contradicts_it_whatever_the_day() -> None:
    left, right = figure("A", count(12, 12)), figure("B", count(31, 31), "2032-02-20")
    assert relation(left, right, frozenset({"B"})) is Relation.CONTRADICTS


def test_who_rejects_a_length_contradicts_it() -> None:
    left, right = figure("A", count(38, 38, "km")), figure("B", count(6, 6, "km"))
    assert relation(left, right, frozenset({"B"})) is Relation.CONTRADICTS


def test_newest_figures_bound_the_quantity() -> None:
    given = [
        figure("A", count(12, 12), "2032-02-16"),
        figure("A", count(20, 20), "2032-02-18"),
        figure("B", count(30, None), "2032-02-17"),
        figure("C", count(18, 22), "2032-02-17"),
    ]
    assert [f.statement for f in newest(given)] == ["B:2032-02-17", "C:2032-02-17", "A:2032-02-18"]
    assert bounds(given) == Bounds(18, 20, None)
    assert [(r.left.statement, r.right.statement, r.relation) for r in rivals(given)] == [
        ("A:2032-02-16", "A:2032-02-18", Relation.REVISED),
        ("A:2032-02-18", "B:2032-02-17", Relation.DIFFERS),
        ("B:2032-02-17", "C:2032-02-17", Relation.CONTRADICTS),
    ]


def test_best_is_of_what_most_count_and_has_no_open_end() -> None:
    given = [
        figure("A", count(31, 31, "dead"), "2032-02-18"),
        figure("B", count(20, 20, "people killed"), "2032-02-17"),
        figure("C", count(2, None, "Selmians dead"), "2032-02-18"),
        figure("A", count(100, 100, "injured"), "2032-02-16"),
        figure("D", count(10, None, "dead"), "2032-02-16"),
    ]
    assert bounds(given) == Bounds(10, 31, None)


def test_whom_nobody_names_gives_no_bound_where_a_side_does() -> None:
    given = [figure("A", count(31, 31, "dead")), figure(UNATTRIBUTED, count(2, 2, "dead"))]
    assert bounds(given) == Bounds(31, 31, 31)
    assert bounds(given[1:]) == Bounds(2, 2, 2)


def test_no_figure_no_bounds() -> None:
    assert bounds([]) is None


def test_figures_of_one_statement_are_no_rivals() -> None:
    given = [figure("A", count(15, 15, "blocks")), figure("A", count(12, 12, "blocks"))]
    assert rivals(given) == ()


def test_a_figure_of_nothing_named_is_a_rival_where_it_stands_alone() -> None:
    nineteen = figure("A", count(19, 19, "patients"))
    fourteen, seven = (figure("B", count(n, n, item)) for n, item in ((19, "patients"), (7, "")))
    assert rivals([nineteen, fourteen, seven]) == ()
    assert len(rivals([nineteen, seven])) == 1


def test_what_sides_say_of_their_own_deeds_are_no_two_numbers_for_one_thing() -> None:
    ten, four = figure("A", count(10, 10)), figure("B", count(4, 4))
    both = frozenset({ten.statement, four.statement})
    assert relation(ten, four, own=both) is None
    assert relation(ten, four, own=frozenset({four.statement})) is Relation.DIFFERS
    assert bounds([ten, four], both) is None
    assert bounds([ten, four]) is not None
