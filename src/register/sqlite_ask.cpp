#include "register/sqlite_ask.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bienban::registry {

namespace {

/// A path is no longer than this anywhere; SQLite refuses patterns that are much longer.
constexpr std::size_t k_longest_path = 4096;

/// A pattern of LIKE for texts that have `part` anywhere in them; '!' takes the meaning from what follows it.
std::string having(std::string_view part) {
	std::string pattern = "%";
	for (const char c : part) {
		if (c == '%' || c == '_' || c == '!') pattern += '!';
		pattern += c;
	}
	return pattern + '%';
}

}  // namespace

Statement Sql::prepare(Database& db) const {
	Statement statement = db.prepare(m_text);
	for (const Value& value : m_values) {
		if (const auto* number = std::get_if<std::int64_t>(&value)) {
			statement.bind(*number);
		} else {
			statement.bind(std::string_view{std::get<std::string>(value)});
		}
	}
	return statement;
}

std::int64_t Sql::number(Database& db) const {
	Statement statement = prepare(db);
	return statement.step() ? statement.number(0) : 0;
}

Sql where(const std::vector<Condition>& conditions) {
	Sql sql;
	for (const Condition& condition : conditions) {
		sql += Sql{&condition == &conditions.front() ? " WHERE " : " AND "} + condition.holds;
	}
	return sql;
}

const Condition* rarest(Database& db, const std::vector<Condition>& conditions, std::int64_t most) {
	const Condition* best = nullptr;
	for (const Condition& condition : conditions) {
		if (!condition.ids) continue;
		const std::int64_t found = counted(db, *condition.ids, most + 1);
		if (found > most) continue;
		most = found;
		best = &condition;
	}
	return best;
}

std::int64_t counted(Database& db, const Sql& rows, std::int64_t most) {
	return (Sql{"SELECT count(*) FROM ("} + rows + Sql{" LIMIT ?)", {most}}).number(db);
}

Count bounded(std::int64_t number) {
	return {.number = std::min(number, k_most_counted), .more = number > k_most_counted};
}

