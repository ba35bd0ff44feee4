"""Names the voice of every statement: speaker, body, side."""

from __future__ import annotations

from reportedly.name.memory import Memory
from reportedly.name.naming import learn, name

__all__ = ["Memory", "learn", "name"]
