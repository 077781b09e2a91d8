#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What can be asked of the register.
namespace bienban::registry {

inline constexpr std::size_t k_page = 50;

/// A stretch of a listing.
struct PageOf {
	std::size_t limit = k_page;
	std::size_t offset = 0;
};

enum class Sort : std::uint8_t { date, date_down, id };

/// A period in days, yyyymmdd, both ends included.
struct Days {
	std::int32_t first = 0;
	std::int32_t last = 99991231;
};

struct FactQuestion {
	std::vector<std::string> types;    ///< of records; empty: all
	std::optional<std::string> party;  ///< "VN-05/military-command", or a place: "VN-05", "LA"
	/// Two places, each with those it takes in: facts between one of the first and one of the second.
	std::vector<std::string> between_a;
	std::vector<std::string> between_b;
	std::optional<std::string> body;  ///< a party's kind
	std::optional<std::string> theme;
	std::optional<Days> period;         ///< facts of unknown day are not in any
	std::optional<std::string> source;  ///< part of the path of one of its documents
	std::optional<std::string> words;   ///< a query of search_query()
	std::vector<std::string> statuses;  ///< empty: all but rejected and gone
	bool in_conflict = false;
	Sort sort = Sort::date;
	PageOf page;
};

struct DocumentQuestion {
	std::optional<std::string> place;  ///< a province or a country
	std::vector<std::string> between_a;
	std::vector<std::string> between_b;
	std::optional<Days> period;
	std::optional<std::string> source;
	std::optional<std::string> words;
	Sort sort = Sort::date;
	PageOf page;
};

struct NameQuestion {
	std::optional<std::string> country;  ///< of persons; of parties a place
	std::optional<std::string> body;     ///< a party's kind
	std::optional<std::string> name;     ///< part of the name, marks and case not looked at
	PageOf page;
};

struct PartyCount {
	std::string party;
	std::int64_t facts = 0;
};

}  // namespace bienban::registry
