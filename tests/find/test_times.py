"""Dates and times against the article's own date, and the day on which a statement was said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.details import detailed
from reportedly.find.said import said
from reportedly.find.times import times
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Mode,
    PublishedFrom,
    Role,
    Span,
    Stance,
    Statement,
)

TUESDAY = "2031-03-04T12:40"

VALUES = [
    ("The ministry said on Tuesday it was over.", "2031-03-04"),
    ("The ministry said on Monday night it was over.", "2031-03-03"),
    ("It was shelled on Wednesday.", "2031-02-26"),
    ("The vote will be held on Thursday.", "2031-03-06"),
    ("He would call the vote next Thursday.", "2031-03-13"),
    ("She left last Tuesday.", "2031-02-25"),
    ("They meet on Thursday of next week.", "2031-03-13"),
    ("A vigil was called for Wednesday.", "2031-03-05"),
    ("It happened on Tuesday, 25 February 2031.", "2031-02-25"),
    ("The letter of 10 February said so.", "2031-02-10"),
    ("It burned on Dec. 30.", "2030-12-30"),
    ("The hearing is due on 20 March.", "2031-03-20"),
    ("It fell on March 1, 1990.", "1990-03-01"),
    ("Soldiers stepped on mines on 2 and 3 March.", "2031-03-02/2031-03-03"),
    ("It has been closed since January.", "2031-01"),
    ("It was bought in September.", "2030-09"),
    ("The file was made in December 2029.", "2029-12"),
    ("The plan was shown in April last year.", "2030-04"),
    ("It was built in 1988.", "1988"),
    ("Under the president (2022-2028) it grew.", "2022/2028"),
    ("The maps of the 1960s are wrong.", "1960/1969"),
    ("He denied it yesterday.", "2031-03-03"),
    ("He denied it last night.", "2031-03-03"),
    ("It will end tomorrow.", "2031-03-05"),
    ("It began this morning.", "2031-03-04"),
    ("It was shut last month.", "2031-02"),
    ("He had full confidence last week.", "2031-02-24/2031-03-02"),
    ("She saw it two weeks ago.", "2031-02-18"),
    ("He spoke three days earlier.", "2031-03-01"),
    ("It was bought a fortnight ago.", "2031-02-18"),
    ("It was renewed three years ago.", "2028"),
    ("10.25 am: Shots are heard.", "2031-03-04T10:25"),
    ("09:40 Shots are heard.", "2031-03-04T09:40"),
    ("22:35 Shots are heard.", "2031-03-03T22:35"),
    ("The order was given at 4:51 a.m. on Monday.", "2031-03-03T04:51"),
    ("He has been off since the 2nd.", "2031-03-02"),
    ("The log of 2031-02-28 is gone.", "2031-02-28"),
]

TRAPS = [
    "He may march on.",
    "It weighed 42.05 kilos and cost $19.30.",
    "A sun rose over Sunday-school teachers' Wednesdays",
    "The Su-2030 flew.",
    "It came under fire from 1.34 km away and from 0.50 calibre guns.",
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text: str, value: str) -> None:
    assert next(iter(times(text, TUESDAY))).value == value


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert times(text, TUESDAY) == ()


def test_a_clock_belongs_to_the_day_last_spoken_of() -> None:
    found = times("The dam broke on Sunday. The siren rang at 1:20 a.m. and that evening it was over.", TUESDAY)
    assert [t.value for t in found] == ["2031-03-02", "2031-03-02T01:20", "2031-03-02"]


def test_a_clock_takes_the_date_named_after_it() -> None:
    assert [t.value for t in times("It ran until 2:03 p.m. on February 10.", TUESDAY)] == [
        "2031-02-10T14:03",
        "2031-02-10",
    ]


def test_filed_after_midnight_today_is_the_day_before() -> None:
    assert [t.value for t in times("He resigned today.", "2031-03-05T00:30")] == ["2031-03-04"]


@pytest.mark.parametrize("published", ["", "undefined", "0001-01-01", "9999-12-31T23:59"])
def test_without_a_sane_date_only_what_carries_its_year_resolves(published: str) -> None:
    text = "On Tuesday, three days ago, yesterday, 4 March, in May, last week and on 4 March 2031 and in May 2030."
    assert [t.value for t in times(text, published)] == ["2031-03-04", "2030-05"]


def test_only_what_lies_within_is_given() -> None:
    text = "On Monday he said it began on Sunday."
    assert [t.value for t in times(text, TUESDAY, Span(12, len(text)))] == ["2031-03-02"]


WORDS = st.sampled_from(
    """
    on Tuesday 8 August 31 February the 31st last month three days ago 10.25 am 99:99 2031-13-45 in May 2031 - / Sept.
    5 , next Thursday a million years earlier this summer the day before, 29 Feb .
    """.split()
)
MOMENTS = st.sampled_from(["", "2031-03-31", "2032-02-29T23:59", "1000-01-01T00:00", "9000-12-31T10:00Z"])


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60), MOMENTS)
def test_spans_are_in_order_and_values_are_real_dates(text: str, published: str) -> None:
    found = times(text, published)
    end = 0
    for time in found:
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        for part in time.value.split("/"):
            date.fromisoformat((part[:10] + "-01-01")[:10])


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "1 " * 50_000, "on Tuesday " * 9_000, "last " * 20_000, "8 to " * 20_000]
)
def test_hostile_text_ends(text: str) -> None:
    times(text, TUESDAY)


def _statement(text: str, cue: str, content: str, stance: Stance = Stance.ASSERTS) -> Statement:
    start, where = text.index(cue), text.index(content)
    return Statement(
        id="a:s1",
        article="a",
        source=None,
        cue=Span(start, start + len(cue)),
        content=(Span(where, where + len(content)),),
        via_spans=(),
        act=Act.FACT,
        stance=stance,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.UNKNOWN,
        said="",
    )


def _article(text: str, published: str) -> Article:
    blocks = (Block(Role.PARAGRAPH, 0, len(text)),)
    return Article("a", "-", "", "", "", published, PublishedFrom.METADATA, text, "", "", blocks)


SAID = [
    ("The ministry said on Monday that it began on Sunday.", "said", "that it began on Sunday", TUESDAY, "2031-03-03"),
    ("On Monday the ministry said it was over.", "said", "it was over", TUESDAY, "2031-03-03"),
    ("The ministry said that it began on Sunday.", "said", "that it began on Sunday", TUESDAY, "2031-03-04"),
    ("The minister, who returned on Sunday, denied it.", "denied", "it", TUESDAY, "2031-03-04"),
    ("SARYBEL, March 3 (PNA) - The army said it was over.", "said", "it was over", TUESDAY, "2031-03-03"),
    ("The army said it was over.", "said", "it was over", "2031-03-04T05:30", "2031-03-03"),
    ("The army says it was over.", "says", "it was over", "2031-03-04T05:30", "2031-03-04"),
    ("The army said it was over.", "said", "it was over", "", ""),
    ("It fell, two days after denying it.", "denying", "it", TUESDAY, "2031-03-02"),
    ("It fell, a week after denying it.", "denying", "it", TUESDAY, "2031-02-25"),
    ("It fell, two days after denying it.", "denying", "it", "", ""),
    ("It fell, two days after denying it.", "denying", "it", "not a date", "not a date"),
    ("It fell, two days after denying it.", "denying", "it", "0001-01-01", "0001-01-01"),
]


@pytest.mark.parametrize(("text", "cue", "content", "published", "day"), SAID)
def test_said(text: str, cue: str, content: str, published: str, day: str) -> None:
    article = _article(text, published)
    statements = [_statement(text, cue, content)]
    assert said(article, statements, times(text, published)) == (day,)
    assert [s.said for s in detailed(article, statements)] == [day]


def test_details_are_a_statement_s_figures_and_its_day() -> None:
    text = "On Monday police said at least 40 people had died in 3 villages, and 12 tanks burned."
    [statement] = detailed(_article(text, TUESDAY), [_statement(text, "said", "at least 40 people had died")])
    assert statement.said == "2031-03-03"
    assert [(q.low, q.high, q.item) for q in statement.quantities] == [(40, None, "dead")]
