from __future__ import annotations

import pytest

from reportedly.show.brief.moments import after, age, days_between, instant, reads, sort_key


@pytest.mark.parametrize(
    ("iso", "now", "clock", "words"),
    [
        ("2022-02-15", "2022-02-16", False, "15 Feb"),
        ("2022-02-15", "2023-01-01", False, "15 Feb 2022"),
        ("2022-02-15", "", False, "15 Feb 2022"),
        ("2022-02-15T14:05", "2022-02-16", True, "15 Feb, 14:05"),
        ("2022-02-15T14:05", "2022-02-16", False, "15 Feb"),
        ("2022-02-15T14:05:09Z", "2022-02-16", True, "15 Feb, 14:05"),
        ("2022-02-15T14:05+03:00", "2022-02-16", True, "15 Feb, 11:05"),
        ("2022-02-15 14:05", "2022-02-16", True, "15 Feb, 14:05"),
        ("2022-02", "2022-02-16", False, "Feb"),
        ("2022", "2022-02-16", False, "2022"),
        ("2021-11/2022-02", "2022-02-16", False, "Nov 2021 to Feb"),
        ("", "2022-02-16", False, ""),
        ("soon", "2022-02-16", False, "soon"),
        ("2022-02-31", "2022-02-16", False, "2022-02-31"),
    ],
)
def test_a_moment_reads_as_people_write_it(iso: str, now: str, clock: bool, words: str) -> None:
    assert reads(iso, now, clock) == words


@pytest.mark.parametrize(
    ("since", "now", "words"),
    [
        ("2022-02-15T14:00", "2022-02-15T14:00", "just now"),
        ("2022-02-15T14:00", "2022-02-15T14:40", "40 min"),
        ("2022-02-15T14:00", "2022-02-15T23:10", "9 h"),
        ("2022-02-15T14:00", "2022-02-17T13:00", "47 h"),
        ("2022-02-15T14:00", "2022-02-18T13:00", "3 days"),
        ("2022-02-15", "2022-02-15T23:00", "today"),
        ("2022-02-15", "2022-02-16T01:00", "1 day"),
        ("2022-02-15", "2022-07-20", "5 months"),
        ("2019-02-15", "2022-07-20", "3 years"),
        ("2022-02-15T14:00", "2022-02-15T12:00", "just now"),
        ("", "2022-02-15", ""),
        ("2022-02-15", "", ""),
    ],
)
def test_an_age_is_told_in_its_largest_sensible_unit(since: str, now: str, words: str) -> None:
    assert age(since, now) == words


def test_moments_of_different_precision_compare() -> None:
    assert after("2022-02-15T14:00", "2022-02-15")
    assert not after("2022-02-15", "2022-02-15T14:00")
    assert after("2022-02-15T10:00+00:00", "2022-02-15T12:00+03:00")
    assert not after("", "2022-02-15")
    assert sorted(["", "2022-02-15T14:00", "2022", "2022-02"], key=sort_key) == [
        "2022",
        "2022-02",
        "2022-02-15T14:00",
        "",
    ]


def test_days_between() -> None:
    assert days_between("2022-02-15", "2022-02-18T12:00") == 3.5
    assert days_between("", "2022-02-18") is None


def test_an_interval_counts_from_its_end() -> None:
    assert instant("2021-11/2022-02-03") == instant("2022-02-03")
