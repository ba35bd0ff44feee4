"""The hash chain: what an entry's hash covers, so simply that anyone can compute it again.

    hash = sha256(previous \n seq \n kind \n subject \n object \n by \n said \n at \n body)

in UTF-8, where `previous` is the hash of the entry before (64 zeros before the first) and `body` the JSON text as kept.
No field but the last may hold a line break, so no two entries spell the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from reportedly.ledger.codec import dumps
from reportedly.ledger.port import Draft, Entry, Head

GENESIS = Head(seq=0, at="", hash="0" * 64)
CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")  # what only a body may hold


def digest(entry: Entry, previous: str) -> str:
    """Return the hash an entry must have after the hash `previous`."""
    lines = (
        previous,
        str(entry.seq),
        entry.kind,
        entry.subject,
        entry.object,
        entry.by,
        entry.said,
        entry.at,
        entry.body,
    )
    return sha256("\n".join(lines).encode("utf-8")).hexdigest()


def follow(head: Head, drafts: Iterable[Draft], at: str) -> Iterator[Entry]:
    """Yield the entries that drafts become after `head`, at one ledger time."""
    seq, previous = head.seq, head.hash
    for draft in drafts:
        seq += 1
        fields = (draft.subject, draft.object, draft.by, draft.said)
        if bad := CONTROL.search(" ".join(fields)):
            raise ValueError(f"an entry about {draft.subject!r} holds {bad[0]!r} where only a line of text may stand")
        entry = Entry(seq, draft.kind, *fields, at, dumps(draft.body), "")
        entry = replace(entry, hash=digest(entry, previous))
        previous = entry.hash
        yield entry


def broken(head: Head, entry: Entry) -> str | None:
    """Return why an entry does not continue the chain from `head`, or None where it does."""
    if entry.seq != head.seq + 1:
        return f"entry {head.seq + 1} is missing: after {head.seq} comes {entry.seq}"
    if entry.hash != digest(entry, head.hash):
        return f"entry {entry.seq} ({entry.kind} {entry.subject}) is not what was written"
    if entry.at < head.at:
        return f"entry {entry.seq} is older than the one before it"
    return None


def continues(head: Head, entries: Iterable[Entry]) -> Head:
    """Return the head after `entries`. Raises ValueError with the reason where one does not continue the chain."""
    for entry in entries:
        if (fault := broken(head, entry)) is not None:
            raise ValueError(fault)
        head = Head(entry.seq, entry.at, entry.hash)
    return head
