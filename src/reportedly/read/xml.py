"""XML from strangers: no entities of its own, nothing fetched, no bombs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from reportedly.read.charset import decode
from reportedly.read.page import Capture, Unreadable

_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def xml_text(data: bytes, charset: str = "") -> str:
    """Decode an XML document. Raises Unreadable where it declares entities: feeds have no need of them, attacks do."""
    text = _DECLARATION.sub("", decode(data, charset))
    if _ENTITY.search(text):
        raise Unreadable("it declares XML entities of its own, as attacks do; refused")
    return text.strip()


def xml_root(capture: Capture) -> Element:
    """Parse an XML document. Raises Unreadable where it is broken or hostile."""
    try:
        return fromstring(
            xml_text(capture.data, capture.charset), forbid_dtd=False, forbid_entities=True, forbid_external=True
        )
    except ParseError as error:
        raise Unreadable(f"broken XML: {error}") from error
    except (DefusedXmlException, ValueError) as error:
        raise Unreadable(f"hostile XML, refused ({type(error).__name__})") from error


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]
