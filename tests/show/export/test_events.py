"""The records of events, as docs/events.md has them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from reportedly.find.events import events
from reportedly.name import Cast
from reportedly.show.export.events import event, line
from tests.eventful import told

PAGE = Path(__file__).parents[3] / "docs" / "events.md"
LINES = (
    "ASSAULT | aerial | future | [a Russian jets] will [e bomb] [r Ukrainian trains] in [p Kharkiv] [t on Friday].",
    "AID | - | negated | Nobody [e helped].",
)


def test_a_record_has_the_fields_of_the_page_and_survives_json() -> None:
    article, marked = told(*LINES)
    section = PAGE.read_text("utf-8").partition("## The record in the JSONL export")[2].partition("\n## ")[0]
    fields = {
        name for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    for found in Cast(article, []).events(events(article, [], marked)):
        record = event(found)
        assert set(record) == fields
        assert json.loads(json.dumps(record)) == record


def test_a_line_has_words_and_a_resolved_time() -> None:
    article, marked = told(*LINES)
    first, second = (line(found, article.text) for found in Cast(article, []).events(events(article, [], marked)))
    assert (first["actor"], first["recipient"], first["place"]) == ("Russian jets", "Ukrainian trains", "Kharkiv")
    assert (first["time"], first["future"], first["negated"]) == ("2022-02-18", True, False)
    assert article.text[first["start"] : first["end"]].startswith("Russian jets will bomb")
    assert (second["actor"], second["time"], second["negated"], second["statement"]) == (None, None, True, None)
