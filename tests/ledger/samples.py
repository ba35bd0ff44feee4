"""A small ledger's worth of articles, statements and links, made by hand."""

from __future__ import annotations

from reportedly.ledger.port import Draft, Ledger
from reportedly.ledger.records import article_draft, capture_draft, links_draft, reading_draft, statement_draft
from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Link,
    LinkKind,
    Mode,
    PartyKind,
    PublishedFrom,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)

BY = "test 1"


def article(number: int, words: str = "The ministry said the bridge at Korva was open.", day: int = 1) -> Article:
    """Return article number `number`: its text differs from every other's."""
    text = f"{words} This is report {number}."
    digest = sha256(f"{number} {text}")
    return Article(
        id=f"a{digest[:12]}",
        source=f"news/{number}.txt",
        url=f"https://news.example/{number}",
        outlet=f"Outlet {number % 5}",
        title=f"Report {number}",
        published=f"2031-05-{day:02}",
        published_from=PublishedFrom.METADATA,
        text=text,
        sha256=digest,
        capture=sha256(text),
        blocks=(Block(Role.PARAGRAPH, 0, len(text)),),
    )


def statement(
    of: Article, number: int = 1, *, party: str = "Norland", stance: Stance = Stance.ASSERTS, start: int = 0
) -> Statement:
    """Return a statement over the words "The ministry said ..." of an article."""
    end = of.text.index(".")
    return Statement(
        id=f"{of.id}:s{number}",
        article=of.id,
        source=Span(start, start + 12),
        cue=Span(start + 13, start + 17),
        content=(Span(start + 18, end),),
        via_spans=(),
        act=Act.FACT,
        stance=stance,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.STATEMENT,
        said=of.published,
        voice=Voice(party=party, kind=PartyKind.STATE, organisation="Ministry of Defence"),
    )


def drafts(of: Article, statements: list[Statement], links: list[Link]) -> list[Draft]:
    return [
        capture_draft(of, len(of.text.encode()), BY),
        article_draft(of, BY),
        *(statement_draft(s, of, BY) for s in statements),
        reading_draft(of, statements, BY),
        links_draft(of, links, BY),
    ]


def keep(ledger: Ledger, number: int, to: str = "") -> Statement:
    """Append article `number` with one statement, tied to the statement `to` where one is given."""
    made = article(number)
    said = statement(made)
    links = [Link(LinkKind.CLAIM, said.id, to, 0.9)] if to else []
    ledger.append(drafts(made, [said], links), {made.capture: made.text.encode()})
    return said


def fill(ledger: Ledger, articles: int) -> None:
    """Append some articles, each with a statement tied to the one before."""
    last = ""
    for number in range(articles):
        last = keep(ledger, number, last).id
