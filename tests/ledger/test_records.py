from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.chain import GENESIS, follow
from reportedly.ledger.port import Draft, Entry
from reportedly.ledger.records import (
    article_draft,
    article_of,
    found_by,
    links_draft,
    links_of,
    reading_draft,
    statement_draft,
    statement_of,
    words_of,
)
from reportedly.text import sha256
from reportedly.types import Link, LinkKind, Reason
from tests.ledger.samples import article, statement

ARTICLE = article(1)
STATEMENT = statement(ARTICLE)


def entry(draft: Draft) -> Entry:
    return next(follow(GENESIS, [draft], "2031-05-01T00:00:00.000000Z"))


def test_articles_statements_and_readings_come_back() -> None:
    assert article_of(entry(article_draft(ARTICLE, "read 1"))) == ARTICLE
    assert statement_of(entry(statement_draft(STATEMENT, ARTICLE, "find 1"))) == STATEMENT
    assert found_by(entry(reading_draft(ARTICLE, [STATEMENT], "find 1"))) == (STATEMENT.id,)


def test_the_words_of_a_statement_are_hashed_as_they_stand() -> None:
    kept = entry(statement_draft(STATEMENT, ARTICLE, "find 1"))
    assert words_of(kept) == sha256("The ministry\nsaid\nthe bridge at Korva was open")


digits = st.integers(-(10**6), 10**6).map(lambda n: n / 10**6)
reasons = st.builds(Reason, st.sampled_from(["words", "day"]), digits, st.sampled_from(["", "so"]))
links = st.builds(
    Link,
    kind=st.sampled_from(LinkKind),
    subject=st.sampled_from(["a1:s1", "a1:s2"]),
    target=st.sampled_from(["a2:s1", "a3:s7"]),
    score=digits,
    reasons=st.lists(st.builds(Reason, st.sampled_from(["words", "day"]), digits, st.sampled_from(["", "so"]))).map(
        tuple
    ),
)


@given(st.lists(links))
def test_packed_links_come_back(made: list[Link]) -> None:
    assert links_of(entry(links_draft(ARTICLE, made, "link 1"))) == tuple(made)


def test_figures_keep_six_digits() -> None:
    kept = entry(links_draft(ARTICLE, [Link(LinkKind.CLAIM, "a1:s1", "a2:s1", 1 / 3)], "link 1"))
    assert json.loads(kept.body)["links"] == [["claim", 0, 1, 0.333333, []]]
