"""Small articles whose statements are marked in the text: [who|verb|what], "" for what is not there."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.text import sha256
from reportedly.types import (
    Act,
    Article,
    Block,
    Certainty,
    Channel,
    Mode,
    PublishedFrom,
    Quantity,
    Role,
    Span,
    Stance,
    Statement,
    Voice,
)

_COUNT = re.compile(r"\b(four) (\w+)")
_MARK = re.compile(r"\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]")


def article(
    name: str, *paragraphs: str, outlet: str = "", published: str = "2032-02-16T10:00"
) -> tuple[Article, list[Statement]]:
    """Return an article of these paragraphs, its first the headline, and its statements: who speaks is the party."""
    text, blocks, found = "", list[Block](), list[Statement]()
    for place, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        start, read = len(text), 0
        for mark in _MARK.finditer(paragraph):
            text += paragraph[read : mark.start()]
            read = mark.end()
            spans = list[Span | None]()
            for piece in (mark[1], mark[2], mark[3]):
                text += " " if spans and piece and not text.endswith((" ", "“")) else ""
                spans.append(Span(len(text), len(text) + len(piece)) if piece else None)
                text += piece
            counted = tuple(
                Quantity(
                    4, 4, f"{c[2]} injured", len(text) - len(mark[3]) + c.start(), len(text) - len(mark[3]) + c.end()
                )
                for c in _COUNT.finditer(mark[3])
            )
            one = _statement(f"{name}:s{len(found) + 1}", name, mark[1], mark[2], spans)
            found.append(replace(one, quantities=counted))
        text += paragraph[read:]
        blocks.append(Block(Role.PARAGRAPH if place else Role.HEADLINE, start, len(text)))
    whole = Article(
        id=name,
        source=name,
        url="",
        outlet=outlet or f"Outlet {name}",
        title=text.partition("\n")[0],
        published=published,
        published_from=PublishedFrom.METADATA,
        text=text,
        sha256=sha256(text),
        capture="",
        blocks=tuple(blocks),
    )
    return whole, found


def _statement(name: str, of: str, who: str, verb: str, spans: list[Span | None]) -> Statement:
    stance = Stance.DENIES if verb.startswith(("denie", "rejected")) else Stance.ASSERTS
    return Statement(
        id=name,
        article=of,
        source=spans[0],
        cue=spans[1],
        content=tuple(s for s in spans[2:] if s is not None),
        via_spans=(),
        act=Act.FACT,
        stance=Stance.AWAITED if "yet to" in verb else stance,
        certainty=Certainty.CERTAIN,
        mode=Mode.INDIRECT,
        channel=Channel.STATEMENT,
        said="2032-02-16",
        voice=Voice(party=who or "unattributed"),
    )


BRIDGE = (
    "Bridge at Tessoum falls in night attack",
    "The bridge over the Tessoum collapsed before dawn on Monday. "
    "[Ardaland|said|that its drones had destroyed the bridge].",
    "[Lowmark|denied|that the bridge had been destroyed by drones], and "
    "[Lowmark|said|four workers were injured in the collapse].",
    "[The Union|has yet to comment|].",
)
BRIDGE_AGAIN = (
    "Four hurt as Tessoum bridge collapses",
    "[Lowmark|said|that four workers had been injured when the bridge over the Tessoum came down].",
    "[Ardaland|claimed|its drones destroyed the Tessoum bridge], which carried the only road to the coast.",
)
VINES = (
    "Late frost ruins the vines of Castellane",
    "[The growers|said|that two thirds of the grapes in the Castellane valley were lost to frost].",
    "[The ministry|said|it would pay for the damage to the vineyards].",
)
