"""Joint speakers are two: one statement whose source names several sides becomes one statement for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.name.phrase import parse
from reportedly.name.words import page_of
from reportedly.types import UNATTRIBUTED, Article, PartyKind, Span, Statement


def named_apart(named: Sequence[Statement]) -> list[Statement]:
    """Return named statements without those copies of `split_joint` that turned out to be no side of their own.

    "The Institute for Water and Power" is one body: a copy stays only where it speaks for a known kind of party that
    none of its siblings speaks for.
    """
    spoken: dict[str, set[str]] = {}
    kept = []
    for statement in named:
        first, copied, _ = statement.id.partition("+")
        parties = spoken.setdefault(first, set())
        voice = statement.voice
        if copied and (voice.party in parties or voice.party == UNATTRIBUTED or voice.kind is PartyKind.UNKNOWN):
            continue
        parties.add(voice.party)
        kept.append(statement)
    return kept


def split_joint(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each whose source names several ("Ukrainian or NATO officials") once for each of them.

    The first keeps its id and stands first, the others follow as "<id>+2", "<id>+3". Every copy keeps the whole source:
    the words are shared, as the corpus nests its tags. Statements that already share one source are left as they are.
    """
    page = page_of(article)
    shared: dict[Span, int] = {}
    for s in statements:
        if s.source is not None:
            shared[s.source] = shared.get(s.source, 0) + 1
    found: list[Statement] = []
    for s in statements:
        found.append(s)
        # A comma makes an apposition: "Ada Lunt, the mayor and a former judge," is one person.
        told = s.source.of(article.text) if s.source is not None else ""
        if s.source is not None and shared[s.source] == 1 and "," not in told:
            members = parse(page.between(s.source)).joined
            found += [replace(s, id=f"{s.id}+{number}") for number in range(2, len(members) + 1)]
    return found
