-- What is tied to a thing, and all entries of a kind, without reading the whole log.

CREATE INDEX entry_object ON entry (object, kind, seq);
CREATE INDEX entry_kind ON entry (kind, seq);
