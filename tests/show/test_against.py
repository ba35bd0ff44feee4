"""An export is checked against its ledger byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from measure.flips import Flips, export_flips, pack_flips
from reportedly.ledger.port import Ledger
from tests.ledger.samples import fill

Change = Callable[[Callable[[Ledger], object], Path, int], Flips]


@pytest.mark.parametrize(("change", "number"), [(export_flips, 60), (pack_flips, 12)])  # `measure.flips` makes 10,000
def test_every_changed_byte_of_an_export_is_found(change: Change, number: int, tmp_path: Path) -> None:
    assert change(lambda ledger: fill(ledger, 5), tmp_path, number) == Flips(number, number, ())
