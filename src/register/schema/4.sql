-- Version 4: what changes from version 3: files that are no plain text, and where on their pages the words stand.

-- Like journal and texts only ever added to: what a reading in the journal names by its hash.
CREATE TABLE layouts (
	id     INTEGER PRIMARY KEY,
	sha256 TEXT NOT NULL UNIQUE,       -- of the layout, hexadecimal
	layout TEXT NOT NULL               -- pages and places, see layout.hpp
) STRICT;

-- Projection: of the documents whose reading in force says it.
CREATE TABLE origins (
	document INTEGER PRIMARY KEY,
	format   TEXT NOT NULL,            -- of the file: "pdf"
	original TEXT NOT NULL,            -- SHA-256 of the file, which is kept beside the register; empty where it is not
	layout   TEXT NOT NULL             -- SHA-256, empty where the document has no pages
) STRICT;
