#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "register/questions.hpp"
#include "register/sqlite.hpp"

/// What the listings of SQLite share.
namespace bienban::registry {

/// A piece of SQL and the values of its placeholders, in order. Pieces are put together as texts; values are always
/// bound.
class Sql {
public:
	using Value = std::variant<std::int64_t, std::string>;

	Sql() = default;
	Sql(std::string_view text, std::vector<Value> values = {}) : m_text(text), m_values(std::move(values)) {}

	Sql& operator+=(const Sql& other) {
		m_text += other.m_text;
		m_values.insert(m_values.end(), other.m_values.begin(), other.m_values.end());
		return *this;
	}
	friend Sql operator+(Sql a, const Sql& b) { return a += b; }

	Statement prepare(Database& db) const;
	/// The first number of its first row.
	std::int64_t number(Database& db) const;

private:
	std::string m_text;
	std::vector<Value> m_values;
};

/// Something asked of the rows `f` or `d` of a query: how to check one row, and where it can be had how to list the ids
/// of all rows for which it holds (some perhaps twice).
struct Condition {
	Sql holds;
	std::optional<Sql> ids;
};

/// " WHERE a AND b", or nothing.
Sql where(const std::vector<Condition>& conditions);

/// Listing begins from a condition that so few rows fulfil; where there is none such, rows are walked through in the
/// order asked for until the page is full, which then does not take long either.
inline constexpr std::int64_t k_few_rows = 20'000;
/// A count has to look at all of them, so it pays to begin from more.
inline constexpr std::int64_t k_few_rows_to_count = 60'000;

/// The condition with the fewest ids, if any has at most `most` of them.
const Condition* rarest(Database& db, const std::vector<Condition>& conditions, std::int64_t most);

/// How many rows a query gives, `most` at most.
std::int64_t counted(Database& db, const Sql& rows, std::int64_t most);
/// The same as a count of a listing.
Count bounded(std::int64_t number);

/// `values` as the JSON list that json_each() takes.
std::string json_list(const std::vector<std::string>& values);
std::string json_list(std::span<const std::int64_t> values);

/// The values of a table's column from `first` on and before `end` (empty: to the last). The column must be the first
/// of an index: it is leapt through from value to value, without walking through the rows between.
std::vector<std::string> distinct_values(Database& db, std::string_view table, std::string_view column,
                                         std::string_view first = {}, std::string_view end = {});

/// Ids in the order asked for: of several groups of statements, each statement with the columns id and day in its
/// order. The groups follow one another; within a group the statements are merged.
class Ordered {
public:
	Ordered(Sort sort, std::vector<std::vector<Statement>> groups);
	std::optional<std::int64_t> next();

private:
	struct Head {
		Statement statement;
		std::int64_t id = 0;
		std::int64_t day = 0;
	};
	void open_group();
	bool before(const Head& a, const Head& b) const;

	Sort m_sort;
	std::vector<std::vector<Statement>> m_groups;
	std::size_t m_next_group = 0;
	std::vector<Head> m_heads;
};

/// How the order asked for is written, and which parts of the rows follow one another in it. `day` and `id` are names
/// of columns.
struct Part {
	Sql holds;
	std::string order;
};
std::vector<Part> parts_of(Sort sort, std::string_view day, std::string_view id);

/// Documents that have a path or words.
class DocumentFilter {
public:
	DocumentFilter(Database& db, const std::optional<std::string>& source, const std::optional<std::string>& words);

	/// Whether anything is asked.
	bool asks() const { return m_source || m_words; }
	/// All documents that fulfil it, where those are few; nothing where they are many, and have to be asked one by one.
	const std::optional<std::vector<std::int64_t>>& few() const { return m_few; }
	/// Whether one of many documents fulfils it.
	bool holds(std::int64_t document);

	static constexpr std::int64_t k_few = 2'000;
	/// The documents with a path that has `source` in it.
	static Sql with_source(const std::string& source);

private:
	enum class Has : std::uint8_t { unknown, no, yes };

	bool has_source(std::int64_t document);
	bool has_words(std::int64_t document) const;
	std::vector<std::int64_t> first_with_words();
	void find_all_with_words();
	std::vector<std::int64_t> first_with_source();
	std::size_t number_after_last();

	Database& m_db;
	std::optional<std::string> m_source;
	std::optional<std::string> m_words;
	std::optional<std::vector<std::int64_t>> m_few;
	std::optional<Statement> m_source_of;
	std::vector<Has> m_has_source;  ///< by document, as far as it was asked
	/// By document. To go through the index once is quicker than to ask it for a thousand documents one by one.
	std::vector<bool> m_with_words;
};

}  // namespace bienban::registry
