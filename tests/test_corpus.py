"""The corpus is green, and the checker tells what is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.check import STORIES, check
from corpus.stories import split, stories

STORY = """<story id="s" domain="d">
<parties><party id="v" name="Varland" kind="state"/></parties>
<origins><origin id="o1" party="v" what="a briefing"/></origins>
<claims><claim id="c1" kind="event" event="RETREAT" actor="v" gist="Varland is withdrawing"/></claims>
<questions><question id="q1" claim="c1" asks="how many" closed_by=""/></questions>
<article id="a1" outlet="Wire" published="2031-03-04T09:12" copy_of="">
<p><src s="s1">Varland</src> <cue s="s1">said</cue> on <time v="2031-03-04">Tuesday</time>
<con s="s1">that <src s="s2">its general</src> <cue s="s2">saw</cue>
<con s="s2"><qty low="40" high="" item="tanks">at least 40 tanks</qty> leave</con></con>.</p>
<statements>
<st s="s1" party="v" act="fact" stance="asserts" claim="c1" certainty="certain" mode="indirect" channel="briefing"
 via="" origin="o1" said="2031-03-04" within=""/>
<st s="s2" party="v" act="fact" stance="asserts" claim="c1" certainty="certain" mode="indirect" channel="unknown"
 via="" origin="" said="" within="s1"/>
</statements>
</article>
</story>"""

FAULTS = [
    ("</p>", "", "not well-formed"),
    ('event="RETREAT"', 'event="WITHDRAW"', "no PLOVER type"),
    ('within="s1"', 'within="s9"', "within='s9'"),
    (
        'origin="o1" said="2031-03-04" within=""',
        'origin="o1" said="" within="s2"',
        "s1 within='s2', but none of its words",
    ),
    (
        'stance="asserts" claim="c1" certainty="certain" mode="indirect" channel="briefing"',
        'stance="claims"',
        "stance='claims'",
    ),
    ('low="40" high=""', 'low="40" high="30"', "low 40 over high 30"),
    ('v="2031-03-04"', 'v="2031-02-30"', "v='2031-02-30'"),
    ('published="2031-03-04T09:12"', 'published="undefined"', "published='undefined'"),
    ('copy_of=""', 'copy_of="a7"', "copy_of='a7'"),
    ('<cue s="s2">saw</cue>', "saw", "s2 has no <cue>"),
    ('<cue s="s2">saw</cue>', '<cue s="s2">saw</cue> <cue s="s2">it</cue>', "s2 has 2 cues"),
    ('<cue s="s2">', '<cue s="s3">', "s3 is tagged but has no <st>"),
    ("<p>", "<junk>", "stands in <junk>"),
    (
        '<question id="q1" claim="c1" asks="how many" closed_by=""',
        '<question id="q1" claim="c1" closed_by="a1:s8"',
        "closed_by",
    ),
]


def _errors(tmp_path: Path, story: str) -> list[str]:
    path = tmp_path / "s.xml"
    path.write_text(story, "utf-8")
    return check(path, Counter())


def test_a_sound_story_has_no_errors(tmp_path: Path) -> None:
    assert _errors(tmp_path, STORY) == []


@pytest.mark.parametrize(("sound", "broken", "error"), FAULTS)
def test_every_fault_is_told(tmp_path: Path, sound: str, broken: str, error: str) -> None:
    assert sound in STORY
    story = STORY.replace(sound, broken)
    story = story.replace("</p>", "</junk>") if broken == "<junk>" else story
    assert any(error in line for line in _errors(tmp_path, story))


def test_the_corpus_is_green() -> None:
    count: Counter[str] = Counter()
    errors = [f"{path.name}: {error}" for path in sorted(STORIES.glob("*.xml")) for error in check(path, count)]
    assert errors == []
    assert count["stories"] >= 120


def test_the_split_names_every_story_once() -> None:
    named = [story for part in split().values() for story in part]
    assert sorted(named) == sorted(path.stem for path in STORIES.glob("*.xml"))


def test_gold_spans_lie_in_their_text() -> None:
    for story in stories():
        for gold in story.articles:
            for statement in gold.statements:
                extent = statement.extent
                assert 0 <= extent.start < extent.end <= len(gold.article.text)
