"""The gate: every measure against its floor. python -m measure.gate [--quick] [--ratchet | --renew]

A measure is a module here with `measure(quick) -> dict[str, float]`. Its figures stand in floors.json under
"<module>: <figure>". A floor says which way is better and where it is measured: "quick" in every run, "full" without
--quick only, "shared" only where ../shared lies beside the checkout. Beside the floors stands the digest of the corpus
that gave them: other gold, other figures, so a changed corpus without renewed floors is an error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from importlib import import_module
from itertools import chain
from pathlib import Path

MEASURES = ("attribution", "story", "events", "party", "sides", "quantities")  # the longest first
TIMED = ("ledger", "growth", "speed")  # these want the machine for themselves
CORES = 2
ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
SHARED = ROOT.parent / "shared"
# The same code and weights gave figures up to .003 apart on two processors, which round sums in another order.
SLACK = 0.004


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure must reach."""

    value: float
    better: str = "higher"  # or "lower"
    where: str = "quick"  # "full": not in quick runs; "shared": needs ../shared
    pinned: bool = False  # set by hand: never ratcheted (speeds differ from machine to machine)

    def holds(self, figure: float) -> bool:
        """Tell whether a figure reaches the floor, as far as two processors agree on it."""
        return figure >= self.value - SLACK if self.better == "higher" else figure <= self.value + SLACK

    def expected(self, quick: bool) -> bool:
        """Tell whether a run must give this figure."""
        return (
            self.where == "quick"
            or (self.where == "full" and not quick)
            or (self.where == "shared" and SHARED.is_dir())
        )


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors and the digest of the corpus they were reached on."""

    corpus: str
    floors: dict[str, Floor]


def corpus_digest(folder: Path = ROOT / "corpus") -> str:
    """Return the SHA-256 over the names and bytes of the corpus's data files, in order of their paths."""
    digest = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".xml", ".txt"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load(path: Path = FLOORS) -> Floors:
    """Read the floors."""
    data = json.loads(path.read_text("utf-8"))
    return Floors(data["corpus"], {name: Floor(**floor) for name, floor in data["floors"].items()})


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted, so that a change reads well."""
    defaults = asdict(Floor(0))
    rows = {
        name: {key: value for key, value in asdict(floor).items() if key == "value" or value != defaults[key]}
        for name, floor in sorted(floors.floors.items())
    }
    path.write_text(json.dumps({"corpus": floors.corpus, "floors": rows}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def figures(quick: bool) -> dict[str, float]:
    """Run every measure: those of quality side by side, then those of time, one by one."""
    with ProcessPoolExecutor(CORES) as cores:
        told = [*cores.map(partial(_measured, quick=quick), MEASURES), *(_measured(name, quick) for name in TIMED)]
    return dict(chain.from_iterable(figures.items() for figures in told))


def _measured(name: str, quick: bool) -> dict[str, float]:
    module = import_module(f"measure.{name}")
    return {f"{name}: {figure}": value for figure, value in module.measure(quick).items()}


def judge(floors: Mapping[str, Floor], found: Mapping[str, float], quick: bool) -> list[str]:
    """Return what is wrong, one line a figure: missed floors, and floors that nothing was measured for."""
    wrong = []
    for name, floor in sorted(floors.items()):
        if name not in found:
            if floor.expected(quick):
                wrong.append(f"{name}: has a floor but was not measured")
        elif not floor.holds(found[name]):
            wrong.append(f"{name}: {found[name]:.4g}, the floor is {floor.value:.4g} ({floor.better} is better)")
    return wrong


def ratcheted(floors: Floors, found: Mapping[str, float], renew: bool) -> Floors:
    """Return the floors raised to what was reached; with `renew`, moved to it, for a new corpus."""
    moved = {
        name: _moved(floor, found[name], renew) if name in found and not floor.pinned else floor
        for name, floor in floors.floors.items()
    }
    return Floors(corpus_digest(), moved)


def _moved(floor: Floor, figure: float, renew: bool) -> Floor:
    reached = round_to(figure, floor.better)
    best = max(reached, floor.value) if floor.better == "higher" else min(reached, floor.value)
    return replace(floor, value=reached if renew else best)


def round_to(figure: float, better: str) -> float:
    """Return a figure to three places, never beyond what was reached."""
    step = 1_000
    scaled = figure * step
    return (int(scaled) if better == "higher" else -int(-scaled // 1)) / step


def table(floors: Mapping[str, Floor], found: Mapping[str, float]) -> str:
    """Return every figure beside its floor, "!" where it misses."""
    rows = [f"  {'figure':58} {'reached':>9} {'floor':>9}"]
    for name, figure in found.items():
        floor = floors.get(name)
        mark = "!" if floor is not None and not floor.holds(figure) else " "
        rows.append(f"{mark} {name:58} {figure:9.4g} {f'{floor.value:9.4g}' if floor is not None else '':>9}")
    return "\n".join(rows)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 where a floor is missed or the corpus changed under the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only what takes seconds")
    parser.add_argument("--ratchet", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--renew", action="store_true", help="set the floors anew after the corpus changed")
    options = parser.parse_args(arguments)
    floors = load()
    if floors.corpus != corpus_digest() and not options.renew:
        print(
            "The corpus is not the one these floors were reached on. Look at the figures of a full run, then write the"
        )
        print("floors anew with `python -m measure.gate --renew` and commit measure/floors.json with the corpus.")
        print(f"floors: {floors.corpus[:12]}  corpus: {corpus_digest()[:12]}")
        return 1
    found = figures(options.quick)
    print(table(floors.floors, found))
    wrong = [] if options.renew else judge(floors.floors, found, options.quick)
    for line in wrong:
        print(f"MISSED {line}")
    if options.renew or (options.ratchet and not wrong):
        save(ratcheted(floors, found, options.renew))
        print(f"wrote {FLOORS.name}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
