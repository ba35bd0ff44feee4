"""The gauge on a story's page: a picture of its own, its finding in words, its days with the sentences behind them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.show.http.newsroom import Newsroom
from reportedly.show.web import paths
from reportedly.show.web.gauge import gauge
from reportedly.show.web.render import render
from tests.desk.news import BRIDGE, TARIFF
from tests.desk.test_events import Marking
from tests.show import served
from tests.show.web.test_pages import parsed, story_of, wait

FINDING = "Easing is claimed (+4.3) and not corroborated on 4 May 2031; 100% of it is contested"
POLICY = "default-src 'none'"


@contextmanager
def marking(folder: Path) -> Iterator[Desk]:
    """Open a desk over a story whose claim tells of an event, and over one without."""
    news = folder / "news.jsonl"
    news.write_text("".join(f"{json.dumps(article.record)}\n" for article in (*BRIDGE, TARIFF)), "utf-8")
    with Desk(open_ledger(folder / "l.db"), Marking(words=["open"])) as desk:
        desk.read(str(news))
        yield desk


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor of a ledger that no test changes."""
    with marking(tmp_path_factory.mktemp("marked")) as desk, served.visiting(desk) as client:
        yield client


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Desk]:
    with marking(tmp_path) as desk:
        yield desk


def picture_of(client: TestClient, path: str) -> str:
    (address,) = parsed(client.get(path).text).xpath("//figure//img/@src")
    return str(address)


def test_the_finding_is_what_the_picture_says(visitor: TestClient) -> None:
    tree = parsed(visitor.get(story_of(visitor, "Kerch")).text)
    assert tree.xpath("//figure//img/@alt") == [FINDING]
    assert tree.xpath("string(//figcaption)").startswith(f"{FINDING}.")
    answer = visitor.get(tree.xpath("//figure//img/@src")[0])
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"].startswith(POLICY)
    svg = parsed(answer.text)
    assert FINDING in " ".join(" ".join(svg.itertext()).split())
    assert svg.xpath("//script | //style | //@style | //foreignobject | //@*[starts-with(name(), 'on')]") == []


def test_each_day_opens_the_sentences_behind_it(visitor: TestClient) -> None:
    rows = parsed(visitor.get(story_of(visitor, "Kerch")).text).xpath("//details//table//tr[td]")
    days = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert days == [
        ["1 May 2031", "Russia ● asserts", "+5.0", "+0.0", "0%"],
        ["2 May 2031", "Ukraine ✕ denies", "+4.8", "+0.0", "100%"],
        ["4 May 2031", "NATO ◉ confirms", "+4.3", "+0.0", "100%"],
    ]
    for row in rows:
        (link,) = row.xpath(".//a/@href")
        path, _, name = str(link).partition("#")
        assert parsed(visitor.get(path).text).xpath(f"//*[@id='{name}']")


def test_an_earlier_moment_has_the_gauge_of_then(visitor: TestClient) -> None:
    path = story_of(visitor, "Kerch")
    tree = parsed(visitor.get(f"{path}?step=1").text)
    assert tree.xpath("//figure//img/@alt") == [
        "Easing is claimed (+4.8) and not corroborated on 2 May 2031; 100% of it is contested"
    ]
    assert len(tree.xpath("//details//table//tr[td]")) == 2
    then, now = picture_of(visitor, f"{path}?step=1"), picture_of(visitor, path)
    assert "as_of=2031-05-02" in then
    assert visitor.get(then).content != visitor.get(now).content


def test_a_last_day_without_news_opens_the_claims_that_weigh(marked: Desk) -> None:
    (name,) = {claim.claim.id for claim in marked.claims() if "Kerch" in claim.claim.gist}
    shown = gauge(Newsroom(marked), marked.claim(name).claim.story, "2031-05-18")
    assert shown is not None
    assert [day.day[-2:] for day in shown.days] == ["01", "02", "04", "18"], "levels only fade in between"
    tree = parsed(render("gauge.html.j2", gauge=shown, numbers={name: 1}))
    assert tree.xpath("//tbody/tr[last()]//a/@href") == [paths.claim(name)]
    assert tree.xpath("string(//tbody/tr[last()]/td[1])") == "nothing; what weighs: claim 1"


def test_where_nothing_weighs_nothing_is_shown(visitor: TestClient) -> None:
    path = story_of(visitor, "tariffs")
    assert "gauge" not in visitor.get(path).text.lower()
    answer = visitor.get(f"{path}/gauge.svg")
    assert answer.status_code == 404
    assert "nothing that weighs" in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/stories/t000000000000/gauge.svg", 404), ("{story}/gauge.svg?as_of=yesterday", 400)]
)
def test_a_picture_that_cannot_be_is_refused(visitor: TestClient, path: str, status: int) -> None:
    answer = visitor.get(path.format(story=story_of(visitor, "Kerch")))
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")


def test_news_changes_the_picture_and_its_address(marked: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    with served.visiting(marked) as client:
        path = story_of(client, "Kerch")
        before = picture_of(client, path)
        drawn = client.get(before).content
        assert client.get(before).content == drawn
        served.add(marked, served.MORE, tmp_path_factory.mktemp("more"))
        wait(client, marked)
        after = picture_of(client, path)
        assert after != before
        assert client.get(after).content != drawn


def test_without_the_extra_a_page_has_no_gauge(marked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("reportedly.show.chart.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    with served.visiting(marked) as client:
        path = story_of(client, "Kerch")
        page = client.get(path)
        assert page.status_code == 200
        assert "gauge" not in page.text.lower()
        answer = client.get(f"{path}/gauge.svg")
        assert answer.status_code == 404
        assert "not installed" in answer.text


def test_a_picture_is_for_readers_only(marked: Desk) -> None:
    with served.visiting(marked) as client:
        picture = picture_of(client, story_of(client, "Kerch"))
    served.people(marked)
    with served.visiting(marked) as client:
        assert client.get(picture, follow_redirects=False).status_code == 303
        served.login(client, "bob")
        answer = client.get(picture)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
