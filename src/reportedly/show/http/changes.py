"""What new entries of the log touch: the articles whose claims may read differently from now on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.ledger.port import Entry, EntryKind, Head

TOLD = frozenset(
    {
        EntryKind.ARTICLE,
        EntryKind.STATEMENT,
        EntryKind.EVENT,
        EntryKind.READING,
        EntryKind.LINK,
        EntryKind.KIN,
        EntryKind.CORRECTION,
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """The log has grown up to `head`; `articles` are those that the new entries are about."""

    head: Head
    articles: frozenset[str]
    decided: bool = False  # a person decided something, which may reach into any story


def change(entries: Iterable[Entry], head: Head) -> Change:
    """Return what entries touch."""
    articles, decided = set[str](), False
    for entry in entries:
        match entry.kind:
            case EntryKind.ARTICLE | EntryKind.EVENT | EntryKind.READING | EntryKind.LINK:
                articles.add(entry.subject)
            case EntryKind.STATEMENT:
                articles.add(entry.object)
            case EntryKind.KIN:
                articles |= {entry.subject, entry.object}
            case EntryKind.CORRECTION:
                decided = True
                articles |= {str(name).partition(":s")[0] for name in json.loads(entry.body)["correction"]["about"]}
            case _:
                pass
    return Change(head, frozenset(articles), decided)
