from __future__ import annotations

import pytest

from reportedly.find import finder
from reportedly.name import voices
from reportedly.read import read_text

CASES = [
    ("Confirmation hasn't yet been provided by Ukrainian or NATO officials.", {"Ukraine", "NATO"}),
    ("Russia and Ukraine said talks will go on.", {"Russia", "Ukraine"}),
    ("Both Kyiv and Moscow denied the strike.", {"Russia", "Ukraine"}),
]


@pytest.mark.parametrize(("text", "parties"), CASES)
def test_sides_that_speak_together_are_told_apart(text: str, parties: set[str]) -> None:
    article = read_text(text)
    (found,) = finder().find([article])
    named = voices(article, found)
    assert {s.voice.party for s in named} == parties
    assert len({s.id for s in named}) == len(named)


def test_an_apposition_is_one_person() -> None:
    article = read_text("Ada Lunt, the mayor and a former judge, said the dam holds.")
    (found,) = finder().find([article])
    assert len(voices(article, found)) == len(found) == 1


@pytest.mark.xfail(strict=True, reason="the reader cuts such a source short at its comma")
def test_an_apposition_and_a_second_side() -> None:
    article = read_text("Russia, the larger neighbour, and Ukraine said the talks go on.")
    (found,) = finder().find([article])
    assert {s.voice.party for s in voices(article, found)} == {"Russia", "Ukraine"}


def test_a_bloc_its_apposition_and_its_members_are_one_side() -> None:
    article = read_text("NATO, the alliance and its members said the talks go on.")
    (found,) = finder().find([article])
    assert {s.voice.party for s in voices(article, found)} == {"NATO"}
