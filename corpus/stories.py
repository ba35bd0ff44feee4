"""The story corpus as typed values: every article with its gold statements (see GUIDE.md for what the tags mean)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Evidence,
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

HERE = Path(__file__).parent
SEPARATOR = "\n\n"
ROLES = {
    "head": Role.HEADLINE,
    "stand": Role.STANDFIRST,
    "p": Role.PARAGRAPH,
    "quote": Role.QUOTE,
    "byline": Role.BYLINE,
    "caption": Role.CAPTION,
}
_EVIDENCE = {"event": Evidence.EVENT, "file": Evidence.FILE, "illustrative": Evidence.ILLUSTRATIVE}


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A date or time expression and what it resolves to."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, its gold statements (ids "a1:s3" within the story) and what they link to."""

    article: Article
    statements: tuple[Statement, ...]
    claim: dict[str, str]  # statement id -> claim id, statements about no claim left out
    origin: dict[str, str]  # statement id -> origin id
    times: tuple[GoldTime, ...]
    quantities: tuple[Quantity, ...]
    copy_of: str  # id of an article of the same story, or ""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as the story's writer declared it."""

    id: str
    kind: str
    gist: str
    event: str
    actor: str
    target: str


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One contested event over several outlets."""

    id: str
    domain: str
    parties: dict[str, tuple[str, PartyKind]]  # id -> name, kind
    origins: dict[str, tuple[str, str]]  # id -> party id, what
    claims: dict[str, GoldClaim]
    questions: tuple[tuple[str, str, str], ...]  # claim id, what is asked, closing statement
    articles: tuple[GoldArticle, ...]


@cache
def split() -> dict[str, tuple[str, ...]]:
    """Return the fixed split by story: part -> ids of stories, read from split.txt."""
    parts: dict[str, list[str]] = defaultdict(list)
    for line in (HERE / "split.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            part, story = line.split()
            parts[part].append(story)
    return {part: tuple(stories) for part, stories in parts.items()}


def stories(part: str = "") -> Iterator[GoldStory]:
    """Yield the stories of "train", "dev" or "test", or of the whole corpus, in order of their ids."""
    ids = split()[part] if part else sorted(path.stem for path in (HERE / "stories").glob("*.xml"))
    for story in ids:
        yield load(HERE / "stories" / f"{story}.xml")


def load(path: Path) -> GoldStory:
    """Read one story file."""
    root = ET.parse(path).getroot()  # our own file, in the repository
    parties = {p.get("id", ""): (p.get("name", ""), PartyKind(p.get("kind", "unknown"))) for p in root.iter("party")}
    return GoldStory(
        id=root.get("id", path.stem),
        domain=root.get("domain", ""),
        parties=parties,
        origins={o.get("id", ""): (o.get("party", ""), o.get("what", "")) for o in root.iter("origin")},
        claims={c.get("id", ""): _claim(c) for c in root.iter("claim")},
        questions=tuple((q.get("claim", ""), q.get("asks", ""), q.get("closed_by", "")) for q in root.iter("question")),
        articles=tuple(_article(path.stem, element, parties) for element in root.iter("article")),
    )


def _claim(element: ET.Element) -> GoldClaim:
    def get(name: str) -> str:
        return element.get(name, "")

    return GoldClaim(get("id"), get("kind"), get("gist"), get("event"), get("actor"), get("target"))


class _Words:
    """Collects an article's text while walking its tags, noting where each tag starts and ends."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        self.quantities: list[Quantity] = []
        self.times: list[GoldTime] = []

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def walk(self, element: ET.Element) -> None:
        start = self.length
        self.add(element.text)
        for child in element:
            self.walk(child)
            self.add(child.tail)
        span = Span(start, self.length)
        if element.tag in {"src", "cue", "con", "via"}:
            self.spans[element.get("s", ""), element.tag].append(span)
        elif element.tag == "qty":
            self.quantities.append(
                Quantity(_number(element.get("low")), _number(element.get("high")), element.get("item", ""), *span)
            )
        elif element.tag == "time":
            self.times.append(GoldTime(span, element.get("v", "")))


def _article(story: str, element: ET.Element, parties: dict[str, tuple[str, PartyKind]]) -> GoldArticle:
    words, blocks, furniture, title = _Words(), list[Block](), list[str](), ""
    for child in element:
        if child.tag == "junk":
            furniture.append("".join(child.itertext()).strip())
        if child.tag not in ROLES:
            continue
        if blocks:
            words.add(SEPARATOR)
        start = words.length
        words.walk(child)
        evidence = _EVIDENCE.get(child.get("role", ""), Evidence.UNKNOWN) if child.tag == "caption" else None
        blocks.append(Block(ROLES[child.tag], start, words.length, evidence))
        if child.tag == "head" and not title:
            title = "".join(words.pieces)[start:]
    text = "".join(words.pieces)
    name = element.get("id", "")
    article = Article(
        id=name,
        source=f"{story}/{name}",
        url="",
        outlet=element.get("outlet", ""),
        title=title,
        published=element.get("published", ""),
        published_from=PublishedFrom.METADATA,
        text=text,
        sha256=sha256(text),
        capture="",
        blocks=tuple(blocks),
        furniture=tuple(furniture),
    )
    rows = list(element.iter("st"))
    return GoldArticle(
        article=article,
        statements=tuple(_statement(article, row, words, parties) for row in rows),
        claim={f"{name}:{row.get('s')}": row.get("claim", "") for row in rows if row.get("claim")},
        origin={f"{name}:{row.get('s')}": row.get("origin", "") for row in rows if row.get("origin")},
        times=tuple(words.times),
        quantities=tuple(words.quantities),
        copy_of=element.get("copy_of", ""),
    )


def _statement(
    article: Article, row: ET.Element, words: _Words, parties: dict[str, tuple[str, PartyKind]]
) -> Statement:
    def get(name: str) -> str:
        return row.get(name, "")

    def spans(tag: str) -> list[Span]:
        return sorted(words.spans.get((get("s"), tag), []))

    content = tuple(spans("con"))
    name, kind = parties.get(get("party"), (get("party"), PartyKind.UNKNOWN))
    within = get("within")
    return Statement(
        id=f"{article.id}:{get('s')}",
        article=article.id,
        source=next(iter(spans("src")), None),
        cue=next(iter(spans("cue")), None),
        content=content,
        via_spans=tuple(spans("via")),
        act=Act(get("act")),
        stance=Stance(get("stance")),
        certainty=Certainty(get("certainty")),
        mode=Mode(get("mode")),
        channel=Channel(get("channel")),
        said=get("said"),
        quantities=tuple(q for q in words.quantities if any(c.start <= q.start and q.end <= c.end for c in content)),
        within=f"{article.id}:{within}" if within else None,
        voice=Voice(
            party=name,
            kind=kind,
            speaker=get("speaker"),
            role=get("role"),
            organisation=get("organisation"),
            via=tuple(part.strip() for part in get("via").split(";") if part.strip()),
        ),
    )


def _number(text: str | None) -> float | None:
    return float(text) if text else None
