from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from reportedly.ledger.chain import GENESIS, continues, follow
from reportedly.ledger.port import Draft, Entry, EntryKind, Head

AT = "2022-02-15T14:00:00.000000Z"


def entries(count: int, head: Head = GENESIS) -> list[Entry]:
    drafts = (Draft(EntryKind.LINK, f"s{n}", {"n": n}, by="link 1", said="2022-02-15") for n in range(count))
    return list(follow(head, drafts, AT))


def test_anyone_can_compute_the_hash() -> None:
    first, second = entries(2)
    expected = sha256(f'{first.hash}\n2\nlink\ns1\n\nlink 1\n2022-02-15\n{AT}\n{{"n":1}}'.encode()).hexdigest()
    assert second.hash == expected


def test_a_whole_chain() -> None:
    chain = entries(5)
    assert continues(GENESIS, chain) == Head(5, AT, chain[-1].hash)


@pytest.mark.parametrize("field", ["kind", "subject", "object", "by", "said", "body", "hash"])
def test_a_changed_field_is_named(field: str) -> None:
    chain = entries(5)
    change: dict[str, Any] = {field: "x"}
    chain[2] = replace(chain[2], **change)
    with pytest.raises(ValueError, match=r"entry 3 .* is not what was written"):
        continues(GENESIS, chain)


def test_a_missing_entry_is_named() -> None:
    chain = entries(5)
    with pytest.raises(ValueError, match="entry 2 is missing: after 1 comes 3"):
        continues(GENESIS, chain[:1] + chain[2:])


def test_swapped_entries_are_found() -> None:
    chain = entries(3)
    swapped = [replace(chain[1], seq=1), replace(chain[0], seq=2), chain[2]]
    with pytest.raises(ValueError, match="entry 1 "):
        continues(GENESIS, swapped)


@pytest.mark.parametrize("bad", ["a\nb", "a\x00b", "a\u2028b", "\ud800"])
def test_names_that_could_forge_a_field_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="a line of text"):
        list(follow(GENESIS, [Draft(EntryKind.LINK, bad, {}, by="x")], AT))
