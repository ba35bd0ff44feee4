from __future__ import annotations

import pytest

from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.find.subject import shared
from reportedly.text import sentences
from reportedly.types import Act, Certainty, Channel, Span, Stance

LABELS = Labels(Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, Channel.UNKNOWN)
TEXTS = [
    ("Lowmark accused Varl of theft, saying it had proof.", "saying", "Lowmark"),
    ("Lowmark accused Varl of theft and defended its own part.", "defended", "Lowmark"),
    ("Lowmark accused Varl of theft, according to one who saw it.", "according to", None),
    ("Lowmark accused Varl of theft. Saying so was a risk.", "Saying", None),
    ("Lowmark accused Varl of theft. It was reported on Monday.", "was reported", None),
]


@pytest.mark.parametrize(("text", "cue", "expected"), TEXTS, ids=[row[0] for row in TEXTS])
def test_a_verb_that_goes_on_shares_its_subject(text: str, cue: str, expected: str | None) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    content = (Span(at(cue).end + 1, len(text) - 1),)
    first = Raw(at("Lowmark"), at("accused"), (at("theft"),), (), LABELS, 1.0)
    found = shared(text, list(sentences(text)), [first, Raw(None, at(cue), content, (), LABELS, 1.0)])
    source = found[1].source
    assert (source.of(text) if source is not None else None) == expected


def test_nobody_shares_the_subject_around_what_is_said() -> None:
    text = "Lowmark said Varl stole it and denying it was theft."
    said = Span(text.index("Varl"), len(text) - 1)
    cue = Span(text.index("denying"), text.index("denying") + len("denying"))
    outer = Raw(Span(0, 7), Span(8, 12), (said,), (), LABELS, 1.0)
    inner = Raw(None, cue, (Span(cue.end + 1, len(text) - 1),), (), LABELS, 1.0)
    assert shared(text, list(sentences(text)), [outer, inner])[1].source is None
