"""A noun phrase taken apart: name, head, owner, complements, apposition, members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.name.bodies import role_of
from reportedly.name.phrase import Noun, parse
from reportedly.name.words import words_of


def read(text: str) -> Noun:
    return parse(words_of(text))


@pytest.mark.parametrize(
    ("text", "title", "name", "head"),
    [
        ("Ada Lunt", "", "Ada Lunt", ""),
        ("Defence Minister Ada Lunt", "minister", "Ada Lunt", "minister"),
        ("Col. Ilan Dorr", "col", "Ilan Dorr", "col"),
        ("Sister Noura Hamdi", "sister", "Noura Hamdi", ""),
        ("a military prosecutor", "", "", "prosecutor"),
        ("the foreign ministry", "", "", "foreign ministry"),
        ("two senior officials", "", "", "officials"),
        ("the company's founder", "", "", "founder"),
        ("Head of State", "", "", "head of state"),
        ("The Secretary of the Security Council Behzad Golp", "", "Behzad Golp", "secretary"),
        ("A few small, early studies", "", "", "studies"),
        ("two recent, separate reports", "", "", "reports"),
        ("the chair, former police chief", "", "", "chair"),
    ],
)
def test_name_and_head(text: str, title: str, name: str, head: str) -> None:
    noun = read(text)
    assert (noun.title, noun.label, noun.head) == (title, name, head)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Norvik's defence minister", "Norvik"),
        ("his spokesman", "his"),
        ("the ministry's official representative", "ministry"),
        ("the office of Norvik's premier", ""),
        ("the families' committee", "families"),
    ],
)
def test_owner(text: str, owner: str) -> None:
    noun = read(text)
    assert (noun.owner.text if noun.owner else "") == owner


@pytest.mark.parametrize(
    ("text", "preposition", "inner"),
    [
        ("a spokesman for the Selmian navy", "for", "navy"),
        ("a letter signed by the minister", "by", "minister"),
        ("residents of Tell", "of", ""),
        ("one of them", "of", ""),
        ("pictures taken by the company Terralens", "by", "company"),
    ],
)
def test_complement(text: str, preposition: str, inner: str) -> None:
    complement = read(text).complement(preposition)
    assert complement is not None
    assert complement.head == inner


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Britain and Norway", ["Britain", "Norway"]),
        ("Both the ministry and the union", ["the ministry", "the union"]),
        ("Ukrainian or NATO officials", ["Ukrainian", "NATO officials"]),
        ("The Council of Bakers and Millers", []),
        ("chairman and founder Per Aas", []),
        ("Ada Lunt, the minister", []),
        ("Pakistan’s top political and military leaders", []),
        ("the tribal and religious leaders", []),
        ("the military and political leaders", ["the military", "political leaders"]),
    ],
)
def test_members(text: str, members: list[str]) -> None:
    assert [member.text for member in read(text).joined] == members


def test_relative_clause_and_apposition() -> None:
    noun = read("Hanna Roth, a lecturer, who studies the army,")
    assert noun.label == "Hanna Roth"
    assert [part.head for part in noun.appositions] == ["lecturer"]
    assert [w.low for w in noun.relative][:2] == ["who", "studies"]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    noun = parse(words_of(text))
    assert len(noun.words) <= len(text)


@given(st.text(alphabet="Aa' ’s.-,U", max_size=60))
def test_words_slice_to_themselves(text: str) -> None:
    for word in words_of(text, start=7):
        assert text[word.start - 7 : word.end - 7].rstrip(".").startswith(word.text.rstrip("."))


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("deputy foreign minister Ada Lunt", "deputy foreign minister"),
        ("the police union president Lt. Ada Lunt", "police union president"),
        ("coast guard spokeswoman Lieutenant Ada Lunt", "spokeswoman"),
        ("Gen. Ada Lunt", "gen"),
        ("louder than previous president Lunt", "previous president"),
        ("Tern Corp. terror expert Ada Lunt", "terror expert"),
    ],
)
def test_a_role_is_told_without_rank_and_what_comes_before(phrase: str, role: str) -> None:
    assert role_of(parse(words_of(phrase))) == role
