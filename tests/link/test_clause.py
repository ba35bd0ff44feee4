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
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text or "nothing" for text, _ in TEXTS])
def test_is_clause(text: str, expected: bool) -> None:
    assert is_clause(text) is expected
