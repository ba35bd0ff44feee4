-- Who may use a server over this ledger. No part of the log: what they did is.
-- Secrets are kept as hashes only. Times are UTC, ISO 8601, so that text sorts as time.

CREATE TABLE person (
    name   TEXT PRIMARY KEY NOT NULL,
    role   TEXT NOT NULL,
    secret TEXT NOT NULL, -- argon2 hash of the password
    made   TEXT NOT NULL
);

CREATE TABLE credential (
    digest TEXT PRIMARY KEY NOT NULL, -- SHA-256 of a random token
    person TEXT NOT NULL REFERENCES person (name),
    kind   TEXT NOT NULL,             -- session or token
    label  TEXT NOT NULL,
    made   TEXT NOT NULL,
    until  TEXT NOT NULL              -- "" for ever
);

CREATE INDEX credential_person ON credential (person, kind);
