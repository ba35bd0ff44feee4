from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.types import Evidence, PublishedFrom, Role
from tests.read import pages
from tests.read.reading import only, rows, words


def saved(tmp_path: Path, markup: str, name: str = "page.html") -> Path:
    path = tmp_path / name
    path.write_text(markup, "utf-8")
    return path


def test_a_news_page_gives_its_blocks_in_order(tmp_path: Path) -> None:
    article = only(saved(tmp_path, pages.news_page()))
    first, *rest = pages.PARAGRAPHS
    assert rows(article) == [
        (Role.HEADLINE, pages.TITLE),
        (Role.STANDFIRST, pages.STANDFIRST),
        (Role.CAPTION, pages.CAPTION),
        (Role.PARAGRAPH, first),
        (Role.QUOTE, pages.QUOTE),
        (Role.BYLINE, pages.BYLINE),
        *((Role.PARAGRAPH, text) for text in rest),
    ]
    assert article.text == "\n\n".join(text for _, text in rows(article))


def test_a_news_page_says_who_published_it_and_when(tmp_path: Path) -> None:
    article = only(saved(tmp_path, pages.news_page()))
    assert (article.title, article.outlet, article.author, article.credit) == (
        pages.TITLE,
        "The Orsa Courier",
        "Ann Lee",
        "Reuters",
    )
    assert article.url == "https://courier.example/2031/tarn-valley"
    assert (article.published, article.published_from) == ("2031-03-04T09:12:00+01:00", PublishedFrom.METADATA)


def test_a_caption_keeps_its_credit_and_what_it_is_worth(tmp_path: Path) -> None:
    article = only(saved(tmp_path, pages.news_page()))
    (caption,) = (block for block in article.blocks if block.role is Role.CAPTION)
    assert (caption.evidence, caption.credit) == (Evidence.FILE, "Northern Wire")


def test_furniture_is_out_of_the_text_but_remembered(tmp_path: Path) -> None:
    article = only(saved(tmp_path, pages.news_page()))
    for line in ("ADVERTISEMENT", "Read more: Ten valleys you should see before you die", "Facebook"):
        assert line in article.furniture
        assert line not in article.text
    for foreign in ("Related stories", "reservists", "newsletter", "rights reserved", "Sport"):
        assert foreign not in article.text


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        pytest.param("<p class='pullquote'>{quote}</p>", [], id="pulled by class"),
        pytest.param("<blockquote>waiting for evidence and not for announcements</blockquote>", [], id="pulled words"),
        pytest.param(
            "<blockquote><p>No convoy passed here tonight.</p>— Tarn Watch (@tarnwatch) March 4, 2031</blockquote>",
            [(Role.QUOTE, "No convoy passed here tonight."), (Role.BYLINE, "— Tarn Watch (@tarnwatch) March 4, 2031")],
            id="post",
        ),
        pytest.param(
            "<blockquote>No convoy passed here tonight.</blockquote><p>Ilan Dorr, mayor of Tarn</p>",
            [(Role.QUOTE, "No convoy passed here tonight."), (Role.BYLINE, "Ilan Dorr, mayor of Tarn")],
            id="name line after the quote",
        ),
        pytest.param(
            "<h2>Kelmark waits for evidence</h2>", [(Role.HEADLINE, "Kelmark waits for evidence")], id="subheading"
        ),
        pytest.param("<ul><li><a href='/x'>Kelmark calls up men</a></li></ul>", [], id="link list"),
        pytest.param(
            "<ul><li>The brigade's trains left on Sunday night.</li><li>Nobody saw them arrive in the east.</li></ul>",
            [
                (Role.PARAGRAPH, "The brigade's trains left on Sunday night."),
                (Role.PARAGRAPH, "Nobody saw them arrive in the east."),
            ],
            id="list of facts",
        ),
        pytest.param(
            "<figure><figcaption>The station at Orsa. <span class='credit'>Ilan Dorr/AFP</span></figcaption></figure>",
            [(Role.CAPTION, "The station at Orsa. Ilan Dorr/AFP")],
            id="caption with a credit inside",
        ),
    ],
)
def test_what_stands_between_paragraphs(tmp_path: Path, inside: str, wanted: list[tuple[Role, str]]) -> None:
    markup = pages.news_page().replace('<div class="ad">ADVERTISEMENT</div>', inside.format(quote=pages.QUOTE))
    article = only(saved(tmp_path, markup))
    plain = rows(only(saved(tmp_path, pages.news_page(), "plain.html")))
    assert [row for row in rows(article) if row not in plain] == wanted


