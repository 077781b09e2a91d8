#pragma once

#include "review/basis.hpp"
#include "review/contacts.hpp"
#include "review/figures.hpp"
#include "review/ledger.hpp"
#include "review/promises.hpp"

/// What documents disagree on, and what they do not tell.
namespace bienban::review {

/// One of the values that documents give for a field.
struct Saying {
	std::string value;                  ///< as JSON, lists sorted
	std::vector<std::size_t> tellings;  ///< indices in Item::tellings
};

struct Conflict {
	ItemIndex item = 0;
	std::string field;
	std::vector<Saying> sayings;
};

struct Disputed {
	std::vector<Conflict> conflicts;
	std::vector<std::size_t> unmatched;   ///< indicators of which a total differs from its parts
	std::vector<std::size_t> ended;       ///< indices in the basis: ended by Question::as_of, and nothing replaced them
	std::vector<std::size_t> unreported;  ///< indices in the promises: time over, no report found
	/// Years between the first and the last of the period (where it is not bounded: of the facts) of which no document
	/// tells anything, as far as they were over on the day Question::as_of.
	std::vector<int> empty_years;
};

Disputed disputed(const Material& material, std::span<const Basis> basis, std::span<const Indicator> indicators,
                  std::span<const Promise> promises);

}  // namespace bienban::review
