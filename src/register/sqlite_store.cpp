#include "register/sqlite_store.hpp"

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

}  // namespace bienban::registry
