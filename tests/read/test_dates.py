from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reportedly.read.dates import iso
from reportedly.read.pagedate import from_lines, from_prose


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T09:12:00Z", "2031-03-04T09:12:00+00:00"),
        ("2031-03-04T09:12:00.123Z", "2031-03-04T09:12:00+00:00"),
        ("2031-03-04T09:12+0530", "2031-03-04T09:12:00+05:30"),
        ("2031-03-04 09:12:33 -05:00", "2031-03-04T09:12:33-05:00"),
        ("2031-03-04 9:12", "2031-03-04T09:12:00"),
        ("20310304T091200Z", "2031-03-04T09:12:00+00:00"),
        ("Tue, 04 Mar 2031 09:12:00 GMT", "2031-03-04T09:12:00+00:00"),
        ("4 March 2031", "2031-03-04"),
        ("March 4, 2031 9:12 AM", "2031-03-04T09:12:00"),
        ("14/03/2031", "2031-03-14"),
        ("1930381920", "2031-03-04T09:12:00+00:00"),
        ("02/03/2031", ""),  # March or February
        ("2031-13-45", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("Tuesday", ""),
        ("Tuesday, 4 March", ""),
        ("", ""),
        (None, ""),
        (date(2031, 3, 4), "2031-03-04"),
        (datetime(2031, 3, 4, 9, 12, tzinfo=UTC), "2031-03-04T09:12:00+00:00"),
    ],
)
def test_dates_of_metadata(value: object, wanted: str) -> None:
    assert iso(value) == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Published: 4 March 2031"], "2031-03-04"),
        (["Published: 04 Mar 2031, 10:30 PM"], "2031-03-04T22:30:00"),
        (["Updated: 5 March 2031", "Published: 4 March 2031"], "2031-03-04"),
        (["Last updated 5 March 2031"], "2031-03-05"),
        (["Tuesday 4 March 2031"], "2031-03-04"),
        (["Published: undefined"], ""),
        (["4 March"], ""),
        (["The bridge over the river was opened on 4 March 2011 by the late king"], ""),
    ],
)
def test_date_lines(lines: list[str], wanted: str) -> None:
    assert from_lines(lines) == wanted


@pytest.mark.parametrize(
    ("paragraphs", "not_after", "wanted"),
    [
        pytest.param(["ORSA, March 4, 2031 (Reuters) - It left."], "", "2031-03-04", id="dateline"),
        pytest.param(
            ["The ministry said on Tuesday, 4 March, that it left.", "“March 4 2031 is a great day.”"],
            "",
            "2031-03-04",
            id="year from the same day in a quote",
        ),
        pytest.param(
            ["The ministry said on Tuesday, 4 March, that it left.", "The war of 2014 and the truce of 2031 are over."],
            "",
            "2031-03-04",
            id="the year whose weekday agrees",
        ),
        pytest.param(["The ministry said on Tuesday, 4 March, that it left."], "", "", id="no year at all"),
        pytest.param(
            ["The ministry said on Tuesday, 4 March, that it left."],
            "2031-04-01T10:00:00",
            "2031-03-04",
            id="fetched later",
        ),
        pytest.param(
            ["The ministry said on 4 March that it left."], "2031-03-01", "2030-03-04", id="not after fetching"
        ),
        pytest.param(["On March 4, 2031, the ministry said it had left."], "", "2031-03-04", id="date first"),
        pytest.param(["The attack of September 11, 2001, was recalled."], "", "", id="history"),
        pytest.param(["The ministry said the raid of 4 March 2031 had failed."], "", "", id="the event's date"),
        pytest.param(
            ["She said on Monday, 3 March 2031, yes.", "He said on 4 March 2031 no."], "", "2031-03-04", id="the latest"
        ),
    ],
)
def test_dates_of_prose(paragraphs: list[str], not_after: str, wanted: str) -> None:
    assert from_prose(paragraphs, not_after) == wanted
