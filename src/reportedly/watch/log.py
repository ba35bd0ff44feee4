"""The log: one JSON object a line.

The standard library's logging with a formatter of ten lines: its handlers are those every deployment knows how to set
up, what the libraries below log goes the same way, and structlog would add a dependency for the same line.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TextIO

NAME = "reportedly.watch"


class JsonLines(logging.Formatter):
    """Writes a record as {"at", "level", "event", ...}, with the fields given as `extra={"fields": {...}}`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line; control characters are escaped, as JSON has it."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "event": record.getMessage()}
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def log(event: str, level: int = logging.INFO, **fields: object) -> None:
    """Log an event with its fields."""
    logging.getLogger(NAME).log(level, event, extra={"fields": fields})


def to_stream(stream: TextIO, level: int = logging.INFO) -> None:
    """Send the log to a stream, as JSON lines."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger(NAME)
    logger.handlers = [handler]
    logger.setLevel(level)
    logger.propagate = False
