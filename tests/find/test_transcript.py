from __future__ import annotations

import pytest

from reportedly.find import finder
from reportedly.find.transcript import turns
from reportedly.types import Act, Article, Channel, Role, Stance
from tests.find.pages import article


def page(*paragraphs: str, title: str = "Press briefing") -> Article:
    return article(*((Role.PARAGRAPH, words) for words in paragraphs), title=title)


TRANSCRIPT = page(
    "The briefing began at noon.",
    "MS. LUNT:  Good afternoon. The dam holds.",
    "We checked it twice.",
    "Q   And the mill?",
    "MS. LUNT: Nobody was in it.",
    "COL. DORR (in the hall): I can add to that.",
    "Q  Please do.",
)


def test_every_paragraph_of_a_turn_is_its_speakers() -> None:
    found = [
        (raw.source.of(TRANSCRIPT.text), raw.content[0].of(TRANSCRIPT.text)) for raw in turns(TRANSCRIPT) if raw.source
    ]
    assert found == [
        ("MS. LUNT", "The dam holds."),
        ("MS. LUNT", "We checked it twice."),
        ("MS. LUNT", "Nobody was in it."),
        ("COL. DORR", "I can add to that."),
    ]
    assert all(raw.verbatim and raw.labels.act is Act.FACT for raw in turns(TRANSCRIPT))


def test_white_space_may_have_been_collapsed() -> None:
    narrow = page("MS. LUNT: The dam holds.", "Q And the mill?", "MS. LUNT: It stands.", "Q Was anybody in it?")
    assert [raw.content[0].of(narrow.text) for raw in turns(narrow)] == ["The dam holds.", "It stands."]


ANSWERS = [
    ("Yeah.", "", Stance.ASSERTS),
    ("(Cross-talk.)", "", Stance.ASSERTS),
    ("5:03 P.M. EST", "", Stance.ASSERTS),
    ("The dam holds. (Laughter.)", "The dam holds.", Stance.ASSERTS),
    ("Great. Thanks. The dam holds. Go ahead, Orla.", "The dam holds.", Stance.ASSERTS),
    ("No.", "No.", Stance.ASSERTS),
    (
        "I don’t have any updates on that. We looked twice.",
        "I don’t have any updates on that. We looked twice.",
        Stance.NO_COMMENT,
    ),
    ("I’m not going to speculate about the mill.", "I’m not going to speculate about the mill.", Stance.NO_COMMENT),
    ("We are not going to send boats.", "We are not going to send boats.", Stance.ASSERTS),
    ("The dam holds. I’d refer you to the mill.", "The dam holds. I’d refer you to the mill.", Stance.ASSERTS),
]


@pytest.mark.parametrize(("answer", "said", "stance"), ANSWERS)
def test_what_an_answer_says(answer: str, said: str, stance: Stance) -> None:
    told = page("MS. LUNT: It rained.", "Q And the mill?", f"MS. LUNT: {answer}", "Q Was anybody in it?")
    raw = list(turns(told))[-1]
    assert "".join(piece.of(told.text) for piece in raw.content) == said
    assert raw.labels.stance is stance
    assert [s.content[0].of(told.text) for s in finder().find([told])[0] if s.content][1:2] == ([said] if said else [])


def test_a_label_or_two_make_no_transcript() -> None:
    bulletin = page("BERLIN: The chancellor spoke.", "LIVE: What we know", "It rained.", "UPDATE: It still rains.")
    assert list(turns(bulletin)) == []


def test_one_speaker_makes_a_transcript_below_the_hour() -> None:
    words = ("East Room", "3:29 P.M. EST", "THE PRESIDENT: Good afternoon. The dam holds.", "We checked it twice.")
    speech = page(*words, title="Remarks on the dam")
    assert [raw.content[0].of(speech.text) for raw in turns(speech)] == ["The dam holds.", "We checked it twice."]
    assert {raw.labels.channel for raw in turns(speech)} == {Channel.SPEECH}
    assert list(turns(page(words[0], *words[2:], title="Remarks on the dam"))) == []


OCCASIONS = [
    ("Press briefing by the ministry", "The room was full.", Channel.BRIEFING),
    ("What was said in Orsen", "The committee met at noon for a hearing.", Channel.TESTIMONY),
    ("Record of the day", "The Security Council held an urgent session.", Channel.SPEECH),
    ("Ada Lunt on the dam", "She was interviewed in her kitchen.", Channel.INTERVIEW),
    ("Record of the day", "It rained.", Channel.UNKNOWN),
]


@pytest.mark.parametrize(("title", "opening", "expected"), OCCASIONS)
def test_the_head_of_the_page_tells_the_occasion(title: str, opening: str, expected: Channel) -> None:
    turned = ("MS. LUNT: The dam holds.", "COL. DORR: It does.", "MS. LUNT: Nobody was in it.", "COL. DORR: No.")
    found = {raw.labels.channel for raw in turns(page(opening, *turned, title=title))}
    assert found == {expected}
