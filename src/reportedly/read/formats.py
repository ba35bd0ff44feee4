"""The formats that are read."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A format, named as people name it."""

    HTML = "HTML"
    TEXT = "plain text"
    MARKDOWN = "Markdown"
    NINJS = "ninjs"
    NEWSML = "NewsML-G2"
    # These hold any number of documents.
    JSON = "JSON"  # one value: JSON Feed, ninjs, records
    JSONL = "JSONL"  # one record a line
    FEED = "RSS or Atom"
    WARC = "WARC"
