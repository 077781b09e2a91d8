#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

#include "model/names.hpp"
#include "register/register.hpp"
#include "register/sqlite_ask.hpp"
#include "register/sqlite_store.hpp"

/// Lists of facts.
namespace bienban::registry {

namespace {

/// How many facts are looked at one by one for a count.
constexpr std::int64_t k_most_walked = 30'000;
/// And how many records of theirs, where the documents of each fact have to be asked.
constexpr std::int64_t k_most_records = 100'000;

/// Parties from `first` on and before `end`, in the order of bytes.
struct Range {
	std::string first;
	std::string end;
};

/// All texts that begin with `beginning`, which ends in ASCII.
Range beginning_with(std::string beginning) {
	std::string end = beginning;
	++end.back();
	return {std::move(beginning), std::move(end)};
}

bool is_place(std::string_view party) { return party.find('/') == std::string_view::npos; }

/// The parties that an asked party or place takes in.
std::vector<Range> ranges_of(const std::string& asked) {
	if (!is_place(asked)) return {{asked, asked + '\x01'}, beginning_with(asked + '/')};
	std::vector<Range> ranges{beginning_with(asked + '/')};
	if (asked.find('-') == std::string::npos) ranges.push_back(beginning_with(asked + '-'));
	return ranges;
}

Condition in_ranges(const std::vector<Range>& ranges) {
	Sql any;
	Sql ids;
	for (const Range& range : ranges) {
		const bool first = &range == &ranges.front();
		any += Sql{first ? "" : " OR "} + Sql{"(party >= ? AND party < ?)", {range.first, range.end}};
		ids += Sql{first ? "" : " UNION ALL "} +
		       Sql{"SELECT fact FROM fact_parties WHERE party >= ? AND party < ?", {range.first, range.end}};
	}
	return {.holds = Sql{"EXISTS (SELECT 1 FROM fact_parties INDEXED BY fact_parties_by_fact WHERE fact = f.id AND ("} +
	                 any + Sql{"))"},
	        .ids = std::move(ids)};
}

/// Facts with one of these in a table of theirs.
Condition one_of(std::string_view table, std::string_view column, const std::vector<std::string>& values) {
	const std::string name{table};
	const Sql in{std::string{column} + " IN (SELECT value FROM json_each(?))", {json_list(values)}};
	// The plus keeps SQLite from seeking each of the values: a fact has few rows here.
	return {.holds = Sql{"EXISTS (SELECT 1 FROM " + name + " INDEXED BY " + name + "_by_fact WHERE fact = f.id AND +"} +
	                 in + Sql{")"},
	        .ids = Sql{"SELECT fact FROM " + name + " WHERE "} + in};
}

bool is_of_kind(std::string_view party, std::string_view kind) {
	const auto slash = party.find('/');
	if (slash == std::string_view::npos) return false;
	party.remove_prefix(slash + 1);
	return party == kind || (party.starts_with(kind) && party[kind.size()] == '/');
}

std::vector<std::string> parties_of_kind(Database& db, const std::string& kind, const std::vector<Range>& ranges) {
	std::vector<std::string> parties;
	for (const Range& range : ranges) {
		std::ranges::copy_if(distinct_values(db, "fact_parties", "party", range.first, range.end),
		                     std::back_inserter(parties),
		                     [&](const std::string& party) { return is_of_kind(party, kind); });
	}
	return parties;
}

bool any_takes_in(const std::vector<std::string>& asked, std::string_view place) {
	return std::ranges::any_of(asked, [&](const std::string& one) { return belongs_to(place, one); });
}

/// The pairs of the register that lie between the asked places.
std::vector<std::string> pairs_between(const std::vector<std::string>& pairs, const std::vector<std::string>& a,
                                       const std::vector<std::string>& b) {
	std::vector<std::string> between;
	for (const std::string& pair : pairs) {
		const auto bar = pair.find('|');
		if (bar == std::string::npos) continue;
		const auto one = std::string_view{pair}.substr(0, bar);
		const auto other = std::string_view{pair}.substr(bar + 1);
		if ((any_takes_in(a, one) && any_takes_in(b, other)) || (any_takes_in(a, other) && any_takes_in(b, one))) {
			between.push_back(pair);
		}
	}
	return between;
}

Condition of_statuses(const std::vector<std::string>& statuses) {
	if (statuses.empty()) return {.holds = Sql{"f.status NOT IN ('rejected', 'gone')"}, .ids = std::nullopt};
	const Sql in{"status IN (SELECT value FROM json_each(?))", {json_list(statuses)}};
	Condition condition{.holds = Sql{"f."} + in, .ids = std::nullopt};
	// The index of statuses leaves out what was only read: that is most.
	if (std::ranges::find(statuses, "read") == statuses.end()) {
		condition.ids = Sql{"SELECT id FROM facts WHERE status <> 'read' AND "} + in;
	}
	return condition;
}

/// The facts of some documents. Found once: it takes longer than all that is done with them.
Condition of_documents(Database& db, const std::vector<std::int64_t>& documents) {
	const Sql sql{
	    "SELECT DISTINCT s.fact FROM json_each(?) j CROSS JOIN records r ON r.id BETWEEN j.value << 16 AND (j.value << "
	    "16) + 65535 CROSS JOIN signatures s ON s.id = r.signature WHERE r.gone = 0",
	    {json_list(documents)}};
	std::vector<std::int64_t> facts;
	for (Statement rows = sql.prepare(db); rows.step();) facts.push_back(rows.number(0));
	const Sql ids{"SELECT value FROM json_each(?)", {json_list(facts)}};
	return {.holds = Sql{"f.id IN ("} + ids + Sql{")"}, .ids = ids};
}

/// Whether records of a type have themes.
bool has_themes(std::string_view asked) {
	const auto is = [&]<std::size_t type>(std::integral_constant<std::size_t, type> /*which*/) {
		using Type = std::variant_alternative_t<type, decltype(model::Record::value)>;
		constexpr bool has = requires(Type record) { record.themes; }
		|| requires(Type record) { record.theme; };
		return has && model::k_record_types[type] == asked;
	};
	return [&]<std::size_t... types>(std::index_sequence<types...> /*all*/) {
		return (is(std::integral_constant<std::size_t, types>{}) || ...);
	}
	(std::make_index_sequence<model::k_record_types.size()>{});
}

/// A question with all that SQL needs to answer it.
struct Asked {
	std::vector<std::string> types;  ///< never empty
	std::vector<Condition> conditions;
	DocumentFilter documents;
	bool one_by_one = false;  ///< the documents of each fact have to be looked at: too many have what is asked
	const Condition* rarest = nullptr;
	/// The index that has facts by their days: all of them, or those in conflict alone.
	std::string_view by_day = "facts_by_day";
};

Asked understood(Database& db, SqliteStore& store, const FactQuestion& question, std::int64_t few) {
	Asked asked{
	    .types = question.types, .conditions = {}, .documents = DocumentFilter{db, question.source, question.words}};
	if (asked.types.empty()) asked.types.assign(model::k_record_types.begin(), model::k_record_types.end());
	auto& conditions = asked.conditions;
	conditions.push_back(of_statuses(question.statuses));
	if (question.period) {
		conditions.push_back({.holds = Sql{"f.first_day <= ? AND f.last_day >= ? AND f.last_day > 0",
		                                   {std::int64_t{question.period->last}, std::int64_t{question.period->first}}},
		                      .ids = std::nullopt});
	}
	if (question.in_conflict) {
		asked.by_day = "facts_in_conflict";
		conditions.push_back(
		    {.holds = Sql{"f.conflicts <> ''"}, .ids = Sql{"SELECT id FROM facts WHERE conflicts <> ''"}});
	}
	std::vector<Range> ranges;
	if (question.party) {
		ranges = ranges_of(*question.party);
		// What is held under another name is also found by its own.
		if (const auto row = store.party(*question.party); row && row->canonical != *question.party) {
			std::ranges::move(ranges_of(row->canonical), std::back_inserter(ranges));
		}
	}
	if (!question.any_party.empty()) {
		std::vector<Range> any;
		for (const std::string& party : question.any_party)
			std::ranges::move(ranges_of(party), std::back_inserter(any));
		conditions.push_back(in_ranges(any));
	}
	const bool of_one_party = question.body && question.party && is_place(*question.party);
	if (question.party && !of_one_party) conditions.push_back(in_ranges(ranges));
	if (question.body) {
		if (!of_one_party) ranges.assign(1, Range{});
		conditions.push_back(one_of("fact_parties", "party", parties_of_kind(db, *question.body, ranges)));
	}
	if (!question.between_a.empty() || !question.between_b.empty()) {
		conditions.push_back(
		    one_of("fact_pairs", "pair", pairs_between(store.list_pairs(), question.between_a, question.between_b)));
	}
	if (question.pair) conditions.push_back(one_of("fact_pairs", "pair", {*question.pair}));
	if (question.theme) {
		conditions.push_back(one_of("fact_themes", "theme", {*question.theme}));
		// All facts of a type without themes would be looked at, to find none.
		const std::vector<std::string> all = asked.types;
		std::erase_if(asked.types, [](const std::string& type) { return !has_themes(type); });
		if (asked.types.empty()) {
			asked.types.assign(1, all.front());
			conditions.push_back({.holds = Sql{"0"}, .ids = std::nullopt});
		}
	}
	if (asked.documents.asks()) {
		asked.one_by_one = !asked.documents.few().has_value();
		if (!asked.one_by_one) conditions.push_back(of_documents(db, *asked.documents.few()));
	}
	asked.rarest = rarest(db, conditions, few);
	return asked;
}

Condition of_types(const std::vector<std::string>& types) {
	if (types.size() == 1) return {.holds = Sql{"f.type = ?", {types.front()}}, .ids = {}};
	return {.holds = Sql{"f.type IN (SELECT value FROM json_each(?))", {json_list(types)}}, .ids = {}};
}

/// Facts other than those whose own date lies outside a period. The days of a fact are those on which it was told where
/// its value has no date.
Condition not_outside(const Days& period) {
	return {.holds = Sql{"(f.type = 'agreement' OR (f.first_day <= ? AND f.last_day >= ?) OR "
	                     "instr(f.value, '\"date\":null') OR instr(f.value, '\"period\":null') OR "
	                     "instr(f.value, '\"since\":null') OR instr(f.value, 'XXXX'))",
	                     {std::int64_t{period.last}, std::int64_t{period.first}}},
	        .ids = std::nullopt};
}

/// All of `asked` about facts of some types but its documents, which are looked at one by one.
Sql facts_that(const Asked& asked, std::string_view columns, const std::vector<std::string>& types) {
	std::vector<Condition> conditions = asked.conditions;
	Sql sql{"SELECT " + std::string{columns}};
	if (asked.rarest != nullptr) {
		// Without this SQLite, which has no statistics here, likes to walk through the types instead.
		sql += Sql{" FROM facts f NOT INDEXED"};
		conditions.insert(conditions.begin(), {.holds = Sql{"f.id IN ("} + *asked.rarest->ids + Sql{")"}, .ids = {}});
	} else {
		sql += Sql{" FROM facts f INDEXED BY " + std::string{asked.by_day}};
	}
	conditions.insert(conditions.begin(), of_types(types));
	return sql + where(conditions);
}

Ordered in_order(Database& db, const Asked& asked, Sort sort) {
	std::vector<std::vector<Statement>> groups;
	for (const Part& part : parts_of(sort, "f.first_day", "f.id")) {
		const auto ordered = [&](const std::vector<std::string>& types) {
			return (facts_that(asked, "f.id, f.first_day", types) + Sql{" AND "} + part.holds +
			        Sql{" ORDER BY " + part.order})
			    .prepare(db);
		};
		auto& group = groups.emplace_back();
		if (asked.rarest != nullptr || sort == Sort::id) {
			group.push_back(ordered(asked.types));
		} else {
			// The index keeps each type in order by itself.
			for (const std::string& type : asked.types) group.push_back(ordered({type}));
		}
	}
	return {sort, std::move(groups)};
}

/// Whether one of the documents of a fact has what is asked.
class FactDocuments {
public:
	FactDocuments(Database& db, DocumentFilter& filter)
	    : m_records(
	          db.prepare("SELECT r.id FROM signatures s INDEXED BY signatures_by_fact CROSS JOIN records r INDEXED "
	                     "BY records_by_signature ON r.signature = s.id WHERE s.fact = ?")),
	      m_gone(db.prepare("SELECT gone FROM records WHERE id = ?")),
	      m_filter(filter) {}

