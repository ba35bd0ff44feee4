"""What an origin is, in words, and by whom a statement came from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportedly.types import UNATTRIBUTED, Article, Channel, Statement

_DAY = 10
_OCCASION = {
    Channel.STATEMENT: "statement",
    Channel.BRIEFING: "briefing",
    Channel.INTERVIEW: "interview",
    Channel.SPEECH: "speech",
    Channel.SOCIAL: "social media post",
    Channel.BROADCAST: "broadcast",
    Channel.DOCUMENT: "document",
    Channel.IMAGERY: "imagery",
    Channel.CALL: "call",
    Channel.COURT: "court hearing",
    Channel.TESTIMONY: "testimony",
    Channel.UNKNOWN: "",
}


def describe(statements: Sequence[Statement]) -> tuple[str, str]:
    """Return (party, what) of the origin that these statements share: whose it is, and who spoke where and when.

    The party is the one that most of them name; first in name on a tie, so that their order does not matter.
    """
    voices = [s.voice for s in statements]
    party = _most([v.party for v in voices if v.party != UNATTRIBUTED]) or UNATTRIBUTED
    who = _most([v.speaker for v in voices if v.speaker]) or _most([v.organisation for v in voices if v.organisation])
    occasion = _OCCASION[
        Channel(_most([s.channel.value for s in statements if s.channel is not Channel.UNKNOWN]) or Channel.UNKNOWN)
    ]
    said = _most([s.said[:_DAY] for s in statements if s.said])
    named = " ".join(part for part in (who or party, occasion) if part)
    return party, ", ".join(part for part in (named, said) if part)


def chain(statement: Statement, article: Article) -> tuple[str, ...]:
    """Return by whom a statement came to the reader: who spoke, then every go-between, last the outlet itself.

    ("Ministry of Defence", "Reuters", "The Daily Post") for what the Post took from Reuters.
    """
    voice = statement.voice
    links = [voice.speaker or voice.organisation or voice.party, *reversed(voice.via), article.outlet]
    named = [link for link in links if link]
    return tuple(
        link for place, link in enumerate(named) if place == 0 or link.casefold() != named[place - 1].casefold()
    )


def _most(values: Sequence[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""
