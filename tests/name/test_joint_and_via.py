"""Joint speakers and go-betweens."""

from __future__ import annotations

import pytest

from reportedly.name import name, split_joint
from tests.name.prose import marked, voices


def test_a_joint_source_becomes_a_statement_for_each() -> None:
    article, statements = marked("{1:No word} came from «1:Ukrainian or NATO officials». «2:Ada Lunt» said {2:so}.")
    both = split_joint(article, statements)
    assert [s.id for s in both] == ["a1:s1", "a1:s1+2", "a1:s2"]
    assert [s.voice.party for s in name(article, both)][:2] == ["Ukraine", "NATO"]


def test_statements_that_share_a_source_are_left_as_they_are() -> None:
    article, statements = marked("«1:«2:Britain and Norway»» offered {1:{2:divers}}.")
    assert split_joint(article, statements) == statements


@pytest.mark.parametrize(
    ("prose", "via"),
    [
        ("«1:A minister» said {1:no}, <1:according to The New York Times>.", ("The New York Times",)),
        ("«1:A minister» <1:told state television> {1:no}.", ("state television",)),
        ("«1:A minister» <1:told Reuters> {1:no}.", ("Reuters",)),
        ("«1:A minister» <1:told The Lantern> {1:no}.", ("The Lantern",)),
        ("«1:A minister» <1:told reporters> {1:no}.", ()),
        ("«1:A minister» said {1:no}.", ()),
    ],
)
def test_via(prose: str, via: tuple[str, ...]) -> None:
    assert voices(prose)[0].via == via
