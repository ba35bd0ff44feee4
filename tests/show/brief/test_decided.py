"""Decisions of people in the brief: with the claims they touch, beside what the machine has in their place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from reportedly.desk import Decision
from reportedly.show.brief import deciding
from reportedly.show.brief.as_json import to_json
from reportedly.show.brief.compose import compose
from reportedly.show.brief.coverage import Coverage, Ruling
from reportedly.show.brief.html import to_html
from reportedly.show.brief.markdown import to_markdown
from reportedly.show.brief.model import Brief, Decided, Entry
from reportedly.show.brief.text import to_text
from reportedly.types import Standing
from tests.show.brief.test_renderers import HOSTILE, parsed
from tests.show.gold import coverage

RENDERERS: tuple[Callable[[Brief], str], ...] = (to_text, to_markdown, to_html, to_json)
CLAIM = "c1"


def decision(act: str, value: str = "", *, by: str = "ada", reason: str = "so it reads", number: int = 9) -> Decision:
    return Decision(f"k{number}", act, by, reason, "2034-05-05T09:00:00.000000Z", (), (), value, False, True)


def decided(*made: Decision, machine: tuple[str, ...] = (), loose: bool = False) -> Coverage:
    """Return the small story with decisions about one of its claims (`loose`: about none)."""
    gold = coverage()
    first = gold.statements[gold.claims[CLAIM].claim.statements[0]]
    touches = frozenset[str]() if loose else frozenset({first.id})
    rulings = [Ruling(each, first.article, first.anchor, touches, machine) for each in made]
    return replace(gold, rulings=rulings)


def entry(brief: Brief) -> Entry:
    (story,) = brief.stories
    return next(e for e in (*story.headline, *story.also) if e.claim == CLAIM)


@pytest.mark.parametrize(
    ("made", "machine", "words"),
    [
        (decision("stance", "doubts"), ("denies",), "stance doubts (machine: denies); so it reads"),
        (decision("stance", "no_comment"), ("cannot_confirm",), "stance no comment (machine: can't confirm)"),
        (decision("stance", "denies"), ("denies",), "stance denies (machine: the same)"),
        (decision("party", "Russia"), ("Belarus", "NATO"), "speaks for Russia (machine: Belarus, NATO)"),
        (decision("merge"), (), "claims merged; so it reads"),
        (decision("reject"), ("denies: NATO",), "rejected: no statement (machine: denies: NATO)"),
        (decision("note", "so it reads"), (), "ada, 5 May: so it reads · k9"),
    ],
)
def test_a_decision_in_words(made: Decision, machine: tuple[str, ...], words: str) -> None:
    (found,) = entry(compose(decided(made, machine=machine))).decisions
    assert isinstance(found, Decided)
    told = deciding.decided(found, "2034")
    assert told.startswith("ada, 5 May: ")
    assert told.endswith(" · k9")
    assert words in told


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("loose", [False, True])
def test_every_format_says_who_decided_and_why(renderer: Callable[[Brief], str], loose: bool) -> None:
    before = renderer(compose(coverage()))
    after = renderer(compose(decided(decision("note", by="Ada Lunt", reason="rang them twice"), loose=loose)))
    for told in ("Ada Lunt", "rang them twice", "k9"):
        assert told not in before
        assert told in after


def test_a_decision_about_no_claim_is_the_storys() -> None:
    brief = compose(decided(decision("note"), loose=True))
    assert [each.id for each in brief.stories[0].decisions] == ["k9"]
    assert entry(brief).decisions == ()


def test_the_text_has_the_newest_decisions_and_says_how_to_find_the_others() -> None:
    many = [decision("note", by=f"editor {n}", number=n) for n in range(1, 9)]
    text = to_text(compose(decided(*many)), screen=None)
    assert f"and 3 decisions before: reportedly why {CLAIM}" in text
    assert "editor 8" in text
    assert "editor 3:" not in re.sub(r"\s+", " ", text)
    assert "editor 1" in to_markdown(compose(decided(*many)))


def test_what_the_machine_alone_makes_of_it_is_shown_where_it_differs() -> None:
    made = decided(decision("stance", "doubts"))
    view = made.claims[CLAIM]
    alone = {name: replace(view, standing=Standing.WITHDRAWN) for name in view.claim.statements}
    (found,) = entry(compose(replace(made, machine=alone))).unaided
    assert (found.claim, found.standing) == (CLAIM, Standing.WITHDRAWN)
    assert "machine alone: withdrawn" in to_markdown(compose(replace(made, machine=alone)))
    assert entry(compose(replace(made, machine=dict.fromkeys(view.claim.statements, view)))).unaided == ()


def test_hostile_words_of_a_decision_are_text() -> None:
    brief = compose(decided(decision("party", HOSTILE, by=HOSTILE, reason=HOSTILE), machine=(HOSTILE,)))
    assert not {tag for tag, _ in parsed(to_html(brief)).found} & {"script", "img"}
    inside = [child for token in MarkdownIt("commonmark").parse(to_markdown(brief)) for child in token.children or ()]
    assert not [token for token in inside if token.type.startswith("html")]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", to_text(brief) + to_markdown(brief))
    assert json.loads(to_json(brief))["stories"][0]["headline"]
