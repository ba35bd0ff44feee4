"""An export is checked against its ledger byte for byte."""

from __future__ import annotations

from pathlib import Path

from measure.flips import export_flips
from tests.ledger.samples import fill

FLIPS = 100  # `measure.flips` makes 10,000


def test_every_changed_byte_of_an_export_is_found(tmp_path: Path) -> None:
    result = export_flips(lambda ledger: fill(ledger, 20), tmp_path, FLIPS)
    assert (result.mattered, result.missed) == (FLIPS, ())
