"""Places with their state and coordinates."""

from __future__ import annotations

import pytest

from reportedly.name.places import places
from tests.name.prose import marked


@pytest.mark.parametrize(
    ("prose", "gold"),
    [
        ("Shells fell in Kharkiv, Ukraine said.", [("Kharkiv", "Ukraine"), ("Ukraine", "Ukraine")]),
        ("He flew from Paris to Tokyo.", [("Paris", "France"), ("Tokyo", "Japan")]),
        ("The Lantern, Springfield, was told nothing by Springfield.", []),
        ("President Jimmy Carter spoke.", []),
        ("Nothing happened in Tell.", []),
        (
            "The U.S. and Britain met in Texas.",
            [("United States", "United States"), ("United Kingdom", "United Kingdom"), ("Texas", "United States")],
        ),
        ("Crowds gathered in Kiev and Leningrad.", [("Kyiv", "Ukraine"), ("Saint Petersburg", "Russia")]),
        ("American officials flew from Vienna to Paris.", [("Vienna", "Austria"), ("Paris", "France")]),
        ("Russian guns fell silent in Crimea.", [("Crimea", "Ukraine")]),
        ("", []),
    ],
)
def test_places(prose: str, gold: list[tuple[str, str]]) -> None:
    assert [(place.name, place.state) for place in places(marked(prose)[0])] == gold


def test_a_city_has_a_point_and_its_words() -> None:
    article = marked("Shells fell in Kharkiv on Monday.")[0]
    (place,) = places(article)
    assert place.span.of(article.text) == "Kharkiv"
    assert place.latitude == pytest.approx(49.98, abs=0.1)
    assert place.longitude == pytest.approx(36.25, abs=0.1)


def test_the_state_the_article_names_decides_between_cities_of_one_name() -> None:
    article = marked("The Venezuelan army left. In Valencia all was calm, and in Venezuela too.")[0]
    assert [p.state for p in places(article) if p.name == "Valencia"] == ["Venezuela"]
