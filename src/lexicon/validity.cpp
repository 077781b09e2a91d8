#include "lexicon/validity.hpp"

#include <algorithm>

namespace bienban::lexicon {
namespace {

/// EDTF days compare as text; a shorter one stands for all days that begin with it.
bool before(std::string_view a, std::string_view b) {
	const auto length = std::min(a.size(), b.size());
	return a.substr(0, length) < b.substr(0, length);
}

}  // namespace

bool exists_on(const Place& place, std::string_view day) {
	if (!place.from.empty() && before(day, place.from)) return false;
	return place.to.empty() || !before(place.to, day);
}

const Place& in_force(const Lexicon& lexicon, const Place& place, std::string_view day) {
	if (place.to.empty() || !before(place.to, day)) return place;
	const auto next = lexicon.place_of(place.successor);
	return next ? lexicon.place(*next) : place;
}

}  // namespace bienban::lexicon
