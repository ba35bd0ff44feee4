"""The pages in a real browser: keys, slider, news, dark and light, a phone, and no policy that complains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Desk
from reportedly.show.http.indexing import catch_up
from tests.show import served
from tests.show.web.test_gauge import marking
from tests.show.web.visit import IN_A_BROWSER, SCREEN, doubt, opened, running

AXE = Path(__file__).parent / "axe" / "axe.min.js"
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 844}  # WCAG 1.4.10, Reflow
pytestmark = IN_A_BROWSER


@pytest.fixture
def address(served_desk: Desk) -> Iterator[str]:
    while catch_up(served_desk):
        pass
    with running(served_desk) as address:
        yield address


def paths(page: Any, address: str) -> list[str]:
    """Return one page of each kind, from the first story on."""
    page.goto(address)
    story = page.get_by_role("link", name="Kerch").first.get_attribute("href")
    page.goto(address + story)
    claim = page.locator(".matrix .gist").first.get_attribute("href")
    article = page.locator(".matrix .cell").first.get_attribute("href")
    return ["/", story, claim, article, "/search?q=ferry", "/parties", "/said?party=NATO", "/corrections", "/login"]


@pytest.mark.parametrize(("scheme", "viewport"), [("light", SCREEN), ("dark", SCREEN), ("light", PHONE)])
def test_pages_meet_aa_and_fit(browser: Any, address: str, scheme: str, viewport: dict[str, int]) -> None:
    with opened(browser, color_scheme=scheme, viewport=viewport, bypass_csp=True) as page:
        for path in paths(page, address):
            page.goto(address + path)
            page.add_script_tag(path=str(AXE))
            found = page.evaluate("tags => axe.run({runOnly: tags})", AA)["violations"]
            told = [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found]
            assert told == [], (path, scheme, viewport)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
            if viewport == PHONE:
                page.set_viewport_size(SMALLEST)
                assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"], path
                page.set_viewport_size(viewport)
            if path == "/":
                paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
                assert (paper == "rgb(22, 23, 26)") == (scheme == "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gauge_is_drawn_and_opens_its_sentences(browser: Any, tmp_path: Path, scheme: str) -> None:
    with marking(tmp_path) as desk, running(desk) as address, opened(browser, color_scheme=scheme) as page:
        page.goto(address)
        page.get_by_role("link", name="Kerch").first.click()
        page.locator(".gauge img").wait_for()
        page.wait_for_load_state("load")  # of the picture, too
        assert page.locator(".gauge img").evaluate("image => image.naturalWidth") > 0
        page.get_by_text("Day by day").click()
        page.locator("details tbody a").first.click()
        page.wait_for_url("**/articles/**")
        assert page.locator(".m.lit").count() > 0


def test_from_the_first_page_to_a_sentence_by_keys_alone(browser: Any, address: str) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        while "Kerch" not in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/stories/**")
        page.locator(".matrix").wait_for()
        page.keyboard.press("j")
        for _ in range(40):
            if page.evaluate("document.activeElement.classList.contains('cell')"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/**")
        assert page.locator(".m.lit").count() > 0, "the very words are marked"
        page.keyboard.press("/")
        page.keyboard.type("ferry")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=ferry")
        page.locator("#keys").click()
        page.locator("h1").click()
        page.keyboard.press("s")
        assert "/search" in page.url, "keys that are off do nothing"


def test_the_slider_changes_the_matrix_in_place(browser: Any, address: str) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.get_by_role("link", name="Kerch").first.click()
        assert page.locator(".matrix .cell").count() == 3
        page.locator("#step").focus()
        page.keyboard.press("Home")
        page.locator(".matrix .cell >> nth=1").wait_for(state="detached")
        assert page.locator(".matrix .cell").count() == 1
        assert page.evaluate("document.activeElement.id") == "step"
        assert "step=0" in page.url
        assert page.locator("#moment").inner_text() == page.locator("#step").get_attribute("aria-valuetext")


def test_news_is_told_and_shown_when_asked_for(
    browser: Any, address: str, served_desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.get_by_role("link", name="Kerch").first.click()
        page.locator(".matrix").wait_for()
        served.add(served_desk, served.MORE, tmp_path_factory.mktemp("more"))
        page.locator("#news button").wait_for()
        assert "asserts" in page.locator(".matrix").inner_text()
        assert page.title().startswith("●")
        page.keyboard.press("r")
        page.get_by_text("Who moved").wait_for()
        assert "Russia asserted, now denies" in page.locator(".moved").first.inner_text()
        assert page.locator("#news").inner_text() == ""


def test_an_editor_corrects_a_stance(browser: Any, served_desk: Desk) -> None:
    served.people(served_desk)
    with running(served_desk) as address, opened(browser, viewport=PHONE) as page:
        page.goto(address)
        page.get_by_label("Name").fill("ada")
        page.get_by_label("Password").fill(served.PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("link", name="Kerch").first.click()
        page.locator(".matrix .gist").first.click()
        page.get_by_role("link", name="the stance of").first.click()
        doubt(page)
        assert "it only wondered" in page.locator("table").inner_text()
    (decision,) = served_desk.decisions()
    assert (decision.act, decision.value, decision.by) == ("stance", "doubts", "ada")


def test_without_scripts_everything_is_there(browser: Any, address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(address)
        page.get_by_role("link", name="Kerch").first.click()
        page.get_by_label("What changed since").select_option(index=1)
        page.get_by_role("button", name="Show").click()
        assert "since=" in page.url
        page.locator(".matrix .cell").first.click()
        assert page.locator(".block").count() > 0
