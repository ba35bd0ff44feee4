"""Real pages and briefings as they were served: facts about them only, for the pages are not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.read import Document, read
from reportedly.types import Article, Evidence, PublishedFrom, Role
from tests.read.reading import only, words

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = pytest.mark.shared

PAGES = {
    "APNews_2024_09_03": ("The presidential campaigns brace", "2024-09-03T04:03:19+00:00", "AP News"),
    "BBC_2024_08_01": ("Office for Budget Responsibility: What", "2022-10-10T13:21:17+00:00", "BBC News"),
    "BusinessInsider_2025_04_01": ("A woman who lost 130", "2025-03-29T11:36:01+00:00", "Business Insider"),
    "CBCNews_2024_08_08": ("What's next for Gaza", "2024-08-08T08:00:00+00:00", "CBC"),
    "CNBC_2023_04_28": ("31% of new crypto buyers", "2023-04-28T18:23:00+00:00", "CNBC"),
    "DailyMail_2024_04_27": ("Your $1 bill could be", "2024-04-27T15:56:35+01:00", "Daily Mail"),
    "DailyMaverick_2026_01_06": ("Joburg has failed its informal", "2026-01-06T12:31:36+00:00", "Daily Maverick"),
    "EuronewsEN_2026_01_06": ("As Trump pitches Venezuelan oil", "2026-01-06T13:55:27+01:00", "Euronews"),
    "EveningStandard_2024_10_24": ("Tony Blair: Why there has", "2024-10-24T11:05:17+00:00", "Evening Standard"),
    "FoxNews_2023_04_28": ("House China Committee demands answers", "2023-04-26T14:20:55-04:00", "Fox News"),
    "LATimes_2023_06_26": ("One hundred years at the", "2023-06-26T12:00:29+00:00", "Los Angeles Times"),
    "Metro_2024_11_29": ("Sweden tells 5,000,000 households", "2024-11-18T21:26:36+00:00", "Metro"),
    "NationalPost_2025_05_08": ("India fires missiles into", "2025-05-07T13:42:21+00:00", "National Post"),
    "NineNews_2024_05_02": ("Nearly 3000 pages of Jeffrey", "2024-01-07T01:20:00+00:00", "9News"),
    "Reuters_2024_03_07": ("Israeli tank 'likely' fired", "2024-03-07T07:55:25+00:00", "Reuters"),
    "TechCrunch_2024_05_17": ("Strava taps AI to weed", "2024-05-16T18:00:00+00:00", "TechCrunch"),
    "TheGatewayPundit_2026_07_19": ("As Protests Grow Over", "2026-07-19T09:45:39-05:00", "The Gateway Pundit"),
    "TheGuardian_2024_02_24": ("Death toll in Valencia fire", "2024-02-24T11:42:23+00:00", "The Guardian"),
    "TheIndependent_2024_11_22": ("Australian teenager becomes sixth", "2024-11-22T08:49:59+00:00", "The Independent"),
    "TheIntercept_2024_02_28": ("Aaron Bushnell, Who Self-Immolated", "2024-02-28T14:54:09+00:00", "The Intercept"),
    "TheTelegraph_2023_08_30": ("The best heated clothes airers", "2023-08-30T16:45:00+01:00", "The Telegraph"),
    "TimesOfIndia_2024_09_02": ("Anti-terror op turns sinister", "2024-09-02T17:07:00+05:30", "Times Of India"),
    "VoiceOfAmerica_2024_04_28": ("America's child care crisis", "2024-04-28T07:00:00+00:00", "Voice of America"),
    "WashingtonPost_2024_04_26": (
        "Strong tornadoes possible in severe",
        "2024-04-26T15:24:04+00:00",
        "The Washington Post",
    ),
}
NEVER = (
    "sign up",
    "newsletter",
    "subscribe to",
    "advertisement",
    "read more",
    "related stories",
    "cookie",
    "all rights reserved",
    "privacy policy",
    "share this",
    "click here",
    "follow us",
)  # words of page furniture; none of these articles speaks of such things


def shared(*parts: str) -> Path:
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.resolve()


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_has_its_title_date_and_outlet(name: str) -> None:
    article = only(shared("real", "pages", f"{name}.html.gz"))
    title, published, outlet = PAGES[name]
    assert article.title.startswith(title)
    assert (article.published, article.published_from) == (published, PublishedFrom.METADATA)
    assert article.outlet.startswith(outlet)
    assert article.blocks[0].role is Role.HEADLINE
    assert article.blocks[0].span.of(article.text) == article.title


@pytest.mark.parametrize("name", PAGES)
def test_the_body_of_a_real_page_is_free_of_furniture(name: str) -> None:
    article = only(shared("real", "pages", f"{name}.html.gz"))
    body = "\n".join(words(article, set(Role))).lower()
    assert not [phrase for phrase in NEVER if phrase in body]
    assert len(words(article, {Role.PARAGRAPH})) >= 5
    assert article.furniture


@pytest.mark.parametrize(
    ("name", "paragraphs", "captions", "quotes"),
    [
        ("CBCNews_2024_08_08", 30, 5, 0),
        ("FoxNews_2023_04_28", 17, 4, 0),
        ("NationalPost_2025_05_08", 125, 15, 1),
        ("Reuters_2024_03_07", 29, 1, 0),
        ("TheGuardian_2024_02_24", 7, 1, 0),
        ("TheGatewayPundit_2026_07_19", 15, 1, 6),
    ],
)
def test_the_blocks_of_a_real_page_counted_by_hand(name: str, paragraphs: int, captions: int, quotes: int) -> None:
    article = only(shared("real", "pages", f"{name}.html.gz"))
    counts = [len(words(article, {role})) for role in (Role.PARAGRAPH, Role.CAPTION, Role.QUOTE)]
    assert counts == [paragraphs, captions, quotes]


def briefings() -> list[Article]:
    readings = list(read([str(shared("real", "briefings"))]))
    return [reading.article for reading in readings if isinstance(reading, Document)]


def test_every_briefing_has_title_date_and_place() -> None:
    found = briefings()
    assert len(found) == 8
    for article in found:
        assert article.published.startswith(Path(article.source).name[:10])
        assert (article.published_from, article.outlet) == (PublishedFrom.METADATA, "bidenwhitehouse.archives.gov")
        assert article.title and "###" not in article.text


def test_a_speaker_begins_a_paragraph() -> None:
    by_title = {article.title: article for article in briefings()}
    article = by_title["Press Briefing by Press Secretary Jen Psaki, February 15, 2022"]
    paragraphs = words(article, {Role.PARAGRAPH})
    assert sum(text.startswith("MS. PSAKI: ") for text in paragraphs) > 50
    assert not any("MS. PSAKI: " in text[1:] for text in paragraphs)
    assert article.furniture == ()


def test_the_article_it_began_with() -> None:
    path = next(shared("seed").glob("*.txt"))
    article = only(path)
    assert article.text.encode() == path.read_bytes()
    assert (article.published, article.published_from) == ("2022-02-15", PublishedFrom.PAGE_TEXT)
    assert [b.evidence for b in article.blocks if b.role is Role.CAPTION] == [Evidence.ILLUSTRATIVE] * 2
    assert words(article, {Role.BYLINE}) == ["Igor Konashenkov, Spokesperson for the Russian Defense Ministry"]
    (quote,) = words(article, {Role.QUOTE})
    assert quote.startswith('"Units of the southern') and quote.endswith('deployment points."')
    live = "\n".join(words(article, set(Role) - {Role.FURNITURE})).lower()
    assert not any(
        phrase in live for phrase in ("advertisement", "scroll", "member today", "undefined", "<div", "read about")
    )
