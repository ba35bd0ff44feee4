"""The pictures of the docs, from the pages as they are: python docs/pictures/make.py

The example stories are read into a ledger, `reportedly serve` shows it, and Debian's Chromium looks at it on
a screen of 1280 pixels, in light.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
WIDTH = 1280
MARGIN = 4  # below the last part that is shown: less than there is to the next
COMMAND = [sys.executable, "-c", "from reportedly.show.cli import main; main()"]
STORY = "Kestria says some troops"
ARTICLE = "Kestria admits fresh units"


@contextmanager
def serving(ledger: str) -> Iterator[str]:
    """Serve a ledger, and yield its address."""
    command = [*COMMAND, "serve", "--ledger", ledger, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", line := process.stderr.readline())
        if found is None:
            raise SystemExit(line + process.stderr.read())
        try:
            yield found[0]
        finally:
            process.terminate()


def take(page: Any, address: str) -> None:
    """Take a picture of each kind of page that the docs show."""
    page.goto(address)
    _keep(page, "stories", below=".stories .card >> nth=2")
    page.get_by_role("link", name=STORY).first.click()
    page.locator(".matrix").wait_for()
    page.locator(".gauge img").evaluate("picture => picture.decode()")
    _keep(page, "story", below="section:has(.gauge)")
    page.get_by_role("link", name=ARTICLE).first.click()
    page.locator(".block").first.wait_for()
    page.locator("[data-s] a").first.focus()  # its words and its note are lit together
    _keep(page, "article", below=".block >> nth=7")


def _keep(page: Any, name: str, below: str) -> None:
    """Keep a page from its top to the end of some part of it."""
    page.evaluate("scrollTo(0, 0)")
    box = page.locator(below).first.bounding_box()
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": box["y"] + box["height"] + MARGIN}
    page.screenshot(path=HERE / f"{name}.png", full_page=True, clip=clip)


def main() -> None:
    """Make all pictures anew."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("there is no browser here: install Debian's chromium package")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = sys.argv[1] if len(sys.argv) > 1 else f"{folder}/ledger.db"
        if len(sys.argv) == 1:
            subprocess.run([*COMMAND, "read", str(EXAMPLES), "--ledger", ledger], check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serving(ledger) as address:
            page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
            page.set_default_timeout(120_000)
            take(page, address)
        browser.close()


if __name__ == "__main__":
    main()
