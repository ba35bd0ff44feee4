"""Bytes to text: byte order marks, declared charsets, wrong declarations, and text that was misread before."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.read.page import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_HEAD = 4096  # bytes of a page in which a declaration counts, as browsers have it four times over
_SAMPLE = 1 << 16  # bytes that guessing looks at
_FOREIGN = 0.2  # share of characters beyond ASCII from which the script is not Latin
_GARBAGE = 0.02  # share of characters that are no text in any language, beyond which bytes are not text
# What UTF-8 looks like once it was read as Windows-1252 or Latin-1, and written again: "â€œ", "Ã©", "Â£".
_MISREAD = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â[\u0080€]|ï»¿")


def legible(text: str) -> str:
    """Undo a misreading that somebody wrote down, once or twice over: "â€œ" for a quotation mark."""
    if _MISREAD.search(text) is None:
        return text
    from ftfy import fix_encoding  # few need it

    return fix_encoding(text)


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of `data`, a byte order mark taken off. Raises Unreadable where no encoding gives text.

    Valid UTF-8 is UTF-8 whatever the page declares: the odds against an accident are overwhelming.
    """
    return legible(_decoded(data, declared))


def _decoded(data: bytes, declared: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _sound(data[len(mark) :].decode(name, "replace"), name)
    if b"\0" in data[:_HEAD] and (name := _wide(data[:_HEAD])):
        return _sound(data.decode(name, "replace"), name)
    try:
        return _sound(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for name in (declared, _declared(data)):
        if (text := _strictly(data, name)) is not None:
            return _sound(text, name)
    text = data.decode("utf-8", "replace")
    broken, wide = text.count("\ufffd"), sum(c > "\x7f" for c in text)
    if wide > 3 * broken:
        return text  # UTF-8 with a few broken bytes: one bad advertisement must not turn the page to mojibake
    if wide > _FOREIGN * len(text) and (best := from_bytes(data[:_SAMPLE]).best()) is not None:
        return _sound(data.decode(best.encoding, "replace"), best.encoding)
    return _sound(data.decode("cp1252", "replace"), declared or "text")


def _declared(data: bytes) -> str:
    found = _META.search(data, 0, _HEAD)
    return found[1].decode("ascii") if found else ""


def _strictly(data: bytes, name: str) -> str | None:
    """Decode by a declared name, or return None; Latin-1 means Windows-1252, as it does to every browser."""
    try:
        codec = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return None
    if codec in {"", "utf-8", "ascii"} or not getattr(codecs.lookup(codec), "_is_text_encoding", True):
        return None
    try:
        return data.decode("cp1252" if codec == "iso8859-1" else codec)
    except (UnicodeError, ValueError):
        return None


def _wide(head: bytes) -> str:
    """Name the UTF-16 byte order of English text without a mark, or return ""."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else ""


def _sound(text: str, name: str) -> str:
    sample = text[:_SAMPLE]
    bad = sum(sample.count(c) for c in _CONTROLS)
    if "\0" in sample or bad > _GARBAGE * max(len(sample), 50):
        raise Unreadable(f"not text: it cannot be read as {name}")
    return text


_CONTROLS = "\ufffd" + "".join(chr(c) for c in range(0x20) if chr(c) not in "\t\n\v\f\r\x1b")
