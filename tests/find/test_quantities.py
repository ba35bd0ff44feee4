"""Figures: bounds, what is counted, traps; offsets and linear work on hostile text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.numerals import value
from reportedly.find.quantities import quantities
from reportedly.types import Span

BOUNDS = [
    ("more than 100,000 troops are near the border", 100_000, None),
    ("up to 40 tankers burned", None, 40),
    ("at least 13 people have died", 13, None),
    ("dozens of villagers were hurt", 24, None),
    ("hundreds of girls are missing", 200, None),
    ("several hundred soldiers", 200, None),
    ("tens of thousands of protesters", 20_000, None),
    ("a few dozen repairmen", 24, 60),
    ("between 40 and 50 arrests", 40, 50),
    ("90 to 130 dead", 90, 130),
    ("four or five officers", 4, 5),
    ("20-30 people were hurt", 20, 30),
    ("about 300 pupils", 270, 330),
    ("some 300 pupils", 270, 330),
    ("in the region of 110 girls", 99, 121),
    ("no fewer than four hundred servicemen", 400, None),
    ("not less than 20,000 shells", 20_000, None),
    ("no more than 900 names", None, 900),
    ("the avenue cannot hold more than 900 people", None, 900),
    ("the toll has not risen above 900 people", None, 900),
    ("he did not say that more than 900 people died", 900, None),
    ("he would not confirm more than 900 deaths", 900, None),
    ("nearly 200 homes", 180, 200),
    ("a dozen shells", 12, 12),
    ("about a dozen injured", 10.8, 13.2),
    ("half a million crowns", 500_000, 500_000),
    ("two lakh people marched", 200_000, 200_000),
    ("1.04 lakh people marched", 104_000, 104_000),
    ("3 crore voters", 30_000_000, 30_000_000),
    ("12,34,567 voters", 1_234_567, 1_234_567),
    ("thirty-eight bodies", 38, 38),
    ("one hundred and thirty-one parts per million", 131, 131),
    ("fifty-one point two per cent", 51.2, 51.2),
    ("$6.8 million was paid", 6_800_000, 6_800_000),
    ("a bill of up to $60m", None, 60_000_000),
    ("between $2 million and $2.5 million", 2_000_000, 2_500_000),
    ("2 to 3 million dollars", 2_000_000, 3_000_000),
    ("five or more soldiers", 5, None),
    ("ninety-plus children", 90, None),
    ("ten thousand and growing", 10_000, None),
    ("300 or so refugees", 270, 330),
    ("an unknown number of hostages", None, None),
    ("there were no casualties", 0, 0),
    ("nobody had been killed", 0, 0),
    ("within 40 km of the post", None, 40),
    ("a withdrawal over 45 days", 45, 45),
    ("the toll was revised up to 1,112", 1_112, 1_112),
    ("one soldier was killed", 1, 1),
    ("2000 people marched", 2_000, 2_000),
]

TRAPS = [
    "in 2031 and 2032",
    "on 8 August and on Sept. 5 and 15 February 2022",
    "at 10.25 am, at 09:40 and until 5 p.m.",
    "Dulce Montero, 19, was carried off; a 34-year-old man, aged 52",
    "Article 5 and Resolution 242, page 7, gate 2 and Flight 204",
    "the 76th Guards Brigade, the Su-27 and the T-72",
    "a Boeing 747 and Channel 4 and coach B2",
    "they won 3-1 and 9/11",
    "a five-year plan and a two-page note",
    "three days earlier, two weeks ago and over the past 24 hours",
    "at half past five and at twenty minutes to six",
    "one day one of them said no one knew",
    "the two sides met",
    "the 1990s and the 21st century",
    "on May 7, 2025 as tension grew",
    "he told Nine News",
    "about 3 in 10 say so",
    "she was 15 when it began, a mother of four",
    "a 0.50 calibre weapon",
]

ITEMS = [
    ("more than 100,000 troops near the border", "troops"),
    ("41 people were killed", "dead"),
    ("a death toll of 22", "dead"),
    ("at least 13 dead", "dead"),
    ("890 people were injured", "injured"),
    ("58 people are dead and 53 missing", "dead"),
    ("four conscripts were killed", "conscripts dead"),
    ("the strike killed 31 people and injured others", "dead"),
    ("the blast killed 12 soldiers, wounding others", "soldiers dead"),
    ("41 people were killed and injured", "dead"),
    ("the deaths of 603 U.S. service members", "service members dead"),
    ("$6.8 million was paid", "dollars"),
    ("61 percent of residents", "per cent"),
    ("34km from the coast", "kilometres"),
    ("six government howitzers moved", "government howitzers"),
]


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    assert [(q.low, q.high) for q in quantities(text)] == [(low, high)]


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "item"), ITEMS)
def test_items(text: str, item: str) -> None:
    assert quantities(text)[0].item == item


def test_two_figures_side_by_side_are_no_range() -> None:
    assert [(q.low, q.high) for q in quantities("cut from 50 to 40 and then 3 tanks and 14 vehicles")] == [
        (50, 50),
        (40, 40),
        (3, 3),
        (14, 14),
    ]


def test_only_what_lies_within_is_given_but_its_neighbours_are_read() -> None:
    text = "He said at least 40 people died and 12 were hurt."
    forty = text.index("40")
    found = quantities(text, Span(forty, forty + 9))
    assert [(q.low, q.high, q.item) for q in found] == [(40, None, "dead")]
    assert all(forty <= q.start < q.end <= forty + 9 for q in found)


@pytest.mark.parametrize(
    ("numeral", "number"), [("two million two hundred thousand", 2_200_000), ("1\u00a0460", 1_460)]
)
def test_numerals(numeral: str, number: float) -> None:
    assert value(numeral) == number


WORDS = st.sampled_from(
    """
    about at least 40 1,000 12.5 between and to one hundred thousand half a million dozens of $60m people killed 5 p.m.
    on March 4 , . ; “ ” ’ - — not fewer than two lakh % per cent the number is yet no nobody died 2031 76th
    Su-27 ½ ٣
    """.split()
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_offsets_lie_in_the_text_in_order_and_bounds_never_cross(text: str) -> None:
    found = quantities(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for first, second in pairwise(found):
        assert first.end <= second.start
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert q.low is None or q.high is None or q.low <= q.high


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1 " * 50_000,
        "1," * 50_000,
        "a" * 100_000,
        "one hundred and " * 7_000,
        "$" * 100_000,
        "not one " * 12_000,
    ],
)
def test_hostile_text_ends(text: str) -> None:
    quantities(text)
