"""The commands that look at a ledger, on one that was read, linked and kept by the real stages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.show.brief.words import short
from reportedly.show.cli import app
from reportedly.show.cli.trouble import Code, Trouble
from reportedly.types import ClaimView, Statement
from tests.desk.news import NEWS
from tests.desk.standin import StandIn
from tests.show.cli.conftest import Run

LOOKING = ("brief", "claims", "export", "parties")
Call = Callable[..., str]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    news = folder / "news.jsonl"
    news.write_text("".join(f"{json.dumps(article.record)}\n" for article in NEWS), "utf-8")
    with Desk(open_ledger(folder / "l.db"), StandIn()) as desk:
        assert desk.read(str(news)).kept == len(NEWS)
    return folder / "l.db"


@pytest.fixture(scope="module")
def bridge(ledger: Path) -> ClaimView:
    with Desk(open_ledger(ledger)) as desk:
        return next(view for view in desk.claims() if "bridge" in view.claim.gist)


@pytest.fixture(scope="module")
def denial(ledger: Path) -> Statement:
    with Desk(open_ledger(ledger)) as desk:
        return next(s for s in desk.statements() if s.stance == "denies" and s.voice.party == "Ukraine")


@pytest.fixture
def call(ledger: Path) -> Call:
    """Run a command in this process and return what it printed."""

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)])
        if isinstance(result.exception, Trouble):
            raise result.exception
        assert result.exit_code == Code.DONE, result.output
        return result.stdout

    return run


def test_the_brief_shows_each_side_with_its_pin(call: Call) -> None:
    text = call("brief")
    assert re.search(r"asserts +Russia +by 1 May +\[1¶1\]", text)
    assert re.search(r"confirms +NATO +by 4 May +\[3¶1\]", text)
    assert re.search(r"Ukraine .*\[[23]¶1\]", text)
    assert "independent origin" in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("format", "begins"),
    [("text", "Who says so"), ("markdown", "**Who says so"), ("html", "<!doctype html>"), ("json", "{")],
)
def test_the_brief_in_every_format(call: Call, format: str, begins: str) -> None:
    assert call("brief", "--format", format).lstrip().startswith(begins)


def test_the_brief_of_an_earlier_moment_knows_nothing_later(call: Call) -> None:
    early = call("brief", "--as-of", "2031-05-02")
    assert "as of 2 May 2031" in early
    assert "NATO" not in early
    assert re.search(r"denies +Ukraine", early)


def test_news_since_a_moment(call: Call) -> None:
    text = call("brief", "--since", "2031-05-03")
    assert re.search(r"confirms +NEW NATO", text)
    assert re.search(r"asserts +Russia", text)
    assert "Nothing new in: France to raise tariffs" in text


def test_one_story_and_at_most_so_many(call: Call) -> None:
    both = json.loads(call("brief", "--json"))["stories"]
    assert len(both) == 2
    (one,) = json.loads(call("brief", "--json", "--story", both[1]["id"][:4]))["stories"]
    assert one["id"] == both[1]["id"]
    newest = json.loads(call("brief", "--json", "--stories", "1"))
    assert (len(newest["stories"]), newest["more"]) == (1, True)
    assert "Older stories were left out" in call("brief", "--stories", "1")
    assert "left out" not in call("brief", "--stories", "2")


@pytest.mark.parametrize("command", LOOKING)
def test_every_view_as_json(call: Call, command: str) -> None:
    assert json.loads(call(command, "--json"))


def test_claims_name_ids_that_show_takes(call: Call, bridge: ClaimView) -> None:
    listed = call("claims")
    assert short(bridge.claim.id) in listed
    shown = call("show", short(bridge.claim.id))
    assert "Every statement, in order" in shown
    assert "[Ukraine] {denied} that «the bridge at Kerch was open to civilian traffic»" in " ".join(shown.split())
    record = json.loads(call("show", bridge.claim.id, "--json"))
    assert record["gist"] == bridge.claim.gist
    assert [s["id"] for s in record["statements"]] == sorted(bridge.claim.statements, key=record_order(record))


def record_order(record: dict[str, list[dict[str, str]]]) -> Callable[[str], int]:
    return [s["id"] for s in record["statements"]].index


def test_a_statement_is_shown_with_its_claim_and_origin(call: Call, denial: Statement, bridge: ClaimView) -> None:
    shown = call("show", denial.id)
    assert f"{denial.id}  denies: Ukraine" in shown
    assert re.search(rf"claim +{bridge.claim.id}", shown)
    record = json.loads(call("show", f"{denial.article[:6]}:s1", "--json"))
    assert (record["id"], record["claim"], record["party"]) == (denial.id, bridge.claim.id, "Ukraine")
    assert record["origin"]


def test_an_article_and_a_paragraph_are_shown_with_what_is_said_in_them(call: Call, denial: Statement) -> None:
    whole, part = call("show", denial.article[:8]), call("show", f"{denial.article}:1")
    assert "s1  denies: Ukraine" in whole
    assert "known from metadata" in whole
    assert part in whole
    assert [s["id"] for s in json.loads(call("show", denial.article, "--json"))["statements"]] == [denial.id]
    assert json.loads(call("show", f"{denial.article}:1", "--json"))["paragraph"] == 1


def test_an_article_is_shown_with_the_record_that_is_exported(call: Call) -> None:
    for record in json.loads(call("export", "--json")):
        if record["type"] == "article":
            shown = json.loads(call("show", record["id"], "--json"))
            assert {key: shown[key] for key in record} == record


@pytest.mark.parametrize("name", ["zz", "a", "a:s1", "c", "azz:1", "azz:s1"])
def test_a_name_that_means_nothing_or_too_much_says_so(call: Call, name: str) -> None:
    with pytest.raises(Trouble) as trouble:
        call("show", name)
    assert trouble.value.code is Code.NOT_FOUND
    assert trouble.value.todo


def test_why_says_what_told_for_a_party_a_claim_and_a_story(call: Call, denial: Statement, bridge: ClaimView) -> None:
    party = call("why", denial.id)
    assert "Why Ukraine" in party
    claim = call("why", bridge.claim.id)
    assert "Same claim" in claim
    assert "for:" in claim
    assert "Same story" in call("why", denial.article)
    assert json.loads(call("why", denial.id, "--json"))["machine"]["voice"]["party"] == "Ukraine"


def test_parties_are_listed_with_their_kind(call: Call) -> None:
    assert re.search(r"NATO +bloc +1|NATO +state +1", call("parties"))


def test_the_export_ties_statements_to_claims_and_origins(call: Call) -> None:
    records = [json.loads(line) for line in call("export", "--format", "jsonl").splitlines()]
    kinds = [record["type"] for record in records]
    assert kinds.count("article") == len(NEWS)
    assert kinds == sorted(kinds, key=lambda k: {"article": 0, "statement": 0, "origin": 1, "claim": 2}[k])
    by_id = {record["id"]: record for record in records}
    for record in records:
        match record["type"]:
            case "statement":
                assert by_id[record["article"]]["type"] == "article"
                assert record["id"] in by_id[record["origin"]]["statements"]
            case "claim":
                held = [s for position in record["positions"] for s in position["statements"]]
                assert {by_id[s]["claim"] for s in held} == {record["id"]}
    assert json.loads(call("export", "--json")) == records


def test_a_moment_that_is_none_is_refused(call: Call) -> None:
    with pytest.raises(Trouble) as trouble:
        call("brief", "--as-of", "yesterday-ish")
    assert trouble.value.code is Code.USAGE


@pytest.mark.parametrize("arguments", [*((c,) for c in LOOKING), ("brief", "--format", "html"), ("brief", "--all")])
def test_pipes_get_plain_text_that_fits(reportedly: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = reportedly(*arguments, "--ledger", str(ledger))
    assert done.returncode == Code.DONE
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    if arguments[0] != "export" and "html" not in arguments:
        assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_reader_that_goes_away_ends_the_command_quietly(ledger: Path) -> None:
    """The export of many articles, cut off after its first line as `head -1` does."""
    script = "from reportedly.show.cli import main; main()"
    command = [sys.executable, "-c", script, "export", "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == Code.PIPE_CLOSED


def test_a_file_that_is_no_ledger_is_named(reportedly: Run, tmp_path: Path) -> None:
    path = tmp_path / "not.db"
    path.write_bytes(b"this is no database at all, and long enough to be looked at" * 20)
    done = reportedly("brief", "--ledger", str(path))
    assert done.returncode == Code.LEDGER
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr


def test_with_no_terminal_there_is_colour_only_on_one(ledger: Path) -> None:
    """`script` gives the command a terminal of its own."""
    script = f"{sys.executable} -c 'from reportedly.show.cli import main; main()' brief --ledger {ledger}"
    done = subprocess.run(
        ["script", "-qec", script, "/dev/null"],
        capture_output=True,
        text=True,
        check=True,
        env={"TERM": "xterm-256color"},
    )
    assert "\x1b[" in done.stdout


def test_claims_stand_by_story_what_is_contested_first(call: Call, ledger: Path) -> None:
    with Desk(open_ledger(ledger)) as desk:
        story = {view.claim.id: view.claim.story for view in desk.claims()}
    listed = json.loads(call("claims", "--json"))
    groups = [list(group) for _, group in groupby(listed, key=lambda claim: story[claim["id"]])]
    assert len(groups) == len(set(story.values())) > 1
    for group in groups:
        alone = [claim["standing"] in {"claimed", "unaddressed"} for claim in group]
        assert alone == sorted(alone)
