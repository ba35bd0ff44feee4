from __future__ import annotations

import pytest

from reportedly.link.profile import profile
from reportedly.link.stories import kin
from tests.link.world import article

STRIKE = "[Ardaland|said|that Lowmark had struck the Orsen bridge]. [Lowmark|denied|that it had struck Ardaland]."
BORDER = "[Lowmark|said|that Ardaland had shelled a border post near Orsen]. [Ardaland|denied|the shelling of Lowmark]."
LATER = [("2031-03-01", "2031-03-04", True), ("2031-03-01", "2031-11-20", False), ("", "2031-11-20", True)]


@pytest.mark.parametrize(("first", "second", "expected"), LATER, ids=["days later", "months later", "no date"])
def test_news_of_the_same_states_months_later_is_another_story(first: str, second: str, expected: bool) -> None:
    one = article("a1", "Strike on Orsen bridge", STRIKE, published=first)
    two = article("a2", "Shells fall near Orsen", BORDER, published=second)
    found = kin(profile(*two), [profile(*one)])
    assert bool(found) is expected
    for link in found:
        assert link.reasons
