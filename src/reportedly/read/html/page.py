"""A page's bytes to a draft."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import LxmlError, _Element
from lxml.html import HTMLParser, document_fromstring

from reportedly.read.assemble import assemble
from reportedly.read.charset import decode
from reportedly.read.html.lines import Line, lines
from reportedly.read.html.main import main_lines
from reportedly.read.html.metadata import descriptions, metadata, title_of
from reportedly.read.html.roles import pieces
from reportedly.read.page import MAX_LINES, MAX_TEXT, Capture, Draft, Piece, Unreadable


def read_page(capture: Capture) -> Draft:
    """Read a news page: its main text and what a reader of claims needs beside it."""
    markup = decode(capture.data, capture.charset)
    if capture.fragment:
        return assemble(fragment_pieces(markup), capture.facts, not_after=capture.not_after)
    root = _parsed(markup)
    facts = metadata(root, capture.facts.url)
    title = title_of(root, facts)
    laid_out = _laid_out(root)
    summed_up = descriptions(root)
    main = main_lines(root, laid_out)
    return assemble(pieces(laid_out, main, title, summed_up), replace(facts, title=title), not_after=capture.not_after)


def fragment_pieces(markup: str) -> list[Piece]:
    """Read a piece of HTML that is all article, as feeds and wire formats carry it."""
    if not markup.strip():
        return []
    laid_out = _laid_out(_parsed(f"<html><body><div>{markup}</div></body></html>"))
    main = [line.place.region not in {"nav", "footer", "form"} and not line.place.hidden for line in laid_out]
    return list(pieces(laid_out, main, "", ()))


def _parsed(markup: str) -> _Element:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = document_fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise Unreadable(f"the page cannot be parsed ({error})") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable("its elements are nested too deep to be read whole")
    return root


def _laid_out(root: _Element) -> list[Line]:
    found: list[Line] = []
    size = 0
    for line in lines(root):
        found.append(line)
        size += len(line.text)
        if len(found) > MAX_LINES or size > MAX_TEXT:
            raise Unreadable(f"the page has more than {MAX_LINES:,} lines or {MAX_TEXT:,} characters: no article")
    return found
