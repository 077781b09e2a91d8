#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What can be asked of the register.
namespace bienban::registry {

inline constexpr std::size_t k_page = 50;

/// Counting stops here, however many there are: beyond it nobody turns pages.
inline constexpr std::int64_t k_most_counted = 10'000;

/// How many there are: exactly `number`, or at least so many where counting stopped (at k_most_counted, or earlier
/// where finding each of them takes long).
struct Count {
	std::int64_t number = 0;
	bool more = false;
	friend bool operator==(const Count&, const Count&) = default;
};

/// A stretch of a listing.
struct PageOf {
	std::size_t limit = k_page;
	std::size_t offset = 0;
};

/// Where days are equal the ids decide; what has no day (or no first day) stands last, either way.
enum class Sort : std::uint8_t { date, date_down, id };

/// A period in days, yyyymmdd, both ends included.
struct Days {
	std::int32_t first = 0;
	std::int32_t last = 99991231;
};

/// Which pairs that may be one.
enum class Proposals : std::uint8_t {
	all,
	of_names,    ///< persons and parties
	of_records,  ///< facts
};

struct FactQuestion {
	std::vector<std::string> types;  ///< of records; empty: all
	/// "VN-05/military-command", with all bodies of that kind that have a name of their own; or a place: "VN-05", or
	/// "LA" with its provinces.
	std::optional<std::string> party;
	std::vector<std::string> any_party;  ///< facts with one of these, each as `party`; empty: all
	/// Two places, each with those it followed: facts between one of the first and one of the second. A country takes
	/// in its provinces.
	std::vector<std::string> between_a;
	std::vector<std::string> between_b;
	std::optional<std::string> pair;  ///< exactly this one of Store::list_pairs()
	std::optional<std::string> body;  ///< a party's kind; where `party` is a place, the kind of a party of that place
	std::optional<std::string> theme;
	std::optional<Days> period;  ///< facts of unknown day are not in any
	/// Leaves out facts whose own date lies outside; agreements, and what has no date of its own, stay whatever their
	/// days. For Register::told() alone.
	std::optional<Days> not_outside;
	std::optional<std::string>
	    source;  ///< part of the path of one of its documents; the case of a to z is not looked at
	std::optional<std::string> words;   ///< a query of search_query(), which one of its documents fulfils
	std::vector<std::string> statuses;  ///< names of Status; empty: all but rejected and gone
	bool in_conflict = false;
	Sort sort = Sort::date;
	PageOf page;
};

struct DocumentQuestion {
	std::optional<std::string> place;    ///< that it names: a province, or a country with its provinces
	std::vector<std::string> between_a;  ///< as of FactQuestion: documents that name one of each
	std::vector<std::string> between_b;
	std::optional<Days> period;  ///< of publication
	std::optional<std::string> source;
	std::optional<std::string> words;
	Sort sort = Sort::date;
	PageOf page;
};

struct NameQuestion {
	std::optional<std::string> country;  ///< of persons; of parties a place, a country with its provinces
	std::optional<std::string> body;     ///< a party's kind
	std::optional<std::string> name;     ///< part of the name, marks and case not looked at
	PageOf page;
};

struct PartyCount {
	std::string party;
	Count facts;
};

/// A document that has the words, and how well it fits: 0 to 1, more is better.
struct WordsHit {
	std::int64_t document = 0;
	double rank = 0;
};

}  // namespace bienban::registry
