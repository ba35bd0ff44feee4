"""All tables of an export, in the order of their documentation."""

from __future__ import annotations

from typing import Any

from reportedly.show.export.table import Table
from reportedly.show.export.tables_of_claims import CLAIMS, MOVES, ORIGINS, POSITIONS, QUESTIONS, UCDP
from reportedly.show.export.tables_of_events import EVENTS, GAUGE
from reportedly.show.export.tables_of_log import DECISIONS, ENTRIES
from reportedly.show.export.tables_of_words import ARTICLES, COPIES, QUANTITIES, STATEMENTS, STORIES

TABLES: tuple[Table[Any], ...] = (
    STORIES,
    ARTICLES,
    COPIES,
    STATEMENTS,
    QUANTITIES,
    CLAIMS,
    POSITIONS,
    MOVES,
    ORIGINS,
    QUESTIONS,
    UCDP,
    EVENTS,
    GAUGE,
    DECISIONS,
    ENTRIES,
)
BY_NAME = {table.name: table for table in TABLES}
