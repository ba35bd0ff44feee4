"""`events` and `chart`, over a ledger whose events are known, and for lines of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.show.cli import app
from reportedly.show.cli.trouble import Code, Trouble
from reportedly.show.export.tables_of_events import EVENTS
from tests.desk.news import BRIDGE
from tests.desk.test_events import Marking
from tests.show.cli.conftest import Run

KEYS = (
    "type mode actor recipient place time negated hypothetical future reporter statement start end score".split()
)  # docs/events.md


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("events")
    news = folder / "news.jsonl"
    news.write_text("".join(f"{json.dumps(article.record)}\n" for article in BRIDGE), "utf-8")
    with Desk(open_ledger(folder / "l.db"), Marking()) as desk:
        desk.read(str(news))
    yield str(folder / "l.db")


def call(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_table_has_a_row_for_each_reporter(ledger: str) -> None:
    shown = call("events", "--ledger", ledger)
    for words in ("CONCEDE", "Ukraine denies", "Russia asserts", "World Wire (narrates)", "disputed"):
        assert words in " ".join(shown.split()), shown


def test_rows_for_programs_have_the_columns_of_the_table(ledger: str) -> None:
    rows = json.loads(call("events", "--ledger", ledger, "--json"))
    assert [list(row) for row in rows] == [[column.name for column in EVENTS.columns]] * 4
    russia = next(row for row in rows if row["reporter"] == "Russia")
    assert (russia["type"], russia["cameo_root"], russia["intensity"], russia["denied_by"]) == (
        "CONCEDE",
        "08",
        5.0,
        ["Ukraine"],
    )
    assert russia["actor_iso3"] == "RUS"


def test_an_earlier_moment_has_no_later_reporter(ledger: str) -> None:
    rows = json.loads(call("events", "--ledger", ledger, "--json", "--as-of", "2031-05-01"))
    assert [(row["reporter"], row["standing"]) for row in rows] == [("Russia", "claimed")]


@pytest.mark.parametrize("kind", ["gauge", "positions", "timeline", "origins"])
def test_a_chart_is_written_in_the_format_its_ending_names(kind: str, ledger: str, tmp_path: Path) -> None:
    call("chart", kind, "--ledger", ledger, "--output", str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").read_text("utf-8").startswith("<svg")
    spec = json.loads(call("chart", kind, "--ledger", ledger, "--format", "json"))
    assert spec["title"]["text"]
    assert json.loads(call("chart", kind, "--ledger", ledger, "--json")) == spec


def test_a_pair_of_sides_can_be_picked(ledger: str) -> None:
    spec = json.loads(call("chart", "gauge", "--ledger", ledger, "--format", "json", "--between", "Russia,"))
    assert "Russia towards nobody named" in " ".join(spec["title"]["subtitle"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chart", "numbers"], "nothing to draw for numbers"),
        (["chart", "gauge", "--between", "Mars,Venus"], "nothing to draw for gauge"),
        (["chart", "gauge", "--json", "--format", "png"], "--json and --format png do not go together"),
        (["chart", "gauge", "--output", "a.gif"], "no format is named 'gif'"),
        (["chart", "gauge", "--output", "nowhere/a.svg"], "cannot be written"),
    ],
)
def test_what_cannot_be_drawn_is_told(arguments: list[str], told: str, ledger: str) -> None:
    with pytest.raises(Trouble, match=told):
        CliRunner().invoke(app, [*arguments, "--ledger", ledger], catch_exceptions=False)


def test_each_line_is_answered_under_its_id(reportedly: Run) -> None:
    lines = [
        {"id": "a", "text": "Police in Lagos arrested 40 demonstrators on Friday, the ministry said."},
        {"id": 7, "text": ""},
    ]
    done = reportedly("events", "--jsonl", stdin="\n".join(map(json.dumps, lines)) + "\nno json\n")
    assert done.returncode == Code.DONE
    first, empty = map(json.loads, done.stdout.splitlines())
    assert (first["id"], empty) == ("a", {"id": 7, "events": []})
    assert [list(event) for event in first["events"]] == [KEYS] * len(first["events"])
    assert done.stderr.startswith("skipped line 3")


def test_no_line_at_all_is_told(reportedly: Run) -> None:
    assert reportedly("events", "--jsonl", stdin="\n").returncode == Code.NOTHING_READ
