-- The log and the captures. Triggers refuse what an append-only log must never see.
-- Text is compared byte by byte ("C"), as in SQLite and Python.

CREATE TABLE entry (
    seq     BIGINT PRIMARY KEY,
    kind    TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    object  TEXT COLLATE "C" NOT NULL,
    "by"    TEXT COLLATE "C" NOT NULL,
    said    TEXT COLLATE "C" NOT NULL,
    at      TEXT COLLATE "C" NOT NULL,
    body    TEXT COLLATE "C" NOT NULL,
    hash    BYTEA NOT NULL
);

CREATE INDEX entry_subject ON entry (subject, kind, seq);

CREATE TABLE capture (
    sha256 BYTEA PRIMARY KEY,
    data   BYTEA NOT NULL
);

ALTER TABLE capture ALTER COLUMN data SET STORAGE EXTERNAL; -- compressed already

CREATE FUNCTION ledger_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry) THEN
        RAISE EXCEPTION 'the ledger is append-only: an entry follows the last one';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: nothing in % is changed or removed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER entry_follows BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION ledger_follows();
CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION ledger_kept();
CREATE TRIGGER entry_stays BEFORE TRUNCATE ON entry EXECUTE FUNCTION ledger_kept();
CREATE TRIGGER capture_kept BEFORE UPDATE OR DELETE ON capture FOR EACH ROW EXECUTE FUNCTION ledger_kept();
CREATE TRIGGER capture_stays BEFORE TRUNCATE ON capture EXECUTE FUNCTION ledger_kept();
