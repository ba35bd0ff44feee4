"""The words beside a side, where the claim's do not say them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.show.brief.told import MOST, told
from reportedly.types import Stance
from tests.link.world import article

GIST = "Lowmark's forces were behind the attack"
CASES = {
    "as much as the claim": ("[Lowmark|denied|that its forces were behind the attack].", ""),
    "something else": ("[Ardaland|said|the attack was planned for weeks].", "the attack was planned for weeks"),
    "no sentence without its verb": ("[Ostland|condemned|the attack on the mill].", "condemned the attack on the mill"),
    "nor with a plain one": ("[Ostland|said|a cowardly crime].", "a cowardly crime"),
    "nothing": ("[Ostland|condemned|].", ""),
    "marks in pairs": ("[Ostland|called|it “an outrage, a shame].", "called it “an outrage, a shame”"),
}


@pytest.mark.parametrize(("prose", "words"), CASES.values(), ids=CASES.keys())
def test_a_side_has_its_own_words_where_they_say_more(prose: str, words: str) -> None:
    text, (statement,) = article("a1", "News", prose)
    assert told(statement, text, GIST) == words


def test_silence_has_no_words_and_a_speech_is_cut() -> None:
    text, (statement,) = article("a1", "News", f"[Ostland|said|{'the flood came again, ' * 60}].")
    assert told(replace(statement, stance=Stance.NO_COMMENT), text, GIST) == ""
    assert 0 < len(told(statement, text, GIST)) <= MOST
