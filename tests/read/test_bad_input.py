"""Input that is broken, hostile or none of ours: a reason each, and nothing raised."""

from __future__ import annotations

import gzip
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read import Document, read
from reportedly.types import Role, Skipped
from tests.read import pages
from tests.read.reading import only, reasons, words

NOISE = random.Random(7).randbytes(4096)
PAGE = pages.news_page().encode()
FOREIGN = (
    "Das Verteidigungsministerium erklärte am Montag, eine Brigade habe das Tal verlassen und sei in ihre Kasernen im "
    "Osten des Landes zurückgekehrt. Die Regierung von Kelmark hat den Abzug bislang nicht bestätigt. Beobachter sahen "
    "in der Nacht keine Kolonnen auf der Straße durch das Tal, wie aus ihrem täglichen Bericht hervorgeht."
)
BOMB = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t \n", "the file is empty"),
        ("page.html", b"%PDF-1.7\n%\xe2\xe3", "a PDF document, not text"),
        ("page.txt", b"\x89PNG\r\n\x1a\n" + NOISE, "a PNG image, not text"),
        ("page.html", b"PK\x03\x04" + NOISE, "a ZIP archive"),
        ("page.html", b"\x00\x00\x00\x18ftypmp42" + NOISE, "an audio, video or image file"),
        ("noise.txt", NOISE, "not text"),
        ("noise", b"text\0\0\0\1\2\3" * 50, "not text"),
        ("page.html.gz", gzip.compress(PAGE, mtime=0)[:-200], "the gzip data is cut short"),
        ("page.html.gz", gzip.compress(PAGE, mtime=0)[:5], "the gzip data is cut short"),
        ("page.html.gz", b"\x1f\x8b" + NOISE, "the gzip data is damaged"),
        ("page.html.gz", gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), "a gzip file inside a gzip file"),
        ("foreign.txt", FOREIGN.encode(), "its language is German; only English is read"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text was found"),
        (
            "feed.xml",
            f"<!DOCTYPE rss [{BOMB}]><rss><channel><title>&c;</title></channel></rss>".encode(),
            "XML entities",
        ),
        (
            "feed.xml",
            b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><title>&x;</title></rss>',
            "XML entities",
        ),
        ("item.xml", f"<!DOCTYPE newsItem [{BOMB}]><newsItem>&c;</newsItem>".encode(), "XML entities"),
        ("item.xml", b"<newsItem><itemMeta></newsItem>", "broken XML"),
        ("feed.xml", b"<rss version='2.0'><channel><title>Empty</title></channel></rss>", "the feed has no items"),
        ("records.jsonl", b'{"text": "broken"\n', "broken JSON"),
        ("records.json", b'{"items": ', "broken JSON"),
        ("records.json", b"[" * 100_000, "broken JSON"),
        ("records.json", b"[]", "it holds no items"),
        ("records.jsonl", b'{"title": "nothing else"}\n[1, 2]\n', "neither"),
    ],
)
def test_bad_input_gives_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    first, *_ = reasons(path)
    assert reason in first


def test_a_page_of_50_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(PAGE.replace(b"<article>", b"<article>" + b"<p>word word word.</p>\n" * 2_200_000))
    assert reasons(path) == ["it is larger than 16 MB, the most that one document may have"]


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(b"<p>" + b" " * (64 << 20), mtime=0))
    assert reasons(path) == ["it is larger than 16 MB, the most that one document may have"]


def test_a_page_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    path.write_bytes(b"<html><body>" + b"<p>One more line.</p>" * 30_000)
    assert "more than 20,000 lines" in reasons(path)[0]


def test_deep_nesting_is_read_as_far_as_it_can_be_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text(pages.news_page().replace("<main>", "<div>" * 200), "utf-8")
    assert only(path).text == only(_utf8(tmp_path)).text
    path.write_text(pages.news_page().replace("<main>", "<div>" * 100_000), "utf-8")
    assert reasons(path) == ["its elements are nested too deep to be read whole"]


@pytest.mark.parametrize("crowd", ["<a href='/x'>word</a> ", "<div>word word</div>", "<b>word</b> "])
def test_a_crowd_of_elements_costs_no_more_than_their_number(tmp_path: Path, crowd: str) -> None:
    """Extraction whose time grows with the square of it would take minutes here."""
    path = tmp_path / "crowd.html"
    path.write_text(pages.news_page().replace('<div class="ad">ADVERTISEMENT</div>', crowd * 15_000), "utf-8")
    assert set(pages.PARAGRAPHS) <= set(words(only(path), {Role.PARAGRAPH}))


