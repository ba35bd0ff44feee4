from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.windows import FEATURES, LENGTH, windows
from reportedly.types import Article, Role
from tests.find.pages import article


def words_of(article: Article) -> list[str]:
    return [article.text[s:e] for tokens in windows(article) for s, e in tokens.spans if e > s]


def test_every_word_is_in_exactly_one_window_and_furniture_in_none() -> None:
    page = article(
        (Role.HEADLINE, "Ministry denies blast"),
        (Role.FURNITURE, "ADVERTISEMENT"),
        (Role.PARAGRAPH, "The ministry said there was no blast."),
    )
    assert words_of(page) == "Ministry denies blast The ministry said there was no blast .".split()


def test_a_quotation_of_several_paragraphs_stays_in_one_window() -> None:
    filler = "word " * 112
    page = article(
        (Role.PARAGRAPH, filler.strip()),
        (Role.PARAGRAPH, filler.strip()),
        (Role.PARAGRAPH, '"We will stay. ' + "We will hold the line. " * 4 + "Nothing has changed."),
        (Role.PARAGRAPH, '"We will win," she said.'),
    )
    last = windows(page)[-1]
    shown = page.text[last.spans[0, 0] : last.spans[-1, 1]]
    assert shown.startswith('"We will stay.')
    assert shown.endswith("she said.")


def test_a_block_quote_stays_with_its_name_line() -> None:
    page = article(
        (Role.PARAGRAPH, "word " * 236),
        (Role.QUOTE, "The water has gone, and with it the mill and the road."),
        (Role.BYLINE, "Ada Lunt, mayor"),
    )
    assert "Ada" in page.text[windows(page)[-1].spans[0, 0] :][:80]


def test_a_paragraph_too_long_is_cut_at_a_sentence_end() -> None:
    page = article((Role.PARAGRAPH, "The river rose again in the night. " * 60))
    found = windows(page)
    assert len(found) > 1
    assert all(page.text[: tokens.spans[-1, 1]].endswith(".") for tokens in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aB9 .,\"“”'\u200b\u202e🙂é", min_size=1, max_size=400), min_size=1, max_size=5))
def test_windows_hold_offsets_into_the_text(paragraphs: list[str]) -> None:
    page = article(*((Role.PARAGRAPH, words) for words in paragraphs))
    for tokens in windows(page):
        assert len(tokens) <= LENGTH
        assert len(tokens.ids) == len(tokens.spans) == len(tokens.features)
        assert (tokens.spans[:, 0] <= tokens.spans[:, 1]).all()
        assert (tokens.spans >= 0).all()
        assert (tokens.spans <= len(page.text)).all()
        assert ((tokens.features >= 0) & (tokens.features < FEATURES)).all()


def test_a_hundred_thousand_characters_without_an_end_are_cut_hard() -> None:
    page = article((Role.PARAGRAPH, "no end " * 15_000))
    found = windows(page)
    assert sum(len(tokens) for tokens in found) >= 30_000
    assert all(len(tokens) <= LENGTH for tokens in found)


def test_a_heading_stands_by_itself_and_a_paragraph_with_its_neighbours() -> None:
    page = article(
        (Role.HEADLINE, "Troops leave, images show"),
        (Role.STANDFIRST, "Alliance doubts it"),
        (Role.PARAGRAPH, "Ardaland denied it."),
    )
    (tokens,) = windows(page)
    for at, (start, end) in enumerate(tokens.spans.tolist()):
        beside = {page.text[s:e] for s, e in tokens.spans[tokens.apart(at)].tolist()}
        if page.text[start:end] == "show":
            assert {"doubts", "denied"} <= beside
            assert "Troops" not in beside
        if page.text[start:end] == "denied":
            assert not beside
