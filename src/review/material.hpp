#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"
#include "model/period.hpp"
#include "model/record.hpp"
#include "register/register.hpp"

/// The facts that a review is made of. All rooms of the review are pure functions of them.
namespace bienban::review {

/// One side of a review.
struct Side {
	std::string party;              ///< a place ("VN-05", "LA") or one of its bodies ("VN-05/military-command")
	std::vector<std::string> past;  ///< places whose territory it took over and whose past is taken in
};

struct Question {
	Side of;
	std::vector<Side> with;  ///< one or more
	std::optional<model::Edtf> from;
	std::optional<model::Edtf> to;
	std::int32_t as_of = 0;  ///< the day for which "in force", "ended" and "open" are said, yyyymmdd
};

/// The asked period: open where no bound is asked.
model::Period asked_period(const Question& question);

/// Whether the party is the side's, one of its bodies, or, where the side is a country, of one of its provinces.
bool is_of(std::string_view party, const Side& side);

/// Where the date of an item comes from.
enum class Dated : std::uint8_t {
	by_record,    ///< the record says it
	by_document,  ///< the record gives none: the first day on which a document that tells of it was published
	not_at_all,
};
inline constexpr auto k_dated_names = std::to_array<std::string_view>({"record", "document", "undated"});

/// Path and title may be empty: they are looked up when they are shown.
struct Document {
	std::int64_t id = 0;  ///< of the register
	std::string path;
	std::string title;
	std::optional<std::string> published;
};

/// Where one document tells of a fact. The words are here only of support and where documents disagree, and what they
/// say only where they do: else they are looked up (by the record) when they are shown.
struct Telling {
	std::size_t document = 0;  ///< index in Material::documents
	std::string quote;
	base::CharOffset begin;
	base::CharOffset end;
	double certainty = 0;
	model::Record says;  ///< what this document says of it
	registry::RecordId record = 0;
};

/// An index in Material::items.
using ItemIndex = std::size_t;

/// One fact with the words that say it, however many documents tell of it.
struct Item {
	registry::RecordId fact = 0;
	model::Record record;  ///< what its documents and people say together
	std::optional<model::Edtf> date;
	Dated dated = Dated::not_at_all;
	std::optional<model::Period> when;  ///< the days that it covers by its date; nothing where they cannot be known
	bool within = true;                 ///< it lies in the asked period; others are kept for what they explain
	registry::Status status = registry::Status::read;
	std::vector<std::string> conflicts;  ///< the fields on which its documents disagree
	/// The first of them; with a conflict, one for each value that differs. None for what a person entered.
	std::vector<Telling> tellings;
	std::int64_t records = 0;       ///< how many tell of it
	std::vector<std::size_t> with;  ///< indices in Question::with: the sides it concerns
};

struct Material {
	Question question;
	std::vector<Document> documents;  ///< that tell of an item, in the order of their numbers
	std::vector<Item> items;          ///< by date, those without one last, then by fact

	/// The record of an item where it is of this type, else nullptr.
	template <typename T>
	const T* as(ItemIndex item) const {
		return std::get_if<T>(&items[item].record.value);
	}
};

/// The facts that Register::told() gave for the sides, rejected ones left out.
///
/// A fact with a date lies within the asked period where that overlaps it; one without, where the first day on which a
/// document told of it does; one with neither always, as undated. Agreements are kept from outside the period too.
Material gather(const Question& question, std::vector<registry::ToldFact> facts);

}  // namespace bienban::review
