"""Who moved between two moments: a pure comparison of the claims of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.desk.results import Shift
from reportedly.types import ClaimView


def shifts(before: Sequence[ClaimView], after: Iterable[ClaimView]) -> list[Shift]:
    """Return every party whose stance on a claim of `after` was another, or none, in `before`.

    A claim is the one of `before` that it shares most statements with: ids change when an earlier statement turns up.
    """
    holder = {statement: view for view in before for statement in view.claim.statements}
    return [shift for view in after for shift in _shifts(_same(view, holder), view)]


def _same(view: ClaimView, holder: dict[str, ClaimView]) -> ClaimView | None:
    found = [holder[name] for name in view.claim.statements if name in holder]
    return max(found, key=lambda known: (found.count(known), known.claim.id)) if found else None


def _shifts(before: ClaimView | None, after: ClaimView) -> Iterator[Shift]:
    known = {position.party: position for position in before.positions} if before is not None else {}
    for position in after.positions:
        old = known.get(position.party)
        if old is None or old.stance is not position.stance:
            stance = old.stance if old is not None else None
            yield Shift(
                after.claim.id, after.claim.gist, position.party, stance, position.stance, position.statements[-1]
            )
