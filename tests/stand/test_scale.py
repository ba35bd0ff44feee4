"""What events weigh."""

from __future__ import annotations

import pytest

from reportedly.find.labels import MODES_OF
from reportedly.stand.scale import MODES, TYPES, intensity, weight
from reportedly.types import EventType, Flag

COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}


@pytest.mark.parametrize("kind", EventType)
def test_the_sign_is_that_of_the_side_of_the_ontology(kind: EventType) -> None:
    """An accusation is no kindness, whatever some copies of PLOVER's table say; an appeal is near nothing."""
    if kind is EventType.REQUEST:
        assert abs(intensity(kind)) < 1
    else:
        assert (intensity(kind) > 0) == (kind in COOPERATION)


def test_every_type_has_a_weight_and_every_weighed_mode_is_one() -> None:
    assert set(TYPES) == set(EventType)
    assert all(mode in MODES_OF[kind] for kind, mode in MODES)
    assert all(-10 <= w.intensity <= 10 and 1 <= int(w.cameo) <= 20 for w in (*TYPES.values(), *MODES.values()))


@pytest.mark.parametrize(
    ("kind", "mode", "flags", "gold"),
    [
        (EventType.RETREAT, "withdraw", (), 10),
        (EventType.RETREAT, "withdraw", (Flag.NEGATED,), 0),
        (EventType.RETREAT, "withdraw", (Flag.HYPOTHETICAL, Flag.FUTURE), 0),
        (EventType.RETREAT, "withdraw", (Flag.DEMANDED,), 0),
        (EventType.RETREAT, "withdraw", (Flag.FUTURE,), 4),  # a promise
        (EventType.ASSAULT, "aerial", (Flag.FUTURE,), -6),  # a threat
        (EventType.ACCUSE, "", (Flag.FUTURE,), -2),  # no more than the deed itself
        (EventType.CONSULT, "", (Flag.FUTURE,), 1),
        (EventType.ASSAULT, "", (Flag.ENDED,), 5),
        (EventType.AID, "", (Flag.ENDED,), -4),
        (EventType.AID, "", (Flag.ONGOING,), 7),
        (EventType.AGREE, "unheard of", (), 4),
    ],
)
def test_how_it_is_spoken_of_moves_the_weight(kind: EventType, mode: str, flags: tuple[Flag, ...], gold: float) -> None:
    assert intensity(kind, mode, flags) == gold


def test_the_cameo_root_stands_beside() -> None:
    assert weight(EventType.ASSAULT, "aerial").cameo == "19"
    assert weight(EventType.ACCUSE, "investigate").cameo == "09"
    assert weight(EventType.CONCEDE).cameo == "08"
