"""`find` with the reader that ships: lines in, lines out, no ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.show.cli.trouble import Code
from tests.show.cli.conftest import Run
from tests.show.export.test_objects import FIELDS

TEXT = 'The Orvanian defence ministry said on Tuesday that its troops were "going home". Kestria denied it.'
CONTRACT = FIELDS["statement"].split()


def contents(record: dict[str, Any], text: str) -> list[str]:
    return [text[s:e] for statement in record["statements"] for s, e in statement["content"]]


def test_each_line_is_answered_in_order_under_its_id_and_bad_ones_are_named(reportedly: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT}),
        "not json",
        json.dumps({"id": 7, "text": "", "more": "fields"}),
        json.dumps({"text": "no id"}),
        json.dumps(["a", "list"]),
        json.dumps({"id": "n", "text": None}),
        "",
        json.dumps({"id": "half \ud800 pair", "text": f"\ud800 {TEXT}"}),
    ]
    done = reportedly("find", "--jsonl", stdin="\n".join(lines))
    assert done.returncode == Code.DONE
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["a", 7, "half \ud800 pair"]
    first, empty, half = records
    assert empty["statements"] == []
    assert {statement["party"] for statement in first["statements"]} >= {"Kestria"}
    assert contents(half, f"\ud800 {TEXT}") == contents(first, TEXT)
    assert any("going home" in words for words in contents(first, TEXT))
    for statement in first["statements"]:
        assert list(statement) == CONTRACT
        assert (statement["article"], statement["claim"], statement["origin"]) == ("a", None, None)
        assert statement["id"].startswith("a:s")
    complaints = done.stderr.splitlines()
    assert [line.split(":")[0] for line in complaints] == [f"skipped line {n}" for n in (2, 4, 5, 6)]
    assert list(tmp_path.iterdir()) == []


def test_a_document_is_read_as_one_and_its_statements_are_lines(reportedly: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>T</title></head><body><article><h1>Troops go home</h1><p>{TEXT}</p>"
        f"<p>Nobody at the border could say how many had left, and the roads were empty on Tuesday evening.</p>"
        "</article></body></html>",
        "utf-8",
    )
    done = reportedly("find", str(page))
    assert done.returncode == Code.DONE
    statements = [json.loads(line) for line in done.stdout.splitlines()]
    assert statements
    assert all(list(statement) == CONTRACT for statement in statements)
    assert json.loads(reportedly("find", str(page), "--json").stdout) == statements


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nosuch.html",), "nothing could be read"),
        (("--jsonl", "nosuch.jsonl"), "cannot be opened"),
        (("--jsonl",), "no line could be read"),
    ],
)
def test_nothing_to_read_is_said_and_coded(reportedly: Run, arguments: tuple[str, ...], says: str) -> None:
    done = reportedly("find", *arguments)
    assert done.returncode == Code.NOTHING_READ
    assert says in done.stderr
    assert done.stdout == ""
