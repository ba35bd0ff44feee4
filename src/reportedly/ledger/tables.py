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

WATCHED_FEED = Table(
    "watched_feed",
    METADATA,
    Column("url", String, primary_key=True),
    Column("address", String, nullable=False),
    Column("etag", String, nullable=False),
    Column("last_modified", String, nullable=False),
    Column("due", String, nullable=False),
    Column("failures", BigInteger, nullable=False),
    Column("problem", String, nullable=False),
)

WATCHED_PAGE = Table(
    "watched_page",
    METADATA,
    Column("url", String, primary_key=True),
    Column("feed", String, nullable=False),
    Column("stamp", String, nullable=False),
    Column("told", String, nullable=False),
    Column("etag", String, nullable=False),
    Column("last_modified", String, nullable=False),
    Column("article", String, nullable=False),
    Column("due", String, nullable=False),
    Column("every", BigInteger, nullable=False),
    Column("failures", BigInteger, nullable=False),
    Column("problem", String, nullable=False),
)

ALERT = Table(
    "alert",
    METADATA,
    Column("key", String, primary_key=True),
    Column("rules", String, nullable=False),
    Column("target", String, nullable=False),
    Column("body", String, nullable=False),
    Column("due", String, nullable=False),
    Column("tries", BigInteger, nullable=False),
    Column("problem", String, nullable=False),
)

ALERT_UPTO = Table(
    "alert_upto",
    METADATA,
    Column("rules", String, primary_key=True),
    Column("seq", BigInteger, nullable=False),
)
