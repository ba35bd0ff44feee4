"""Real text: the article the product grew out of and official transcripts, with statements marked by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.name import name
from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Mode,
    PublishedFrom,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="../shared is not beside the checkout"),
]


def article_of(text: str, outlet: str, title: str = "", published: str = "2022-02-15", url: str = "") -> Article:
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        if piece.strip():
            blocks.append(Block(Role.PARAGRAPH, start, start + len(piece)))
        start += len(piece) + 2
    digest = sha256(text)
    blocks_read = tuple(blocks)
    return Article("a1", "", url, outlet, title, published, PublishedFrom.METADATA, text, digest, "", blocks_read)


def said(article: Article, *pairs: tuple[str, str, str]) -> list[Voice]:
    """Return the voices of (source, cue, content) triples, each the first in the text after the one before."""
    statements, at = [], 0
    for number, (source, cue, content) in enumerate(pairs):
        spans: list[Span | None] = []
        for words in (source, cue, content):
            start = article.text.find(words, at) if words else -1
            spans.append(Span(start, start + len(words)) if start >= 0 else None)
        assert spans[2] is not None, content
        at = min(span.start for span in spans if span is not None)
        statements.append(_statement(number, spans[0], spans[1], spans[2]))
    return [s.voice for s in name(article, statements)]


def _statement(number: int, source: Span | None, cue: Span | None, content: Span) -> Statement:
    return Statement(
        id=f"a1:s{number}",
        article="a1",
        source=source,
        cue=cue,
        content=(content,),
        via_spans=(),
        act=Act.FACT,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.UNKNOWN,
        said="",
    )


def briefing(pattern: str) -> Article:
    """Read an official transcript: front matter, then text whose lines are wrapped."""
    raw = next((SHARED / "real" / "briefings").glob(pattern)).read_text("utf-8")
    _, meta, body = raw.split("---\n", 2)
    title = re.sub(r"\\\n\s*\\?|\\_", " ", meta.split('title: "')[1].split('"')[0]).replace("\\u2019", "’")
    published = meta.split("published_time: ")[1].split("\n")[0]
    url = meta.split("source_url: ")[1].split("\n")[0]
    text = re.sub(r"\n\s*\n", "\n\n", re.sub(r"(?<!\n)\n(?!\s*\n)", " ", body)).strip()
    return article_of(text, "The White House", title, published, url)


def test_the_seed() -> None:
    text = next((SHARED / "seed").glob("*.txt")).read_text("utf-8")
    found = said(
        article_of(text, "The Quint"),
        ("Ukrainian or NATO officials", "", "Confirmation for the same and the exact number"),
        ("The Defence Ministry of the Russian Federation", "said", "that some of its troops"),
        ("", "reportedly", "getting on trains"),
        ("Russian state television", "broadcast", "videos of tanks"),
        ("A Defense Ministry spokesperson", "said", "that military exercises in Belarus"),
        ("Igor Konashenkov, Spokesperson for the Russian Defense Ministry", "", "A Russian"),
        ("A Russian foreign ministry spokesperson", "wrote", 'that "February 15 2022'),
        ("Maria Zakharova", "added", "in the post"),
        ("Russia", "has warned", "against the move"),
    )
    assert [(v.party, v.speaker, v.organisation) for v in found] == [
        ("Ukraine", "", ""),
        ("Russia", "", "Ministry of Defence"),
        ("unattributed", "", ""),
        ("Russia", "", ""),
        ("Russia", "", "Ministry of Defence"),
        ("Russia", "Igor Konashenkov", "Ministry of Defence"),
        ("Russia", "", "Ministry of Foreign Affairs"),
        ("Russia", "Maria Zakharova", "Ministry of Foreign Affairs"),
        ("Russia", "", ""),
    ]


def test_a_press_secretary_by_her_speakers_label() -> None:
    found = said(briefing("2022-02-15-press-briefing*"), ("MS. PSAKI", "", "Hi, everyone."))
    assert [(v.party, v.speaker) for v in found] == [("United States", "Jen Psaki")]


def test_the_president_of_the_title() -> None:
    found = said(
        briefing("2022-02-15-remarks-by-president-biden*"),
        ("THE PRESIDENT", "", "Good afternoon."),
        ("President Putin", "", "our teams"),
    )
    assert [(v.party, v.role) for v in found] == [("United States", "president"), ("Russia", "president")]


def test_an_official_on_background_speaks_for_the_administration() -> None:
    found = said(
        briefing("*background-press-call*"),
        ("MODERATOR", "", "Hey, thanks."),
        ("SENIOR ADMINISTRATION OFFICIAL", "", "Great."),
        ("the Russian government", "said", "it was withdrawing troops"),
    )
    assert [(v.party, v.speaker) for v in found] == [("unattributed", ""), ("United States", ""), ("Russia", "")]


def test_a_read_out_names_both_presidents() -> None:
    found = said(
        briefing("*call-with-president-emmanuel-macron*"),
        ("President Joseph R. Biden, Jr.", "spoke", "today"),
        ("President Emmanuel Macron of France", "", "They reviewed"),
    )
    assert [(v.party, v.kind.value) for v in found] == [("United States", "state"), ("France", "state")]
