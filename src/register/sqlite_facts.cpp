// Blocks, signatures, records and facts.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "register/hash.hpp"
#include "register/names.hpp"
#include "register/sqlite_ask.hpp"
#include "register/sqlite_store.hpp"

namespace bienban::registry {

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

void SqliteStore::each_fact(const std::function<void(const FactRow&)>& take) {
	Statement rows = m_db.prepare("SELECT " FACT_COLUMNS " FROM facts ORDER BY id");
	while (rows.step()) take(fact_row(rows));
}

}  // namespace bienban::registry
