#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"
#include "model/record.hpp"
#include "register/register.hpp"
#include "model/period.hpp"

/// What was promised, done, counted and given between two places. Pure functions of the register's rows.
namespace bienban::review {

/// What is asked: two places (provinces "VN-05" or countries "LA"), and EDTF dates that bound the period, where it is
/// bounded.
struct Question {
	std::string a;
	std::string b;
	std::optional<model::Edtf> from;
	std::optional<model::Edtf> to;
};

enum class Section : std::uint8_t { meetings, agreements, promised, done, figures, gifts };
inline constexpr auto k_section_names =
    std::to_array<std::string_view>({"meetings", "agreements", "promised", "done", "figures", "gifts"});

/// Where the date of an item comes from.
enum class Dated : std::uint8_t {
	by_record,    ///< the record says it
	by_document,  ///< the record gives none: the day on which its document was published
	not_at_all,
};
inline constexpr auto k_dated_names = std::to_array<std::string_view>({"record", "document", "undated"});

struct Source {
	std::string id;
	std::string path;
	std::string title;
	std::optional<std::string> published;
};

/// One record with the words that say it. The same thing told by two documents is two items.
struct Item {
	model::Record record;
	std::optional<model::Edtf> date;
	Dated dated = Dated::not_at_all;
	std::size_t document = 0;  ///< index in Review::documents
	std::string quote;
	base::CharOffset begin;
	base::CharOffset end;
	double certainty = 0;
};

struct Review {
	Question question;
	std::vector<Source> documents;  ///< those that have an item, in the order of the register's rows
	std::array<std::vector<Item>, k_section_names.size()> sections;  ///< each by date, those without one last
	std::vector<Item>& operator[](Section section) { return sections[static_cast<std::size_t>(section)]; }
	const std::vector<Item>& operator[](Section section) const { return sections[static_cast<std::size_t>(section)]; }
};

/// The review of the documents that Register::documents_between(a, b) gave.
///
/// A record is taken where it names a body of both places. One that names bodies of one place only (its own promise, a
/// figure of its own) is taken where its document ties that place to the other and to no third across the border; else
/// nobody could say toward whom it was. A record with a date is taken where that overlaps the asked period; one
/// without, where its document's day of publication does; one with neither always, as undated.
Review review(const Question& question, const std::vector<registry::StoredDocument>& documents);

}  // namespace bienban::review
