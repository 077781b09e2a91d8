#include "register/sqlite_upgrade.hpp"

#include <sqlite3.h>

#include <system_error>
#include <vector>

#include "model/json.hpp"
#include "register/change.hpp"
#include "register/kept_people.hpp"
#include "register/rereading.hpp"
#include "register/sqlite_open.hpp"
#include "register/sqlite_store.hpp"

namespace bienban::registry {

namespace {

/// The documents of version 1 with what was read out of them, in the order in which they were added.
std::vector<Prepared> documents_of_version_1(Database& db) {
	std::vector<Prepared> documents;
	Statement rows = db.prepare(
	    "SELECT id, source, title, published, text, program_version, lexicon_version FROM v1_documents ORDER BY "
	    "v1_documents.rowid");
	while (rows.step()) {
		Prepared prepared;
		ReadingEntry& entry = prepared.entry;
		entry.sha256 = rows.text(0);
		entry.source = rows.text(1);
		entry.title = rows.text(2);
		entry.published = rows.optional_text(3);
		prepared.text = rows.text(4);
		entry.versions = {.program = rows.text(5), .lexicon = rows.text(6)};
		Statement records = db.prepare(
		    "SELECT ordinal, json, begin_char, end_char, certainty FROM v1_records WHERE document = ? ORDER BY "
		    "ordinal");
		records.bind(std::string_view{entry.sha256});
		while (records.step()) {
			auto record = model::record_from_json(records.text(1));
			if (!record) throw StoreError(SQLITE_CORRUPT, record.error().values.front());
			record->certainty = static_cast<float>(records.decimal(4));
			entry.records.push_back({.ordinal = records.number(0),
			                         .record = std::move(*record),
			                         .begin = static_cast<std::uint32_t>(records.number(2)),
			                         .end = static_cast<std::uint32_t>(records.number(3))});
		}
		Statement people = db.prepare(
		    "SELECT ordinal, name, rank, title, country, begin_char, end_char, certainty FROM v1_people WHERE document "
		    "= "
		    "? ORDER BY ordinal");
		people.bind(std::string_view{entry.sha256});
		while (people.step()) {
			model::Person person{.name = people.text(1),
			                     .rank = people.optional_text(2),
			                     .title = people.optional_text(3),
			                     .country = people.optional_text(4),
			                     .evidence = {},
			                     .certainty = static_cast<float>(people.decimal(7)),
			                     .bodies = {}};
			entry.people.push_back({.ordinal = people.number(0),
			                        .person = std::move(person),
			                        .begin = static_cast<std::uint32_t>(people.number(5)),
			                        .end = static_cast<std::uint32_t>(people.number(6))});
		}
		prepared.payload = to_payload(entry);
		work_out(prepared);
		documents.push_back(std::move(prepared));
	}
	return documents;
}

/// Version 1 had documents and records, but no journal: each document becomes a reading in it.
std::unique_ptr<Store> from_version_1(Database db) {
	db.run(
	    "ALTER TABLE documents RENAME TO v1_documents; ALTER TABLE records RENAME TO v1_records;"
	    "ALTER TABLE record_parties RENAME TO v1_record_parties; ALTER TABLE people RENAME TO v1_people;"
	    "DROP INDEX record_parties_by_place;");
	make_tables(db);
	const std::vector<Prepared> documents = documents_of_version_1(db);
	db.run("DROP TABLE v1_record_parties; DROP TABLE v1_people; DROP TABLE v1_records; DROP TABLE v1_documents;");
	auto store = std::make_unique<SqliteStore>(std::move(db));
	KeptPeople people;
	put_documents(*store, people, documents);
	return store;
}

}  // namespace

base::Result<std::unique_ptr<Store>> upgraded(Database db, int version, const std::filesystem::path& path) {
	const std::string copy = path.string() + ".version-" + std::to_string(version);
	std::error_code ignored;
	if (std::filesystem::exists(copy, ignored)) return base::fail("register-no-copy", {copy}, path.string());
	try {
		db.prepare("VACUUM INTO ?").bind(std::string_view{copy}).run();
	} catch (const StoreError&) {
		return base::fail("register-no-copy", {copy}, path.string());
	}
	// Two programs may find the old register at once; the second one waits here and then finds it done.
	db.run("BEGIN IMMEDIATE");
	if (db.number("PRAGMA user_version") == k_schema_version) {
		db.run("COMMIT");
		return std::make_unique<SqliteStore>(std::move(db));
	}
	std::unique_ptr<Store> store;
	if (version == 1) {
		store = from_version_1(std::move(db));
	} else {
		make_tables(db, version + 1);
		store = std::make_unique<SqliteStore>(std::move(db));
		// Rules change with the program: what they made of the journal is made anew.
		store->clear_projection();
		replay(*store, [](std::int64_t, std::int64_t) {});
	}
	store->commit();
	return store;
}

}  // namespace bienban::registry
