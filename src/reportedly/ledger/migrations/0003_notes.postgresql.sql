-- What would take long to compute again. No part of the log: rows may be dropped at any time.

CREATE TABLE note (
    name TEXT COLLATE "C" PRIMARY KEY,
    data BYTEA NOT NULL
);
