from __future__ import annotations

import pytest

from reportedly.find.mend import content, name, source
from reportedly.find.quotes import quoted
from reportedly.types import Span

# text, words the model marked as content, words of source and cue, contents as they should be
CASES = [
    (
        "a quotation cut short is said whole",
        '"We go at dawn. Nobody stays," said Lunt.',
        ['"We go at dawn'],
        ["Lunt", "said"],
        ['"We go at dawn. Nobody stays,"'],
    ),
    (
        "the day of a denial is no part of what is denied",
        "Lunt denied it on Monday.",
        ["it on Monday"],
        ["Lunt", "denied"],
        ["it"],
    ),
    (
        "nor the day behind the verb",
        "Lunt said Sunday the findings were sound.",
        ["Sunday the findings were sound"],
        ["Lunt", "said"],
        ["the findings were sound"],
    ),
    (
        "but what happens on a day is said of it",
        "Lunt said Sunday shifts would go on.",
        ["Sunday shifts would go on"],
        ["Lunt", "said"],
        ["Sunday shifts would go on"],
    ),
    (
        "and a day that is quoted stays",
        'Lunt: "Today we go."',
        ['"Today we go."'],
        ["Lunt"],
        ['"Today we go."'],
    ),
    (
        "a quotation of two paragraphs",
        'Lunt said: "We go.\n\n"Nobody stays."',
        ['"We go.'],
        ["Lunt", "said"],
        ['"We go.\n\n"Nobody stays."'],
    ),
    (
        "a second quotation is not swallowed",
        '"We go," said Lunt. "Nobody stays."',
        ['"We go,"'],
        ["Lunt", "said"],
        ['"We go,"'],
    ),
    (
        "a statement inside a quotation ends with it",
        '"He told me we go," said Lunt on Monday.',
        ['we go," said'],
        ["He", "told"],
        ['we go,"'],
    ),
    (
        "a fragment in a paraphrase leaves the paraphrase alone",
        'Lunt said that they would go "at dawn" and return.',
        ['that they would go "at dawn" and return'],
        ["Lunt", "said"],
        ['that they would go "at dawn" and return'],
    ),
]


@pytest.mark.parametrize(("text", "marked", "others", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_contents_follow_the_quotation_marks(
    text: str, marked: list[str], others: list[str], expected: list[str]
) -> None:
    def spans(words: list[str]) -> list[Span]:
        return [Span(text.index(w), text.index(w) + len(w)) for w in words]

    assert [span.of(text) for span in content(text, quoted(text), spans(marked), spans(others))] == expected


NAMES = [
    ("it will go on, according to The New York Times.", "Times", "The New York Times"),
    ("It went on. Yesterday Reuters said so.", "Reuters", "Reuters"),
    ("according to the daily", "daily", "daily"),
    ("Times", "Times", "Times"),
]


@pytest.mark.parametrize(("text", "marked", "whole"), NAMES, ids=[row[2] for row in NAMES])
def test_a_go_between_has_its_whole_name(text: str, marked: str, whole: str) -> None:
    start = text.rindex(marked)
    assert name(text, Span(start, start + len(marked))).of(text) == whole


@pytest.mark.parametrize(
    ("text", "marked", "cue", "whole"),
    [
        ("Then Theresa May blamed them.", "Theresa", "blamed", "Theresa May"),
        ("And Mrs. May has ordered it.", "Mrs", "has ordered", "Mrs. May"),
        ("Macron, German Chancellor Lea Holt said no.", "Chancellor Lea Holt", "said", "German Chancellor Lea Holt"),
        ("Asked by Sen. Ada Lunt, he left.", "Ada Lunt", "Asked", "Sen. Ada Lunt"),
        ("He went to Norvik. Ada Lunt said no.", "Ada Lunt", "said", "Ada Lunt"),
        ("In Teheran Mr. Lunt warned them.", "Mr. Lunt", "warned", "Mr. Lunt"),
        ("Ada Lunt Monday said no.", "Ada Lunt", "said", "Ada Lunt"),
        ("Ministry Denies It", "Ministry", "Denies", "Ministry"),
        ("No Word From Kremlin Over Missing Men", "Kremlin", "No Word From", "Kremlin"),
        ("When Sen. Ada Lunt (R-Ky.) pushed, he left.", "(R-Ky.)", "pushed", "Sen. Ada Lunt (R-Ky.)"),
        ("And Ada Lunt, D-Md., said no.", "D-Md.", "said", "Ada Lunt, D-Md."),
    ],
)
def test_a_source_is_no_half_of_a_name(text: str, marked: str, cue: str, whole: str) -> None:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    assert source(text, span(marked), span(cue)).of(text) == whole
