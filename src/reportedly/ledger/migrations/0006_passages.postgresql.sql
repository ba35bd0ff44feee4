-- What was said, for searching and for the pages of sides and outlets. No part of the log: it is made from it, as
-- people have corrected it, and may be thrown away at any time.

CREATE TABLE passage (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article   TEXT COLLATE "C" NOT NULL,
    name      TEXT COLLATE "C" NOT NULL, -- of the statement, "" for a paragraph that is none
    place     INTEGER NOT NULL, -- number of the paragraph, from 1
    outlet    TEXT COLLATE "C" NOT NULL,
    published TEXT COLLATE "C" NOT NULL,
    party     TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    speaker   TEXT COLLATE "C" NOT NULL,
    stance    TEXT COLLATE "C" NOT NULL,
    words     TEXT NOT NULL,
    found     TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', words)) STORED
);

CREATE INDEX passage_article ON passage (article);
CREATE INDEX passage_party ON passage (party, published);
CREATE INDEX passage_outlet ON passage (outlet, published);
CREATE INDEX passage_found ON passage USING gin (found);

CREATE TABLE passage_upto (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL -- the entry up to which passages are there
);
