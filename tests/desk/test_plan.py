from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.desk.plan import Versions, common, first_reading, linking, named_as_before, next_reading
from reportedly.ledger.port import EntryKind
from reportedly.read import Document
from reportedly.types import Link, LinkKind, Span, Statement
from tests.ledger.samples import article, statement

ARTICLE = article(1, words="The ministry said the bridge at Korva was open. " * 8)
BY = Versions("read 1", "find 1", "link 1")


def at(number: int, start: int, end: int, within: int | None = None) -> Statement:
    """Return statement `number` of the article over some of its words."""
    inside = f"{ARTICLE.id}:s{within}" if within else None
    bare = replace(statement(ARTICLE, number), source=None, cue=None, content=(Span(start, end),))
    return replace(bare, within=inside)


def ids(statements: list[Statement]) -> list[str]:
    return [s.id.rpartition(":")[2] for s in statements]


def test_a_first_reading_keeps_everything_in_order() -> None:
    made = [at(1, 0, 10), at(2, 20, 30)]
    drafts = first_reading(Document(ARTICLE, b"raw"), made, BY)
    assert [draft.kind for draft in drafts] == ["capture", "article", "statement", "statement", "reading"]
    assert drafts[-1].body == {"statements": [s.id for s in made]}


def test_a_next_reading_keeps_what_has_changed() -> None:
    same, changed = at(1, 0, 10), at(2, 20, 30)
    before = {s.id: s for s in (same, changed)}
    drafts = next_reading(ARTICLE, before, [same, replace(changed, score=0.5)], BY)
    assert [(draft.kind, draft.subject) for draft in drafts] == [
        (EntryKind.STATEMENT, changed.id),
        (EntryKind.READING, ARTICLE.id),
    ]


def test_one_kin_a_room() -> None:
    links = [Link(LinkKind.STORY, ARTICLE.id, other, 0.9) for other in ("a3", "a2", "a4", ARTICLE.id)]
    links += [Link(LinkKind.COPY, "a5", ARTICLE.id, 0.9), Link(LinkKind.CLAIM, f"{ARTICLE.id}:s1", "a9:s1", 0.9)]
    rooms = {"a2": "first", "a3": "first", "a4": "second", "a5": "third"}
    drafts = linking(ARTICLE, links, lambda name: rooms.get(name, name), BY)
    assert [(draft.kind, draft.object) for draft in drafts] == [
        (EntryKind.LINK, ""),
        (EntryKind.KIN, "a2"),
        (EntryKind.KIN, "a4"),
        (EntryKind.KIN, "a5"),
    ]
    assert len(linking(ARTICLE, links, lambda _: "one", BY)) == 1


def test_the_same_words_keep_their_id() -> None:
    before = [at(1, 0, 40), at(2, 50, 90), at(4, 100, 140)]
    found = [at(1, 48, 90), at(2, 100, 140, within=3), at(3, 150, 190), at(4, 200, 210)]
    named = named_as_before(before, found)
    assert ids(named) == ["s2", "s4", "s5", "s6"]
    assert named[1].within == f"{ARTICLE.id}:s5"


def test_the_best_match_comes_first() -> None:
    before = [at(1, 0, 40), at(2, 0, 60)]
    assert ids(named_as_before(before, [at(1, 0, 62), at(2, 0, 50)])) == ["s2", "s1"]


spans = st.tuples(st.integers(0, 80), st.integers(1, 40)).map(lambda pair: (pair[0], sum(pair)))
lists = st.lists(spans, max_size=8, unique=True)


def statements(places: list[tuple[int, int]]) -> list[Statement]:
    return [at(number, *place) for number, place in enumerate(places, 1)]


@given(lists)
def test_reading_again_alike_changes_no_id(places: list[tuple[int, int]]) -> None:
    found = statements(places)
    assert named_as_before(found, found) == found


@given(lists, lists)
def test_ids_are_never_shared_and_never_move_to_other_words(
    old: list[tuple[int, int]], new: list[tuple[int, int]]
) -> None:
    before, named = {s.id: s for s in statements(old)}, named_as_before(statements(old), statements(new))
    assert len({s.id for s in named}) == len(named)
    assert [s.content for s in named] == [s.content for s in statements(new)]
    assert all(common(s, before[s.id]) >= 0.5 for s in named if s.id in before)