@pytest.mark.parametrize("name", ["long.txt", "long.html", "long.md"])
def test_a_text_too_long_for_an_article_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<html><p>" + "word " * 500_000)
    assert "2,000,000 characters" in reasons(path)[0]


FOLDED = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in pairwise("abcdefghi")
)  # nine lines of YAML that unfold to 387 million names


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", f"---\n{FOLDED}author: *i\n---\n{pages.PARAGRAPHS[0]}"),
        ("a.md", f"---\nauthor: &a [*a]\n---\n{pages.PARAGRAPHS[0]}"),
        ("a.md", "[" * 50_000 + pages.PARAGRAPHS[0]),
        ("a.txt", "By " + "a" * 2000 + " b" * 20 + "\n\n" + pages.PARAGRAPHS[0]),
        ("a.html", pages.news_page(head=f'<script type="application/ld+json">{"[" * 50_000}</script>')),
        ("a.html", pages.news_page(head=f'<script type="application/ld+json">[{"1," * 200_000}1]</script>')),
        ("a.html", pages.news_page(head=f'<meta name="description" content="{"&lt;" * 200_000}">')),
    ],
)
def test_what_would_blow_up_is_read_all_the_same(tmp_path: Path, name: str, data: str) -> None:
    path = tmp_path / name
    path.write_text(data, "utf-8")
    assert pages.PARAGRAPHS[0] in only(path).text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xml", "<newsItem>" + "<a>" * 50_000 + "</a>" * 50_000 + "</newsItem>", "its parts are nested too deep"),
        ("a.json", '{"a":' * 50_000, "broken JSON: nested too deep"),
        ("a.txt", "word\n" * 50_000, "it has more than 20,000 lines: no article"),
    ],
)
def test_what_would_blow_up_is_refused(tmp_path: Path, name: str, data: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(data, "utf-8")
    assert reasons(path) == [reason]


def test_a_document_type_that_names_a_foreign_host_fetches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    item = f"<item><title>A</title><description>{pages.PARAGRAPHS[0]}</description></item>"
    path.write_text(
        f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss version="2.0"><channel>{item}</channel></rss>'
    )
    assert only(path).title == "A"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r", "x-unknown", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16", "utf-8-sig"])
def test_a_wrong_charset_is_seen_through(tmp_path: Path, declared: str, encoding: str) -> None:
    if (declared, encoding) == ("koi8-r", "windows-1252"):
        pytest.skip("every byte is a letter in KOI8-R: nothing tells that the page lies")
    path = tmp_path / "page.html"
    head = f'<meta charset="{declared}">' if declared else ""
    path.write_bytes(pages.news_page(head=head).encode(encoding))
    assert only(path).text == only(_utf8(tmp_path)).text


def _utf8(tmp_path: Path) -> Path:
    path = tmp_path / "utf8.html"
    path.write_text(pages.news_page(), "utf-8")
    return path


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "file"
    path.write_bytes(data)
    assert all(isinstance(reading, Document | Skipped) for reading in read([str(path)]))


MARKS = [
    b"<",
    b">",
    b"<p>",
    b"</p>",
    b"<rss>",
    b"<item>",
    b"<!--",
    b"{",
    b"}",
    b'"text"',
    b":",
    b"WARC/1.0\r\n",
    b"\r\n",
    b"\x1f\x8b",
    b"---\n",
]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(MARKS), st.binary(max_size=8), st.just(PAGE[:700])), max_size=20))
def test_no_mixture_of_formats_raises(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("bytes") / "file"
    path.write_bytes(b"".join(parts))
    assert all(isinstance(reading, Document | Skipped) for reading in read([str(path)]))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, len(PAGE)), st.binary(min_size=1, max_size=6))
def test_a_damaged_page_is_read_the_same_twice(
    tmp_path_factory: pytest.TempPathFactory, at: int, damage: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "page.html"
    path.write_bytes(PAGE[:at] + damage + PAGE[at + len(damage) :])
    first, second = (list(read([str(path)])) for _ in range(2))
    assert first == second
    for reading in first:
        if isinstance(reading, Document):
            article = reading.article
            spans = [block.span.of(article.text) for block in article.blocks]
            assert "\n\n".join(spans) == article.text
