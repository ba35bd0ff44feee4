"""Formats that hold many documents, and the wire formats."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reportedly.read import Document, read
from reportedly.types import Evidence, PublishedFrom, Role, Skipped
from tests.read import pages
from tests.read.reading import articles, only, reasons, rows, words

BODY = "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS)


def saved(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_jsonl_reads_text_exactly_and_html_as_pages_or_pieces(tmp_path: Path) -> None:
    lines = [
        pages.record(
            url="https://a.example/1", title="One", outlet="A", published="2031-03-04T10:00Z", text=pages.text()
        ),
        pages.record(url="https://b.example/2", title="Two", outlet="B", published="4 March 2031", html=BODY),
        pages.record(html=pages.news_page()),
    ]
    path = saved(tmp_path, "records.jsonl", "\n".join(lines))
    text, piece, page = articles(path)
    assert text.text == pages.text()
    assert (text.title, text.outlet, text.url) == ("One", "A", "https://a.example/1")
    assert (text.published, text.published_from) == ("2031-03-04T10:00:00+00:00", PublishedFrom.METADATA)
    assert rows(piece) == [(Role.HEADLINE, "Two"), *((Role.PARAGRAPH, p) for p in pages.PARAGRAPHS)]
    assert page.title == pages.TITLE
    assert [a.source for a in (text, piece, page)] == [f"{path}#{n}" for n in (1, 2, 3)]


def test_a_broken_line_is_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    good = pages.record(text=pages.text())
    path = saved(tmp_path, "records.jsonl", "\n".join([good, '{"text": "cut', "", "[]", good]))
    readings = list(read([str(path)]))
    assert [type(r).__name__ for r in readings] == ["Document", "Skipped", "Skipped", "Document"]
    assert [r.source for r in readings if isinstance(r, Skipped)] == [f"{path}#2", f"{path}#4"]


def test_the_captured_bytes_of_a_record_are_the_record(tmp_path: Path) -> None:
    line = pages.record(text=pages.text())
    (reading,) = read([str(saved(tmp_path, "records.jsonl", line + "\n"))])
    assert isinstance(reading, Document)
    assert reading.raw == line.encode()


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Orsa Courier</title>
<item><title>One</title><link>https://a.example/1</link><pubDate>Tue, 04 Mar 2031 09:12:00 +0100</pubDate>
<description>Short.</description><content:encoded><![CDATA[{BODY}<script>alert(1)</script>]]></content:encoded></item>
<item><title>Two</title><link>https://a.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Orsa Courier</title><entry><title>One</title>
<link href="https://a.example/1"/><published>2031-03-04T09:12:00+01:00</published><author><name>Ann Lee</name></author>
<content type="html">{BODY.replace("<", "&lt;")}</content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Orsa Courier",
        "items": [
            {
                "id": "1",
                "url": "https://a.example/1",
                "title": "One",
                "date_published": "2031-03-04T09:12:00+01:00",
                "authors": [{"name": "Ann Lee"}],
                "content_html": BODY,
            }
        ],
    },
    indent=1,
)


@pytest.mark.parametrize(
    ("name", "data"),
    [("f.xml", RSS), ("f", ATOM), ("f.json", JSON_FEED), ("f.xml.gz", gzip.compress(RSS.encode(), mtime=0))],
)
def test_feeds(tmp_path: Path, name: str, data: str | bytes) -> None:
    first, *rest = read([str(saved(tmp_path, name, data))])
    assert isinstance(first, Document)
    article = first.article
    assert (article.title, article.url, article.outlet) == ("One", "https://a.example/1", "The Orsa Courier")
    assert (article.published, article.published_from) == ("2031-03-04T09:12:00+01:00", PublishedFrom.METADATA)
    assert words(article, {Role.PARAGRAPH}) == list(pages.PARAGRAPHS)
    for skipped in rest:
        assert isinstance(skipped, Skipped)
        assert "https://a.example/2" in skipped.reason


def test_a_feed_cut_in_the_middle_gives_what_stands_before(tmp_path: Path) -> None:
    path = saved(tmp_path, "feed.xml", RSS[: RSS.index("<item><title>Two")])
    first, *rest = read([str(path)])
    assert isinstance(first, Document)
    assert any(isinstance(r, Skipped) and "broken" in r.reason for r in rest)


WARC = (
    pages.warc_record("https://a.example/1", pages.news_page().encode()),
    pages.warc_record("https://a.example/logo", b"\x89PNG", media="image/png"),
    pages.warc_record("https://a.example/gone", b"gone", status="404 Not Found"),
    pages.warc_record(
        "https://a.example/2", gzip.compress(pages.news_page().encode()), more="Content-Encoding: gzip\r\n"
    ),
)


@pytest.mark.parametrize(("name", "data"), [("a.warc", b"".join(WARC)), ("a.warc.gz", pages.zipped(*WARC))])
def test_a_web_archive(tmp_path: Path, name: str, data: bytes) -> None:
    one, logo, gone, two = read([str(saved(tmp_path, name, data))])
    for reading, number in ((one, 1), (two, 4)):
        assert isinstance(reading, Document)
        assert reading.article.title == pages.TITLE
        assert reading.article.source.endswith(f"#{number}")
        assert reading.raw.startswith(b"HTTP/1.1 200 OK")
    assert isinstance(logo, Skipped) and logo.reason == "image/png is no text to read (https://a.example/logo)"
    assert isinstance(gone, Skipped) and gone.reason.startswith("the server answered with status 404")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"".join(WARC)[: len(WARC[0]) + 40], id="in the head of a record"),
        pytest.param(WARC[0] + WARC[3][:-700], id="in a page"),
        pytest.param(pages.zipped(WARC[0]) + pages.zipped(WARC[3])[:-90], id="in its gzip data"),
        pytest.param(WARC[0] + b"no archive at all", id="followed by something else"),
    ],
)
def test_an_archive_cut_in_the_middle_gives_the_pages_before(tmp_path: Path, data: bytes) -> None:
    first, *rest = read([str(saved(tmp_path, "a.warc", data))])
    assert isinstance(first, Document)
    assert [r.reason[:22] for r in rest if isinstance(r, Skipped)] == ["the archive breaks off"]


NINJS = {
    "uri": "urn:newsml:wire.example:1",
    "type": "text",
    "headline": pages.TITLE,
    "description_text": pages.STANDFIRST,
    "byline": "By Ann Lee",
    "versioncreated": "2031-03-04T09:12:00Z",
    "copyrightholder": "Northern Wire",
    "body_html": BODY,
    "associations": {"main": {"type": "picture", "description_text": "A tank. File photo", "byline": "Bo Ek"}},
}


def test_ninjs(tmp_path: Path) -> None:
    article = only(saved(tmp_path, "item.json", json.dumps(NINJS, indent=1)))
    assert (article.title, article.outlet, article.author) == (pages.TITLE, "Northern Wire", "Ann Lee")
    assert (article.published, article.credit) == ("2031-03-04T09:12:00+00:00", "Reuters")
    assert [role for role, _ in rows(article)][:3] == [Role.HEADLINE, Role.STANDFIRST, Role.CAPTION]
    (caption,) = (b for b in article.blocks if b.role is Role.CAPTION)
    assert (caption.evidence, caption.credit) == (Evidence.FILE, "Bo Ek")
    assert words(article, {Role.PARAGRAPH}) == list(pages.PARAGRAPHS)


def test_ninjs_of_the_second_generation(tmp_path: Path) -> None:
    item = {
        "uri": "urn:1",
        "headlines": [{"role": "main", "value": pages.TITLE}],
        "bodies": [{"role": "main", "contentType": "text/plain", "value": "\n\n".join(pages.PARAGRAPHS)}],
        "firstCreated": "2031-03-04T09:12:00Z",
        "infosources": [{"name": "Northern Wire"}],
    }
    article = only(saved(tmp_path, "item.json", json.dumps(item)))
    assert (article.title, article.outlet) == (pages.TITLE, "Northern Wire")
    assert words(article, {Role.PARAGRAPH}) == list(pages.PARAGRAPHS)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"pubstatus": "canceled"}, "its publisher has cancelled the item"),
        ({"type": "picture"}, "the item is of type “picture”, not text"),
        ({"body_html": ""}, "the item has no body"),
    ],
)
def test_ninjs_that_is_no_article(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    assert reasons(saved(tmp_path, "item.json", json.dumps(NINJS | changes, indent=1))) == [reason]


NITF_BODY = f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>no</title></head>
<body><body.head><hedline><hl1>no</hl1></hedline></body.head><body.content>{BODY}
<bq><block><p>{pages.QUOTE}</p></block><credit>{pages.BYLINE}</credit></bq></body.content></body></nitf></inlineXML>"""
XHTML_BODY = f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
<body>{BODY}<blockquote>{pages.QUOTE}</blockquote><p>{pages.BYLINE}</p></body></html></inlineXML>"""
NEWS_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="northern"><name>Northern Wire</name></provider>
<versionCreated>2031-03-04T09:12:00+01:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>{title}</headline><by>By Ann Lee</by></contentMeta><contentSet>{body}</contentSet></newsItem>"""


