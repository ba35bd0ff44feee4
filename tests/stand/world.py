"""Small worlds for tests of standing: articles of one line, statements by name."""

from __future__ import annotations

from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Claim,
    ClaimKind,
    Mode,
    Origin,
    PartyKind,
    PublishedFrom,
    Quantity,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)

WORDS = Span(0, 18)


def article(
    name: str, published: str = "2032-02-16T10:00", text: str = "Troops are leaving.", outlet: str = ""
) -> Article:
    return Article(
        id=name,
        source=name,
        url="",
        outlet=outlet or f"Outlet {name}",
        title=text,
        published=published,
        published_from=PublishedFrom.METADATA,
        text=text,
        sha256=sha256(text),
        capture="",
        blocks=(Block(Role.PARAGRAPH, 0, len(text)),),
    )


def statement(
    name: str,
    party: str = "Dovrania",
    stance: Stance = Stance.ASSERTS,
    *,
    said: str = "",
    kind: PartyKind = PartyKind.STATE,
    act: Act = Act.FACT,
    certainty: Certainty = Certainty.CERTAIN,
    mode: Mode = Mode.INDIRECT,
    channel: Channel = Channel.STATEMENT,
    content: Span = WORDS,
    quantities: tuple[Quantity, ...] = (),
    speaker: str = "",
    within: str | None = None,
) -> Statement:
    return Statement(
        id=name,
        article=name.partition(":")[0],
        source=None,
        cue=None,
        content=(content,) if content.end else (),
        via_spans=(),
        act=act,
        stance=stance,
        certainty=certainty,
        mode=mode,
        channel=channel,
        said=said,
        quantities=quantities,
        within=within,
        voice=Voice(party=party, kind=kind, speaker=speaker),
    )


def claim(*statements: Statement, kind: ClaimKind = ClaimKind.EVENT) -> Claim:
    return Claim("c1", "Troops are leaving", kind, "t1", tuple(s.id for s in statements))


def origin(name: str, party: str, *statements: Statement) -> dict[str, Origin]:
    found = Origin(name, party, "", tuple(s.id for s in statements))
    return {s.id: found for s in statements}


def count(low: float | None, high: float | None, item: str = "troops") -> Quantity:
    return Quantity(low, high, item, 0, 1)
