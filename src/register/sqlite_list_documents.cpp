#include <algorithm>
#include <limits>

#include "register/register.hpp"
#include "register/sqlite_ask.hpp"
#include "register/sqlite_store.hpp"

/// Lists of documents, and the search for words.
namespace bienban::registry {

namespace {

/// How many documents are looked at one by one for a count.
constexpr std::int64_t k_most_walked = 30'000;

/// The places of the register that belong to one of those asked for, as a list for json_each().
std::string places_of(Database& db, const std::vector<std::string>& asked) {
	std::vector<std::string> places;
	for (std::string& place : distinct_values(db, "document_places", "place")) {
		if (std::ranges::any_of(asked, [&](const std::string& one) { return belongs_to(place, one); })) {
			places.push_back(std::move(place));
		}
	}
	return json_list(places);
}

Condition naming(const std::string& places) {
	const Sql in{"place IN (SELECT value FROM json_each(?))", {places}};
	return {.holds = Sql{"EXISTS (SELECT 1 FROM document_places WHERE "} + in + Sql{" AND document = d.id)"},
	        .ids = Sql{"SELECT document FROM document_places WHERE "} + in};
}

/// Two common places may be rare together.
Condition naming_both(const std::string& a, const std::string& b) {
	Condition first = naming(a);
	const Condition second = naming(b);
	return {.holds = first.holds + Sql{" AND "} + second.holds,
	        .ids = *first.ids + Sql{" AND +document IN ("} + *second.ids + Sql{")"}};
}

Condition among(const std::vector<std::int64_t>& documents) {
	const Sql ids{"SELECT value FROM json_each(?)", {json_list(documents)}};
	return {.holds = Sql{"d.id IN ("} + ids + Sql{")"}, .ids = ids};
}

/// A question with all that SQL needs to answer it.
struct Asked {
	std::vector<Condition> conditions;
	DocumentFilter documents;
	bool one_by_one = false;  ///< too many documents have the words or the path to list them
	const Condition* rarest = nullptr;
};

Asked understood(Database& db, const DocumentQuestion& question, std::int64_t few) {
	Asked asked{.conditions = {}, .documents = DocumentFilter{db, question.source, question.words}};
	auto& conditions = asked.conditions;
	if (question.period) {
		const std::vector<Sql::Value> days{std::int64_t{std::max(question.period->first, 1)},
		                                   std::int64_t{question.period->last}};
		conditions.push_back({.holds = Sql{"d.day BETWEEN ? AND ?", days},
		                      .ids = Sql{"SELECT id FROM documents WHERE day BETWEEN ? AND ?", days}});
	}
	if (question.place) conditions.push_back(naming(places_of(db, {*question.place})));
	if (!question.between_a.empty() || !question.between_b.empty()) {
		conditions.push_back(naming_both(places_of(db, question.between_a), places_of(db, question.between_b)));
	}
	if (asked.documents.asks()) {
		asked.one_by_one = !asked.documents.few().has_value();
		if (!asked.one_by_one) conditions.push_back(among(*asked.documents.few()));
	}
	asked.rarest = rarest(db, conditions, few);
	return asked;
}

/// All of `asked` but its words and path where documents are looked at one by one.
Sql documents_that(const Asked& asked, std::string_view columns, std::string_view walked) {
	std::vector<Condition> conditions = asked.conditions;
	Sql sql{"SELECT " + std::string{columns} + " FROM "};
	if (asked.rarest != nullptr) {
		sql += Sql{"documents d NOT INDEXED"};
		conditions.insert(conditions.begin(), {.holds = Sql{"d.id IN ("} + *asked.rarest->ids + Sql{")"}, .ids = {}});
	} else {
		sql += Sql{walked};
	}
	conditions.insert(conditions.begin(), {.holds = Sql{"1"}, .ids = {}});
	return sql + where(conditions);
}

Ordered in_order(Database& db, const Asked& asked, Sort sort) {
	std::vector<std::vector<Statement>> groups;
	const auto* walked = sort == Sort::id ? "documents d NOT INDEXED" : "documents d INDEXED BY documents_by_day";
	for (const Part& part : parts_of(sort, "d.day", "d.id")) {
		const Sql sql = documents_that(asked, "d.id, d.day", walked) + Sql{" AND "} + part.holds;
		groups.emplace_back().push_back((sql + Sql{" ORDER BY " + part.order}).prepare(db));
	}
	return {sort, std::move(groups)};
}

}  // namespace

std::vector<DocumentRow> SqliteStore::list_documents(const DocumentQuestion& question) {
	Asked asked = understood(m_db, question, k_few_rows);
	Ordered ids = in_order(m_db, asked, question.sort);
	std::vector<DocumentRow> rows;
	std::size_t passed = 0;
	while (rows.size() < question.page.limit) {
		const auto id = ids.next();
		if (!id) break;
		if (asked.one_by_one && !asked.documents.holds(*id)) continue;
		if (passed++ < question.page.offset) continue;
		if (auto row = document(*id)) rows.push_back(std::move(*row));
	}
	return rows;
}

Count SqliteStore::count_documents(const DocumentQuestion& question) {
	Asked asked = understood(m_db, question, k_few_rows_to_count);
	if (asked.one_by_one && asked.conditions.empty() && !question.words) {
		return bounded(counted(m_db, DocumentFilter::with_source(*question.source), k_most_counted + 1));
	}
	if (asked.one_by_one) {
		Ordered ids = in_order(m_db, asked, Sort::id);
		// Only where nothing else is asked all of them can be walked through.
		const auto most = asked.conditions.empty() ? std::numeric_limits<std::int64_t>::max() : k_most_walked;
		Count count;
		for (std::int64_t walked = 0; !count.more; ++walked) {
			const auto id = ids.next();
			if (!id) break;
			count.more = walked == most || count.number == k_most_counted;
			if (!count.more && asked.documents.holds(*id)) ++count.number;
		}
		return count;
	}
	if (asked.rarest != nullptr) return bounded(counted(m_db, documents_that(asked, "1", {}), k_most_counted + 1));
	const std::string walked =
	    "(SELECT id, day FROM documents INDEXED BY documents_by_day LIMIT " + std::to_string(k_most_walked) + ") d";
	Count count = bounded(counted(m_db, documents_that(asked, "1", walked), k_most_counted + 1));
	count.more = count.more || counted(m_db, Sql{"SELECT 1 FROM documents"}, k_most_walked + 1) > k_most_walked;
	return count;
}

std::vector<WordsHit> SqliteStore::documents_with_words(std::string_view query, std::size_t most, std::int64_t before) {
	// Which they are is told quickly for any words; what is ranked is only these.
	Statement& rows = kept(
	                      "SELECT rowid, bienban_rank(search) FROM search WHERE search MATCH ? AND rowid < ? ORDER BY "
	                      "rowid DESC LIMIT ?")
	                      .bind(query)
	                      .bind(before)
	                      .bind(static_cast<std::int64_t>(most));
	std::vector<WordsHit> hits;
	while (rows.step()) hits.push_back({.document = rows.number(0), .rank = rows.decimal(1)});
	rows.reset();
	std::ranges::stable_sort(hits, std::greater{}, &WordsHit::rank);
	return hits;
}

}  // namespace bienban::registry
