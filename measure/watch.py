"""Watch many feeds, killed in the middle: python -m measure.watch [--feeds N] [--articles N] [--stand-in]

Articles made of the corpus's paragraphs are served from a host of each feed's own on this machine. A watch reads them,
is killed with SIGKILL half way, and another one goes on. At the end every article must be in the ledger once, read,
linked and in a story. `--stand-in` takes a finder of a few patterns, so that all but finding is measured.
"""

from __future__ import annotations

import argparse
import html
import multiprocessing
import os
import random
import resource
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.stories import stories
from reportedly.desk import Desk
from reportedly.ledger import open_ledger
from reportedly.ledger.port import EntryKind
from reportedly.ledger.records import article_of
from reportedly.ledger.verify import verify
from reportedly.read import Fetcher
from reportedly.types import Article
from reportedly.watch import Feed, News, Watcher, Watchlist
from tests.desk.standin import StandIn

FORK = multiprocessing.get_context("fork")  # the child starts with everything imported


def articles(number: int, seed: int = 5) -> Iterator[tuple[str, str]]:
    """Yield titles and pages: of an article of the corpus most of its paragraphs, and a line of its own."""
    dice = random.Random(seed)
    golds = [gold.article for story in stories("train") for gold in story.articles]
    for edition, gold in enumerate(islice(cycle(golds), number)):
        paragraphs = [line for line in gold.text.split("\n\n") if line.strip()]
        kept = [text for text in paragraphs if dice.random() < 0.8] or paragraphs
        title = f"{gold.title} ({edition})"
        yield title, _page(title, gold, [*kept, f"This is edition {edition} of the report on this day's events."])


def _page(title: str, gold: Article, paragraphs: list[str]) -> str:
    text = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{html.escape(title)}</title>'
        f'<meta property="og:site_name" content="{html.escape(gold.outlet)}">'
        f'<meta property="article:published_time" content="{gold.published}"></head>'
        f"<body><article><h1>{html.escape(title)}</h1>{text}</article></body></html>"
    )


def site(feeds: int, number: int) -> tuple[dict[str, bytes], set[str]]:
    """Return what is served, by host and path, and the titles of all articles."""
    answers, titles = dict[str, bytes](), set[str]()
    lists: list[list[str]] = [[] for _ in range(feeds)]
    for edition, (title, page) in enumerate(articles(number)):
        feed = edition % feeds
        answers[f"feed{feed}.example/{edition}"] = page.encode()
        lists[feed].append(f"<item><title>{html.escape(title)}</title><link>/{edition}</link></item>")
        titles.add(title)
    for feed, entries in enumerate(lists):
        rss = f'<rss version="2.0"><channel><title>Feed {feed}</title>{"".join(entries)}</channel></rss>'
        answers[f"feed{feed}.example/feed"] = rss.encode()
    return answers, titles


@contextmanager
def serving(answers: Mapping[str, bytes]) -> Iterator[int]:
    """Serve answers on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = answers.get(f"{self.headers.get('Host', '').partition(':')[0]}{self.path}")
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


def _watch(where: str, port: int, feeds: int, stand_in: bool, news: Connection) -> None:
    """Watch once, and tell of each article through a pipe."""

    def tell(one: News) -> None:
        news.send(one.url)

    watchlist = Watchlist(tuple(Feed(f"http://feed{n}.example:{port}/feed") for n in range(feeds)), delay=0.0)
    fetcher = Fetcher(allowed=["127.0.0.1/32"], resolve=lambda _host, _port: ["127.0.0.1"])
    with Desk(open_ledger(where), StandIn() if stand_in else None) as desk:
        Watcher(desk, watchlist, fetcher, tell=tell).run(once=True)


def _run(where: str, port: int, feeds: int, stand_in: bool, kill_after: int) -> int:
    """Let a watch run, killing it after so many articles (0: never), and return how many it told of."""
    here, there = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_watch, args=(where, port, feeds, stand_in, there))
    process.start()
    there.close()
    told = 0
    try:
        while True:
            here.recv()
            told += 1
            if told == kill_after and process.pid is not None:
                os.kill(process.pid, signal.SIGKILL)
    except EOFError:
        pass
    process.join()
    return told


def faults(where: str, titles: set[str]) -> Iterator[str]:
    """Yield whatever is lost, doubled, half-read or not shown."""
    with open_ledger(where) as ledger:
        if fault := verify(ledger).fault:
            yield fault
        kept = [article_of(entry) for entry in ledger.entries(kinds={EntryKind.ARTICLE})]
        for kind in (EntryKind.READING, EntryKind.LINK):
            if Counter(e.subject for e in ledger.entries(kinds={kind})) != Counter(article.id for article in kept):
                yield f"not every article has one {kind}"
    found = Counter(article.title for article in kept)
    yield from (f"lost: {title}" for title in titles - found.keys())
    yield from (f"{times} times: {title}" for title, times in found.items() if times > 1)
    yield from (f"not served: {title}" for title in found.keys() - titles)
    with Desk(open_ledger(where), StandIn()) as desk:
        shown = {article for story in desk.stories() for article in story.articles}
    if missing := {article.id for article in kept} - shown:
        yield f"{len(missing)} articles are in no story"


def main(arguments: list[str] | None = None) -> int:
    """Print what happened; return 1 where anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--stand-in", action="store_true", help="find by a few patterns, not by the reader")
    options = parser.parse_args(arguments)
    answers, titles = site(options.feeds, options.articles)
    with TemporaryDirectory() as folder, serving(answers) as port:
        where, started = str(Path(folder) / "ledger.db"), time.perf_counter()
        first = _run(where, port, options.feeds, options.stand_in, options.articles // 2)
        second = _run(where, port, options.feeds, options.stand_in, 0)
        took = time.perf_counter() - started
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"{options.feeds} feeds, {options.articles} articles: {first} read, killed, {second} read")
        cpu = spent.ru_utime + spent.ru_stime
        print(
            f"{took:.0f} s, {options.articles / took:.1f} articles a second; {options.articles / cpu:.1f} a CPU-second"
        )
        wrong = list(faults(where, titles))
    print("\n".join(wrong[:20]) or "every article is there once, read, linked and in a story")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