	bool holds(RecordId fact) {
		m_records.reset();
		m_records.bind(fact);
		while (m_records.step()) {
			++m_looked_at;
			const RecordId record = m_records.number(0);
			if (!is_entered(record) && m_filter.holds(document_of(record)) && !is_gone(record)) return true;
		}
		return false;
	}

	/// Records looked at so far.
	std::int64_t looked_at() const { return m_looked_at; }

private:
	/// Asked last: the index of records by their signatures does not tell it.
	bool is_gone(RecordId record) {
		m_gone.reset();
		m_gone.bind(record);
		return m_gone.step() && m_gone.number(0) != 0;
	}

	Statement m_records;
	Statement m_gone;
	DocumentFilter& m_filter;
	std::int64_t m_looked_at = 0;
};

}  // namespace

std::vector<FactRow> SqliteStore::list_facts(const FactQuestion& question) {
	Asked asked = understood(m_db, *this, question, k_few_rows);
	Ordered ids = in_order(m_db, asked, question.sort);
	FactDocuments documents{m_db, asked.documents};
	std::vector<FactRow> rows;
	std::size_t passed = 0;
	while (rows.size() < question.page.limit) {
		const auto id = ids.next();
		if (!id) break;
		if (asked.one_by_one && !documents.holds(*id)) continue;
		if (passed++ < question.page.offset) continue;
		if (auto row = fact(*id)) rows.push_back(std::move(*row));
	}
	return rows;
}

std::vector<RecordId> SqliteStore::facts_between(const FactQuestion& question) {
	const Condition between =
	    one_of("fact_pairs", "pair", pairs_between(list_pairs(), question.between_a, question.between_b));
	std::vector<RecordId> facts;
	for (Statement rows = between.ids->prepare(m_db); rows.step();) facts.push_back(rows.number(0));
	std::ranges::sort(facts, names_before);
	facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
	return facts;
}

std::vector<FactRow> SqliteStore::list_facts_among(const FactQuestion& question, std::span<const RecordId> facts) {
	FactQuestion rest = question;
	rest.between_a.clear();
	rest.between_b.clear();
	rest.source.reset();
	rest.words.reset();
	const Asked asked = understood(m_db, *this, rest, 0);
	std::vector<Condition> conditions = asked.conditions;
	if (!rest.types.empty()) conditions.push_back(of_types(asked.types));
	if (question.not_outside) conditions.push_back(not_outside(*question.not_outside));
	const Sql among{"SELECT " FACT_COLUMNS
	                " FROM (SELECT CAST(value AS INTEGER) AS fact FROM json_each(?)) CROSS JOIN facts f ON "
	                "f.id = fact",
	                {json_list(facts)}};
	std::vector<FactRow> rows;
	rows.reserve(facts.size());
	for (Statement found = (among + where(conditions)).prepare(m_db); found.step();) rows.push_back(fact_row(found));
	return rows;
}

Count SqliteStore::count_facts(const FactQuestion& question) {
	Asked asked = understood(m_db, *this, question, k_few_rows_to_count);
	if (asked.one_by_one) {
		Ordered ids = in_order(m_db, asked, Sort::date);
		FactDocuments documents{m_db, asked.documents};
		Count count;
		for (std::int64_t walked = 0; !count.more; ++walked) {
			const auto id = ids.next();
			if (!id) break;
			count.more =
			    walked == k_most_walked || count.number == k_most_counted || documents.looked_at() > k_most_records;
			if (!count.more && documents.holds(*id)) ++count.number;
		}
		return count;
	}
	if (asked.rarest != nullptr) {
		return bounded(counted(m_db, facts_that(asked, "1", asked.types), k_most_counted + 1));
	}
	Count count;
	std::int64_t left = k_most_walked;
	for (const std::string& type : asked.types) {
		// Each index has all that is looked at; the conflicts themselves only where they are what it leaves out by.
		std::string facts = " FROM facts INDEXED BY ";
		facts += asked.by_day;
		facts += " WHERE type = ?";
		if (question.in_conflict) facts += " AND conflicts <> ''";
		const std::string_view columns = question.in_conflict ? "id, first_day, last_day, status, 'some' AS conflicts"
		                                                      : "id, first_day, last_day, status";
		const Sql of_type{"SELECT 1" + facts, {type}};
		const Sql walked = Sql{"SELECT "} + Sql{columns} + Sql{facts, {type}} + Sql{" LIMIT ?", {left}};
		const std::int64_t all = counted(m_db, of_type, left + 1);
		count.number += counted(m_db, Sql{"SELECT 1 FROM ("} + walked + Sql{") f"} + where(asked.conditions),
		                        k_most_counted + 1 - count.number);
		count.more = count.more || all > left || count.number > k_most_counted;
		left -= std::min(all, left);
		if (count.more) break;
	}
	count.number = std::min(count.number, k_most_counted);
	return count;
}

std::vector<std::string> SqliteStore::list_pairs() { return distinct_values(m_db, "fact_pairs", "pair"); }

}  // namespace bienban::registry
