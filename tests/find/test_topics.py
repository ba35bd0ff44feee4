from __future__ import annotations

import pytest

from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.find.topics import without_topics
from reportedly.types import Act, Certainty, Channel, Role, Span, Stance
from tests.find.pages import article

BODY = "The Mayor said it rained. Ukrainian officials have yet to comment."


@pytest.mark.parametrize(
    ("headline", "source", "kept"),
    [
        ("Ukraine: Some troops reportedly retreat", "Ukraine", False),
        ("Mayor: We had it in February", "Mayor", True),
        ("Ukraine: “We hold the bridge”", "Ukraine", True),
        ("Some troops retreat: Ukraine", "Ukraine", True),
        ("Ministry of Roads in Orsen: Bridge will open", "Ministry of Roads in Orsen", True),
    ],
)
def test_a_headline_s_topic_says_nothing(headline: str, source: str, kept: bool) -> None:
    page = article((Role.HEADLINE, headline), (Role.PARAGRAPH, BODY))

    def at(words: str) -> Span:
        start = page.text.index(words)
        return Span(start, start + len(words))

    def raw(source: str, cue: str, content: str, stance: Stance) -> Raw:
        labels = Labels(Act.FACT, stance, Certainty.CERTAIN, Channel.UNKNOWN)
        return Raw(at(source), at(cue), (at(content),) if content else (), (), labels, 0.9)

    words = headline.replace(source, "").strip(": ")
    said = [
        raw(source, ":", words, Stance.ASSERTS),
        raw("The Mayor", "said", "it rained", Stance.ASSERTS),
        raw("Ukrainian officials", "have yet to comment", "", Stance.AWAITED),
    ]
    assert without_topics(page, said) == (said if kept else said[1:])