@pytest.mark.parametrize("body", [NITF_BODY, XHTML_BODY], ids=["NITF", "XHTML"])
def test_newsml_g2(tmp_path: Path, body: str) -> None:
    item = NEWS_ITEM.format(title=pages.TITLE, body=body, status="usable")
    article = only(saved(tmp_path, "item.xml", f"<?xml version='1.0' encoding='UTF-8'?>{item}"))
    assert (article.title, article.outlet, article.author) == (pages.TITLE, "Northern Wire", "Ann Lee")
    assert article.published == "2031-03-04T09:12:00+01:00"
    assert rows(article) == [
        (Role.HEADLINE, pages.TITLE),
        *((Role.PARAGRAPH, text) for text in pages.PARAGRAPHS),
        (Role.QUOTE, pages.QUOTE),
        (Role.BYLINE, pages.BYLINE),
    ]


def test_a_newsml_message_holds_many_items(tmp_path: Path) -> None:
    items = [NEWS_ITEM.format(title=f"Item {n}", body=NITF_BODY, status="usable") for n in (1, 2)]
    withdrawn = NEWS_ITEM.format(title="Item 3", body=NITF_BODY, status="canceled")
    message = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{''.join(items)}{withdrawn}</itemSet></newsMessage>"
    one, two, three = read([str(saved(tmp_path, "message.xml", message))])
    assert [r.article.title for r in (one, two) if isinstance(r, Document)] == ["Item 1", "Item 2"]
    assert isinstance(three, Skipped) and three.reason == "its publisher has marked the item canceled"


