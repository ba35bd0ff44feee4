-- What would take long to compute again. No part of the log: rows may be dropped at any time.

CREATE TABLE note (
    name TEXT PRIMARY KEY NOT NULL,
    data BLOB NOT NULL
);
