#include "register/sqlite_store.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "register/hash.hpp"
#include "register/names.hpp"
#include "register/sqlite_ask.hpp"

namespace bienban::registry {

Statement& SqliteStore::kept(const char* sql) {
	const auto found = m_kept.find(sql);
	if (found != m_kept.end()) {
		found->second.reset();
		return found->second;
	}
	return m_kept.emplace(sql, m_db.prepare(sql)).first->second;
}

void SqliteStore::begin() { m_db.run("BEGIN IMMEDIATE"); }
void SqliteStore::commit() { m_db.run("COMMIT"); }
void SqliteStore::rollback() noexcept {
	m_gathers_words = false;
	try {
		for (auto& [sql, statement] : m_kept) statement.reset();
		m_db.run("ROLLBACK");
	} catch (const StoreError&) {
		// SQLite has rolled back by itself already (a full disk does that); there is nothing left to undo.
	}
}
void SqliteStore::begin_reading() {
	if (m_views == 0) m_db.run("BEGIN");
	++m_views;
}
void SqliteStore::end_reading() noexcept {
	if (--m_views == 0) rollback();
}

std::int64_t SqliteStore::version_by_others() {
	auto& rows = kept("PRAGMA data_version");
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(0);
}

std::optional<std::string> SqliteStore::property(std::string_view name) {
	auto& rows = kept("SELECT value FROM properties WHERE name = ?").bind(name);
	return first_row(rows, [](const Statement& row) { return row.text(0); });
}

void SqliteStore::put_property(std::string_view name, std::string_view value) {
	kept("INSERT OR REPLACE INTO properties VALUES (?, ?)").bind(name).bind(value).run();
}

std::optional<Entry> SqliteStore::last_entry() {
	auto& rows = kept("SELECT seq, at, who, kind, why, payload, hash FROM journal ORDER BY seq DESC LIMIT 1");
	return first_row(rows, entry_row);
}

std::optional<Entry> SqliteStore::entry(std::int64_t seq) {
	auto& rows = kept("SELECT seq, at, who, kind, why, payload, hash FROM journal WHERE seq = ?").bind(seq);
	return first_row(rows, entry_row);
}

void SqliteStore::append(const Entry& entry) {
	kept("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)")
	    .bind(entry.seq)
	    .bind(std::string_view{entry.at})
	    .bind(std::string_view{entry.who})
	    .bind(std::string_view{entry.kind})
	    .bind(std::string_view{entry.why})
	    .bind(std::string_view{entry.payload})
	    .bind(std::string_view{entry.hash})
	    .run();
}

void SqliteStore::each_entry(std::int64_t after, const std::function<bool(const Entry&)>& take) {
	Statement rows =
	    m_db.prepare("SELECT seq, at, who, kind, why, payload, hash FROM journal WHERE seq > ? ORDER BY seq");
	rows.bind(after);
	while (rows.step() && take(entry_row(rows))) {
	}
}

std::optional<std::int64_t> SqliteStore::document_of_text(std::string_view sha256) {
	// Each part of the index in turn; what comes again has mostly come of late. The plus keeps SQLite from putting the
	// whole hash into substr(), which would then no longer be what is in the index.
	constexpr int k_part_bits = 17;
	for (std::int64_t part = document_count() >> k_part_bits; part >= 0; --part) {
		auto& rows = kept(
		                 "SELECT document FROM texts INDEXED BY texts_by_part WHERE document >> 17 = ? AND "
		                 "substr(sha256, 1, 8) = ? AND +sha256 = ?")
		                 .bind(part)
		                 .bind(sha256.substr(0, 8))
		                 .bind(sha256);
		if (const auto found = first_row(rows, [](const Statement& row) { return row.number(0); })) return found;
	}
	return std::nullopt;
}

std::int64_t SqliteStore::document_count() {
	auto& rows = kept("SELECT coalesce(max(document), 0) FROM texts");
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(0);
}

void SqliteStore::put_text(std::int64_t document, std::string_view sha256, std::string_view text) {
	kept("INSERT INTO texts VALUES (?, ?, ?)").bind(document).bind(sha256).bind(text).run();
}

void SqliteStore::gather_words() {
	if (m_gathers_words) return;
	// The words of a batch of documents are gathered in memory and written as one piece; with SQLite's own measure, a
	// megabyte, they were written as seven, which then had to be merged.
	constexpr std::int64_t k_bytes = 32 << 20;
	auto& held = kept("SELECT v FROM search_config WHERE k = 'hashsize'");
	const auto bytes = first_row(held, [](const Statement& row) { return row.number(0); });
	if (bytes != k_bytes) kept("INSERT INTO search (search, rank) VALUES ('hashsize', ?)").bind(k_bytes).run();
	// Pieces are merged eight at a time instead of four: each word is written anew half as often, and a question looks
	// into some more pieces.
	constexpr std::int64_t k_merged = 8;
	auto& merges = kept("SELECT v FROM search_config WHERE k = 'automerge'");
	const auto merged = first_row(merges, [](const Statement& row) { return row.number(0); });
	if (merged != k_merged) kept("INSERT INTO search (search, rank) VALUES ('automerge', ?)").bind(k_merged).run();
	m_gathers_words = true;
}

void SqliteStore::index_text(std::int64_t document, std::string_view text) {
	gather_words();
	kept("INSERT INTO search (rowid, text) VALUES (?, ?)").bind(document).bind(text).run();
}

std::string SqliteStore::words(std::int64_t document, std::uint32_t begin, std::uint32_t end) {
	// SQLite counts code points from 1.
	auto& rows = kept("SELECT substr(text, ? + 1, ?) FROM texts WHERE document = ?")
	                 .bind(std::int64_t{begin})
	                 .bind(std::int64_t{end} - std::int64_t{begin})
	                 .bind(document);
	return first_row(rows, [](const Statement& row) { return row.text(0); }).value_or("");
}

std::string SqliteStore::text(std::int64_t document) {
	auto& rows = kept("SELECT text FROM texts WHERE document = ?").bind(document);
	return first_row(rows, [](const Statement& row) { return row.text(0); }).value_or(std::string{});
}

void SqliteStore::each_text(const std::function<void(std::int64_t, const std::string&, const std::string&)>& take) {
	Statement rows = m_db.prepare("SELECT document, sha256, text FROM texts ORDER BY document");
	while (rows.step()) take(rows.number(0), rows.text(1), rows.text(2));
}

void SqliteStore::put_layout(std::string_view sha256, std::string_view layout) {
	kept("INSERT OR IGNORE INTO layouts (sha256, layout) VALUES (?, ?)").bind(sha256).bind(layout).run();
}

std::optional<std::string> SqliteStore::layout(std::string_view sha256) {
	auto& rows = kept("SELECT layout FROM layouts WHERE sha256 = ?").bind(sha256);
	return first_row(rows, [](const Statement& row) { return row.text(0); });
}

void SqliteStore::each_layout(const std::function<void(const std::string&, const std::string&)>& take) {
	Statement rows = m_db.prepare("SELECT sha256, layout FROM layouts ORDER BY id");
	while (rows.step()) take(rows.text(0), rows.text(1));
}

std::optional<OriginRow> SqliteStore::origin(std::int64_t document) {
	auto& rows = kept("SELECT document, format, original, layout FROM origins WHERE document = ?").bind(document);
	return first_row(rows, [](const Statement& row) {
		return OriginRow{
		    .document = row.number(0), .format = row.text(1), .original = row.text(2), .layout = row.text(3)};
	});
}

void SqliteStore::put_origin(const OriginRow& row) {
	kept("INSERT OR REPLACE INTO origins VALUES (?, ?, ?, ?)")
	    .bind(row.document)
	    .bind(std::string_view{row.format})
	    .bind(std::string_view{row.original})
	    .bind(std::string_view{row.layout})
	    .run();
}

void SqliteStore::clear_projection() {
	for (const char* table :
	     {"documents", "origins", "document_places", "blocks", "signatures", "records", "told_apart", "facts",
	      "fact_parties", "fact_pairs", "fact_themes", "proposals", "person_forms", "person_mentions",
	      "persons_told_apart", "persons", "parties", "decisions", "changed"}) {
		m_db.run((std::string{"DELETE FROM "} + table).c_str());
	}
	m_db.run("INSERT INTO search (search) VALUES ('rebuild')");
}

std::optional<DocumentRow> SqliteStore::document(std::int64_t id) {
	auto& rows = kept(
	                 "SELECT id, source, title, published, day, authors, program, lexicon, entry, records FROM "
	                 "documents WHERE id "
	                 "= ?")
	                 .bind(id);
	return first_row(rows, document_row);
}

std::optional<std::string> SqliteStore::published(std::int64_t document) {
	auto& rows = kept("SELECT published FROM documents WHERE id = ?").bind(document);
	return first_row(rows, [](const Statement& row) { return row.optional_text(0); }).value_or(std::nullopt);
}

std::vector<std::optional<std::string>> SqliteStore::published_of(std::span<const std::int64_t> documents) {
	auto& rows = kept("SELECT j.key, d.published FROM json_each(?) j CROSS JOIN documents d ON d.id = j.value")
	                 .bind(std::string_view{json_list(documents)});
	std::vector<std::optional<std::string>> days(documents.size());
	while (rows.step()) days[static_cast<std::size_t>(rows.number(0))] = rows.optional_text(1);
	rows.reset();
	return days;
}

void SqliteStore::put_document(const DocumentRow& row) {
	kept("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(std::string_view{row.source})
	    .bind(std::string_view{row.title})
	    .bind(row.published)
	    .bind(std::int64_t{row.day})
	    .bind(std::string_view{row.authors})
	    .bind(std::string_view{row.program})
	    .bind(std::string_view{row.lexicon})
	    .bind(row.entry)
	    .bind(row.records)
	    .run();
	for (const std::string& place : row.places) {
		kept("INSERT OR IGNORE INTO document_places VALUES (?, ?)").bind(std::string_view{place}).bind(row.id).run();
	}
}

std::int64_t SqliteStore::block(std::string_view name) {
	auto& rows = kept("SELECT id FROM blocks WHERE name = ?").bind(name);
	if (const auto id = first_row(rows, [](const Statement& row) { return row.number(0); })) return *id;
	auto& next = kept("SELECT coalesce(max(id), 0) + 1 FROM blocks");
	const std::int64_t id = first_row(next, [](const Statement& row) { return row.number(0); }).value_or(1);
	kept("INSERT INTO blocks VALUES (?, ?, ?)").bind(id).bind(name).bind(id).run();
	return id;
}

std::int64_t SqliteStore::root_of(std::int64_t block) {
	auto& rows = kept("SELECT root FROM blocks WHERE id = ?").bind(block);
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(block);
}

void SqliteStore::put_root(std::int64_t block, std::int64_t root) {
	kept("UPDATE blocks SET root = ? WHERE id = ?").bind(root).bind(block).run();
}

std::vector<std::int64_t> SqliteStore::blocks_of_root(std::int64_t root) {
	auto& rows = kept("SELECT id FROM blocks WHERE root = ? ORDER BY id").bind(root);
	return all_rows(rows, [](const Statement& row) { return row.number(0); });
}

std::optional<SignatureRow> SqliteStore::find_signature(std::int64_t block, std::string_view signature,
                                                        RecordId singled) {
	auto& rows = kept("SELECT " SIGNATURE_COLUMNS
	                  " FROM signatures s WHERE block = ? AND hash = ? AND singled = ? AND signature = ?")
	                 .bind(block)
	                 .bind(short_hash(signature))
	                 .bind(singled)
	                 .bind(signature);
	return first_row(rows, signature_row);
}

std::optional<SignatureRow> SqliteStore::signature(std::int64_t id) {
	auto& rows = kept("SELECT " SIGNATURE_COLUMNS " FROM signatures s WHERE id = ?").bind(id);
	return first_row(rows, signature_row);
}

std::int64_t SqliteStore::add_signature(std::int64_t block, std::string_view signature, RecordId singled) {
	auto& next = kept("SELECT coalesce(max(id), 0) + 1 FROM signatures");
	const std::int64_t id = first_row(next, [](const Statement& row) { return row.number(0); }).value_or(1);
	kept("INSERT INTO signatures VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)")
	    .bind(id)
	    .bind(block)
	    .bind(short_hash(signature))
	    .bind(singled)
	    .bind(signature)
	    .run();
	return id;
}

void SqliteStore::put_counts(std::int64_t signature, std::int64_t records, RecordId first) {
	kept("UPDATE signatures SET records = ?, first = ? WHERE id = ?").bind(records).bind(first).bind(signature).run();
}

void SqliteStore::put_fact_of(std::int64_t signature, RecordId fact, bool alone) {
	kept("UPDATE signatures SET fact = ?, alone = ? WHERE id = ?")
	    .bind(fact)
	    .bind(std::int64_t{alone})
	    .bind(signature)
	    .run();
}

std::vector<SignatureRow> SqliteStore::signatures_of_root(std::int64_t root) {
	auto& rows = kept("SELECT " SIGNATURE_COLUMNS
	                  " FROM blocks b JOIN signatures s ON s.block = b.id WHERE b.root = ? AND s.first <> 0")
	                 .bind(root);
	std::vector<SignatureRow> found = all_rows(rows, signature_row);
	std::ranges::sort(found, {}, &SignatureRow::id);
	return found;
}

std::vector<SignatureRow> SqliteStore::signatures_of_fact(RecordId fact) {
	auto& rows = kept("SELECT " SIGNATURE_COLUMNS " FROM signatures s WHERE fact = ? ORDER BY id").bind(fact);
	return all_rows(rows, signature_row);
}

std::vector<SignatureRow> SqliteStore::signatures_with_party(std::string_view party) {
	auto& rows = kept("SELECT " SIGNATURE_COLUMNS
	                  " FROM fact_parties p JOIN signatures s ON s.fact = p.fact WHERE p.party = ? ORDER BY s.id")
	                 .bind(party);
	return all_rows(rows, signature_row);
}

std::optional<RecordRow> SqliteStore::record(RecordId id) {
	auto& rows = kept("SELECT id, signature, begin_char, end_char, certainty, gone FROM records WHERE id = ?").bind(id);
	return first_row(rows, record_row);
}

void SqliteStore::put_record(const RecordRow& row) {
	kept("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(row.signature)
	    .bind(std::int64_t{row.begin})
	    .bind(std::int64_t{row.end})
	    .bind(row.certainty)
	    .bind(row.gone)
	    .run();
}

std::vector<RecordRow> SqliteStore::records_of_document(std::int64_t document) {
	auto& rows =
	    kept(
	        "SELECT id, signature, begin_char, end_char, certainty, gone FROM records WHERE id BETWEEN ? AND ? "
	        "ORDER BY id")
	        .bind(record_id(document, 0))
	        .bind(record_id(document, k_most_of_a_document));
	return all_rows(rows, record_row);
}

std::vector<RecordRow> SqliteStore::records_of_signature(std::int64_t signature, std::size_t limit) {
	auto& rows =
	    kept(
	        "SELECT id, signature, begin_char, end_char, certainty, gone FROM records WHERE signature = ? ORDER "
	        "BY id < 0, id LIMIT ?")
	        .bind(signature)
	        .bind(static_cast<std::int64_t>(limit));
	return all_rows(rows, record_row);
}

std::vector<RecordId> SqliteStore::records_of_fact(RecordId fact) {
	auto& rows = kept(
	                 "SELECT r.id FROM signatures s INDEXED BY signatures_by_fact CROSS JOIN records r INDEXED BY "
	                 "records_by_signature ON r.signature = s.id WHERE s.fact = ?")
	                 .bind(fact);
	return all_rows(rows, [](const Statement& row) { return RecordId{row.number(0)}; });
}

std::vector<std::vector<RecordId>> SqliteStore::records_of_facts(std::span<const RecordId> facts) {
	// One statement for all: to begin and end one for each fact takes longer than to find its records.
	auto& rows = kept(
	                 "SELECT j.key, r.id FROM json_each(?) j CROSS JOIN signatures s INDEXED BY signatures_by_fact ON "
	                 "s.fact = j.value CROSS JOIN records r INDEXED BY records_by_signature ON r.signature = s.id")
	                 .bind(std::string_view{json_list(facts)});
	std::vector<std::vector<RecordId>> records(facts.size());
	while (rows.step()) records[static_cast<std::size_t>(rows.number(0))].push_back(rows.number(1));
	rows.reset();
	return records;
}

std::vector<RecordId> SqliteStore::gone_records() {
	auto& rows = kept("SELECT id FROM records INDEXED BY records_gone WHERE gone <> 0 ORDER BY id");
	return all_rows(rows, [](const Statement& row) { return RecordId{row.number(0)}; });
}

bool SqliteStore::tell_apart(std::int64_t a, std::int64_t b) {
	kept("INSERT OR IGNORE INTO told_apart VALUES (?, ?)").bind(std::min(a, b)).bind(std::max(a, b)).run();
	return m_db.changes() > 0;
}

std::vector<std::pair<std::int64_t, std::int64_t>> SqliteStore::told_apart_of_root(std::int64_t root) {
	auto& rows =
	    kept(
	        "SELECT t.a, t.b FROM blocks b JOIN signatures s ON s.block = b.id JOIN told_apart t ON t.a = s.id "
	        "WHERE b.root = ? ORDER BY t.a, t.b")
	        .bind(root);
	return all_rows(rows, number_pair);
}

std::optional<FactRow> SqliteStore::fact(RecordId id) {
	auto& rows = kept("SELECT " FACT_COLUMNS " FROM facts WHERE id = ?").bind(id);
	return first_row(rows, fact_row);
}

std::int64_t SqliteStore::fact_count() {
	auto& rows = kept("SELECT count(*) FROM facts");
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(0);
}

std::vector<FactRow> SqliteStore::facts_of_root(std::int64_t root) {
	auto& rows = kept("SELECT " FACT_COLUMNS " FROM facts WHERE root = ? ORDER BY id").bind(root);
	return all_rows(rows, fact_row);
}

void SqliteStore::put_values_of_fact(const ValuesOfFact& table, RecordId fact, const std::vector<std::string>& values,
                                     bool is_new) {
	std::set<std::string> wanted{values.begin(), values.end()};
	if (!is_new) {
		auto& rows = kept(table.select).bind(fact);
		for (const std::string& held : all_rows(rows, [](const Statement& row) { return row.text(0); })) {
			if (wanted.erase(held) == 0) kept(table.remove).bind(std::string_view{held}).bind(fact).run();
		}
	}
	for (const std::string& value : wanted) kept(table.insert).bind(std::string_view{value}).bind(fact).run();
}

void SqliteStore::put_fact(const FactRow& row) {
	static constexpr ValuesOfFact k_parties{"SELECT party FROM fact_parties WHERE fact = ?",
	                                        "DELETE FROM fact_parties WHERE party = ? AND fact = ?",
	                                        "INSERT INTO fact_parties VALUES (?, ?)"};
	static constexpr ValuesOfFact k_pairs{"SELECT pair FROM fact_pairs WHERE fact = ?",
	                                      "DELETE FROM fact_pairs WHERE pair = ? AND fact = ?",
	                                      "INSERT INTO fact_pairs VALUES (?, ?)"};
	static constexpr ValuesOfFact k_themes{"SELECT theme FROM fact_themes WHERE fact = ?",
	                                       "DELETE FROM fact_themes WHERE theme = ? AND fact = ?",
	                                       "INSERT INTO fact_themes VALUES (?, ?)"};
	// A block is put again as a whole when one of its facts has changed: the others stay as they are, and of one that
	// has changed mostly only the value, which no index has.
	const auto held = fact(row.id);
	const bool same_rest = held && held->root == row.root && held->type == row.type &&
	                       held->first_day == row.first_day && held->last_day == row.last_day &&
	                       held->conflicts == row.conflicts && held->status == row.status;
	if (same_rest && held->value != row.value) {
		kept("UPDATE facts SET value = ? WHERE id = ?").bind(std::string_view{row.value}).bind(row.id).run();
	} else if (!same_rest) {
		kept(held ? "UPDATE facts SET root = ?2, type = ?3, first_day = ?4, last_day = ?5, value = ?6, "
		            "conflicts = ?7, status = ?8 WHERE id = ?1"
		          : "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
		    .bind(row.id)
		    .bind(row.root)
		    .bind(std::string_view{row.type})
		    .bind(std::int64_t{row.first_day})
		    .bind(std::int64_t{row.last_day})
		    .bind(std::string_view{row.value})
		    .bind(std::string_view{row.conflicts.empty() ? std::string{} : nlohmann::json(row.conflicts).dump()})
		    .bind(model::name_of(row.status))
		    .run();
	}
	// Parties and themes stand in the value; the pairs of a fact may be its documents'.
	if (!held || held->value != row.value) {
		put_values_of_fact(k_parties, row.id, row.parties, !held);
		put_values_of_fact(k_themes, row.id, row.themes, !held);
	}
	put_values_of_fact(k_pairs, row.id, row.pairs, !held);
}

void SqliteStore::remove_fact(RecordId id) {
	kept("DELETE FROM facts WHERE id = ?").bind(id).run();
	kept("DELETE FROM fact_parties WHERE fact = ?").bind(id).run();
	kept("DELETE FROM fact_pairs WHERE fact = ?").bind(id).run();
	kept("DELETE FROM fact_themes WHERE fact = ?").bind(id).run();
}

std::optional<FormRow> SqliteStore::find_form(std::string_view form, RecordId singled) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE hash = ? AND singled = ? AND form = ?")
	                 .bind(short_hash(form))
	                 .bind(singled)
	                 .bind(form);
	return first_row(rows, form_row);
}

std::optional<FormRow> SqliteStore::form(std::int64_t id) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE id = ?").bind(id);
	return first_row(rows, form_row);
}

std::int64_t SqliteStore::add_form(std::int64_t block, std::string_view form, RecordId singled) {
	auto& next = kept("SELECT coalesce(max(id), 0) + 1 FROM person_forms");
	const std::int64_t id = first_row(next, [](const Statement& row) { return row.number(0); }).value_or(1);
	kept("INSERT INTO person_forms VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)")
	    .bind(id)
	    .bind(block)
	    .bind(short_hash(form))
	    .bind(singled)
	    .bind(form)
	    .run();
	return id;
}

void SqliteStore::put_form(const FormRow& row) {
	kept("UPDATE person_forms SET first_day = ?, last_day = ?, mentions = ?, first = ?, person = ? WHERE id = ?")
	    .bind(std::int64_t{row.first_day})
	    .bind(std::int64_t{row.last_day})
	    .bind(row.mentions)
	    .bind(row.first)
	    .bind(row.person)
	    .bind(row.id)
	    .run();
}

std::vector<FormRow> SqliteStore::forms_of_root(std::int64_t root) {
	auto& rows = kept("SELECT " FORM_COLUMNS
	                  " FROM blocks b JOIN person_forms f ON f.block = b.id WHERE b.root = ? ORDER BY f.id")
	                 .bind(root);
	return all_rows(rows, form_row);
}

std::vector<FormRow> SqliteStore::forms_of_person(RecordId person) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE person = ? ORDER BY id").bind(person);
	return all_rows(rows, form_row);
}

std::optional<RecordRow> SqliteStore::mention(RecordId id) {
	auto& rows =
	    kept("SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE id = ?").bind(id);
	return first_row(rows, record_row);
}

void SqliteStore::put_mention(const RecordRow& row) {
	kept("INSERT OR REPLACE INTO person_mentions VALUES (?, ?, ?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(row.signature)
	    .bind(std::int64_t{row.begin})
	    .bind(std::int64_t{row.end})
	    .bind(row.certainty)
	    .bind(row.gone)
	    .run();
}

std::vector<RecordRow> SqliteStore::mentions_of_document(std::int64_t document) {
	auto& rows =
	    kept(
	        "SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE id BETWEEN ? AND "
	        "? ORDER BY id")
	        .bind(record_id(document, 0))
	        .bind(record_id(document, k_most_of_a_document));
	return all_rows(rows, record_row);
}

std::vector<RecordRow> SqliteStore::mentions_of_form(std::int64_t form, std::size_t limit) {
	auto& rows =
	    kept(
	        "SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE form = ? ORDER BY "
	        "id LIMIT ?")
	        .bind(form)
	        .bind(static_cast<std::int64_t>(limit));
	return all_rows(rows, record_row);
}

bool SqliteStore::tell_persons_apart(std::int64_t a, std::int64_t b) {
	kept("INSERT OR IGNORE INTO persons_told_apart VALUES (?, ?)").bind(std::min(a, b)).bind(std::max(a, b)).run();
	return m_db.changes() > 0;
}

std::vector<std::pair<std::int64_t, std::int64_t>> SqliteStore::persons_told_apart_of_root(std::int64_t root) {
	auto& rows = kept(
	                 "SELECT t.a, t.b FROM blocks b JOIN person_forms f ON f.block = b.id JOIN persons_told_apart t ON "
	                 "t.a = f.id WHERE b.root = ? ORDER BY t.a, t.b")
	                 .bind(root);
	return all_rows(rows, number_pair);
}

std::optional<PersonRow> SqliteStore::person(RecordId id) {
	auto& rows = kept("SELECT id, root, name, country FROM persons WHERE id = ?").bind(id);
	return first_row(rows, person_row);
}

std::vector<PersonRow> SqliteStore::persons_of_root(std::int64_t root) {
	auto& rows = kept("SELECT id, root, name, country FROM persons WHERE root = ? ORDER BY id").bind(root);
	return all_rows(rows, person_row);
}

void SqliteStore::put_person(const PersonRow& row) {
	kept("INSERT OR REPLACE INTO persons VALUES (?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(row.root)
	    .bind(std::string_view{row.name})
	    .bind(std::string_view{row.country})
	    .run();
}

void SqliteStore::remove_person(RecordId id) { kept("DELETE FROM persons WHERE id = ?").bind(id).run(); }

std::optional<PartyRow> SqliteStore::party(std::string_view party) {
	auto& rows = kept("SELECT party, block, canonical, decided FROM parties WHERE party = ?").bind(party);
	return first_row(rows, party_row);
}

void SqliteStore::put_party(const PartyRow& row) {
	kept("INSERT OR REPLACE INTO parties VALUES (?, ?, ?, ?)")
	    .bind(std::string_view{row.party})
	    .bind(row.block)
	    .bind(std::string_view{row.canonical})
	    .bind(row.decided)
	    .run();
}

std::vector<PartyRow> SqliteStore::parties_of_block(std::int64_t block) {
	auto& rows =
	    kept("SELECT party, block, canonical, decided FROM parties WHERE block = ? ORDER BY party").bind(block);
	return all_rows(rows, party_row);
}

std::vector<PartyRow> SqliteStore::parties_held_as(std::string_view canonical) {
	auto& rows =
	    kept("SELECT party, block, canonical, decided FROM parties WHERE canonical = ? ORDER BY party").bind(canonical);
	return all_rows(rows, party_row);
}

std::vector<ProposalRow> SqliteStore::proposals_of_root(std::string_view kind, std::int64_t root) {
	auto& rows = kept("SELECT kind, root, a, b, score, reason, words FROM proposals WHERE kind = ? AND root = ?")
	                 .bind(kind)
	                 .bind(root);
	return all_rows(rows, proposal_row);
}

void SqliteStore::put_proposals(std::string_view kind, std::int64_t root, const std::vector<ProposalRow>& rows) {
	// Most stay as they are, and a row that is not written costs nothing.
	std::map<std::pair<std::string, std::string>, ProposalRow> before;
	for (ProposalRow& row : proposals_of_root(kind, root)) {
		std::pair pair{row.a, row.b};
		before.emplace(std::move(pair), std::move(row));
	}
	std::set<std::pair<std::string_view, std::string_view>> wanted;
	std::vector<const ProposalRow*> changed;
	for (const ProposalRow& row : rows) {
		if (!wanted.emplace(row.a, row.b).second) continue;
		const auto found = before.find({row.a, row.b});
		const bool same = found != before.end() && found->second.score == row.score &&
		                  found->second.reason == row.reason && found->second.words == row.words;
		if (!same) changed.push_back(&row);
	}
	for (const auto& [pair, row] : before) {
		if (wanted.contains({pair.first, pair.second})) continue;
		kept("DELETE FROM proposals WHERE kind = ? AND root = ? AND a = ? AND b = ?")
		    .bind(kind)
		    .bind(root)
		    .bind(std::string_view{pair.first})
		    .bind(std::string_view{pair.second})
		    .run();
	}
	for (const ProposalRow* one : changed) {
		const ProposalRow& row = *one;
		kept("INSERT OR REPLACE INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?)")
		    .bind(kind)
		    .bind(root)
		    .bind(std::string_view{row.a})
		    .bind(std::string_view{row.b})
		    .bind(row.score)
		    .bind(std::string_view{row.reason})
		    .bind(std::string_view{row.words})
		    .run();
	}
}

std::optional<DecisionRow> SqliteStore::decision(std::int64_t entry) {
	auto& rows = kept("SELECT entry, kind, undone, subject, payload FROM decisions WHERE entry = ?").bind(entry);
	return first_row(rows, decision_row);
}

void SqliteStore::put_decision(const DecisionRow& row) {
	kept("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)")
	    .bind(row.entry)
	    .bind(std::string_view{row.kind})
	    .bind(row.undone)
	    .bind(std::string_view{row.subject})
	    .bind(std::string_view{row.payload})
	    .run();
}

std::vector<DecisionRow> SqliteStore::decisions_on(std::string_view subject) {
	auto& rows = kept(
	                 "SELECT entry, kind, undone, subject, payload FROM decisions WHERE subject = ? AND undone = 0 "
	                 "ORDER BY entry")
	                 .bind(subject);
	return all_rows(rows, decision_row);
}

std::vector<DecisionRow> SqliteStore::decisions_of_kind(std::string_view kind) {
	auto& rows =
	    kept("SELECT entry, kind, undone, subject, payload FROM decisions WHERE kind = ? AND undone = 0 ORDER BY entry")
	        .bind(kind);
	return all_rows(rows, decision_row);
}

std::vector<DecisionRow> SqliteStore::all_decisions() {
	auto& rows = kept("SELECT entry, kind, undone, subject, payload FROM decisions ORDER BY entry");
	return all_rows(rows, decision_row);
}

std::int64_t SqliteStore::active_decisions() {
	auto& rows = kept("SELECT count(*) FROM decisions WHERE undone = 0");
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(0);
}

void SqliteStore::put_changed(const ChangedRow& row) {
	kept("INSERT OR REPLACE INTO changed VALUES (?, ?, ?, ?, ?)")
	    .bind(row.record)
	    .bind(row.entry)
	    .bind(std::string_view{row.before})
	    .bind(std::string_view{row.after})
	    .bind(row.seen)
	    .run();
}

std::vector<ChangedRow> SqliteStore::changes_of(RecordId record) {
	auto& rows =
	    kept("SELECT record, entry, before, after, seen FROM changed WHERE record = ? ORDER BY entry").bind(record);
	return all_rows(rows, changed_row);
}

void SqliteStore::each_fact(const std::function<void(const FactRow&)>& take) {
	Statement rows = m_db.prepare("SELECT " FACT_COLUMNS " FROM facts ORDER BY id");
	while (rows.step()) take(fact_row(rows));
}

void SqliteStore::each_person(const std::function<void(const PersonRow&)>& take) {
	Statement rows = m_db.prepare("SELECT id, root, name, country FROM persons ORDER BY id");
	while (rows.step()) take(person_row(rows));
}

void SqliteStore::each_party(const std::function<void(const PartyRow&)>& take) {
	Statement rows = m_db.prepare("SELECT party, block, canonical, decided FROM parties ORDER BY party");
	while (rows.step()) take(party_row(rows));
}

void SqliteStore::each_proposal(const std::function<void(const ProposalRow&)>& take) {
	Statement rows =
	    m_db.prepare("SELECT kind, root, a, b, score, reason, words FROM proposals ORDER BY kind, root, a, b");
	while (rows.step()) take(proposal_row(rows));
}

void SqliteStore::each_changed(const std::function<void(const ChangedRow&)>& take) {
	Statement rows = m_db.prepare("SELECT record, entry, before, after, seen FROM changed ORDER BY record, entry");
	while (rows.step()) take(changed_row(rows));
}

}  // namespace bienban::registry
