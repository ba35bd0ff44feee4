from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pytest

from reportedly.batch import jobs
from reportedly.batch.documents import documents
from reportedly.batch.engine import Engine, Task, Work, leave
from reportedly.batch.parts import Form, Part, Shard
from reportedly.batch.run import run, signature
from reportedly.batch.settings import Settings
from reportedly.find import finder
from reportedly.read import Document
from reportedly.read.stage import read
from reportedly.show.export.datasets import DATASETS
from reportedly.text import sha256
from tests.batch.alone import Alone, files, go


def rows(out: Path, dataset: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ds.dataset(out / dataset, partitioning="hive").to_table().to_pylist()
    return found


def test_it_finds_what_the_finder_finds(batch: Path, pages: Path) -> None:
    articles = [found.article for found in read([str(pages)]) if isinstance(found, Document)]
    wanted = {(s.article, s.stance.value) for of in finder().find(articles) for s in of}
    assert {(row["article"], row["stance"]) for row in rows(batch, "statements")} == wanted
    assert {row["id"] for row in rows(batch, "articles")} == {article.id for article in articles}


def test_the_manifest_tells_what_is_there(batch: Path, manifest: dict[str, Any]) -> None:
    for name, dataset in manifest["datasets"].items():
        assert sum(len((batch / file["path"]).read_bytes()) > 0 for file in dataset["files"]) == len(dataset["files"])
        assert all(sha256((batch / file["path"]).read_bytes()) == file["sha256"] for file in dataset["files"])
        if dataset["files"]:
            held = rows(batch, name)
            assert len(held) == dataset["rows"]
            assert [*held[0]] == [*dataset["columns"], "month"]


def test_every_row_leads_to_its_article_and_claim(batch: Path) -> None:
    articles, claims = ({row["id"] for row in rows(batch, name)} for name in ("articles", "claims"))
    for row in rows(batch, "statements"):
        assert row["article"] in articles
        assert row["claim"] is None or row["claim"] in claims
    assert all({row["article"], row["of"]} <= articles for row in rows(batch, "copies"))
    assert {row["month"] for row in rows(batch, "articles")} == {"2031-10"}


def test_the_same_sources_make_the_same_bytes(tmp_path: Path, pages: Path, undisturbed: dict[str, bytes]) -> None:
    again = Alone()
    go(tmp_path, pages, shard=1, tile=2, engine=again)
    assert files(tmp_path) == undisturbed
    again.done.clear()
    go(tmp_path, pages, shard=1, tile=2, engine=again)
    assert files(tmp_path) == undisturbed
    assert {done.split()[0] for done in again.done} == {"cut"}, "nothing is read, linked or told twice"


def test_how_it_is_cut_changes_no_row(tmp_path: Path, pages: Path, batch: Path) -> None:
    go(tmp_path, pages, shard=500)
    for dataset in ("articles", "statements", "claims", "copies"):
        assert rows(tmp_path, dataset) == rows(batch, dataset)


@pytest.mark.parametrize("most", [7, 11, 13])
def test_a_run_that_is_cut_off_goes_on_where_it_was(
    tmp_path: Path, pages: Path, undisturbed: dict[str, bytes], most: int
) -> None:
    before = Alone(most=most)
    with pytest.raises(KeyboardInterrupt):
        go(tmp_path, pages, shard=1, tile=2, engine=before)
    after = Alone()
    go(tmp_path, pages, shard=1, tile=2, engine=after)
    assert files(tmp_path) == undisturbed
    assert not {done for done in before.done if not done.startswith("cut")} & set(after.done)


def test_a_shard_that_fails_again_and_again_is_set_aside_with_its_reason(
    tmp_path: Path, pages: Path, undisturbed: dict[str, bytes]
) -> None:
    tries = []

    def fails(given: Any, settings: Settings) -> Any:
        if "tirana" in given:
            tries.append(given)
            raise OSError("the disk is on fire")
        return jobs.read(given, settings)

    report = go(tmp_path, pages, shard=1, tile=2, engine=Alone({"read": fails}))
    assert len(tries) == 3
    ((what, why),) = report.aside
    assert (report.articles, why) == (4, "OSError: the disk is on fire")
    assert json.loads((tmp_path / "manifest.json").read_bytes())["set_aside"] == [what]
    assert go(tmp_path, pages, shard=1, tile=2).aside == []
    assert files(tmp_path) == undisturbed, "what was left of the run before is swept away"


def test_a_task_that_ended_its_worker_is_not_tried_for_ever(tmp_path: Path, pages: Path) -> None:
    asked = []

    def deadly(given: Any, settings: Settings) -> Any:
        asked.append(given)
        if len(asked) < 9:
            raise SystemExit  # past every handler, as when a process is ended from outside
        return jobs.read(given, settings)

    engine = Alone({"read": deadly})
    for _ in range(3):
        with pytest.raises(SystemExit):
            list(engine.over(Work("read", jobs.read), _tasks(pages), Settings(str(tmp_path), "by")))
    (found,) = engine.over(Work("read", jobs.read), _tasks(pages), Settings(str(tmp_path), "by"))
    assert (len(asked), found.failed) == (3, "it ended the worker that had it")


def _tasks(pages: Path) -> list[Any]:
    shard = Shard("s", (Part(str(next(pages.iterdir())), Form.PAGE),))
    assert list(documents(shard.parts[0]))
    return [Task("s", shard.dumps())]


def test_an_article_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    line = json.dumps({"text": "Police said the ferry had stopped.\n\nNobody was hurt, police said.", "title": "Ferry"})
    one.write_text(f"{line}\n{line}\n", "utf-8")
    other.write_text(f"{line}\n", "utf-8")
    report = go(tmp_path / "out", one, other, tmp_path / "none.jsonl", "https://courier.example/a", find=False)
    assert report.articles == report.rows["articles"] == 1
    assert report.skipped == {
        "the same article stands in the source before": 1,
        "the same article was read from another source": 1,
        "the file cannot be opened: No such file or directory": 1,
        "a batch reads files: fetch pages with `reportedly read`, or save them first": 1,
    }


@pytest.mark.slow
def test_a_killed_command_goes_on_and_makes_the_same_bytes(
    tmp_path: Path, pages: Path, undisturbed: dict[str, bytes]
) -> None:
    """The native engine, its processes killed in the middle."""
    code = "from tests.batch.test_run import command; command()"
    words = [sys.executable, "-c", code, str(tmp_path / "out"), str(pages), signature()]
    process = subprocess.Popen(words, start_new_session=True)
    while process.poll() is None and len(list(tmp_path.glob("out/work/read/*.parquet"))) < 2:
        time.sleep(0.02)
    assert process.poll() is None, "it was done before it could be killed"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    read = {path: path.stat().st_mtime_ns for path in tmp_path.glob("out/work/read/*.parquet")}
    subprocess.run(words, check=True)
    assert files(tmp_path / "out") == undisturbed
    assert all(path.stat().st_mtime_ns == at for path, at in read.items()), "what was read was not read again"


def command() -> None:
    """Run a batch on the native engine, as a process of its own."""
    settings = Settings(sys.argv[1], by=sys.argv[3], shard=1, tile=2)
    run([sys.argv[2]], settings, Engine(workers=1), DATASETS)
    leave(0)
