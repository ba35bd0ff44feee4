from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.find.channel import channel
from reportedly.find.decode import Labels
from reportedly.find.raw import Raw
from reportedly.text import sentences
from reportedly.types import Act, Certainty, Channel, Span, Stance

SETTLED = [
    ('A spokeswoman wrote in a Facebook post that "it failed."', "wrote", 'that "it failed."', Channel.SOCIAL),
    ('"It failed", Zlata Moor added in the post.', "added", '"It failed"', Channel.SOCIAL),
    ("State television broadcast videos of tanks.", "broadcast", "videos of tanks", Channel.BROADCAST),
    ("He told the court that he slept.", "told", "that he slept", Channel.COURT),
    ("Ada Lunt, reached by telephone, said it fell.", "said", "it fell", Channel.CALL),
    ("Lowmark shared on social media that it fell.", "shared", "that it fell", Channel.SOCIAL),
    ("He warned of campaigns on social media.", "warned", "of campaigns", Channel.SPEECH),
    ("Ada Lunt told reporters the dam held.", "told", "the dam held", Channel.BRIEFING),
    ("At a joint news conference, she said it fell.", "said", "it fell", Channel.BRIEFING),
    ("He said the Facebook post was a fake.", "said", "the Facebook post was a fake", Channel.SPEECH),
    ("Facebook fell. He said it would rise.", "said", "it would rise", Channel.SPEECH),
]
HINTED = [
    ("The press office did not pick up.", "The press office", "did not pick up", "", Channel.CALL),
    ("In a short letter, Ada Lunt wrote the dam held.", "Ada Lunt", "wrote", "the dam held", Channel.DOCUMENT),
    ("Lowmark denied it in a brief statement.", "Lowmark", "denied", "it", Channel.STATEMENT),
    ("The minister told deputies the dam held.", "The minister", "told", "the dam held", Channel.SPEECH),
    ("The engineer told the inquiry he had slept.", "The engineer", "told", "he had slept", Channel.TESTIMONY),
    ("The captain's report says two were lost.", "The captain's report", "says", "two were lost", Channel.DOCUMENT),
    ("The communiqué says two were lost.", "The communiqué", "says", "two were lost", Channel.STATEMENT),
    ("The report by Ada Lunt says two were lost.", "The report by Ada Lunt", "says", "two were lost", Channel.DOCUMENT),
    ("Photographs of the pier show a crane.", "Photographs of the pier", "show", "a crane", Channel.IMAGERY),
    ("The author of the report says two were lost.", "The author", "says", "two were lost", Channel.UNKNOWN),
    ("Lowmark says a statement was stolen.", "Lowmark", "says", "a statement was stolen", Channel.UNKNOWN),
]


def told(text: str, source: str, cue: str, content: str, guessed: Channel) -> Channel:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    labels = Labels(Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, guessed)
    raw = Raw(at(source) if source else None, at(cue), (at(content),) if content else (), (), labels, 1.0)
    return channel(text, list(sentences(text)), raw)


@pytest.mark.parametrize(("text", "cue", "content", "expected"), SETTLED)
def test_words_beside_the_cue_settle_the_channel(text: str, cue: str, content: str, expected: Channel) -> None:
    assert told(text, "", cue, content, Channel.SPEECH) is expected


@pytest.mark.parametrize(("text", "source", "cue", "content", "expected"), HINTED)
def test_where_the_model_knows_of_none_words_and_speaker_tell(
    text: str, source: str, cue: str, content: str, expected: Channel
) -> None:
    assert told(text, source, cue, content, Channel.UNKNOWN) is expected
    assert told(text, source, cue, content, Channel.INTERVIEW) is Channel.INTERVIEW, "the model knows better"


def test_who_told_a_medium_was_interviewed() -> None:
    text = "Ada Lunt told the Gazette the dam held."
    labels = Labels(Act.FACT, Stance.ASSERTS, Certainty.CERTAIN, Channel.UNKNOWN)
    raw = Raw(Span(0, 8), Span(9, 13), (Span(26, 38),), (Span(14, 25),), labels, 1.0)
    assert channel(text, list(sentences(text)), raw) is Channel.INTERVIEW
    assert channel(text, list(sentences(text)), replace(raw, via=())) is Channel.UNKNOWN
