-- What was said, for searching and for the pages of sides and outlets. No part of the log: it is made from it, as
-- people have corrected it, and may be thrown away at any time.

CREATE TABLE passage (
    id        INTEGER PRIMARY KEY,
    article   TEXT NOT NULL,
    name      TEXT NOT NULL, -- of the statement, "" for a paragraph that is none
    place     INTEGER NOT NULL, -- number of the paragraph, from 1
    outlet    TEXT NOT NULL,
    published TEXT NOT NULL,
    party     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    speaker   TEXT NOT NULL,
    stance    TEXT NOT NULL,
    words     TEXT NOT NULL
);

CREATE INDEX passage_article ON passage (article);
CREATE INDEX passage_party ON passage (party, published);
CREATE INDEX passage_outlet ON passage (outlet, published);

CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = 'passage', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER passage_put AFTER INSERT ON passage
BEGIN INSERT INTO passage_words (rowid, words) VALUES (NEW.id, NEW.words); END;

CREATE TRIGGER passage_dropped AFTER DELETE ON passage
BEGIN INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', OLD.id, OLD.words); END;

CREATE TABLE passage_upto (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL -- the entry up to which passages are there
);
