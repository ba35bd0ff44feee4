"""What a statement borrows from those around it, and how stances bear on each other."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.link.bearing import FEATURES, bearing
from reportedly.link.context import antecedents, around, standing_out
from reportedly.link.profile import ACT, STANCE
from reportedly.link.words import stems
from reportedly.types import Act, Stance


@pytest.mark.parametrize(
    ("contents", "borrowed"),
    [
        (("the bridge was shelled at dawn", "it"), [0, 0]),
        (("the accusation", "two boats left harbour"), [1, 1]),
        (("two boats left harbour", "a report", "the mayor resigned"), [0, 0, 2]),  # rather what was said before
        (("that", "it"), [0, 1]),  # nothing to borrow from
        ((), []),
    ],
)
def test_what_says_little_borrows_from_the_nearest_that_says_enough(
    contents: tuple[str, ...], borrowed: list[int]
) -> None:
    starts = list(range(0, 100 * len(contents), 100))
    assert antecedents([stems(c) for c in contents], starts).tolist() == borrowed


def test_neighbours_draw_a_statement_near() -> None:
    apart = np.eye(3, dtype=np.float32)
    found = around(apart)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert found[0] @ found[1] > found[0] @ found[2] - 1e-6 > 0


def test_what_two_articles_have_in_common_says_nothing() -> None:
    common, own = np.array([3.0, 0, 0], np.float32), np.eye(3, dtype=np.float32)[1:]
    left = right = common + own
    found = standing_out(left, right)
    assert found[0, 0] == pytest.approx(1, abs=1e-5)
    assert found[0, 1] == pytest.approx(-1, abs=1e-5)


@pytest.mark.parametrize(
    ("one", "other", "one_side", "marks"),
    [
        (Stance.DENIES, Stance.CONCEDES, True, "side_gives_way"),
        (Stance.CONCEDES, Stance.DOUBTS, True, "side_gives_way"),
        (Stance.ASSERTS, Stance.RETRACTS, True, "side_takes_back"),
        (Stance.ASSERTS, Stance.DENIES, True, "side_both_ways"),
        (Stance.ASSERTS, Stance.DENIES, False, "sides_opposed"),
        (Stance.DENIES, Stance.DENIES, False, "sides_deny"),
    ],
)
def test_a_couple_of_stances_has_one_mark(one: Stance, other: Stance, one_side: bool, marks: str) -> None:
    codes = np.array([STANCE[one]]), np.array([STANCE[other]])
    acts = np.array([ACT[Act.FACT]]), np.array([ACT[Act.FACT]])
    planes = bearing(codes, acts, np.full((1, 1), float(one_side), np.float32))
    assert set(planes) == {f.name for f in FEATURES}
    assert [name for name, plane in planes.items() if plane[0, 0]] == [marks]
