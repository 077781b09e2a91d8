-- Version 5: what changes from version 4: keys that are hashes no longer scatter what is added over a whole index.
--
-- In a register of a million documents every batch of 5,000 wrote nearly every page of two indexes anew, that of the
-- texts' hashes and that of the signatures', which was a third of all that was written.

CREATE TABLE texts_anew (
	document INTEGER PRIMARY KEY,      -- from 1, in the order of addition
	sha256   TEXT NOT NULL,            -- of the text, hexadecimal; no two are alike
	text     TEXT NOT NULL             -- the clean text all offsets count in
) STRICT;
INSERT INTO texts_anew SELECT document, sha256, text FROM texts ORDER BY document;
DROP TABLE texts;
ALTER TABLE texts_anew RENAME TO texts;

-- Divided by the order of addition, so that only the last part is added to; whoever looks for a text asks each part.
CREATE INDEX texts_by_part ON texts (document >> 17, substr(sha256, 1, 8));

-- What says the same stands in the same block.
DROP INDEX signatures_by_hash;
DROP INDEX signatures_by_block;
CREATE INDEX signatures_by_block ON signatures (block, hash);

-- Conflicts are counted without a look at the facts: SQLite wants to see what it leaves out by.
DROP INDEX facts_in_conflict;
CREATE INDEX facts_in_conflict ON facts (type, first_day, id, last_day, status, conflicts) WHERE conflicts <> '';
