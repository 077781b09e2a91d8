#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"
#include "model/period.hpp"
#include "model/record.hpp"
#include "register/register.hpp"

/// What was promised, done, counted and given between two places. Pure functions of the register's facts.
namespace bienban::review {

/// What is asked: two places (provinces "VN-05" or countries "LA"), and EDTF dates that bound the period, where it is
/// bounded.
struct Question {
	std::string a;
	std::string b;
	/// Places whose territory `a` (`b`) took over and whose past is taken in.
	std::vector<std::string> followed_by_a;
	std::vector<std::string> followed_by_b;
	std::optional<model::Edtf> from;
	std::optional<model::Edtf> to;
};

enum class Section : std::uint8_t { meetings, agreements, promised, done, figures, gifts };
inline constexpr auto k_section_names =
    std::to_array<std::string_view>({"meetings", "agreements", "promised", "done", "figures", "gifts"});

/// Where the date of an item comes from.
enum class Dated : std::uint8_t {
	by_record,    ///< the record says it
	by_document,  ///< the record gives none: the first day on which a document that tells of it was published
	not_at_all,
};
inline constexpr auto k_dated_names = std::to_array<std::string_view>({"record", "document", "undated"});

struct Source {
	std::int64_t id = 0;  ///< of the register
	std::string path;
	std::string title;
	std::optional<std::string> published;
};

/// Where one document tells of a fact.
struct Telling {
	std::size_t document = 0;  ///< index in Review::documents
	std::string quote;
	base::CharOffset begin;
	base::CharOffset end;
	double certainty = 0;
};

/// One fact with the words that say it, however many documents tell of it.
struct Item {
	registry::RecordId fact = 0;
	model::Record record;  ///< what its documents and people say together
	std::optional<model::Edtf> date;
	Dated dated = Dated::not_at_all;
	registry::Status status = registry::Status::read;
	std::vector<std::string> conflicts;  ///< the fields on which its documents disagree
	std::vector<Telling> tellings;       ///< the first of them; none for what a person entered
	std::int64_t records = 0;            ///< how many tell of it
};

struct Review {
	Question question;
	std::vector<Source> documents;  ///< those that have an item, in the order of their numbers
	std::array<std::vector<Item>, k_section_names.size()> sections;  ///< each by date, those without one last
	std::vector<Item>& operator[](Section section) { return sections[static_cast<std::size_t>(section)]; }
	const std::vector<Item>& operator[](Section section) const { return sections[static_cast<std::size_t>(section)]; }
};

/// The review of the facts that Register::told() gave for the pair, rejected ones left out.
///
/// A fact with a date is taken where that overlaps the asked period; one without, where the first day on which a
/// document told of it does; one with neither always, as undated.
Review review(const Question& question, const std::vector<registry::ToldFact>& facts);

}  // namespace bienban::review
