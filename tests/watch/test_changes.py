from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.read import read_text
from reportedly.watch.changes import changes

TEXT = (
    "At least 12 people were killed when the dam broke.\n\nThe minister will speak on Monday. Some 300 fled the town."
)


@pytest.mark.parametrize(
    ("old", "new", "figures"),
    [
        ("12 people", "31 people", [("12 people", "31 people")]),
        ("Some 300 fled", "More than 4,000 fled", [("300", "4,000")]),
        ("The minister will speak", "The prime minister will speak", []),
        ("At least 12 people were killed when the dam broke.", "Nine ducks crossed 4 roads.", []),  # no version of it
        ("\n\n", "\n\nMeanwhile 7 lorries came.\n\n", []),  # an addition is no change
        ("Some 300 fled the town.", "", []),
    ],
)
def test_figures(old: str, new: str, figures: list[tuple[str, str]]) -> None:
    assert old in TEXT
    found = changes(read_text(TEXT), read_text(TEXT.replace(old, new)))
    assert [line.split("” in ")[0] for line in found] == [f"figure: “{a}” → “{b}" for a, b in figures]


def test_a_headline() -> None:
    article = read_text(TEXT)
    assert changes(replace(article, title="Dam  holds"), replace(article, title="Dam holds")) == ()
    assert changes(replace(article, title="Dam holds"), replace(article, title="Dam broke")) == (
        "headline: “Dam holds” → “Dam broke”",
    )
