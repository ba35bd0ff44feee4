"""Pages, texts and archives that the reading tests are made of. All prose is written for them."""

from __future__ import annotations

import gzip
import json

TITLE = "Orsenia says brigade has left the Tarn valley"
STANDFIRST = "Kelmark has not confirmed the withdrawal, and observers saw no convoys overnight."
PARAGRAPHS = (
    "ORSA, March 4 (Reuters) - Orsenia's defence ministry said on Monday that one brigade had left the Tarn valley and "
    "returned to its barracks in the east of the country.",
    "The ministry published a photograph of tanks on railway wagons. It did not say when or where it had been taken.",
    "Kelmark's government has yet to confirm the move. A spokeswoman, Ada Brenn, said her country was “waiting for "
    "evidence and not for announcements”.",
    "Observers of the border mission counted no convoys on the valley road between midnight and six in the morning, "
    "according to their daily report.",
)
QUOTE = "“The units have completed their tasks and are marching to their places of permanent deployment.”"
BYLINE = "Col. Viktor Sand, spokesman for the Orsenian defence ministry"
CAPTION = "An Orsenian tank on a railway wagon. File photo: Northern Wire"
JUNK = (
    "ADVERTISEMENT",
    "Read more: Ten valleys you should see before you die",
    "Sign up for our morning newsletter and get the news in your inbox",
    "Published: undefined",
    "Facebook Twitter WhatsApp",
)


def news_page(
    *,
    published: str = "2031-03-04T09:12:00+01:00",
    language: str = "en",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    head: str = "",
) -> str:
    """Return a page as a news site serves it: menus, share rows, advertisements, related stories around the article."""
    dated = f'<meta property="article:published_time" content="{published}">' if published else ""
    first, *rest = (f"<p>{text}</p>" for text in paragraphs)
    return f"""<!doctype html><html lang="{language}"><head><title>{TITLE} | The Orsa Courier</title>{dated}{head}
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="The Orsa Courier">
<meta name="author" content="Ann Lee"><link rel="canonical" href="https://courier.example/2031/tarn-valley"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{TITLE}</h1><p class="standfirst">{STANDFIRST}</p>
<div class="byline">By Ann Lee</div><time datetime="{published}">4 March 2031</time>
<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul>
<figure><img src="tank.jpg"><figcaption>{CAPTION}</figcaption></figure>
{first}
<div class="ad">ADVERTISEMENT</div>
<p><a href="/valleys">Read more: Ten valleys you should see before you die</a></p>
<blockquote><p>{QUOTE}</p><footer>{BYLINE}</footer></blockquote>
{"".join(rest)}
<aside class="newsletter"><h3>The Morning Courier</h3>
<p>Sign up for our newsletter and get the news in your inbox.</p></aside>
</article>
<section class="related"><h2>Related stories</h2><ul><li><a href="/a">Kelmark calls up reservists</a></li>
<li><a href="/b">What is the Tarn valley?</a></li></ul></section></main>
<footer><p>© The Orsa Courier. All rights reserved. Contact us, read our terms and our privacy policy.</p></footer>
</body></html>"""


PASTED = f"""{TITLE}

{STANDFIRST}

The Orsa Courier
World
Published:
<div class="lead"><p>Image used for representational purposes only.&nbsp;</p></div>
i

Image used for representational purposes only.\xa0

(Photo Courtesy: Chirper/@tarnwatch)

advertisement

The Orsenian defence ministry said on Tuesday, 4 March, that one brigade had left the Tarn valley.

Its trains were reportedly seen at two stations on the way east.

{QUOTE}
{BYLINE}

A Kelmark diplomat wrote that "March 4 2031 will be remembered as the day nothing moved".

You can read about the valley in detail here. A history of the border can be found here.

(At The Orsa Courier, we answer to nobody. Help us by becoming a member today.)

Published: undefined

ADVERTISEMENT
SCROLL FOR NEXT"""


def text() -> str:
    """Return an article as plain text, a line a paragraph."""
    return "\n\n".join((TITLE, *PARAGRAPHS))


def record(**fields: str) -> str:
    """Return a line of JSONL."""
    return json.dumps(fields, ensure_ascii=False)


def warc_record(
    url: str, body: bytes, *, media: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    """Return one response record of a WARC."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-05T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped(*members: bytes) -> bytes:
    """Return gzip data, one member each."""
    return b"".join(gzip.compress(member) for member in members)
