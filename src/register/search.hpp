#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"

namespace bienban::registry {

class Store;

/// One word of what is looked for, with the spellings that also count.
struct SearchHit {
	std::int64_t document = 0;
	double rank = 0;         ///< higher is better
	std::string sentence;    ///< in which the first words stand, white space as single spaces
	base::CharOffset begin;  ///< of the sentence in the document's text
	base::CharOffset end;
	std::vector<base::Span> words;  ///< bytes within `sentence` that were looked for
};

struct SearchResult {
	std::vector<SearchHit> hits;
	bool more = false;  ///< there are more than were asked for
};

/// Other spellings of a name that stand for the same place: "hua phan" → {"hủa phăn", "houaphan", …}. Given by the
/// caller, since the register knows no lexicon.
using Spellings = std::vector<std::string>;

}  // namespace bienban::registry
