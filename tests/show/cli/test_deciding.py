"""`reportedly correct`, as somebody at a desk types it, and what the other commands show of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly.desk import Act, Desk
from reportedly.ledger import open_ledger
from reportedly.show.cli import app
from reportedly.show.cli.correct import TAKES, TO
from reportedly.show.cli.trouble import Code, Trouble
from tests.desk.news import NEWS
from tests.desk.standin import StandIn

Call = Callable[..., str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    (folder / "news.jsonl").write_text("".join(f"{json.dumps(article.record)}\n" for article in NEWS), "utf-8")
    with Desk(open_ledger(folder / "l.db"), StandIn()) as desk:
        assert desk.read(str(folder / "news.jsonl")).kept == len(NEWS)
    return folder / "l.db"


@pytest.fixture
def ledger(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read, tmp_path / "l.db"))


@pytest.fixture
def call(ledger: Path) -> Call:
    """Run a command and return what it printed, on lines of its own but with single blanks."""

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)])
        if isinstance(result.exception, Trouble):
            raise result.exception
        assert result.exit_code == Code.DONE, result.output
        return re.sub(r"\s+", " ", result.stdout)

    return run


@pytest.fixture
def ids(ledger: Path) -> dict[str, str]:
    """Map each party to its first statement, cut short; its claim under "<party>'s claim", the story "the story"."""
    with Desk(open_ledger(ledger)) as desk:
        found = {s.voice.party: s.id for s in reversed(desk.statements())}
        claims = {f"{party}'s claim": view.claim.id for party, s in found.items() if (view := desk.claim_of(s))}
        story = desk.story_of(found["Russia"].split(":")[0])
    cut = {name: f"{i[:7]}:{i.split(':')[1]}" for name, i in (found | claims).items()}
    return cut | {"the story": story.id[:6], "the article": found["Russia"].split(":")[0]}


def decide(call: Call, act: str, *names: str, by: str = "ada", reason: str = "I asked them", to: str = "") -> str:
    """Decide, and return the decision's id."""
    shown = call("correct", act, *names, "--by", by, "--reason", reason, *(["--to", to] if to else []))
    found = re.match(rf"(k\d+) {act} .*by {by}: {reason} .*Take it back: reportedly correct withdraw (k\d+)", shown)
    assert found is not None, shown
    assert found[1] == found[2]
    return found[1]


def test_the_help_names_what_there_is() -> None:
    assert set(TAKES) == set(Act)
    assert set(TO) <= set(Act)


def test_a_stance_stands_beside_the_machines(call: Call, ids: dict[str, str]) -> None:
    made = decide(call, "stance", ids["Ukraine"], to="doubts")
    told = f"stance doubts \\(machine: denies\\); I asked them · {made}"
    line = re.search(r"decided ada, .*?\[[23]¶1\].*?· k\d+", call("brief"))
    assert line is not None
    assert re.search(told, re.sub(r"\[\d¶\d\] ", "", line[0]))
    assert re.search(rf"- decided: ada, [^:]*: {told}", call("brief", "--format", "markdown"))
    assert re.search(f"decided</span> ada, [^:]*: {told}", unescape(call("brief", "--format", "html")))
    entry = next(e for s in json.loads(call("brief", "--json"))["stories"] for e in s["headline"] if e["decisions"])
    assert [(d["id"], d["by"], d["reason"], d["value"], d["machine"]) for d in entry["decisions"]] == [
        (made, "ada", "I asked them", "doubts", ["denies"])
    ]
    assert "decided by ada; machine alone: disputed" in call("claims")
    shown = call("show", ids["Ukraine"])
    assert "machine alone denies: Ukraine" in shown
    assert f"ada: stance doubts, because I asked them ({made}," in shown
    marks = {claim["decided"] for claim in json.loads(call("claims", "--json"))}
    assert "decided by ada; machine alone: disputed" in marks


@pytest.mark.parametrize(
    ("act", "names", "to", "changed"),
    [
        ("merge", ["Russia's claim", "France's claim"], "", r"disputed \(\d statements\) and disputed \(\d s"),
        ("split", ["NATO"], "", r"disputed \(3 statements\) → disputed \(2 statements\)"),
        ("move", ["NATO"], "France's claim", "disputed"),
        ("party", ["NATO"], "Ukraine", r"confirms: NATO → confirms: Ukraine"),
        ("stance", ["NATO"], "denies", r"confirms: NATO → denies: NATO"),
        ("reject", ["Ukraine"], "", r"denies: Ukraine → left out .*disputed \(3 statements\) → \w+ \(2 statements\)"),
        ("note", ["Russia's claim"], "", ""),
        ("note", ["the story"], "", ""),
        ("note", ["the article"], "", ""),
    ],
)
def test_what_a_decision_changes_is_told_and_taken_back(
    call: Call, ids: dict[str, str], act: str, names: list[str], to: str, changed: str
) -> None:
    before = call("claims")
    arguments = [*(ids[name] for name in names), "--by", "ada", "--reason", "so"]
    shown = call("correct", act, *arguments, *(["--to", ids[to] if act == "move" else to] if to else []))
    assert re.search(changed, shown)
    assert "ada" in call("brief")
    made = shown.split()[0]
    decide(call, "withdraw", made, by="bob", reason="not so")
    assert call("claims") == before
    assert "ada" not in call("brief")
    assert "withdrawn" in call("why", ids[names[0]] if act != "note" else ids["Russia"])


