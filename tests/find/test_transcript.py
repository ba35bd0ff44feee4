from __future__ import annotations

from reportedly.find.transcript import turns
from reportedly.types import Act, Article, Role
from tests.find.pages import article


def page(*paragraphs: str) -> Article:
    return article(*((Role.PARAGRAPH, words) for words in paragraphs), title="Press briefing")


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
        ("MS. LUNT", "Good afternoon. The dam holds."),
        ("MS. LUNT", "We checked it twice."),
        ("MS. LUNT", "Nobody was in it."),
        ("COL. DORR", "I can add to that."),
    ]
    assert all(raw.verbatim and raw.labels.act is Act.FACT for raw in turns(TRANSCRIPT))


def test_a_label_or_two_make_no_transcript() -> None:
    bulletin = page("BERLIN: The chancellor spoke.", "LIVE: What we know", "It rained.", "UPDATE: It still rains.")
    assert list(turns(bulletin)) == []
