"""Ledgers to export: a decent one, and one that is out to break whatever reads it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.ledger.port import Draft
from reportedly.ledger.records import article_draft, capture_draft, reading_draft, statement_draft
from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Mode,
    PartyKind,
    PublishedFrom,
    Quantity,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)
from tests.desk.news import NEWS
from tests.desk.standin import StandIn


def decent(where: str | Path, folder: Path) -> Desk:
    """Return a desk that has read a few articles, and whose people have decided a few things."""
    page = folder / "news.jsonl"
    page.write_text("".join(json.dumps(article.record) + "\n" for article in NEWS), "utf-8")
    desk = Desk(open_ledger(where), StandIn())
    desk.read(str(page))
    first, second, *_ = desk.statements()
    desk.correct("stance", first.id, by="ada", reason="=read the page", value="confirms")
    note = desk.correct("note", second.id, by="bo", reason="for later", value="ask again")
    desk.correct("withdraw", note.id, by="ada", reason="asked")
    return desk


@dataclass(frozen=True)
class Odd:
    """What an article and its one or two statements are made of."""

    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    published: str = ""
    party: str = ""
    said: str = ""
    id: str = ""  # made from the text unless it is given
    low: float | None = None
    high: float | None = None
    start: int = 0
    end: int | None = None  # of the content; the end of the text unless it is given


UP = "a../../../tmp/x"
_FIRST_OF_MAY = "2031-05-01"
_RTL, _POP = "\u202e", "\u202c"
ODD = (
    Odd("=cmd|' /C calc'!A0 said so.", "=1+1", "+Evil", "javascript:alert(1)", "@author", party="-Minus", low=-1e308),
    Odd(f"{_RTL}gnp.exe{_POP} and \u2066more\u2069", f"{_RTL}eltit", "\u200f=RTL", 'http://x.example/ <>"|^`{}\\'),
    Odd("\x00\x01 control \x7f\x85\u2028\u2029 end\r\n\ttab", "\x00title", "\x1b[31mred", party="\x07", high=1e308),
    Odd("half \ud83d a pair \udc00 and a whole one \U0001f600 here", "\ud800", "\udfff", party="\ud83d"),
    Odd(
        "</script><!-- ]]> & \" ' <b>bold</b>\n```\n| a | b |\n",
        '"q",\ncomma;semi\ttab',
        "a,b",
        "https://x.example/a,b",
    ),
    Odd("Ten thousand million were there.", "-5", "unknown", published="2031-13-45T99:99", low=1e300, high=1.7e308),
    Odd("Words that were moved away.", "orphan", "Moved", published=_FIRST_OF_MAY, party="Alba", start=5, end=999),
    Odd(
        "Climbing out.",
        "../../../etc/passwd",
        "..",
        "file:///etc/passwd",
        published="9999-12-31T23:59:59-12:00",
        id=UP,
    ),
    Odd("x", "letter", "one", published="2031-05-01T10:00:00+14:00", said="2031-05-01/2031-05-02", party="A" * 5_000),
    Odd("Said on the right to left.", "rtl", f"{_RTL}one", published="2031-05-02", party=f"{_RTL}=1", url="//x/y z"),
)


def hostile(where: str | Path) -> Desk:
    """Return a desk over a ledger whose every field is out for trouble."""
    ledger = open_ledger(where)
    for odd in ODD:
        article = _article(odd)
        raw = odd.text.encode("utf-8", "surrogatepass")
        statements = [_statement(odd, article)]
        held = article if odd.end is None else replace(article, text="other words than those that are there now " * 30)
        drafts: list[Draft] = [
            capture_draft(article, len(raw), "read test"),
            article_draft(article, "read test"),
            *(statement_draft(statement, held, "find test") for statement in statements),
            reading_draft(article, statements, "find test"),
        ]
        ledger.append(drafts, {article.capture: raw})
    return Desk(ledger, StandIn())


def _article(odd: Odd) -> Article:
    digest = sha256(odd.text + odd.title)
    raw = odd.text.encode("utf-8", "surrogatepass")
    return Article(
        id=odd.id or f"a{digest[:12]}",
        source="../" + "n" * 300,
        url=odd.url,
        outlet=odd.outlet,
        title=odd.title,
        published=odd.published,
        published_from=PublishedFrom.UNKNOWN,
        text=odd.text,
        sha256=digest,
        capture=sha256(raw),
        blocks=(Block(Role.PARAGRAPH, 0, len(odd.text)),),
        author=odd.author,
    )


def _statement(odd: Odd, article: Article) -> Statement:
    end = len(odd.text) if odd.end is None else odd.end
    figures = (Quantity(odd.low, odd.high, "=items", 0, 1),) if (odd.low, odd.high) != (None, None) else ()
    return Statement(
        id=f"{article.id}:s1",
        article=article.id,
        source=None,
        cue=None,
        content=(Span(odd.start, end),),
        via_spans=(),
        act=Act.FACT,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        mode=Mode.DIRECT,
        channel=Channel.UNKNOWN,
        said=odd.said,
        quantities=figures,
        voice=Voice(party=odd.party, kind=PartyKind.UNKNOWN, speaker="\t=speaker", via=("+via", "")),
    )
