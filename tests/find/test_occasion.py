from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.find.occasion import carried
from reportedly.types import Channel, Role, Span, Stance, Statement
from tests.find.pages import article
from tests.name.prose import marked

FIRST = "Ada Lunt told reporters that it rained."
PAGES = [
    ([FIRST + " She said that it snowed."], "She", Channel.BRIEFING),
    ([FIRST, "Lunt said that it snowed."], "Lunt", Channel.BRIEFING),
    ([FIRST, "It was late.", "Lunt said that it snowed."], "Lunt", Channel.UNKNOWN),
    ([FIRST + " Ilan Dorr said that it snowed."], "Ilan Dorr", Channel.UNKNOWN),
]


def statement(text: str, source: str, channel: Channel, stance: Stance = Stance.ASSERTS) -> Statement:
    _, (plain,) = marked("«1:He» said {1:so}.")
    start = text.rindex(source)
    return replace(
        plain,
        source=Span(start, start + len(source)),
        content=(Span(start + len(source) + 1, start + len(source) + 2),),
        channel=channel,
        stance=stance,
    )


@pytest.mark.parametrize(("paragraphs", "source", "expected"), PAGES)
def test_who_goes_on_speaks_on_the_same_occasion(paragraphs: list[str], source: str, expected: Channel) -> None:
    page = article(*((Role.PARAGRAPH, words) for words in paragraphs))
    said = [statement(page.text, "Ada Lunt", Channel.BRIEFING), statement(page.text, source, Channel.UNKNOWN)]
    assert [s.channel for s in carried(page, said)] == [Channel.BRIEFING, expected]
    told = [said[0], replace(said[1], channel=Channel.CALL)]
    assert carried(page, told)[1].channel is Channel.CALL, "what is told stands"
    silent = [said[0], replace(said[1], stance=Stance.NO_COMMENT)]
    assert carried(page, silent)[1].channel is Channel.UNKNOWN, "who says nothing says it nowhere"
