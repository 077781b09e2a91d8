-- Version 1: documents and what was read out of them.

CREATE TABLE documents (
	id              TEXT PRIMARY KEY,  -- SHA-256 of the clean text, hexadecimal
	source          TEXT NOT NULL,     -- where it was read from when it was first added
	title           TEXT NOT NULL,     -- empty where none was found
	published       TEXT,              -- EDTF day
	text            TEXT NOT NULL,     -- the clean text all offsets count in
	program_version TEXT NOT NULL,
	lexicon_version TEXT NOT NULL,
	added_at        TEXT NOT NULL      -- UTC, ISO 8601
) STRICT;

CREATE TABLE records (
	document   TEXT NOT NULL REFERENCES documents (id),
	ordinal    INTEGER NOT NULL,       -- from 0, in the order of the reading
	type       TEXT NOT NULL,
	json       TEXT NOT NULL,          -- type and fields in the form of records.md
	begin_char INTEGER NOT NULL,       -- code points in the document's text
	end_char   INTEGER NOT NULL,
	quote      TEXT NOT NULL,
	certainty  REAL NOT NULL,
	PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_parties (
	document TEXT NOT NULL,
	ordinal  INTEGER NOT NULL,
	party    TEXT NOT NULL,
	place    TEXT NOT NULL,            -- the party's province or country
	PRIMARY KEY (document, ordinal, party),
	FOREIGN KEY (document, ordinal) REFERENCES records (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_parties_by_place ON record_parties (place, document, ordinal);

CREATE TABLE people (
	document   TEXT NOT NULL REFERENCES documents (id),
	ordinal    INTEGER NOT NULL,
	name       TEXT NOT NULL,
	rank       TEXT,
	title      TEXT,
	country    TEXT,
	begin_char INTEGER NOT NULL,
	end_char   INTEGER NOT NULL,
	quote      TEXT NOT NULL,
	certainty  REAL NOT NULL,
	PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
