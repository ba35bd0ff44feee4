"""Draft to Article: the last look at what was read, and its identity."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urlsplit

import pycountry

from reportedly.read.charset import legible
from reportedly.read.language import foreign
from reportedly.read.page import MAX_TEXT, Capture, Document, Draft, Facts, Unreadable
from reportedly.read.streams import MAX_RECORD
from reportedly.text import sha256
from reportedly.types import Article, Role

_PROSE = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.STANDFIRST})


def finish(draft: Draft, capture: Capture) -> Document:
    """Make an Article of a draft. Raises Unreadable where nothing is left to read or the language is not ours."""
    draft = draft.knowing(capture.facts)
    draft = replace(draft, facts=_legible(_hinted(draft.facts, capture.hints)))
    if not draft.facts.outlet:
        draft = draft.knowing(Facts(outlet=(urlsplit(draft.facts.url).hostname or "").removeprefix("www.")))
    prose = " ".join(b.span.of(draft.text) for b in draft.blocks if b.role in _PROSE)
    if len(draft.text) > MAX_TEXT:
        raise Unreadable(f"it has more than {MAX_TEXT:,} characters: no article")
    if len(capture.captured) > MAX_RECORD:
        raise Unreadable(f"its record is larger than {MAX_RECORD >> 20} MB, the most that is kept")
    if not prose:
        raise Unreadable("no article text was found in it")
    if code := foreign(prose):
        raise Unreadable(f"its language is {language_name(code)}; only English is read")
    return Document(build(draft, capture.source, capture.captured), capture.captured)


def _legible(facts: Facts) -> Facts:
    """A record's own fields come to us decoded, and may have been misread by whoever wrote it."""
    title, outlet, author, credit = map(legible, (facts.title, facts.outlet, facts.author, facts.credit))
    return replace(facts, title=title, outlet=outlet, author=author, credit=credit)


def _hinted(facts: Facts, hints: Facts) -> Facts:
    """Fill gaps from what a feed says. An outlet is not credited with its own work."""
    filled = facts.over(hints)
    return replace(filled, credit="") if filled.credit == filled.outlet and not facts.credit else filled


def build(draft: Draft, source: str, captured: bytes) -> Article:
    """Give a draft its identity: the digest covers text, title, outlet, URL and date, not where it was found."""
    facts = draft.facts
    digest = sha256(json.dumps([draft.text, facts.title, facts.outlet, facts.url, facts.published]))
    return Article(
        id=f"a{digest[:12]}",
        source=source,
        url=facts.url,
        outlet=facts.outlet,
        title=facts.title,
        published=facts.published,
        published_from=facts.published_from,
        text=draft.text,
        sha256=digest,
        capture=sha256(captured),
        blocks=draft.blocks,
        furniture=draft.furniture,
        author=facts.author,
        credit=facts.credit,
    )


def language_name(code: str) -> str:
    """Return the English name of an ISO 639 code: "de" is German."""
    found = pycountry.languages.get(alpha_2=code) if len(code) == 2 else pycountry.languages.get(alpha_3=code)
    return str(found.name) if found is not None else f"“{code}”"
