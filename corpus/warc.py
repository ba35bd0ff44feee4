"""Stories of the corpus as a crawler would have kept them: python -m corpus.warc STORY... FILE.warc.gz

Each article becomes a page with its metadata, in a WARC record of its own, gzipped by itself as in CC-NEWS.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from corpus.stories import HERE, load
from reportedly.types import Article, Role

_TAGS = {
    Role.HEADLINE: "<h1>{}</h1>",
    Role.STANDFIRST: '<p class="standfirst">{}</p>',
    Role.PARAGRAPH: "<p>{}</p>",
    Role.QUOTE: "<blockquote><p>{}</p></blockquote>",
    Role.BYLINE: '<p class="byline">{}</p>',
    Role.CAPTION: "<figure><figcaption>{}</figcaption></figure>",
}


def page(article: Article) -> str:
    """Return an article as a web page."""
    body = "\n".join(_TAGS[b.role].format(escape(b.span.of(article.text))) for b in article.blocks if b.role in _TAGS)
    title, outlet = escape(article.title), escape(article.outlet)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">\n'
        f'<meta property="article:published_time" content="{escape(article.published)}"></head>\n'
        f"<body><main><article>\n{body}\n</article></main></body></html>\n"
    )


def records(story: str) -> Iterator[bytes]:
    """Yield the WARC records of a story's articles."""
    for gold in load(HERE / "stories" / f"{story}.xml").articles:
        host = re.sub(r"[^a-z]", "", gold.article.outlet.lower()) or "outlet"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(gold.article).encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://{host}.example/{story}/{gold.article.id}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        yield head.encode() + http + b"\r\n\r\n"


def write(stories: list[str], to: Path) -> None:
    """Write an archive of stories, the same bytes each time."""
    to.write_bytes(b"".join(gzip.compress(record, mtime=0) for story in stories for record in records(story)))


if __name__ == "__main__":
    write(sys.argv[1:-1], Path(sys.argv[-1]))
