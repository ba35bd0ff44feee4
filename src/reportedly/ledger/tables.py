"""The tables as SQLAlchemy sees them. What they are in each database, with their guards, stands in `migrations/`."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData, String, Table

METADATA = MetaData()

ENTRY = Table(
    "entry",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("object", String, nullable=False),
    Column("by", String, nullable=False),
    Column("said", String, nullable=False),
    Column("at", String, nullable=False),
    Column("body", String, nullable=False),
    Column("hash", LargeBinary, nullable=False),  # 32 bytes
)

CAPTURE = Table(
    "capture",
    METADATA,
    Column("sha256", LargeBinary, primary_key=True),  # of the raw bytes
    Column("data", LargeBinary, nullable=False),  # the raw bytes, zlib
)

NOTE = Table(
    "note",
    METADATA,
    Column("name", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),  # zlib
)
