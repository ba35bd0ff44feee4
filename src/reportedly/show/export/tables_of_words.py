"""Tables of what stands in articles: stories, articles, copies, statements, quantities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.show.background import background
from reportedly.show.export.part import Part, parts
from reportedly.show.export.table import Column, Kind, Table
from reportedly.types import Article, Copy, Pin, Quantity, Span, Statement, Story, Voice

if TYPE_CHECKING:
    from reportedly.desk import View

GAP = " … "  # between the pieces of interrupted words


@dataclass(frozen=True)
class Printed:
    """An article in its story."""

    story: Story
    article: Article


@dataclass(frozen=True)
class Said:
    """A statement with its part."""

    part: Part
    statement: Statement

    @property
    def voice(self) -> Voice:
        """Return whom it speaks for."""
        return self.statement.voice

    @property
    def article(self) -> Article:
        """Return the article it stands in."""
        return self.part.articles[self.statement.article]

    @property
    def pin(self) -> Pin | None:
        """Return its pin, None where that is orphaned."""
        return self.part.pins[self.statement.id]

    def words(self, *spans: Span | None) -> str:
        """Return the words of spans."""
        return GAP.join(span.of(self.article.text) for span in spans if span is not None)


@dataclass(frozen=True)
class Counted:
    """A figure in its article, with the statement that gives it where one does."""

    article: Article
    quantity: Quantity
    statement: Statement | None = None
    claim: str = ""


def _printed(view: View, story: str) -> Iterator[Printed]:
    return (Printed(part.story, article) for part in parts(view, story) for article in part.articles.values())


def _said(view: View, story: str) -> Iterator[Said]:
    return (Said(part, statement) for part in parts(view, story) for statement in part.statements.values())


def _counted(view: View, story: str) -> Iterator[Counted]:
    for part in parts(view, story):
        for article in part.articles.values():
            said = [statement for statement in part.statements.values() if statement.article == article.id]
            for statement in said:
                claim = part.claim_of.get(statement.id, "")
                yield from (Counted(article, quantity, statement, claim) for quantity in statement.quantities)
            yield from (Counted(article, quantity) for quantity in background(article, said))


def _copies(view: View, story: str) -> Iterator[Copy]:
    return (copy for part in parts(view, story) for copy in part.copies)


STORIES: Table[Story] = Table(
    "stories",
    "Developing events, a row each, the one that moved last first.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.id),
        Column("title", Kind.TEXT, "the headline of its first article", lambda row: row.title),
        Column("articles", Kind.WHOLE, "how many articles it has", lambda row: len(row.articles)),
        Column("claims", Kind.WHOLE, "how many claims it has", lambda row: len(row.claims)),
    ),
    lambda view, story: (part.story for part in parts(view, story)),
)

ARTICLES: Table[Printed] = Table(
    "articles",
    "Articles, a row each.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.article.id),
        Column("story", Kind.TEXT, "id of its story", lambda row: row.story.id),
        Column("outlet", Kind.TEXT, "who published it", lambda row: row.article.outlet),
        Column("title", Kind.TEXT, "its headline", lambda row: row.article.title),
        Column("author", Kind.TEXT, "who wrote it", lambda row: row.article.author),
        Column("credit", Kind.TEXT, "the agency it credits", lambda row: row.article.credit),
        Column("url", Kind.TEXT, "its web address", lambda row: row.article.url),
        Column("source", Kind.TEXT, "the path or address it was read from", lambda row: row.article.source),
        Column("published", Kind.TEXT, "when, in ISO 8601", lambda row: row.article.published),
        Column(
            "published_from",
            Kind.TEXT,
            "how that is known: `metadata`, `page text` or `unknown`",
            lambda row: row.article.published_from.value,
        ),
        Column("capture", Kind.TEXT, "SHA-256 of the raw bytes it was read from", lambda row: row.article.capture),
        Column("sha256", Kind.TEXT, "digest of the reading", lambda row: row.article.sha256),
        Column("characters", Kind.WHOLE, "length of its text in code points", lambda row: len(row.article.text)),
        Column("text", Kind.TEXT, "the text that offsets point into", lambda row: row.article.text),
    ),
    _printed,
)

COPIES: Table[Copy] = Table(
    "copies",
    "Which article repeats which, a row a pair.",
    (
        Column("article", Kind.TEXT, "id of the article that repeats", lambda row: row.article),
        Column("of", Kind.TEXT, "id of the article it repeats", lambda row: row.of),
        Column(
            "containment",
            Kind.NUMBER,
            "share of its word sequences found in the other, 0 to 1",
            lambda row: row.containment,
        ),
        Column("whole", Kind.FLAG, "false where only a passage is repeated", lambda row: row.whole),
        Column(
            "drifts", Kind.WHOLE, "how often it states flatly what the other attributes", lambda row: len(row.drift)
        ),
    ),
    _copies,
)

STATEMENTS: Table[Said] = Table(
    "statements",
    "Attributions as people have corrected them, a row each. Their words are in the pin.",
    (
        Column("id", Kind.TEXT, "its id", lambda row: row.statement.id),
        Column("article", Kind.TEXT, "id of its article", lambda row: row.statement.article),
        Column("story", Kind.TEXT, "id of its story", lambda row: row.part.story.id),
        Column(
            "claim",
            Kind.TEXT,
            "id of the claim it takes a stance on",
            lambda row: row.part.claim_of.get(row.statement.id),
        ),
        Column(
            "origin", Kind.TEXT, "id of the origin it goes back to", lambda row: row.part.origin_of[row.statement.id]
        ),
        Column("within", Kind.TEXT, "id of the statement in whose words it stands", lambda row: row.statement.within),
        Column("outlet", Kind.TEXT, "who printed it", lambda row: row.article.outlet),
        Column("published", Kind.TEXT, "when, in ISO 8601", lambda row: row.article.published),
        Column("said", Kind.TEXT, "when it was said: date, date-time or interval", lambda row: row.statement.said),
        Column(
            "party", Kind.TEXT, "the side spoken for; `unattributed` where nobody is named", lambda row: row.voice.party
        ),
        Column(
            "party_kind",
            Kind.TEXT,
            "`state`, `bloc`, `armed-group`, `agency`, `outlet`, `company`, `people`, `expert`, `unknown`",
            lambda row: row.voice.kind.value,
        ),
        Column("speaker", Kind.TEXT, "the person", lambda row: row.voice.speaker),
        Column("role", Kind.TEXT, "the person's office", lambda row: row.voice.role),
        Column("organisation", Kind.TEXT, "the body spoken for", lambda row: row.voice.organisation),
        Column("via", Kind.LIST, "who relayed it, nearest first", lambda row: list(row.voice.via)),
        Column(
            "act",
            Kind.TEXT,
            "`fact`, `intention`, `demand`, `opinion`, `question`",
            lambda row: row.statement.act.value,
        ),
        Column(
            "stance",
            Kind.TEXT,
            "`asserts`, `confirms`, `denies`, `doubts`, `cannot_confirm`, `no_comment`, `awaited`, `concedes`, "
            "`retracts`; null for questions and demands",
            lambda row: row.statement.stance.value,
        ),
        Column(
            "certainty",
            Kind.TEXT,
            "`certain`, `probable`, `possible`, `reported`",
            lambda row: row.statement.certainty.value,
        ),
        Column("mode", Kind.TEXT, "`direct`, `mixed`, `indirect`, `report`", lambda row: row.statement.mode.value),
        Column(
            "channel", Kind.TEXT, "where it was said: `briefing`, `social` ...", lambda row: row.statement.channel.value
        ),
        Column(
            "source_words", Kind.TEXT, "the words that name the source", lambda row: row.words(row.statement.source)
        ),
        Column("cue_words", Kind.TEXT, "the words that attribute", lambda row: row.words(row.statement.cue)),
        Column(
            "content_words",
            Kind.TEXT,
            "what is attributed, pieces joined by ` … `",
            lambda row: row.words(*row.statement.content),
        ),
        Column(
            "pin_start", Kind.WHOLE, "offset of its pin in code points", lambda row: row.pin.start if row.pin else None
        ),
        Column("pin_end", Kind.WHOLE, "end of its pin, exclusive", lambda row: row.pin.end if row.pin else None),
        Column(
            "pin_sha256", Kind.TEXT, "SHA-256 of the words of the pin", lambda row: row.pin.sha256 if row.pin else None
        ),
        Column(
            "orphaned",
            Kind.FLAG,
            "true where the words are no longer where they stood: then there is no pin",
            lambda row: row.pin is None,
        ),
        Column("score", Kind.NUMBER, "how sure the finder is, 0 to 1", lambda row: row.statement.score),
    ),
    _said,
)

QUANTITIES: Table[Counted] = Table(
    "quantities",
    "Figures, a row each: those that statements give, and those of plain narration.",
    (
        Column("article", Kind.TEXT, "id of its article", lambda row: row.article.id),
        Column(
            "statement",
            Kind.TEXT,
            "id of the statement that gives it; null in plain narration",
            lambda row: row.statement.id if row.statement else None,
        ),
        Column("claim", Kind.TEXT, "id of that statement's claim", lambda row: row.claim),
        Column(
            "party",
            Kind.TEXT,
            "who gives it; null in plain narration",
            lambda row: row.statement.voice.party if row.statement else None,
        ),
        Column("low", Kind.NUMBER, "its lower bound; null where open", lambda row: row.quantity.low),
        Column("high", Kind.NUMBER, "its upper bound; null where open", lambda row: row.quantity.high),
        Column("item", Kind.TEXT, "what is counted", lambda row: row.quantity.item),
        Column("start", Kind.WHOLE, "offset of its words in code points", lambda row: row.quantity.start),
        Column("end", Kind.WHOLE, "end of its words, exclusive", lambda row: row.quantity.end),
        Column("words", Kind.TEXT, "its words", lambda row: row.article.text[row.quantity.start : row.quantity.end]),
    ),
    _counted,
)
