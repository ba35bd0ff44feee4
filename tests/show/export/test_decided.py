"""Where a person decided: who, when, why, with the machine's own value beside it, in every export of claims."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.show.export import stix
from reportedly.show.export.provenance import facts
from reportedly.show.export.records import records
from reportedly.show.export.tables import BY_NAME
from tests.desk.news import NEWS
from tests.desk.standin import StandIn

FIELDS = ("decisions", "decided_by", "decided_at", "decided_why", "machine")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    page = tmp_path / "news.jsonl"
    page.write_text("".join(json.dumps(article.record) + "\n" for article in NEWS), "utf-8")
    with Desk(open_ledger(tmp_path / "l.db"), StandIn()) as desk:
        desk.read(str(page))
        yield desk


def rows(desk: Desk, name: str) -> list[dict[str, Any]]:
    table = BY_NAME[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, table.cells(row), strict=True)) for row in table.rows(desk, "")]


def touched(desk: Desk, name: str) -> list[dict[str, Any]]:
    return [row for row in rows(desk, name) if row["decisions"]]


def test_where_nobody_decided_nothing_is_said(desk: Desk) -> None:
    for name in ("claims", "positions"):
        assert rows(desk, name)
        assert all(row[field] == [] for row in rows(desk, name) for field in FIELDS)
    assert not any("decided" in record for record in records(desk))


def test_a_stance_shows_with_the_machines_own(desk: Desk) -> None:
    statement = desk.statements()[0]
    claim = desk.machine.claim_of(statement.id)
    assert claim is not None
    made = desk.correct("stance", statement.id, by="ada", reason="read the page", value="doubts")
    (row,) = touched(desk, "claims")
    assert row["id"] == claim.claim.id
    assert row["machine"] == [f"{claim.claim.id}: {claim.standing.value}"]
    (position,) = touched(desk, "positions")
    assert (position["party"], position["stance"]) == (statement.voice.party, "doubts")
    assert position["machine"] == [f"{statement.voice.party}: {statement.stance.value}"]
    for found in (row, position):
        assert [found[field] for field in FIELDS[:4]] == [[made.id], ["ada"], [made.at], ["read the page"]]


def test_a_party_shows_with_the_party_that_the_machine_names(desk: Desk) -> None:
    statement = desk.statements()[0]
    desk.correct("party", statement.id, by="ada", reason="it is theirs", value="Kestria")
    (position,) = [row for row in touched(desk, "positions") if row["party"] == "Kestria"]
    assert f"{statement.voice.party}: {statement.stance.value}" in position["machine"]


def test_a_merge_shows_both_claims_of_the_machine(desk: Desk) -> None:
    one, other, *_ = desk.claims()
    desk.correct("merge", one.claim.id, other.claim.id, by="ada", reason="the same")
    (row,) = touched(desk, "claims")
    assert sorted(row["machine"]) == sorted(f"{each.claim.id}: {each.standing.value}" for each in (one, other))


def test_what_was_rejected_shows_at_the_party_that_it_was_taken_from(desk: Desk) -> None:
    claim = next(claim for claim in desk.claims() if len(claim.positions) > 1)
    gone = claim.positions[0]
    desk.correct("reject", *gone.statements, by="bo", reason="no statement")
    (row,) = touched(desk, "claims")
    assert row["decided_by"] == ["bo"]
    assert {found["party"] for found in touched(desk, "positions")} <= {gone.party}


def test_what_was_withdrawn_does_not_show(desk: Desk) -> None:
    made = desk.correct("stance", desk.statements()[0].id, by="ada", reason="read the page", value="doubts")
    desk.correct("withdraw", made.id, by="bo", reason="it does assert")
    assert touched(desk, "claims") == touched(desk, "positions") == []


def test_records_stix_and_provenance_say_it_too(desk: Desk) -> None:
    statement = desk.statements()[0]
    made = desk.correct("stance", statement.id, by="ada", reason="read the page", value="doubts")
    (row,) = touched(desk, "claims")
    (record,) = [record for record in records(desk) if "decided" in record]
    told = {"id": made.id, "act": "stance", "by": "ada", "at": made.at, "reason": "read the page", "value": "doubts"}
    assert (record["id"], record["decided"], record["machine"]) == (row["id"], [told], row["machine"])
    (position,) = [each for each in record["positions"] if "decided" in each]
    assert position["machine"] == [f"{statement.voice.party}: {statement.stance.value}"]

    stix.write(desk, "", file := io.BytesIO())
    objects = {each["id"]: each for each in json.loads(file.getvalue())["objects"]}
    (note,) = [each for each in objects.values() if "decided" in each.get("labels", ())]
    assert objects[note["created_by_ref"]]["name"] == "ada"
    assert (note["abstract"], note["created"]) == ("Decided: stance doubts", made.at)
    assert note["content"] == f"read the page\nThe machine alone: {row['machine'][0]}. No verdict of truth."
    assert objects[note["object_refs"][0]]["labels"] == [row["standing"]]

    (said,) = [fact.attributes for fact in facts(desk) if "machine" in fact.attributes]
    assert said["machine"] == row["machine"][0]
