"""The brief as JSON: the typed value itself, field by field."""

from __future__ import annotations

import json
from dataclasses import asdict

from reportedly.show.brief.model import Brief

VERSION = 1


def to_json(brief: Brief) -> str:
    """Return the brief as one JSON object; `version` changes when a field's name or meaning does."""
    return json.dumps({"version": VERSION, **asdict(brief)}, ensure_ascii=False, indent=2) + "\n"
