#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"

namespace bienban::lexicon {

/// The name of a province or country by its code ("VN-05", "LA"), as the built-in table of provinces has it; empty
/// where no row has the code. Does not load the lexicon: a review needs names only. The view lives as long as the
/// program.
std::string_view place_name(std::string_view code, base::Lang lang);

/// Whether a province or country is spelled so, in lower case ("savannakhet", "hủa phăn"), by the built-in table.
bool is_place_name(std::string_view lower);

/// The codes of the places that a person may mean: the one whose code or one of whose spellings this is, whatever the
/// case, marks, hyphens and spaces; else those with a spelling that lies near, the nearest first, `most` at most.
struct PlaceMeant {
	std::string code;               ///< empty: none
	std::vector<std::string> near;  ///< where there is none
};
PlaceMeant place_meant(std::string_view word, std::size_t most = 3);

/// The codes of the places whose territory went to this one, and of those before them, sorted: Quảng Trị followed Quảng
/// Bình in 2025. From the built-in table; none for a place that followed no other.
std::vector<std::string> places_followed(std::string_view code);

}  // namespace bienban::lexicon