std::string json_list(const std::vector<std::string>& values) {
	return nlohmann::json(values).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_list(std::span<const std::int64_t> values) {
	std::string list = "[";
	for (const std::int64_t value : values) {
		if (list.size() > 1) list.push_back(',');
		list.append(std::to_string(value));
	}
	return list.append("]");
}

std::vector<std::string> distinct_values(Database& db, std::string_view table, std::string_view column,
                                         std::string_view first, std::string_view end) {
	const std::string least =
	    "SELECT min(" + std::string{column} + ") FROM " + std::string{table} + " WHERE " + std::string{column};
	std::vector<std::string> values;
	Statement statement = db.prepare(least + " >= ?");
	statement.bind(first);
	for (;;) {
		auto value = statement.step() ? statement.optional_text(0) : std::nullopt;
		if (!value || (!end.empty() && *value >= end)) return values;
		if (values.empty()) {
			statement = db.prepare(least + " > ?");
		} else {
			statement.reset();
		}
		statement.bind(std::string_view{*value});
		values.push_back(std::move(*value));
	}
}

Ordered::Ordered(Sort sort, std::vector<std::vector<Statement>> groups) : m_sort(sort), m_groups(std::move(groups)) {
	open_group();
}

void Ordered::open_group() {
	while (m_heads.empty() && m_next_group < m_groups.size()) {
		for (Statement& statement : m_groups[m_next_group]) {
			if (!statement.step()) continue;
			const std::int64_t id = statement.number(0);
			const std::int64_t day = statement.number(1);
			m_heads.push_back({.statement = std::move(statement), .id = id, .day = day});
		}
		++m_next_group;
	}
}

bool Ordered::before(const Head& a, const Head& b) const {
	if (m_sort == Sort::id) return (a.id < 0 ? -a.id : a.id) < (b.id < 0 ? -b.id : b.id);
	const bool ascending = a.day != b.day ? a.day < b.day : a.id < b.id;
	return m_sort == Sort::date_down ? !ascending : ascending;
}

std::optional<std::int64_t> Ordered::next() {
	if (m_heads.empty()) return std::nullopt;
	const auto first = std::ranges::min_element(m_heads, [&](const Head& a, const Head& b) { return before(a, b); });
	const std::int64_t id = first->id;
	if (first->statement.step()) {
		first->id = first->statement.number(0);
		first->day = first->statement.number(1);
	} else {
		m_heads.erase(first);
		open_group();
	}
	return id;
}

std::vector<Part> parts_of(Sort sort, std::string_view day, std::string_view id) {
	const std::string day_name{day};
	const std::string id_name{id};
	if (sort == Sort::id) {
		// What people entered has negative ids and stands behind what was read.
		return {{.holds = Sql{id_name + " >= 0"}, .order = id_name},
		        {.holds = Sql{id_name + " < 0"}, .order = id_name + " DESC"}};
	}
	const std::string order = sort == Sort::date ? day_name + ", " + id_name : day_name + " DESC, " + id_name + " DESC";
	return {{.holds = Sql{day_name + " > 0"}, .order = order}, {.holds = Sql{day_name + " = 0"}, .order = order}};
}

DocumentFilter::DocumentFilter(Database& db, const std::optional<std::string>& source,
                               const std::optional<std::string>& words)
    : m_db(db), m_source(source), m_words(words) {
	if (m_source && m_source->empty()) m_source.reset();
	if (!asks()) return;
	if (m_source && m_source->size() > k_longest_path) {
		m_few.emplace();
		return;
	}
	if (m_words) {
		std::vector<std::int64_t> found = first_with_words();
		if (found.size() <= k_few) {
			if (m_source) std::erase_if(found, [&](std::int64_t document) { return !has_source(document); });
			m_few = std::move(found);
			return;
		}
		find_all_with_words();
	}
	if (m_source) {
		std::vector<std::int64_t> found = first_with_source();
		if (found.size() > k_few) return;
		if (m_words) std::erase_if(found, [&](std::int64_t document) { return !has_words(document); });
		m_few = std::move(found);
	}
}

std::vector<std::int64_t> DocumentFilter::first_with_words() {
	Statement rows = m_db.prepare("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?");
	rows.bind(std::string_view{*m_words}).bind(k_few + 1);
	std::vector<std::int64_t> documents;
	while (rows.step()) documents.push_back(rows.number(0));
	return documents;
}

void DocumentFilter::find_all_with_words() {
	m_with_words.resize(number_after_last());
	Statement rows = m_db.prepare("SELECT rowid FROM search WHERE search MATCH ?");
	rows.bind(std::string_view{*m_words});
	while (rows.step()) {
		const auto document = static_cast<std::size_t>(rows.number(0));
		if (document < m_with_words.size()) m_with_words[document] = true;
	}
}

Sql DocumentFilter::with_source(const std::string& source) {
	return {"SELECT id FROM documents INDEXED BY documents_by_source WHERE source LIKE ? ESCAPE '!'", {having(source)}};
}

std::vector<std::int64_t> DocumentFilter::first_with_source() {
	std::vector<std::int64_t> documents;
	Statement rows = (with_source(*m_source) + Sql{" LIMIT ?", {k_few + 1}}).prepare(m_db);
	while (rows.step()) documents.push_back(rows.number(0));
	return documents;
}

bool DocumentFilter::has_source(std::int64_t document) {
	if (!m_source_of) {
		m_source_of = m_db.prepare("SELECT 1 FROM documents WHERE id = ? AND source LIKE ? ESCAPE '!'");
		m_source_of->bind(std::int64_t{0}).bind(std::string_view{having(*m_source)});
		m_has_source.resize(number_after_last());
	}
	const auto at = static_cast<std::size_t>(document);
	if (at >= m_has_source.size()) return false;
	if (m_has_source[at] == Has::unknown) {
		m_source_of->reset();  // the pattern stays bound
		m_source_of->bind(document);
		m_has_source[at] = m_source_of->step() ? Has::yes : Has::no;
	}
	return m_has_source[at] == Has::yes;
}

std::size_t DocumentFilter::number_after_last() {
	return static_cast<std::size_t>(m_db.number("SELECT coalesce(max(document), 0) + 1 FROM texts"));
}

bool DocumentFilter::has_words(std::int64_t document) const {
	const auto at = static_cast<std::size_t>(document);
	return at < m_with_words.size() && m_with_words[at];
}

bool DocumentFilter::holds(std::int64_t document) {
	return (!m_words || has_words(document)) && (!m_source || has_source(document));
}

}  // namespace bienban::registry
