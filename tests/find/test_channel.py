from __future__ import annotations

import pytest

from reportedly.find.channel import channel
from reportedly.text import sentences
from reportedly.types import Channel, Span

CASES = [
    ('A spokeswoman wrote in a Facebook post that "it failed."', "wrote", 'that "it failed."', Channel.SOCIAL),
    ('"It failed", Zlata Moor added in the post.', "added", '"It failed"', Channel.SOCIAL),
    ("State television broadcast videos of tanks.", "broadcast", "videos of tanks", Channel.BROADCAST),
    ("He told the court that he slept.", "told", "that he slept", Channel.COURT),
    ("He said the Facebook post was a fake.", "said", "the Facebook post was a fake", Channel.BRIEFING),
    ("Facebook fell. He said it would rise.", "said", "it would rise", Channel.BRIEFING),
]


@pytest.mark.parametrize(("text", "cue", "content", "expected"), CASES)
def test_words_beside_the_cue_name_the_channel(text: str, cue: str, content: str, expected: Channel) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    assert channel(text, list(sentences(text)), at(cue), [at(content)], Channel.BRIEFING) is expected
