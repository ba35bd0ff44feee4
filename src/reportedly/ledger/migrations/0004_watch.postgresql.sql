-- What watching and alerts have to remember. No part of the log: it says what to do next, not what was said.
-- Times are UTC, ISO 8601 with microseconds, so that text sorts as time; "" is never.

CREATE TABLE watched_feed (
    url TEXT COLLATE "C" PRIMARY KEY, -- as the list of feeds names it
    address TEXT COLLATE "C" NOT NULL, -- where it is now, after permanent redirects
    etag TEXT COLLATE "C" NOT NULL,
    last_modified TEXT COLLATE "C" NOT NULL,
    due TEXT COLLATE "C" NOT NULL,
    failures BIGINT NOT NULL, -- in a row
    problem TEXT COLLATE "C" NOT NULL -- why the last try failed
);

CREATE TABLE watched_page (
    url TEXT COLLATE "C" PRIMARY KEY,
    feed TEXT COLLATE "C" NOT NULL,
    stamp TEXT COLLATE "C" NOT NULL, -- what the feed last said of its version
    told TEXT COLLATE "C" NOT NULL, -- JSON: what the feed says about it
    etag TEXT COLLATE "C" NOT NULL,
    last_modified TEXT COLLATE "C" NOT NULL,
    article TEXT COLLATE "C" NOT NULL, -- the version of it that was read last
    due TEXT COLLATE "C" NOT NULL,
    every BIGINT NOT NULL, -- seconds between the last two looks
    failures BIGINT NOT NULL,
    problem TEXT COLLATE "C" NOT NULL
);

CREATE INDEX watched_page_due ON watched_page (due);

CREATE TABLE alert (
    key TEXT COLLATE "C" PRIMARY KEY,
    rules TEXT COLLATE "C" NOT NULL, -- name of the set of rules it comes from
    target TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL, -- JSON
    due TEXT COLLATE "C" NOT NULL, -- of the next try; "" once it is delivered or given up
    tries BIGINT NOT NULL,
    problem TEXT COLLATE "C" NOT NULL
);

CREATE INDEX alert_due ON alert (rules, due);

CREATE TABLE alert_upto (
    rules TEXT COLLATE "C" PRIMARY KEY, -- name of a set of rules
    seq BIGINT NOT NULL -- the entry up to which they were asked
);
