"""The pages as they are served: every link leads somewhere, and no word of an article is ever more than a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag, urljoin
from zipfile import ZipFile

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.desk import Desk
from reportedly.show.http.indexing import catch_up
from tests.show import served

SCRIPTS = ["/static/htmx.min.js", "/static/desk.js"]
NEXT = re.compile(r"/(?!static|api|live|stories/\w+/evidence)")


@pytest.fixture(scope="module")
def pages(client: TestClient, common_desk: Desk) -> dict[str, str]:
    """Every page that can be reached from the first one, by its path."""
    while catch_up(common_desk):
        pass
    found, waiting = dict[str, str](), ["/", "/search?q=ferry"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            answer = client.get(path)
            assert answer.status_code == 200, path
            found[path] = answer.text
            waiting += [link for link in links(path, answer.text) if NEXT.match(link) and "/correct?" not in link]
    return found


def parsed(text: str) -> Any:
    """Return a page as a tree; what its stubs allow an XPath to give is too much to narrow each time."""
    return html.fromstring(text)


def links(path: str, text: str) -> Iterator[str]:
    for link in parsed(text).xpath("//a/@href"):
        target = urldefrag(urljoin(path, str(link))).url
        if target.startswith("/"):
            yield target


def test_every_kind_of_page_is_reached(pages: dict[str, str]) -> None:
    kinds = {path.split("?")[0].strip("/").split("/")[0] for path in pages}
    assert {"", "stories", "claims", "articles", "search", "parties", "said", "corrections"} <= kinds


def test_hostile_words_stay_words(pages: dict[str, str]) -> None:
    shown = 0
    for path, text in pages.items():
        tree = parsed(text)
        assert tree.xpath("//script/@src") == SCRIPTS, path
        assert tree.xpath("//script[text()]") == [], path
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == [], path
        assert tree.xpath("//style | //@style | //iframe | //svg | //img | //b[text()='Thule']") == [], path
        addresses = [str(link).strip().lower() for link in tree.xpath("//@href | //@src | //@action")]
        assert not [link for link in addresses if link.startswith(("javascript:", "data:", "//"))], path
        assert "\u202e" not in text, path
        shown += "alert(1)" in "".join(tree.itertext())
    assert shown > 5, "the hostile words are there, as text"


def test_every_fragment_is_on_its_page(pages: dict[str, str]) -> None:
    ids = {path: set(parsed(text).xpath("//@id")) for path, text in pages.items()}
    for path, text in pages.items():
        assert len(ids[path]) == len(parsed(text).xpath("//@id")), f"{path}: an id stands twice"
        for link in parsed(text).xpath("//a/@href"):
            target = urldefrag(urljoin(path, str(link)))
            if target.fragment and target.url in ids:
                assert target.fragment in ids[target.url], f"{path}: {link}"


@pytest.mark.parametrize(
    "path",
    [
        f"/search?q={served.SCRIPT}",
        f"/said?party={served.SCRIPT}",
        f"/said?outlet={served.SCRIPT}",
        f"/stories/{served.SCRIPT}",
        f"/claims/{served.SCRIPT}",
        f"/articles/{served.SCRIPT}",
        f"/{served.SCRIPT}",
        f"/login?next={served.SCRIPT}",
        f"/correct?act={served.SCRIPT}",
        f"/corrections?made={served.SCRIPT}",
        f"/?after={served.SCRIPT}",
        "/search?q=%22%20onfocus%3Dalert(1)%20autofocus%20x%3D%22",
    ],
)
def test_nothing_that_is_asked_comes_back_as_markup(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert served.SCRIPT not in text
    tree = parsed(text)
    assert tree.xpath("//script/@src") == SCRIPTS
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/t000000000000", 404),
        ("/claims/c000000000000:s1", 404),
        ("/articles/a000000000000", 404),
        ("/articles/x", 404),
        ("/nope", 404),
        ("/corrections?made=x", 422),
        ("/stories/t000000000000?step=x", 422),
        ("/search?q=" + "x" * 201, 422),
    ],
)
def test_what_is_not_there_is_said_on_a_page(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert parsed(answer.text).xpath("//h1")


def story_of(client: TestClient, title: str) -> str:
    (link,) = parsed(client.get("/").text).xpath(f"//h2/a[contains(., '{title}')]/@href")
    return str(link)


def test_the_slider_goes_back_to_every_moment(client: TestClient) -> None:
    path = story_of(client, "Kerch")
    now = parsed(client.get(path).text)
    assert now.xpath("//input[@id='step']/@max") == ["2"]
    sides = [parsed(client.get(f"{path}?step={step}").text).xpath("//table//td//a/@class") for step in range(3)]
    assert [len(each) for each in sides] == [1, 2, 3]
    assert client.get(f"{path}?step=2").text == client.get(path).text
    assert client.get(f"{path}?step=999").text == client.get(path).text


def test_what_changed_since_is_listed(client: TestClient) -> None:
    path = story_of(client, "Kerch")
    text = " ".join(parsed(client.get(f"{path}?since=2031-05-03").text).xpath("string(//section[1])").split())
    assert text.startswith("Changed since 3 May 2031")
    assert "NATO" in text
    assert "Ukraine" not in text
    assert client.get(f"{path}?since=yesterday").status_code == 400


def test_what_moved_since_one_looked_is_marked(
    staffed: TestClient, served_desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    served.login(staffed, "bob")
    page = staffed.get("/")
    tree = parsed(page.text)
    form = {"csrf": tree.xpath("//form[@action='/looked']/input[@name='csrf']/@value")[0]}
    form["seq"] = tree.xpath("//form[@action='/looked']/input[@name='seq']/@value")[0]
    seen = staffed.post("/looked", data=form)
    assert "card new" not in seen.text
    served.add(served_desk, served.MORE, tmp_path_factory.mktemp("more"))
    wait(staffed, served_desk)
    (card,) = parsed(staffed.get("/").text).xpath("//li[contains(@class, 'card new')]")
    told = " ".join(card.text_content().split())
    assert "1 new article" in told
    assert "Russia asserted, now denies" in told


def wait(client: TestClient, desk: Desk) -> None:
    """Ask until the server has seen the last entry."""
    while client.get("/api/v1/head").json()["seq"] < desk.ledger.head().seq:
        pass


def test_the_evidence_pack_comes_whole_and_stays_in_its_folder(client: TestClient) -> None:
    answer = client.get(f"{story_of(client, 'Atlantis says')}/evidence.zip")
    assert answer.headers["content-type"] == "application/zip"
    assert re.fullmatch(r'attachment; filename="evidence-t[0-9a-f]{12}\.zip"', answer.headers["content-disposition"])
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert "manifest.sha256" in archive.namelist()
        assert not [name for name in archive.namelist() if name.startswith("/") or ".." in name or "\\" in name]
    assert client.get("/stories/t000000000000/evidence.zip").status_code == 404