def test_the_points_over_a_story_are_its_standfirst(tmp_path: Path) -> None:
    points = "<ul><li>Brigade has left the valley, says ministry</li><li>Nobody has seen it go</li></ul>"
    markup = pages.news_page().replace(f'<p class="standfirst">{pages.STANDFIRST}</p>', points)
    article = only(saved(tmp_path, markup))
    assert words(article, {Role.STANDFIRST}) == ["Brigade has left the valley, says ministry", "Nobody has seen it go"]


def test_an_article_quoted_whole_stays_a_quote(tmp_path: Path) -> None:
    quoted = "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS)
    own = (
        "The Courier's report of Monday, which we print in full because it has been taken down, reads as follows.",
        "The Courier did not say why it took the report down, and its editor did not answer our questions on Tuesday.",
        "Kelmark's ministry told this newspaper that it had asked nobody to remove anything, there or elsewhere.",
    )
    markup = f"""<html><head><meta property="og:title" content="The report that vanished">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The report that vanished",
"datePublished": "2031-03-06", "publisher": {{"name": "Kelmark Post"}}}}</script></head><body><article>
<h1>The report that vanished</h1><p>{own[0]}</p><blockquote><h1>{pages.TITLE}</h1>{quoted}</blockquote>
<p>{own[1]}</p><p>{own[2]}</p></article></body></html>"""
    article = only(saved(tmp_path, markup))
    assert (article.title, article.outlet, article.published) == (
        "The report that vanished",
        "Kelmark Post",
        "2031-03-06",
    )
    assert words(article, {Role.PARAGRAPH}) == list(own)
    assert set(pages.PARAGRAPHS) <= set(words(article, {Role.QUOTE}))


@pytest.mark.parametrize(
    "markup", ["<blockquote>{}</blockquote>", "<blockquote class='x'><p>{}</p></blockquote>"], ids=["bare", "built"]
)
def test_a_block_quote_may_end_an_article(tmp_path: Path, markup: str) -> None:
    quote, who = "We count convoys, and there was none.", "Ilan Dorr, mayor of Tarn"
    told = "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS)
    body = (
        f"<article><h1>{pages.TITLE}</h1>{told}{markup.format(quote)}<p>{who}</p></article><p>All rights reserved</p>"
    )
    article = only(saved(tmp_path, f"<html><body>{body}</body></html>"))
    assert (words(article, {Role.QUOTE}), words(article, {Role.BYLINE})) == ([quote], [who])


@pytest.mark.parametrize(
    ("line", "published", "how"),
    [
        ("<time datetime='2031-03-04T09:12Z'>4 March</time>", "2031-03-04T09:12:00+00:00", PublishedFrom.METADATA),
        ("<div>Published: 4 March 2031, 09:12</div>", "2031-03-04T09:12:00", PublishedFrom.PAGE_TEXT),
        ("<div>Tuesday 4 March 2031</div>", "2031-03-04", PublishedFrom.PAGE_TEXT),
        ("<div>Published: undefined</div>", "", PublishedFrom.UNKNOWN),
    ],
)
def test_a_page_whose_head_has_no_date(tmp_path: Path, line: str, published: str, how: PublishedFrom) -> None:
    paragraphs = tuple(text.replace("ORSA, March 4 (Reuters) - ", "") for text in pages.PARAGRAPHS)
    markup = pages.news_page(published="", paragraphs=paragraphs)
    markup = markup.replace('<time datetime="">4 March 2031</time>', line)
    article = only(saved(tmp_path, markup))
    assert (article.published, article.published_from) == (published, how)


def test_a_page_without_any_help_is_read_by_its_paragraphs(tmp_path: Path) -> None:
    body = "".join(f"<div>{text}</div>" for text in pages.PARAGRAPHS)
    article = only(
        saved(tmp_path, f"<html><head><title>{pages.TITLE} - Courier</title></head><body>{body}</body></html>")
    )
    assert article.title == pages.TITLE
    assert words(article, {Role.PARAGRAPH}) == list(pages.PARAGRAPHS)


def test_lines_parted_by_breaks_are_parted(tmp_path: Path) -> None:
    body = "<br><br>".join(pages.PARAGRAPHS)
    article = only(saved(tmp_path, f"<html><body><h1>{pages.TITLE}</h1><div>{body}</div></body></html>"))
    assert words(article, {Role.PARAGRAPH}) == list(pages.PARAGRAPHS)
