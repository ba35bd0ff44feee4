-- What watching and alerts have to remember. No part of the log: it says what to do next, not what was said.
-- Times are UTC, ISO 8601 with microseconds, so that text sorts as time; "" is never.

CREATE TABLE watched_feed (
    url           TEXT PRIMARY KEY NOT NULL, -- as the list of feeds names it
    address       TEXT NOT NULL,             -- where it is now, after permanent redirects
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    due           TEXT NOT NULL,
    failures      INTEGER NOT NULL,          -- in a row
    problem       TEXT NOT NULL              -- why the last try failed
);

CREATE TABLE watched_page (
    url           TEXT PRIMARY KEY NOT NULL,
    feed          TEXT NOT NULL,
    stamp         TEXT NOT NULL,             -- what the feed last said of its version
    told          TEXT NOT NULL,             -- JSON: what the feed says about it
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    article       TEXT NOT NULL,             -- the version of it that was read last
    due           TEXT NOT NULL,
    every         INTEGER NOT NULL,          -- seconds between the last two looks
    failures      INTEGER NOT NULL,
    problem       TEXT NOT NULL
);

CREATE INDEX watched_page_due ON watched_page (due);

CREATE TABLE alert (
    key     TEXT PRIMARY KEY NOT NULL,
    rules   TEXT NOT NULL,                   -- name of the set of rules it comes from
    target  TEXT NOT NULL,
    body    TEXT NOT NULL,                   -- JSON
    due     TEXT NOT NULL,                   -- of the next try; "" once it is delivered or given up
    tries   INTEGER NOT NULL,
    problem TEXT NOT NULL
);

CREATE INDEX alert_due ON alert (rules, due);

CREATE TABLE alert_upto (
    rules TEXT PRIMARY KEY NOT NULL,         -- name of a set of rules
    seq   INTEGER NOT NULL                   -- the entry up to which they were asked
);
