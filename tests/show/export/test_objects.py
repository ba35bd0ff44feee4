"""The export contract: names, types and values, as docs/export.md has them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.stories import split
from reportedly.show.export import objects
from reportedly.show.export.records import line
from reportedly.types import Act, Certainty, Channel, Mode, Role, Stance, Standing
from tests.show.gold import coverage

DOCS = Path(__file__).parents[3] / "docs" / "export.md"
FIELDS = {
    "article": "type id source url outlet title published published_from text sha256 blocks background",
    "statement": (
        "type id article source cue content via via_spans speaker role organisation party act stance certainty mode "
        "channel said quantities claim origin within score"
    ),
    "claim": "type id gist kind standing positions independent_origins origins_at_most outlets questions",
    "origin": "type id party what statements",
}


def records(name: str) -> list[dict[str, Any]]:
    gold = coverage(name)
    found = [objects.article(a) for a in gold.articles.values()]
    found += [objects.statement(s, None, None) for s in gold.statements.values()]
    found += [objects.origin(o) for o in gold.origins]
    return found + [objects.claim(v) for v in gold.claims.values()]


@pytest.mark.parametrize("name", split()["dev"])
def test_a_record_survives_its_line_and_has_exactly_the_fields_of_the_contract(name: str) -> None:
    for record in records(name):
        text = line(record)
        assert text.count("\n") == 1
        assert json.loads(text) == record
        assert list(record) == FIELDS[record["type"]].split()


@pytest.mark.parametrize("name", split()["dev"])
def test_values_come_from_the_guide_and_offsets_hold(name: str) -> None:
    texts = {r["id"]: r["text"] for r in records(name) if r["type"] == "article"}
    for record in records(name):
        if record["type"] == "article":
            assert {block["role"] for block in record["blocks"]} <= set(Role)
            assert all(("evidence" in block) == (block["role"] == "caption") for block in record["blocks"])
        if record["type"] == "claim":
            assert record["standing"] in set(Standing)
        if record["type"] != "statement":
            continue
        assert record["act"] in set(Act)
        assert record["stance"] in set(Stance)
        assert record["certainty"] in set(Certainty)
        assert record["mode"] in set(Mode)
        assert record["channel"] in set(Channel)
        spans = [*record["content"], *record["via_spans"], *(s for s in (record["source"], record["cue"]) if s)]
        spans += [[q["start"], q["end"]] for q in record["quantities"]]
        assert all(0 <= start < end <= len(texts[record["article"]]) for start, end in spans)


def test_offsets_are_those_of_the_text() -> None:
    gold = coverage()
    record = objects.statement(gold.statements["a2:s7"], "c3", "o4")
    text = gold.articles["a2"].text
    assert [text[s:e] for s, e in record["content"]] == ['"No route, no hour, nothing."']
    assert (record["claim"], record["origin"], record["party"]) == ("c3", "o4", "Toqmara")


def test_open_bounds_are_null() -> None:
    (record,) = [objects.statement(s) for s in coverage("history-kursk-2000").statements.values() if s.id == "a1:s1"]
    for quantity in record["quantities"]:
        assert set(quantity) == {"low", "high", "item", "start", "end"}


def test_every_field_is_documented_and_no_other() -> None:
    text = DOCS.read_text("utf-8")
    assert f"version {objects.VERSION}" in text
    for kind, names in FIELDS.items():
        section = text.split(f"## {kind}\n", 1)[1].split("\n## ", 1)[0]
        documented = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        assert documented == names.split(), kind
