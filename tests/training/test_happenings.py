"""What a claim says happened is learnt from gold claims: the right options, and what is set by hand beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.stories import GoldClaim
from reportedly.stand import choice
from reportedly.stand.reports import Reports
from reportedly.types import EventType
from tests.stand.events import event
from tests.stand.world import article, claim, statement
from training.happenings import LEANING, Case, actors, recipients, types, write

SAID = statement("a1:s1", "Selmia")
WORLD = Reports(
    {SAID.id: SAID},
    {"a1": article("a1", text="Dovrania shelled us.")},
    {},
    [event(SAID, EventType.ASSAULT, recipient="Selmia")],
)


def case(kind: str = "ASSAULT", actor: str = "Dovrania", target: str = "Republic of Selmia") -> Case:
    gold = GoldClaim("c1", "event", "Dovrania shelled Selmia", kind, "dov", "sel" if target else "")
    return Case(gold, claim(SAID), WORLD, {"Selmia": "Republic of Selmia"}, actor, target)


@pytest.mark.parametrize(
    ("kind", "right"), [("ASSAULT", (True, False)), ("NONE", (False, True)), ("AID", (False, False))]
)
def test_the_type_or_none_is_right(kind: str, right: tuple[bool, ...]) -> None:
    (found,) = types([case(kind)])
    assert found.right == right


def test_our_name_of_the_gold_side_is_right_and_nobody_where_there_is_none() -> None:
    assert [e.right for e in actors([case()])] == [(True, False, False)]  # Dovrania, Selmia, nobody
    assert [e.right for e in recipients([case()])] == [(True, False)]
    assert [e.right for e in recipients([case(target="")])] == [(False, True)]


def test_what_is_set_by_hand_is_added_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "FILE", tmp_path / "weights.txt")
    learnt = dict.fromkeys(LEANING, 0.5)
    for _ in range(2):
        write(learnt)
    assert choice.weights() == {name: 0.5 + value for name, value in LEANING.items()}
    choice.weights.cache_clear()
