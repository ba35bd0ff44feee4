from __future__ import annotations

import pytest

from reportedly.link.words import is_bare

CONTENTS = [
    ("it", True),
    ("", True),
    ("the Kestrian claim", True),
    ("all such reports", True),
    ("the accusation", True),
    ("the claims as baseless", True),
    ("the allegations against him were untrue", True),
    ("accusations of this kind", True),
    ("the report was published on Monday", False),
    ("the claim that the dam had failed", False),
    ("reports of a flood", False),
    ("the announcement", False),
    ("the dam", False),
]


@pytest.mark.parametrize(("content", "bare"), CONTENTS)
def test_what_only_points_at_something_said_tells_nothing_by_itself(content: str, bare: bool) -> None:
    assert is_bare(content) is bare
