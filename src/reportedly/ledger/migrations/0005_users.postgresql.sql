-- Who may use a server over this ledger. No part of the log: what they did is.
-- Secrets are kept as hashes only. Times are UTC, ISO 8601, so that text sorts as time.

CREATE TABLE person (
    name   TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    role   TEXT COLLATE "C" NOT NULL,
    secret TEXT COLLATE "C" NOT NULL, -- argon2 hash of the password
    made   TEXT COLLATE "C" NOT NULL
);

CREATE TABLE credential (
    digest TEXT COLLATE "C" PRIMARY KEY NOT NULL, -- SHA-256 of a random token
    person TEXT COLLATE "C" NOT NULL REFERENCES person (name),
    kind   TEXT COLLATE "C" NOT NULL,             -- session or token
    label  TEXT COLLATE "C" NOT NULL,
    made   TEXT COLLATE "C" NOT NULL,
    until  TEXT COLLATE "C" NOT NULL              -- "" for ever
);

CREATE INDEX credential_person ON credential (person, kind);
