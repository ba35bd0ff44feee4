"""Which state an unmarked office is of, by what stands around it; and what is learnt of it by name."""

from __future__ import annotations

from collections import Counter

import pytest

from reportedly.name import Memory, learn, name
from reportedly.name.gazetteer import shipped
from reportedly.name.home import UNTOLD, Homes
from reportedly.name.naming import Teller, scene_of
from reportedly.types import Span
from tests.name.prose import marked, parties

TWO = (
    "France and Poland have quarrelled since spring.\n\nIn Poland the night was quiet. {1:All is well, and France is "
    "to blame}, «1:the interior ministry» said."
)


def homes(prose: str, memory: Memory | None = None) -> tuple[Homes, str]:
    """Return what is known of the states of marked prose, once it is read, and its text."""
    article, statements = marked(prose)
    teller = Teller(scene_of(article, statements, memory or Memory(), shipped()), statements)
    teller.voices()
    return teller.scene.homes, article.text


def features(prose: str, office: str) -> dict[str, dict[str, float]]:
    """Return state -> features of the choice for an office at its first words."""
    found, text = homes(prose)
    choice = found.at(text.index(office), "ministry")
    return dict(zip(choice.options, choice.features, strict=True))


def test_states_are_told_apart_by_the_offices_paragraph_outside_what_is_said() -> None:
    found = features(TWO, "the interior ministry")
    assert found["Poland"]["home.paragraph"] == 1
    assert found["Poland"]["home.paragraph alone"] == 1
    assert found["Poland"]["home.told last"] == 1
    assert "home.paragraph" not in found["France"], "named only in what the ministry says"
    assert "home.told last" not in found["France"]


def test_a_state_is_close_within_a_line_or_two() -> None:
    far = (
        "Poland slept. " + "Nothing moved in the long and quiet street. " * 5 + "«1:The interior ministry» said {1:no}."
    )
    assert "home.just before" not in features(far, "The interior ministry")["Poland"]
    near = "Poland slept. «1:The interior ministry» said {1:no}."
    assert features(near, "The interior ministry")["Poland"]["home.just before"] == 1


def test_offices_take_the_state_of_their_paragraph() -> None:
    assert parties(TWO) == ["Poland"]


def test_no_state_told_is_a_government_without_a_name() -> None:
    assert parties("«1:The interior ministry» said {1:no}.") == [UNTOLD]


def test_what_is_said_is_known_to_the_homes() -> None:
    found, text = homes(TWO)
    assert [Span(*q).of(text) for q in found.quoted] == ["All is well, and France is to blame"]


# --- learnt by name -------------------------------------------------------------------------------------------------

FIRST = "In Brent, «1:the Polish army» said {1:no}. Ada Lunt watched."


def learnt(prose: str, memory: Memory | None = None) -> Memory:
    """Return what an article of marked prose teaches."""
    article, statements = marked(prose)
    before = memory or Memory()
    return learn(before, article, name(article, statements, before))


def test_names_are_tied_to_the_states_that_spoke_beside_them() -> None:
    ties = learnt(FIRST).ties
    assert ties["ada lunt"] == Counter({"Poland": 1})
    assert "poland" not in ties, "a state is no name that states are tied to"


def test_ties_bring_a_state_that_a_later_article_does_not_name() -> None:
    later = "«1:The interior ministry» said {1:Ada Lunt was home}."
    found, _ = homes(later, learnt(FIRST))
    assert "Poland" in found.ties
    assert "Poland" in found.article().options
    assert "Poland" not in homes(later)[0].article().options


def test_offices_are_remembered_with_the_state_they_were_told_to_be_of() -> None:
    assert learnt(FIRST).offices["army"] == Counter({"Poland": 1})
    assert not learnt("«1:The army» said {1:no}.").offices, "nothing is learnt from a guess"


@pytest.mark.parametrize("field", ["ties", "offices"])
def test_counts_of_two_articles_add_up(field: str) -> None:
    once = learnt(FIRST)
    merged = once.merge(once)
    key = next(iter(getattr(once, field)))
    assert getattr(merged, field)[key] == getattr(once, field)[key] + getattr(once, field)[key]
