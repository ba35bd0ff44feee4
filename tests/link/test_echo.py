"""One denial told twice is no quarrel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.link.echo import echoing, negates
from reportedly.stand import view
from reportedly.types import Claim, ClaimKind, Stance, Standing
from tests.link.world import article

INQUIRY = "the inquiry found no plot by the canal company"
CASES = [
    ("the same words, read as an assertion", f"[Lowmark|said|{INQUIRY}], [Ostland|said|{INQUIRY}].", True),
    ("a part of them", f"[Lowmark|said|{INQUIRY}], [Ostland|said|the inquiry found no plot by the company].", True),
    ("other words", f"[Lowmark|said|{INQUIRY}], [Ostland|said|it found no trace of dynamite].", False),
    ("what is denied, told by who holds it", "[Lowmark|denied|that the canal company had no permit to dig here], "
     "[Ostland|said|the canal company had no permit to dig here].", False),
    ("an affirmation of it", f"[Lowmark|said|{INQUIRY}], [Ostland|said|the inquiry found a plot by the canal company].",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_who_tells_a_denial_in_its_words_denies_it_too(text: str, expected: bool) -> None:
    told, (denied, other) = article("a1", "Plot", text)
    denied = replace(denied, stance=Stance.DENIES)
    texts = {told.id: told}
    assert echoing([denied, other], texts) == ((other.id,) if expected else ())
    claim = Claim("c1", "", ClaimKind.EVENT, "", (denied.id, other.id), echoing=echoing([denied, other], texts))
    standing = view(claim, {s.id: s for s in (denied, other)}, texts, {}).standing
    assert standing is (Standing.DENIED if expected else Standing.DISPUTED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Lowmark|said|no dam broke].", True),
        ("[Lowmark|denied|that no dam broke].", False),
        ("[Lowmark|called|it a tale].", False),
    ],
)
def test_a_negation_says_so_itself(text: str, expected: bool) -> None:
    told, (statement,) = article("a1", "Dam", text)
    assert negates(statement, told.text) is expected
