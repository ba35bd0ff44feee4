-- The log and the captures. Triggers refuse what an append-only log must never see.

CREATE TABLE entry (
    seq     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    object  TEXT NOT NULL,
    "by"    TEXT NOT NULL,
    said    TEXT NOT NULL,
    at      TEXT NOT NULL,
    body    TEXT NOT NULL,
    hash    BLOB NOT NULL
);

CREATE INDEX entry_subject ON entry (subject, kind, seq);

CREATE TABLE capture (
    sha256 BLOB PRIMARY KEY NOT NULL,
    data   BLOB NOT NULL
);

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an entry follows the last one'); END;

CREATE TRIGGER entry_kept BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries are never changed'); END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries are never removed'); END;

CREATE TRIGGER capture_kept BEFORE UPDATE ON capture
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: captures are never changed'); END;

CREATE TRIGGER capture_stays BEFORE DELETE ON capture
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: captures are never removed'); END;