def test_origins_are_one_or_two(call: Call, ids: dict[str, str]) -> None:
    decide(call, "same-origin", ids["Russia"], ids["Ukraine"])
    made = decide(call, "other-origin", ids["Ukraine"])
    assert f"other-origin, because I asked them ({made}" in call("why", ids["Ukraine"])


def test_a_person_that_nobody_quotes_speaks_for_nobody(call: Call) -> None:
    with pytest.raises(Trouble, match="nobody called 'Ada Lunt' speaks here"):
        decide(call, "party", "speaker:Ada Lunt", to="Varland")


def test_what_was_rejected_can_be_looked_at(call: Call, ids: dict[str, str]) -> None:
    made = decide(call, "reject", ids["Ukraine"])
    assert "denies: Ukraine (rejected)" in call("show", ids["Ukraine"])
    assert "rejected: Ukraine" in call("why", ids["Russia"])
    assert f"({made}" in call("why", ids["Ukraine"])
    with pytest.raises(Trouble, match=f"ada rejected statement .*: withdraw {made} first"):
        decide(call, "stance", ids["Ukraine"], to="denies")


def test_who_moved_in_the_world_and_in_the_ledger(call: Call, ids: dict[str, str], ledger: Path) -> None:
    assert re.search(r"NATO - confirms", call("moved", "--since", "2031-05-02"))
    assert "Russia" not in call("moved", "--since", "2031-05-02")
    assert "Nobody moved." in call("moved", "--since", "2031-05-02", "--as-of", "2031-05-02")
    with open_ledger(ledger) as opened:
        then = opened.head().at
    assert "Nobody moved." in call("moved", "--known-since", then)
    decide(call, "stance", ids["Ukraine"], to="doubts")
    assert re.search(r"Ukraine denies doubts", call("moved", "--known-since", then))
    (shift,) = json.loads(call("moved", "--known-since", then, "--json"))
    assert (shift["party"], shift["before"], shift["after"]) == ("Ukraine", "denies", "doubts")
    with pytest.raises(Trouble, match="since when"):
        call("moved")


def test_the_decision_as_json(call: Call, ids: dict[str, str]) -> None:
    made = json.loads(call("correct", "reject", ids["NATO"], "--by", "ada", "--reason", "so", "--json"))
    assert (made["act"], made["by"], made["reason"], made["withdrawn"]) == ("reject", "ada", "so", False)


def test_a_side_that_nobody_has_spoken_for_may_be_a_slip(ledger: Path, ids: dict[str, str]) -> None:
    arguments = ["correct", "party", ids["NATO"], "--to", "Ukrainia", "--by", "ada", "--reason", "so"]
    result = CliRunner().invoke(app, [*arguments, "--ledger", str(ledger)])
    assert "nobody has spoken for 'Ukrainia' so far; did you mean 'Ukraine'?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["vote", "NATO"], Code.USAGE, "no act"),
        (["merge", "Russia's claim"], Code.USAGE, "at least 2"),
        (["split", "Russia's claim"], Code.USAGE, "split takes statements of one claim, and .* is a claim"),
        (["split", "NATO", "France"], Code.USAGE, "not of the same claim"),
        (["reject", "the article"], Code.USAGE, "is an article"),
        (["reject", "a0"], Code.NOT_FOUND, "nothing in the ledger is called 'a0'"),
        (["reject", "NATO", "--to", "x"], Code.USAGE, "takes no --to"),
        (["stance", "NATO"], Code.USAGE, "needs --to: the stance"),
        (["stance", "NATO", "--to", "shrugs"], Code.USAGE, "no stance"),
        (["party", "NATO", "--to", " "], Code.USAGE, "needs --to: the side"),
        (["move", "NATO", "--to", "the article"], Code.USAGE, "is an article"),
        (["withdraw", "NATO"], Code.USAGE, "decisions such as k57"),
        (["withdraw", "k1"], Code.NOT_FOUND, "no decision k1"),
        (["note", "c0"], Code.NOT_FOUND, "'c0'"),
        (["reject", "NATO", "--reason", " "], Code.USAGE, "a reason"),
        (["reject", "NATO", "--by", ""], Code.USAGE, "the name of who decides"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    call: Call, ids: dict[str, str], ledger: Path, arguments: list[str], code: Code, says: str
) -> None:
    head = open_ledger(ledger).head()
    with pytest.raises(Trouble, match=says) as trouble:
        call("correct", "--by", "ada", "--reason", "so", *(ids.get(name, name) for name in arguments))
    assert trouble.value.code is code
    assert trouble.value.todo
    assert open_ledger(ledger).head() == head


def test_nobody_decides_twice_about_a_decision(call: Call, ids: dict[str, str]) -> None:
    made = decide(call, "reject", ids["NATO"])
    decide(call, "withdraw", made)
    with pytest.raises(Trouble, match=f"{made} is withdrawn already"):
        decide(call, "withdraw", made)


def test_where_there_is_no_ledger(tmp_path: Path) -> None:
    arguments = ["correct", "reject", "a1:s1", "--by", "ada", "--reason", "so", "--ledger", str(tmp_path / "none.db")]
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, Trouble)
    assert result.exception.code is Code.LEDGER
    assert not (tmp_path / "none.db").exists()
