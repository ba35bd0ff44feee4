"""Where things are on the site."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def story(name: str, **query: str) -> str:
    """Return a story's page."""
    return f"/stories/{_part(name)}{_query(query)}"


def evidence(story: str) -> str:
    """Return where a story's evidence pack is to be had."""
    return f"/stories/{_part(story)}/evidence.zip"


def gauge(story: str, **query: str) -> str:
    """Return where the picture of a story's gauge is to be had."""
    return f"/stories/{_part(story)}/gauge.svg{_query(query)}"


def claim(name: str, **query: str) -> str:
    """Return a claim's page."""
    return f"/claims/{_part(name)}{_query(query)}"


def article(name: str) -> str:
    """Return an article's page."""
    return f"/articles/{_part(name)}"


def sentence(statement: str) -> str:
    """Return the very words of a statement, on the page of its article."""
    name, _, number = statement.partition(":")
    return f"/articles/{_part(name)}#{quote(number, safe='')}"


def paragraph(article: str, number: int) -> str:
    """Return a paragraph on the page of its article."""
    return f"/articles/{_part(article)}#p{number}"


def party(name: str) -> str:
    """Return the page of what a party said."""
    return f"/said{_query({'party': name})}"


def outlet(name: str) -> str:
    """Return the page of what an outlet carried."""
    return f"/said{_query({'outlet': name})}"


def correct(act: str, subject: str) -> str:
    """Return the form for one decision."""
    return f"/correct{_query({'act': act, 'subject': subject})}"


def outside(url: str) -> str:
    """Return an address that may stand in a link: of the web, "" for any other."""
    return quote(url, safe=":/?#@!$&()*+,;=%~", errors="replace") if url.startswith(("http://", "https://")) else ""


def _part(name: str) -> str:
    return quote(name, safe=":", errors="replace")


def _query(values: dict[str, str]) -> str:
    kept = {name: value for name, value in values.items() if value}
    return f"?{urlencode(kept, errors='replace')}" if kept else ""
