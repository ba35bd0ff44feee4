"""Lists of feeds, as we write them and as others export them; and those in the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.alert import load as load_rules
from reportedly.settings import SettingsError
from reportedly.watch import Feed, load, opml_feeds, with_feeds
from tests.documents import ROOT, fences

OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline type="rss" text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlURL="https://b.example/feed"/>
<outline text="A again" xmlUrl="https://a.example/feed"/><outline text="no web" xmlUrl="file:///etc/passwd"/>
</outline></body></opml>"""


def written(folder: Path, text: str) -> Path:
    path = folder / "feeds.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_list(tmp_path: Path) -> None:
    first, second = (f'[[feed]]\nurl = "https://{name}.example/"\n' for name in "ab")
    text = f'every = "10m"\ndelay = 2\n{first}{second}every = "1h"\n'
    found = load(written(tmp_path, text))
    assert found.feeds == (Feed("https://a.example/", 600), Feed("https://b.example/", 3600))
    assert (found.delay, found.recheck) == (2, 900)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[feed]]\nurl = "ftp://a.example/"', "feeds.toml:2: url: only http and https"),
        ('[[feed]]\nurl = "http://127.0.0.1/"', "feeds.toml:2: url: 127.0.0.1 is not a public address"),
        ('[[feed]]\nurl = "http://x@a.example/"', "user name or password"),
        ("[[feed]]\nevery = 20", "feeds.toml:1: url: it is missing"),
        ('[[feed]]\nurl = "https://a.example/"\nevery = "1s"', "feeds.toml:3: every: a feed is asked"),
        ('[[feed]]\nurl = "https://a.example/"\nevery = "soon"', "a span of time is expected"),
        ('[[feed]]\nurl = "https://a.example/"\nevry = "1m"', "did you mean every?"),
        ('allowed = ["10.1"]\n[[feed]]\nurl = "https://a.example/"', "feeds.toml:1: allowed:"),
        ('[feed]\nurl = "https://a.example/"', "write it as [[feed]]"),
        ("every = 5", "there is none"),
        ("every = ", "no TOML"),
        ("<html></html>", "no OPML: its root is <html>"),
        ("<opml><body/></opml>", "it names no feeds"),
        ('<!DOCTYPE o [<!ENTITY a "b">]><opml/>', "XML entities"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(written(tmp_path, text))
    assert words in str(caught.value)


def test_opml_is_a_list_and_can_be_added_to_one(tmp_path: Path) -> None:
    urls = ["https://a.example/feed", "https://b.example/feed"]
    path = tmp_path / "subscriptions.opml"
    path.write_bytes(OPML)
    assert opml_feeds(OPML, "x") == urls == [feed.url for feed in load(path).feeds]
    text, added = with_feeds(f'[[feed]]\nurl = "{urls[0]}"', [urls[0]], urls)
    assert added == 1
    assert [feed.url for feed in load(written(tmp_path, text)).feeds] == urls


def test_what_the_documents_show_can_be_loaded(tmp_path: Path) -> None:
    (feeds,) = (f for f in fences(ROOT / "docs" / "watch.md") if f.language == "toml")
    assert len(load(written(tmp_path, feeds.body)).feeds) == 2
    (rules,) = (f for f in fences(ROOT / "docs" / "alerts.md") if f.language == "toml")
    assert len(load_rules(written(tmp_path, rules.body)).rules) == 5
