"""Keeping the index of what was said up to date with the log, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reportedly.desk import NotFoundError, View
from reportedly.ledger.passages import Passage
from reportedly.show.http.changes import TOLD, change
from reportedly.text import block_at
from reportedly.types import Article, Role, Statement

STEP = 2_000  # entries looked at in one go: some hundred articles
WORDS = 2_000  # characters of a passage
_PROSE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.QUOTE, Role.CAPTION})


def catch_up(view: View) -> bool:
    """Index what the next entries of the log are about; tell whether anything was left to do."""
    passages = view.ledger.passages
    after, head = passages.upto(), view.ledger.head()
    if after >= head.seq:
        return False
    entries = list(islice(view.ledger.entries(kinds=TOLD, after=after, until=head.seq), STEP))
    upto = entries[-1].seq if len(entries) == STEP else head.seq
    touched = change(entries, head).articles
    passages.put({name: list(_passages(view, name)) for name in touched}, upto)
    return upto < head.seq


def _passages(view: View, name: str) -> Iterator[Passage]:
    try:
        article = view.article(name)
    except NotFoundError:  # its own entry comes later
        return
    for statement in view.statements(article=name):
        yield _said(article, statement)
    for number, block in enumerate(article.blocks, 1):
        if block.role in _PROSE:
            words = block.span.of(article.text)
            yield Passage(name, "", number, article.outlet, article.published, "", "", "", "", _clean(words))


def _said(article: Article, statement: Statement) -> Passage:
    found, voice = block_at(article, statement.anchor.start), statement.voice
    return Passage(
        article=article.id,
        name=statement.id,
        place=found[0] if found else 1,
        outlet=article.outlet,
        published=article.published,
        party=voice.party,
        kind=voice.kind.value,
        speaker=voice.speaker,
        stance=statement.stance.value,
        words=_clean(statement.extent.of(article.text)),
    )


def _clean(words: str) -> str:
    """Return words as a database takes them: PostgreSQL takes no NUL, UTF-8 no surrogates."""
    return words[:WORDS].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
