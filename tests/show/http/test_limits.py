from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.http.limits import REMEMBERED, Limit


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@given(
    burst=st.integers(1, 20),
    rate=st.floats(0.1, 10),
    waits=st.lists(st.floats(0, 5), max_size=100),
)
def test_nobody_gets_more_than_burst_and_rate_allow(burst: int, rate: float, waits: list[float]) -> None:
    clock = Clock()
    limit, let = Limit(burst, rate, clock), 0
    for wait in waits:
        clock.now += wait
        let += limit.allows("a")
    assert let <= burst + rate * clock.now + 1e-6


def test_askers_do_not_share_a_bucket() -> None:
    limit = Limit(1, 0.1, Clock())
    assert limit.allows("a")
    assert not limit.allows("a")
    assert limit.allows("b")


def test_an_empty_bucket_fills_again() -> None:
    clock = Clock()
    limit = Limit(2, 0.5, clock)
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    clock.now += limit.wait()
    assert limit.allows("a")


def test_asking_at_no_cost_takes_nothing() -> None:
    limit = Limit(1, 0.1, Clock())
    assert all(limit.allows("a", 0) for _ in range(5))
    assert limit.allows("a")
    assert not limit.allows("a", 0)


def test_a_flood_of_askers_takes_no_memory() -> None:
    limit = Limit(1, 0.1, Clock())
    for number in range(REMEMBERED + 50):
        limit.allows(str(number))
    assert len(limit._left) == REMEMBERED
