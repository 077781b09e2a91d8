#include "register/register.hpp"

#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "register/schema.hpp"
#include "text/offsets.hpp"

namespace bienban::registry {

namespace {

/// What a failure to open means to the person who named the file.
base::Error opening_error(const SqliteError& error, const std::string& path) {
	const char* id = "register-cannot-open";
	switch (error.code) {
		case SQLITE_NOTADB: id = "register-not-database"; break;
		case SQLITE_CORRUPT: id = "register-damaged"; break;
		case SQLITE_BUSY:
		case SQLITE_LOCKED: id = "register-busy"; break;
		case SQLITE_READONLY:
		case SQLITE_PERM: id = "register-read-only"; break;
		default: break;
	}
	return {.message = id, .values = {error.what()}, .file = path, .line = 0};
}

bool empty(Database& db) { return db.number("SELECT count(*) FROM sqlite_schema") == 0; }

void create(Database& db) {
	Transaction transaction{db};
	// Somebody else may have made the tables between our look and our lock.
	if (empty(db)) {
		db.run(k_schema);
		db.run(("PRAGMA application_id = " + std::to_string(k_application_id)).c_str());
		db.run(("PRAGMA user_version = " + std::to_string(k_schema_version)).c_str());
	}
	transaction.commit();
}

void insert_record(Database& db, const std::string& id, std::int64_t ordinal, const model::Record& record,
                   const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(record.evidence);
	db.prepare("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
	    .bind(std::string_view{id})
	    .bind(ordinal)
	    .bind(model::type_of(record))
	    .bind(std::string_view{model::dump(model::to_json(record))})
	    .bind(std::int64_t{evidence.begin.value})
	    .bind(std::int64_t{evidence.end.value})
	    .bind(std::string_view{evidence.quote})
	    .bind(static_cast<double>(record.certainty))
	    .step();
	std::set<std::string> parties;  // one that stands on both sides is one row
	model::for_each_side(record,
	                     [&](const std::vector<model::Party>& side) { parties.insert(side.begin(), side.end()); });
	for (const std::string& party : parties) {
		db.prepare("INSERT INTO record_parties VALUES (?, ?, ?, ?)")
		    .bind(std::string_view{id})
		    .bind(ordinal)
		    .bind(std::string_view{party})
		    .bind(model::place_of(party))
		    .step();
	}
}

void insert_person(Database& db, const std::string& id, std::int64_t ordinal, const model::Person& person,
                   const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(person.evidence);
	db.prepare("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
	    .bind(std::string_view{id})
	    .bind(ordinal)
	    .bind(std::string_view{person.name})
	    .bind(person.rank)
	    .bind(person.title)
	    .bind(person.country)
	    .bind(std::int64_t{evidence.begin.value})
	    .bind(std::int64_t{evidence.end.value})
	    .bind(std::string_view{evidence.quote})
	    .bind(static_cast<double>(person.certainty))
	    .step();
}

base::Result<std::vector<StoredRecord>> records_of(Database& db, const std::string& document, const std::string& path) {
	std::vector<StoredRecord> records;
	Statement rows = db.prepare(
	    "SELECT ordinal, json, begin_char, end_char, quote, certainty FROM records WHERE document = ? ORDER BY "
	    "ordinal");
	rows.bind(std::string_view{document});
	while (rows.step()) {
		auto record = model::record_from_json(rows.text(1));
		if (!record) return base::fail("register-damaged", {record.error().values.front()}, path);
		records.push_back({.ordinal = rows.number(0),
		                   .record = std::move(*record),
		                   .begin = base::CharOffset{static_cast<std::size_t>(rows.number(2))},
		                   .end = base::CharOffset{static_cast<std::size_t>(rows.number(3))},
		                   .quote = rows.text(4),
		                   .certainty = rows.decimal(5)});
	}
	return records;
}

}  // namespace

base::Result<Register> Register::open(const std::filesystem::path& path, Access access,
                                      std::chrono::milliseconds wait) {
	std::error_code ignored;
	const auto status = std::filesystem::status(path, ignored);
	if (access == Access::read && status.type() == std::filesystem::file_type::not_found) {
		return base::fail("register-missing", {}, path.string());
	}
	if (status.type() == std::filesystem::file_type::directory) {
		return base::fail("register-is-folder", {}, path.string());
	}
	try {
		Database db{path, access, wait};
		if (access == Access::write && db.read_only()) return base::fail("register-read-only", {}, path.string());
		const bool was_empty = empty(db);  // the first read: a file that is no database fails here
		if (!was_empty && db.number("PRAGMA application_id") != k_application_id) {
			return base::fail("register-foreign", {}, path.string());
		}
		if (was_empty && access == Access::write) create(db);
		const auto version = db.number("PRAGMA user_version");
		if (version > k_schema_version) {
			return base::fail("register-newer", {std::to_string(version), std::to_string(k_schema_version)},
			                  path.string());
		}
		if (was_empty && access == Access::read) return base::fail("register-foreign", {}, path.string());
		return Register{std::move(db), path.string()};
	} catch (const SqliteError& error) {
		return tl::unexpected(opening_error(error, path.string()));
	}
}

Added Register::add(const model::Document& document, const model::Reading& reading, const Versions& versions) {
	const std::string id = sha256(document.text);
	Transaction transaction{m_db};
	if (m_db.prepare("SELECT 1 FROM documents WHERE id = ?").bind(std::string_view{id}).step()) {
		return Added::already_there;
	}
	m_db.prepare("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
	    .bind(std::string_view{id})
	    .bind(std::string_view{document.source})
	    .bind(std::string_view{document.title})
	    .bind(document.published)
	    .bind(std::string_view{document.text})
	    .bind(std::string_view{versions.program})
	    .bind(std::string_view{versions.lexicon})
	    .step();
	const text::CharIndex index{document.text};
	std::int64_t ordinal = 0;
	for (const model::Record& record : reading.records) insert_record(m_db, id, ordinal++, record, index);
	ordinal = 0;
	for (const model::Person& person : reading.people) insert_person(m_db, id, ordinal++, person, index);
	transaction.commit();
	return Added::added;
}

base::Result<std::vector<StoredDocument>> Register::documents_between(std::string_view a, std::string_view b) {
	// A code is letters, digits and a hyphen, so it has no wildcard of GLOB in it.
	const std::string provinces_of_a = std::string{a} + "-*";
	const std::string provinces_of_b = std::string{b} + "-*";
	Statement rows = m_db.prepare(
	    "SELECT id, source, title, published FROM documents WHERE id IN ("
	    " SELECT p.document FROM record_parties p JOIN record_parties q"
	    " ON p.document = q.document AND p.ordinal = q.ordinal"
	    " WHERE (p.place = ?1 OR p.place GLOB ?2) AND (q.place = ?3 OR q.place GLOB ?4))"
	    " ORDER BY published IS NULL, published, title, id");
	rows.bind(a).bind(std::string_view{provinces_of_a}).bind(b).bind(std::string_view{provinces_of_b});
	std::vector<StoredDocument> documents;
	while (rows.step()) {
		StoredDocument document{.id = rows.text(0),
		                        .source = rows.text(1),
		                        .title = rows.text(2),
		                        .published = rows.optional_text(3),
		                        .records = {}};
		auto records = records_of(m_db, document.id, m_path);
		if (!records) return tl::unexpected(std::move(records.error()));
		document.records = std::move(*records);
		documents.push_back(std::move(document));
	}
	return documents;
}

std::int64_t Register::document_count() { return m_db.number("SELECT count(*) FROM documents"); }

std::string sha256(std::string_view bytes) {
	std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
	// The hash needs no sodium_init(): it uses no random numbers and no secrets.
	crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
	std::array<char, hash.size() * 2 + 1> hex{};
	sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
	return hex.data();
}

bool belongs_to(std::string_view place, std::string_view asked) {
	return place == asked || (place.size() > asked.size() && place.starts_with(asked) && place[asked.size()] == '-');
}

}  // namespace bienban::registry
