from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.brief import words
from reportedly.show.brief.model import Place, Said
from reportedly.types import Certainty, Channel, Pin, Stance

PLACE = Place(2, 4, Pin("a", 0, 5, "words", "", "", ""))
SAID = Said(
    place=PLACE,
    statement="a:s1",
    party="Russia",
    stance=Stance.ASSERTS,
    certainty=Certainty.CERTAIN,
    channel=Channel.STATEMENT,
    speaker="Igor Konashenkov",
    role="spokesman",
    organisation="Ministry of Defence",
    via=(),
    at="2022-02-15",
    in_print=False,
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Igor Konashenkov (spokesman, Ministry of Defence)"),
        ({"speaker": ""}, "spokesman, Ministry of Defence"),
        ({"speaker": "", "role": ""}, "Ministry of Defence"),
        ({"speaker": "", "role": "", "organisation": ""}, ""),
        ({"role": "", "organisation": ""}, "Igor Konashenkov"),
        ({"organisation": "Russia"}, "Igor Konashenkov (spokesman)"),
        ({"role": "minister", "organisation": "Minister of Defence"}, "Igor Konashenkov (Minister of Defence)"),
        ({"party": "Igor Konashenkov"}, "spokesman, Ministry of Defence"),
    ],
)
def test_who_spoke_is_named_once(changes: dict[str, str], expected: str) -> None:
    assert words.who(replace(SAID, **changes)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("certainty", "channel", "via", "expected"),
    [
        (Certainty.CERTAIN, Channel.STATEMENT, (), ""),
        (Certainty.PROBABLE, Channel.SOCIAL, (), "probably, on social media"),
        (Certainty.REPORTED, Channel.UNKNOWN, ("The New York Times",), "reportedly, via The New York Times"),
        (Certainty.CERTAIN, Channel.BRIEFING, ("Tass", "Reuters"), "at a briefing, via Tass, citing Reuters"),
    ],
)
def test_how_it_was_said(certainty: Certainty, channel: Channel, via: tuple[str, ...], expected: str) -> None:
    assert words.how(replace(SAID, certainty=certainty, channel=channel, via=via)) == expected


def test_when_it_was_said_or_only_printed() -> None:
    now = "2022-02-16"
    assert words.when(SAID, now) == "15 Feb"
    assert words.when(replace(SAID, in_print=True), now) == "by 15 Feb"
    assert words.when(replace(SAID, at=""), now) == "undated"


@pytest.mark.parametrize(
    ("low", "high", "item", "expected"),
    [
        (100_000.0, None, "troops", "100,000 or more troops"),
        (None, 40.0, "dead", "up to 40 dead"),
        (270.0, 330.0, "dead", "270 to 330 dead"),
        (12.0, 12.0, "", "12"),
        (None, None, "dead", "unknown number of dead"),
        (None, None, "", "unknown number"),
        (7.2, 7.2, "magnitude", "7.2 magnitude"),
        (0.0, 0.0, "dead", "0 dead"),
    ],
)
def test_a_figure_keeps_its_open_bounds(low: float | None, high: float | None, item: str, expected: str) -> None:
    assert words.bounds(low, high, item) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("two\n lines\t here ", "two lines here"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("right\u202eleft", "rightleft"),
        ("zero\u200bwidth", "zerowidth"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("Zürich “quoted” 北京", "Zürich “quoted” 北京"),
    ],
)
def test_no_text_can_steer_a_terminal(text: str, expected: str) -> None:
    assert words.clean(text) == expected


@given(st.text(), st.integers(4, 60))
def test_shortened_text_fits_and_stays_clean(text: str, width: int) -> None:
    short = words.shorten(text, width)
    assert len(short) <= width
    assert words.clean(short) == short


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 outlets"), (1, "1 outlet"), (2, "2 outlets"), (1200, "1,200 outlets")]
)
def test_counts_agree_with_their_noun(number: int, expected: str) -> None:
    assert words.count(number, "outlet") == expected


def test_every_stance_has_a_word() -> None:
    assert set(words.STANCE) == set(words.HELD) == set(Stance)


@pytest.mark.parametrize(
    ("since", "updated", "now", "expected"),
    [
        ("2022-02-12", "2022-02-15T08:00", "2022-02-15T08:00", "from 3 days ago to now"),
        ("2022-02-12", "2022-02-15", "2022-02-15T08:00", "from 3 days ago to today"),
        ("2022-02-01", "2022-02-05", "2022-02-15", "from 14 to 10 days ago"),
        ("2021-06-01", "2022-02-05", "2022-02-15", "from 8 months to 10 days ago"),
        ("2022-02-15T06:00", "2022-02-15T08:00", "2022-02-15T10:30", "from 4 to 2 h ago"),
        ("2022-02-05", "2022-02-05", "2022-02-15", "10 days ago"),
        ("2022-02-15", "2022-02-15", "2022-02-15", "today"),
        ("", "", "2022-02-15", "undated"),
    ],
)
def test_a_claims_life_is_told_from_its_first_word_to_its_last(
    since: str, updated: str, now: str, expected: str
) -> None:
    assert words.ages(since, updated, now) == expected
