from __future__ import annotations

import pytest

from reportedly.link.clause import is_clause

TEXTS = [
    ("the bridge fell", True),
    ("that its troops have left the town", True),
    ("it’s over", True),
    ("drones struck two depots", True),
    ("the dam was not built for this", True),
    ("an act of war", False),
    ("to remain vigilant against misinformation", False),
    ("A hundred times a", False),
    ("the breakdown should not have to", False),
    ("deep regret", False),
    ("", False),
    ("the mine that was found on the hull", False),
    ("the mine that was found on the hull had no fuse", True),
    ("the man, who lives in the town, was held", True),
    ("students laughing as the drummer passed", False),
    ("as the drummer passed, students laughed", True),
    ("a name purported to be that of the officer", False),
    ("the figure to have been hugely inflated", False),
    ("deliberately crashed the plane on Tuesday", False),
    ("finally the bridge fell", True),
    ("family said it was shut", True),
    ("doubt on the analysis that the state was responsible", False),
    ("of a locked door", False),
    ("the attack on a U.S.-based cleric", False),
    ("the door was old and jammed", True),
    ("the crew left and locked the door", True),
    ("two cars hit by shells", False),
    ("two shells hit the car", True),
    ("were seized from hideouts", False),
    ("been criticised by members who were there", False),
    ("stressed that action was unlikely", False),
    ("saying such action would have consequences", False),
    ("who accused the government of neglect", False),
    ("the ministry had not", False),
    ("United forces took the town", True),
    ("nothing was found", True),
    ("the mayor remains in the town", True),
    ("Vladimir Putin and expelled ten diplomats", False),
    ("the bridge cracked and fell", True),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text or "nothing" for text, _ in TEXTS])
def test_is_clause(text: str, expected: bool) -> None:
    assert is_clause(text) is expected
