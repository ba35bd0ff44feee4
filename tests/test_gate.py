"""The gate tells missed floors, raises floors only upwards, and notices another corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from measure import gate
from measure.gate import Floor, Floors

HIGH = Floor(0.8)
LOW = Floor(15, "lower")


@pytest.mark.parametrize(
    ("floor", "figure", "holds"),
    [(HIGH, 0.8, True), (HIGH, 0.797, True), (HIGH, 0.79, False), (LOW, 15.003, True), (LOW, 15.1, False)],
)
def test_a_floor_knows_which_way_is_better(floor: Floor, figure: float, holds: bool) -> None:
    assert floor.holds(figure) is holds


def test_a_missed_floor_and_a_vanished_figure_are_both_wrong() -> None:
    wrong = gate.judge({"a": HIGH, "b": HIGH, "c": LOW}, {"a": 0.7, "c": 3}, quick=True)
    assert [line.split(":")[0] for line in wrong] == ["a", "b"]


def test_a_quick_run_does_not_ask_for_what_only_a_full_run_measures() -> None:
    floors = {"slow": Floor(0.8, where="full")}
    assert gate.judge(floors, {}, quick=True) == []
    assert len(gate.judge(floors, {}, quick=False)) == 1


def test_the_ratchet_goes_one_way_and_leaves_pinned_floors() -> None:
    floors = Floors(
        "", {"up": HIGH, "down": LOW, "missed": HIGH, "nearly": HIGH, "pinned": Floor(15, "lower", pinned=True)}
    )
    found = {"up": 0.91239, "down": 3.00001, "missed": 0.5, "nearly": 0.798, "pinned": 1}
    moved = gate.ratcheted(floors, found, renew=False).floors
    assert {name: floor.value for name, floor in moved.items()} == {
        "up": 0.912,
        "down": 3.001,
        "missed": 0.8,
        "nearly": 0.8,
        "pinned": 15,
    }
    assert all(moved[name].holds(found[name]) for name in ("up", "down"))


def test_renewing_follows_a_new_corpus_down_too() -> None:
    moved = gate.ratcheted(Floors("", {"a": HIGH}), {"a": 0.5}, renew=True)
    assert moved.floors["a"].value == 0.5


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = Floors("digest", {"a": HIGH, "b": Floor(15, "lower", "shared", pinned=True)})
    gate.save(floors, tmp_path / "floors.json")
    assert gate.load(tmp_path / "floors.json") == floors


def test_the_digest_sees_every_data_file(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.xml").write_text("<story/>")
    first = gate.corpus_digest(tmp_path)
    (tmp_path / "split.txt").write_text("dev a\n")
    second = gate.corpus_digest(tmp_path)
    (tmp_path / "check.py").write_text("")
    assert len({first, second}) == 2
    assert gate.corpus_digest(tmp_path) == second


def test_another_corpus_stops_the_gate_before_it_measures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "load", lambda: Floors("of another corpus", {}))
    assert gate.main(["--quick"]) == 1
    assert "--renew" in capsys.readouterr().out


def test_the_floors_kept_are_those_of_known_measures() -> None:
    assert {name.split(":")[0] for name in gate.load().floors} <= {*gate.MEASURES, *gate.TIMED}
