-- Version 2: a journal, and facts under one identity as a projection of it.
--
-- `journal` and `texts` are what the register holds; they are only ever added to. All other tables are the
-- projection: `bienban register rebuild` makes them anew.

CREATE TABLE properties (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
	seq     INTEGER PRIMARY KEY,
	at      TEXT NOT NULL,             -- UTC, ISO 8601
	who     TEXT NOT NULL,
	kind    TEXT NOT NULL,
	why     TEXT NOT NULL,
	payload TEXT NOT NULL,             -- JSON
	hash    TEXT NOT NULL              -- SHA-256 over the hash before and this entry, hexadecimal
) STRICT;

CREATE TABLE texts (
	document INTEGER PRIMARY KEY,      -- from 1, in the order of addition
	sha256   TEXT NOT NULL UNIQUE,     -- of the text, hexadecimal
	text     TEXT NOT NULL             -- the clean text all offsets count in
) STRICT;

-- From here on: the projection.

CREATE TABLE documents (
	id        INTEGER PRIMARY KEY,
	source    TEXT NOT NULL,           -- where it was read from when it was last read
	title     TEXT NOT NULL,           -- empty where none was found
	published TEXT,                    -- EDTF day
	day       INTEGER NOT NULL,        -- of publication, yyyymmdd; 0 where that is not known
	authors   TEXT NOT NULL,           -- JSON list
	program   TEXT NOT NULL,
	lexicon   TEXT NOT NULL,
	entry     INTEGER NOT NULL,        -- the reading that is in force
	records   INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_by_day ON documents (day, id);
CREATE INDEX documents_by_source ON documents (source);

CREATE TABLE document_places (
	place    TEXT NOT NULL,
	document INTEGER NOT NULL,
	PRIMARY KEY (place, document)
) STRICT, WITHOUT ROWID;

-- Only what stands in one block can be one fact by itself; a person's decision may tie blocks together, which then have
-- one root.
CREATE TABLE blocks (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	root INTEGER NOT NULL
) STRICT;
CREATE INDEX blocks_by_root ON blocks (root);

-- What a record says, once for all records that say just that.
CREATE TABLE signatures (
	id        INTEGER PRIMARY KEY,
	block     INTEGER NOT NULL,
	hash      INTEGER NOT NULL,
	singled   INTEGER NOT NULL,        -- the record that has it for itself since a person decided on it, else 0
	signature TEXT NOT NULL,
	records   INTEGER NOT NULL,        -- how many have it
	first     INTEGER NOT NULL,        -- the record that names it; 0 where none has it any more
	fact      INTEGER NOT NULL,        -- 0 where none has it any more
	alone     INTEGER NOT NULL         -- whether the fact has no other signature
) STRICT;
CREATE INDEX signatures_by_hash ON signatures (hash);
CREATE INDEX signatures_by_block ON signatures (block);
CREATE INDEX signatures_by_fact ON signatures (fact);

CREATE TABLE records (
	id         INTEGER PRIMARY KEY,
	signature  INTEGER NOT NULL,
	begin_char INTEGER NOT NULL,       -- code points in the document's text
	end_char   INTEGER NOT NULL,
	certainty  REAL NOT NULL,
	gone       INTEGER NOT NULL        -- the reading that no longer finds it, else 0
) STRICT;
CREATE INDEX records_by_signature ON records (signature, id);

-- Two signatures that one document has side by side.
CREATE TABLE told_apart (
	a INTEGER NOT NULL,
	b INTEGER NOT NULL,
	PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_apart_by_b ON told_apart (b);

CREATE TABLE facts (
	id        INTEGER PRIMARY KEY,
	root      INTEGER NOT NULL,
	type      TEXT NOT NULL,
	first_day INTEGER NOT NULL,        -- yyyymmdd; 0 where nothing is known
	last_day  INTEGER NOT NULL,
	value     TEXT NOT NULL,           -- what its records and people say together, as JSON
	conflicts TEXT NOT NULL,           -- JSON list of fields; empty text where there is none
	status    TEXT NOT NULL,
	records   INTEGER NOT NULL
) STRICT;
CREATE INDEX facts_by_root ON facts (root);
CREATE INDEX facts_by_day ON facts (type, first_day, id, last_day, status);  -- covers what lists filter by
CREATE INDEX facts_in_conflict ON facts (type, id) WHERE conflicts <> '';
CREATE INDEX facts_by_status ON facts (status, type) WHERE status <> 'read';

CREATE TABLE fact_parties (
	party TEXT NOT NULL,
	fact  INTEGER NOT NULL,
	PRIMARY KEY (party, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_parties_by_fact ON fact_parties (fact);

CREATE TABLE fact_pairs (
	pair TEXT NOT NULL,                -- "VN-05|LA-HO"
	fact INTEGER NOT NULL,
	PRIMARY KEY (pair, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_pairs_by_fact ON fact_pairs (fact);

CREATE TABLE fact_themes (
	theme TEXT NOT NULL,
	fact  INTEGER NOT NULL,
	PRIMARY KEY (theme, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_themes_by_fact ON fact_themes (fact);

-- Pairs that a person should look at: of records (by their signatures), of persons (by their forms), of parties.
CREATE TABLE proposals (
	kind   TEXT NOT NULL,              -- record, person, party
	root   INTEGER NOT NULL,           -- the block's root
	a      TEXT NOT NULL,
	b      TEXT NOT NULL,
	score  REAL NOT NULL,
	reason TEXT NOT NULL,              -- message id
	words  TEXT NOT NULL,              -- what the message needs, JSON list
	PRIMARY KEY (kind, root, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_score ON proposals (kind, score DESC, root, a, b);

-- Ways in which documents name persons, once for all mentions that are alike.
CREATE TABLE person_forms (
	id        INTEGER PRIMARY KEY,
	block     INTEGER NOT NULL,
	hash      INTEGER NOT NULL,
	singled   INTEGER NOT NULL,
	form      TEXT NOT NULL,           -- JSON: name, rank, title, country, bodies
	first_day INTEGER NOT NULL,        -- of the documents that name the person so; 0 where that is not known
	last_day  INTEGER NOT NULL,
	mentions  INTEGER NOT NULL,
	first     INTEGER NOT NULL,
	person    INTEGER NOT NULL
) STRICT;
CREATE INDEX person_forms_by_hash ON person_forms (hash);
CREATE INDEX person_forms_by_block ON person_forms (block);
CREATE INDEX person_forms_by_person ON person_forms (person);

CREATE TABLE person_mentions (
	id         INTEGER PRIMARY KEY,
	form       INTEGER NOT NULL,
	begin_char INTEGER NOT NULL,
	end_char   INTEGER NOT NULL,
	certainty  REAL NOT NULL,
	gone       INTEGER NOT NULL
) STRICT;
CREATE INDEX person_mentions_by_form ON person_mentions (form, id);

CREATE TABLE persons_told_apart (
	a INTEGER NOT NULL,
	b INTEGER NOT NULL,
	PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX persons_told_apart_by_b ON persons_told_apart (b);

CREATE TABLE persons (
	id       INTEGER PRIMARY KEY,
	root     INTEGER NOT NULL,
	name     TEXT NOT NULL,            -- at its fullest
	country  TEXT NOT NULL,            -- empty where it is not known
	mentions INTEGER NOT NULL
) STRICT;
CREATE INDEX persons_by_root ON persons (root);
CREATE INDEX persons_by_name ON persons (name, id, country);

CREATE TABLE parties (
	party     TEXT PRIMARY KEY,
	block     INTEGER NOT NULL,
	canonical TEXT NOT NULL,           -- the party under whose name it is held
	decided   INTEGER NOT NULL         -- the entry of the decision, 0 where the program proposed it
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_block ON parties (block);

CREATE TABLE decisions (
	entry   INTEGER PRIMARY KEY,
	kind    TEXT NOT NULL,
	undone  INTEGER NOT NULL,          -- the entry that took it back, else 0
	subject TEXT NOT NULL,             -- the record, mention or party it was made on
	payload TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_subject ON decisions (subject, entry);

-- Records that a later reading changed, until a person has looked.
CREATE TABLE changed (
	record INTEGER NOT NULL,
	entry  INTEGER NOT NULL,
	before TEXT NOT NULL,              -- the record as JSON
	after  TEXT NOT NULL,              -- empty where it is gone
	seen   INTEGER NOT NULL,           -- the entry of the decision that settled it, else 0
	PRIMARY KEY (record, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_unseen ON changed (record, entry) WHERE seen = 0;

-- The words of all texts without marks; the tokenizer is the program's.
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'texts', content_rowid = 'document', tokenize = 'bienban');
