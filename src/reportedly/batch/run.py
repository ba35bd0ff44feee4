"""`run`: from sources to datasets with a manifest and a report."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reportedly.batch.datasets import Datasets
from reportedly.batch.engine import Engine
from reportedly.batch.places import Place
from reportedly.batch.plan import Outcome, Progress, Run
from reportedly.batch.settings import MANIFEST, REPORT, Settings
from reportedly.desk import versions
from reportedly.find import finder

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a run, for people and programs."""

    out: str
    articles: int
    statements: int
    rows: dict[str, int]  # dataset -> rows
    skipped: dict[str, int]  # reason -> how many, the most frequent first
    examples: dict[str, list[str]]  # reason -> some sources
    aside: list[tuple[str, str]]  # (task, why it was set aside)
    shards: int
    seconds: float
    workers: int
    peak: int  # MB, of the worker that used most

    @property
    def rate(self) -> float:
        """Return articles a second, all workers together."""
        return self.articles / self.seconds if self.seconds else 0.0


def signature() -> str:
    """Return who reads: another release or other weights read anew what was read before."""
    by = versions(finder())
    return f"{by.read}, {by.find}, {by.link}"


def run(
    sources: Sequence[str],
    settings: Settings,
    engine: Engine,
    datasets: Datasets,
    progress: Progress = lambda *_: None,
) -> Report:
    """Read sources into datasets under `settings.out`, and leave a manifest and a report beside them.

    A run that was cut off goes on where it was. The same sources make the same datasets and manifest, byte for byte.
    """
    started = time.monotonic()
    outcome = Run(settings, engine, datasets, progress).over(sources)
    place = settings.place
    schemas = datasets.schemas()
    manifest = _manifest(settings, outcome, schemas)
    place.write(MANIFEST, _text(manifest))
    _sweep(place, schemas, {file["path"] for file in outcome.files})
    report = Report(
        out=settings.out,
        articles=outcome.tally.articles,
        statements=outcome.tally.statements,
        rows={name: held["rows"] for name, held in manifest["datasets"].items()},
        skipped=dict(outcome.tally.skipped.most_common()),
        examples=outcome.tally.examples,
        aside=outcome.aside,
        shards=len(outcome.shards),
        seconds=round(time.monotonic() - started, 1),
        workers=engine.workers,
        peak=outcome.peak,
    )
    place.write(REPORT, _text(asdict(report)))
    return report


def _manifest(settings: Settings, outcome: Outcome, schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the datasets consist of: nothing in it tells when, where or by how many workers they were made."""
    files = sorted(outcome.files, key=lambda file: str(file["path"]))
    datasets = {}
    for name, schema in schemas.items():
        own = [file for file in files if file["path"].startswith(f"{name}/")]
        columns = {field.name: str(field.type) for field in schema}
        datasets[name] = {"rows": sum(file["rows"] for file in own), "columns": columns, "files": own}
    return {
        "format": FORMAT,
        "by": settings.by,
        "finder": finder().version,
        "shards": [{"name": shard.name, "records": shard.records} for shard in outcome.shards],
        "skipped": dict(sorted(outcome.tally.skipped.items())),
        "set_aside": sorted(what for what, _ in outcome.aside),
        "datasets": datasets,
    }


def _sweep(place: Place, datasets: Iterable[str], wanted: set[str]) -> None:
    """Take away the files of a run before that had other sources."""
    for dataset in datasets:
        for name in list(place.names(dataset)):
            if name not in wanted:
                place.remove(name)


def _text(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
