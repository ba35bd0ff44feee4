"""Many processes, one ledger."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Barrier

from reportedly.ledger import open_ledger
from reportedly.ledger.port import Draft, EntryKind, MovedError
from reportedly.ledger.verify import verify

WRITERS, EACH = 6, 15
FORK = multiprocessing.get_context("fork")


def write(where: str, start: Barrier, writer: int) -> None:
    start.wait()  # all open a ledger that is not there yet, at once
    with open_ledger(where) as ledger:
        for number in range(EACH):
            ledger.append([Draft(EntryKind.KIN, f"w{writer}", {}, by="test 1", object=f"n{number}")] * 3)


def plan(where: str, start: Barrier, _: int) -> None:
    """Append what nobody has appended yet: each plan looks at the whole log first."""
    start.wait()
    with open_ledger(where) as ledger:
        while True:
            head = ledger.head().seq
            if head == EACH:
                return
            try:
                ledger.append([Draft(EntryKind.KIN, f"n{head + 1}", {}, by="test 1")], after=head)
            except MovedError:
                continue


def at_once(where: str, work: object) -> list[int | None]:
    start = FORK.Barrier(WRITERS)
    running = [FORK.Process(target=work, args=(where, start, n)) for n in range(WRITERS)]  # type: ignore[arg-type]
    for process in running:
        process.start()
    for process in running:
        process.join()
    return [process.exitcode for process in running]


def test_appends_of_many_stay_whole(where: str) -> None:
    assert at_once(where, write) == [0] * WRITERS
    with open_ledger(where) as ledger:
        assert verify(ledger).fault == ""
        entries = list(ledger.entries())
        assert len(entries) == WRITERS * EACH * 3
        times = [entry.at for entry in entries]
        assert len(set(times)) == WRITERS * EACH
        assert all(len({entry.subject for entry in entries[n : n + 3]}) == 1 for n in range(0, len(entries), 3))


def test_plans_of_many_are_carried_out_once(where: str) -> None:
    assert at_once(where, plan) == [0] * WRITERS
    with open_ledger(where) as ledger:
        assert [entry.subject for entry in ledger.entries()] == [f"n{number + 1}" for number in range(EACH)]
