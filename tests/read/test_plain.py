from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read import Document, read, read_text
from reportedly.read.plain import plain_draft
from reportedly.types import Article, Evidence, PublishedFrom, Role
from tests.read import pages
from tests.read.reading import only, rows, words


def pasted(tmp_path: Path) -> Article:
    path = tmp_path / "pasted.txt"
    path.write_text(pages.PASTED, "utf-8", newline="")
    return only(path)


def test_a_pasted_page_is_kept_character_by_character(tmp_path: Path) -> None:
    article = pasted(tmp_path)
    assert article.text == pages.PASTED
    assert article.furniture == ()


def test_a_pasted_page_has_its_roles(tmp_path: Path) -> None:
    article = pasted(tmp_path)
    assert [row for row in rows(article) if row[0] is not Role.FURNITURE] == [
        (Role.HEADLINE, pages.TITLE),
        (Role.STANDFIRST, pages.STANDFIRST),
        (Role.CAPTION, "Image used for representational purposes only."),
        (Role.CAPTION, "(Photo Courtesy: Chirper/@tarnwatch)"),
        (
            Role.PARAGRAPH,
            "The Orsenian defence ministry said on Tuesday, 4 March, that one brigade had left the Tarn valley.",
        ),
        (Role.PARAGRAPH, "Its trains were reportedly seen at two stations on the way east."),
        (Role.QUOTE, pages.QUOTE),
        (Role.BYLINE, pages.BYLINE),
        (
            Role.PARAGRAPH,
            'A Kelmark diplomat wrote that "March 4 2031 will be remembered as the day nothing moved".',
        ),
    ]


def test_a_pasted_page_knows_its_furniture(tmp_path: Path) -> None:
    furniture = words(pasted(tmp_path), {Role.FURNITURE})
    assert furniture == [
        "The Orsa Courier",
        "World",
        "Published:",
        '<div class="lead"><p>Image used for representational purposes only.&nbsp;</p></div>',
        "i",
        "advertisement",
        "You can read about the valley in detail here. A history of the border can be found here.",
        "(At The Orsa Courier, we answer to nobody. Help us by becoming a member today.)",
        "Published: undefined",
        "ADVERTISEMENT",
        "SCROLL FOR NEXT",
    ]


def test_a_pasted_page_says_what_its_picture_is_worth(tmp_path: Path) -> None:
    captions = [block for block in pasted(tmp_path).blocks if block.role is Role.CAPTION]
    assert {block.evidence for block in captions} == {Evidence.ILLUSTRATIVE}
    assert {block.credit for block in captions} == {"Chirper/@tarnwatch"}


def test_a_pasted_page_is_dated_by_its_own_words(tmp_path: Path) -> None:
    article = pasted(tmp_path)
    assert (article.published, article.published_from) == ("2031-03-04", PublishedFrom.PAGE_TEXT)
    assert (article.title, article.outlet) == (pages.TITLE, "The Orsa Courier")


WRAPPED = """\
Brigade leaves Tarn valley

ORSA, March 4, 2031 (Reuters) - One brigade of the Orsenian army has left
the Tarn valley, the defence ministry said, and is on its way to barracks
in the east.

Kelmark has not confirmed it.

- Two trains were seen at the station of Orsa, carrying tanks under
  green covers.
- A third one is expected tonight.
"""


def test_lines_wrapped_at_a_column_make_one_paragraph() -> None:
    draft = plain_draft(WRAPPED)
    assert [(b.role, " ".join(b.span.of(draft.text).split())) for b in draft.blocks] == [
        (Role.HEADLINE, "Brigade leaves Tarn valley"),
        (
            Role.PARAGRAPH,
            "ORSA, March 4, 2031 (Reuters) - One brigade of the Orsenian army has left the Tarn valley, the defence "
            "ministry said, and is on its way to barracks in the east.",
        ),
        (Role.PARAGRAPH, "Kelmark has not confirmed it."),
        (Role.PARAGRAPH, "- Two trains were seen at the station of Orsa, carrying tanks under green covers."),
        (Role.PARAGRAPH, "- A third one is expected tonight."),
    ]
    assert (draft.facts.published, draft.facts.credit) == ("2031-03-04", "Reuters")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("", []),
        ("Ann said no.", [Role.PARAGRAPH]),
        ("By Ann Lee\n\nThe ministry said nothing.", [Role.BYLINE, Role.PARAGRAPH]),
        ("The ministry said nothing.\n\nADVERTISEMENT", [Role.PARAGRAPH, Role.FURNITURE]),
        ("“We are leaving.”\nAnn Lee, minister", [Role.QUOTE, Role.BYLINE]),
        ("“We are leaving,” she said.\nAnn Lee is the minister.", [Role.PARAGRAPH, Role.PARAGRAPH]),
    ],
)
def test_bare_text_is_not_guessed_a_title(text: str, roles: list[Role]) -> None:
    article = read_text(text, id="x")
    assert (article.id, article.text, article.title) == ("x", text, "")
    assert [block.role for block in article.blocks] == roles


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*pages.PARAGRAPHS, *pages.JUNK, pages.TITLE, pages.QUOTE, pages.BYLINE, pages.CAPTION, "", " "]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\x0b"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "".join(line + draw(BREAKS) for line in draw(LINES))


@settings(deadline=None)
@given(st.one_of(texts(), st.text(max_size=400)))
def test_blocks_are_disjoint_ordered_trimmed_and_cover_all_words(text: str) -> None:
    article = read_text(text)
    assert article.text == text
    end = 0
    for block in article.blocks:
        assert text[end : block.start].strip() == ""
        words = block.span.of(text)
        assert words and words == words.strip()
        end = block.end
    assert text[end:].strip() == ""


@settings(deadline=None)
@given(texts())
def test_a_file_is_its_text_and_reads_the_same_twice(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("plain") / "a.txt"
    path.write_bytes(text.encode("utf-8", "ignore"))
    first, second = (list(read([str(path)])) for _ in range(2))
    assert first == second
    for reading in first:
        if isinstance(reading, Document):
            assert reading.article.text.encode() == path.read_bytes().removeprefix("\ufeff".encode())