MARKDOWN = f"""---
title: {pages.TITLE}
date: 2031-03-04
published_time: 2031-03-04 09:12:00+01:00
source_url: https://www.gov.example/briefings/1
---

James Hall

     MS. DORR:  Good morning.  One brigade has left,
the ministry *says*, and we have
[seen](https://x.example) nothing of it.
\x20\x20
> {pages.QUOTE}\x20\x20
> — Viktor Sand, spokesman

ADVERTISEMENT

\\###
"""


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    article = only(saved(tmp_path, "briefing.md", MARKDOWN))
    assert (article.title, article.published, article.outlet) == (
        pages.TITLE,
        "2031-03-04T09:12:00+01:00",
        "gov.example",
    )
    assert rows(article) == [
        (Role.HEADLINE, pages.TITLE),
        (Role.PARAGRAPH, "James Hall"),
        (
            Role.PARAGRAPH,
            "MS. DORR: Good morning. One brigade has left, the ministry says, and we have seen nothing of it.",
        ),
        (Role.QUOTE, pages.QUOTE),
        (Role.BYLINE, "— Viktor Sand, spokesman"),
    ]
    assert article.furniture == ("ADVERTISEMENT", "###")


@pytest.mark.parametrize("front", ["title: [unclosed", "a: &a [*a, *a]\nb: {", "- just\n- a list", "\tx"])
def test_broken_front_matter_is_passed_over(tmp_path: Path, front: str) -> None:
    article = only(saved(tmp_path, "a.md", f"---\n{front}\n---\n# {pages.TITLE}\n\n{pages.PARAGRAPHS[0]}\n"))
    assert rows(article) == [(Role.HEADLINE, pages.TITLE), (Role.PARAGRAPH, pages.PARAGRAPHS[0])]
