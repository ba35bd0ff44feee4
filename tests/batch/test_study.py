"""docs/study.md, run: what it makes in DuckDB and in pandas is the same, and there is a picture."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path
from typing import Any

import duckdb

from corpus import warc
from tests.batch.alone import go
from tests.documents import ROOT, fences

STUDY = ROOT / "docs" / "study.md"


def test_the_study(tmp_path: Path) -> None:
    shell, *_ = (fence.body for fence in fences(STUDY) if fence.language == "sh")
    *stories, name = shell.splitlines()[0].split()[3:]
    assert shell.splitlines()[1] == f"reportedly batch {name} --out study"
    warc.write(stories, tmp_path / name)
    report = go(tmp_path / "study", tmp_path / name)
    assert report.articles > 8
    assert report.skipped == {}

    world: dict[str, Any] = {}
    with chdir(tmp_path), duckdb.connect() as engine:
        for fence in fences(STUDY):
            if fence.language == "sql":
                engine.execute(fence.body)
            elif fence.language == "py":
                exec(compile(fence.body, str(fence), "exec"), world)
        found = engine.execute("select * from sides").fetchall()
        every = engine.execute("select count(*) from reported").fetchone()
        once = engine.execute("select count(*) from once").fetchone()
    assert found == [tuple(row) for row in world["sides"].itertuples(index=False)]
    assert len(found) > 3
    assert sum(against for _, _, against, _ in found) > 0
    assert every is not None and once is not None
    assert report.statements >= every[0] >= once[0] > 0
    assert "<svg" in (tmp_path / "sides.svg").read_text("utf-8")
