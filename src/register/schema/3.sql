-- Version 3: what changes from version 2.

-- Never filled: whoever needs them counts.
ALTER TABLE facts DROP COLUMN records;
ALTER TABLE persons DROP COLUMN mentions;

-- A list of conflicts finds in the index all that it sorts and filters by.
DROP INDEX facts_in_conflict;
CREATE INDEX facts_in_conflict ON facts (type, first_day, id, last_day, status) WHERE conflicts <> '';

-- The few records that a later reading no longer finds.
CREATE INDEX records_gone ON records (id) WHERE gone <> 0;
