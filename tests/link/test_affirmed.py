from __future__ import annotations

import pytest

from reportedly.link.affirmed import affirmed

CASES = [
    ("it has not moved its troops", "it has moved its troops"),
    ("Lunt did not alert the council", "Lunt did alert the council"),
    ("it won’t pay", "it will pay"),
    ("nobody died in the collapse", "somebody died in the collapse"),
    ("none of its crew were aboard", "some of its crew were aboard"),
    ("it is in no way related to the strike", "it is related to the strike"),
    ("But so far, investigators have found no foreign link", "investigators have found foreign link"),
    ("No suspect has yet been identified", "suspect has been identified"),
    ("he was not taking part in any march", "he was taking part in march"),
    ("All parcels have been opened and no further bombs were found there", "further bombs were found there"),
    ("“I saw no threat there. I saw nothing that would call for it.”", "“I saw threat there."),
    ("the guards were awake but they had not been armed", "they had been armed"),
    ("they didn't help us in the war, they didn't help us with grain", "they did help us in the war"),
    ("it had no guns and ships", "it had guns and ships"),
    ("Lunt spread false charges and the press ran them", "Lunt spread false charges and the press ran them"),
    ("its forces were behind the attack", "its forces were behind the attack"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_affirmed(text: str, expected: str) -> None:
    assert affirmed(text) == expected
